package dev.migrate.dialect.h2;

import dev.migrate.dialect.Identifiers;
import dev.migrate.dialect.NormalForm;
import dev.migrate.dialect.NumberLimits;
import dev.migrate.schema.Column;
import dev.migrate.schema.ColumnType;
import dev.migrate.schema.DefaultValue;
import dev.migrate.schema.Generated;
import dev.migrate.schema.Table;
import java.util.Optional;
import java.util.regex.Pattern;

/** What H2 reports of what it was told. */
final class H2NormalForm extends NormalForm {

    private static final Pattern MADE_UP = Pattern.compile("(?:constraint|primary_key|unique_key)_[0-9a-f_]+");

    /** What is not the same each time, or for everybody. */
    private static final Pattern EACH_TIME_ANOTHER = Pattern.compile(
            "\\b(?:current_\\w+|localtime(?:stamp)?|now|sysdate|systimestamp|today|curdate|curtime|getdate"
                    + "|rand|random|secure_rand|random_uuid|uuid|gen_random_uuid|newid|sys_guid"
                    + "|next value for|nextval|current value for|currval|user|session_user|system_user|session_id"
                    + "|schema|database)\\b",
            Pattern.CASE_INSENSITIVE);

    private final Identifiers names;
    private final boolean tinyint;

    H2NormalForm(Identifiers names, boolean tinyint) {
        this.names = names;
        this.tinyint = tinyint;
    }

    @Override
    public String name(String name) {
        return names.unfolded(names.stored(name));
    }

    @Override
    public boolean isMadeUp(Table table, String name) {
        return MADE_UP.matcher(name(name)).matches();
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
    protected DefaultValue defaultValue(DefaultValue value, ColumnType type) {
        return super.defaultValue(
                value instanceof DefaultValue.Expression expression
                        ? H2Arithmetic.value(H2Text.withoutNumberCast(expression.sql()))
                                .<DefaultValue>map(DefaultValue.Numeric::new)
                                .orElse(value)
                        : value,
                type);
    }

    /** H2 computes what is the same each time. */
    @Override
    public boolean mayHaveComputed(DefaultValue reported, DefaultValue said) {
        return !(reported instanceof DefaultValue.Expression)
                && !(reported instanceof DefaultValue.Now)
                && said instanceof DefaultValue.Expression expression
                && !EACH_TIME_ANOTHER.matcher(expression.sql()).find();
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
