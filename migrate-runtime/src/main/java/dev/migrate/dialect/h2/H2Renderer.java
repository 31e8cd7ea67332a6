package dev.migrate.dialect.h2;

import dev.migrate.dialect.AnsiRenderer;
import dev.migrate.dialect.Dialect;
import dev.migrate.dialect.SqlStatement;
import dev.migrate.operation.RenameColumn;
import dev.migrate.schema.Column;
import dev.migrate.schema.ColumnType;
import dev.migrate.schema.DefaultValue;
import dev.migrate.schema.Generated;
import dev.migrate.schema.SchemaModel;
import java.util.List;

/** SQL as H2 has it. */
final class H2Renderer extends AnsiRenderer {

    H2Renderer(Dialect dialect, H2Types types, SchemaModel before) {
        super(dialect, types, before);
    }

    @Override
    public List<SqlStatement> renameColumn(RenameColumn op) {
        return alter(op.table(), "ALTER COLUMN " + name(op.column()) + " RENAME TO " + name(op.newName()));
    }

    @Override
    protected String definition(Column column) {
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
    protected String defaultValue(DefaultValue value, ColumnType type) {
        return value instanceof DefaultValue.Text && type instanceof ColumnType.Json
                ? "JSON " + super.defaultValue(value, type)
                : super.defaultValue(value, type);
    }
}
