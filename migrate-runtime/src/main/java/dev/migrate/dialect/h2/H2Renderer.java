package dev.migrate.dialect.h2;

import dev.migrate.dialect.AnsiRenderer;
import dev.migrate.dialect.Dialect;
import dev.migrate.dialect.SqlStatement;
import dev.migrate.operation.AddConstraint;
import dev.migrate.operation.DropConstraint;
import dev.migrate.operation.DropIndex;
import dev.migrate.operation.RenameColumn;
import dev.migrate.schema.Column;
import dev.migrate.schema.ColumnType;
import dev.migrate.schema.Constraint;
import dev.migrate.schema.DefaultValue;
import dev.migrate.schema.Generated;
import dev.migrate.schema.Index;
import dev.migrate.schema.SchemaModel;
import dev.migrate.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** SQL as H2 has it. */
final class H2Renderer extends AnsiRenderer {

    H2Renderer(Dialect dialect, H2Types types, SchemaModel before) {
        super(dialect, types, before);
    }

    @Override
    public List<SqlStatement> renameColumn(RenameColumn op) {
        return alter(op.table(), "ALTER COLUMN " + name(op.column()) + " RENAME TO " + name(op.newName()));
    }

    /**
     * H2 lets a new key use an index that is there, and then refuses to drop that. A key that may be using it is taken
     * off and put back, with an index of its own.
     */
    @Override
    public List<SqlStatement> dropIndex(DropIndex op) {
        List<Constraint> users =
                known(op.table()).map(table -> usersOf(op.index(), table)).orElse(List.of());
        List<SqlStatement> statements = new ArrayList<>();
        users.forEach(user -> statements.addAll(dropConstraint(new DropConstraint(op.table(), user.name()))));
        statements.addAll(super.dropIndex(op));
        users.forEach(user -> statements.addAll(addConstraint(new AddConstraint(op.table(), user))));
        return statements;
    }

    private static List<Constraint> usersOf(String name, Table table) {
        List<Constraint> users = new ArrayList<>();
        for (Index index : table.indexes()) {
            if (index.name().equals(name)) {
                List<String> columns =
                        index.parts().stream().map(Index.Part::term).toList();
                table.uniques().stream()
                        .filter(key ->
                                index.unique() && Set.copyOf(key.columns()).containsAll(columns))
                        .forEach(users::add);
                table.foreignKeys().stream()
                        .filter(key -> beginWith(columns, key.columns()))
                        .forEach(users::add);
            }
        }
        return users;
    }

    /** In any order. */
    private static boolean beginWith(List<String> columns, List<String> some) {
        return columns.size() >= some.size()
                && Set.copyOf(columns.subList(0, some.size())).equals(Set.copyOf(some));
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
