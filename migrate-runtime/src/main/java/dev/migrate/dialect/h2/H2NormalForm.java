package dev.migrate.dialect.h2;

import dev.migrate.dialect.Identifiers;
import dev.migrate.dialect.NormalForm;
import dev.migrate.dialect.NumberLimits;
import dev.migrate.schema.Column;
import dev.migrate.schema.ColumnType;
import dev.migrate.schema.Generated;
import java.util.Optional;

/** What H2 reports of what it was told. */
final class H2NormalForm extends NormalForm {

    private final Identifiers names;
    private final boolean tinyint;

    H2NormalForm(Identifiers names, boolean tinyint) {
        this.names = names;
        this.tinyint = tinyint;
    }

    @Override
    protected String name(String name) {
        return names.unfolded(names.stored(name));
    }

    @Override
    protected ColumnType type(ColumnType type) {
        ColumnType known = type instanceof ColumnType.Raw raw ? H2Types.read(raw.sql()) : type;
        return known instanceof ColumnType.IntegerType integer && integer.bits() == 8 && !tinyint
                ? new ColumnType.IntegerType(16)
                : known;
    }

    @Override
    protected String sql(String text) {
        return super.sql(H2Text.withoutCasts(text));
    }

    @Override
    protected Column column(Column column) {
        return super.column(column).withCollation(Optional.empty());
    }

    @Override
    protected Generated generated(Generated generated) {
        return super.generated(new Generated(generated.sql(), true));
    }

    @Override
    protected NumberLimits sequenceLimits(ColumnType type) {
        return NumberLimits.of(type, H2Objects.USUAL_CACHE);
    }
}
