package dev.migrate.dialect.h2;

import dev.migrate.dialect.AnsiDefinitions;
import dev.migrate.dialect.ConstraintWord;
import dev.migrate.dialect.Dialect;
import dev.migrate.dialect.ServerVersion;
import dev.migrate.schema.Column;
import dev.migrate.schema.ColumnType;
import dev.migrate.schema.Constraint;
import dev.migrate.schema.DefaultValue;
import dev.migrate.schema.Generated;

/** Columns, constraints and indexes as H2 has them. */
final class H2Definitions extends AnsiDefinitions {

    private final Dialect dialect;

    H2Definitions(Dialect dialect, boolean tinyint) {
        super(dialect, new H2Types(tinyint));
        this.dialect = dialect;
    }

    @Override
    protected boolean knows(ConstraintWord word, Constraint constraint) {
        return word == ConstraintWord.NULLS_NOT_DISTINCT && saysWhatNullsAre(dialect.version());
    }

    static boolean saysWhatNullsAre(ServerVersion version) {
        return version.isAtLeast(2, 3, 0);
    }

    /** It stands before the index. */
    @Override
    protected String indexNullsNotDistinct(String index) {
        return saysWhatNullsAre(dialect.version()) ? "" : super.indexNullsNotDistinct(index);
    }

    @Override
    public String definition(Column column) {
        refuseCharset(column);
        column.collation().ifPresent(collation -> {
            throw unsupported("collations of single columns", "column " + column.name() + " has " + collation);
        });
        return name(column.name())
                + " " + type(column.type())
                + (column.invisible() ? " INVISIBLE" : "")
                + filling(column)
                + column.onUpdate()
                        .map(expression -> " ON UPDATE " + expression)
                        .orElse("")
                + (column.nullable() ? "" : " NOT NULL");
    }

    /** H2 computes when it writes, and has no word for it. */
    @Override
    protected String generated(String column, Generated generated) {
        if (!generated.stored()) {
            throw unsupported("columns that are computed when read", "column " + column + " is one");
        }
        return "GENERATED ALWAYS AS (" + generated.sql() + ")";
    }

    /** Text given to a JSON column would become a JSON string that holds it. */
    @Override
    public String defaultValue(DefaultValue value, ColumnType type) {
        return value instanceof DefaultValue.Text && type instanceof ColumnType.Json
                ? "JSON " + super.defaultValue(value, type)
                : super.defaultValue(value, type);
    }
}
