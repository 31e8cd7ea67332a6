package dev.migrate.dialect.h2;

import dev.migrate.dialect.AnsiObjects;
import dev.migrate.dialect.AnsiRenderer;
import dev.migrate.dialect.ColumnClauses;
import dev.migrate.dialect.Dialect;
import dev.migrate.dialect.NativeExistence;
import dev.migrate.dialect.SqlStatement;
import dev.migrate.operation.AddColumn;
import dev.migrate.operation.AddConstraint;
import dev.migrate.operation.CreateIndex;
import dev.migrate.operation.DropConstraint;
import dev.migrate.operation.DropIndex;
import dev.migrate.operation.RenameColumn;
import dev.migrate.schema.Column;
import dev.migrate.schema.ColumnPosition;
import dev.migrate.schema.Constraint;
import dev.migrate.schema.Index;
import dev.migrate.schema.ObjectName.Kind;
import dev.migrate.schema.PrimaryKey;
import dev.migrate.schema.SchemaModel;
import dev.migrate.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** SQL as H2 has it. */
final class H2Renderer extends AnsiRenderer {

    private final H2Definitions h2;

    H2Renderer(Dialect dialect, H2Definitions sql, SchemaModel before) {
        super(dialect, sql, before);
        h2 = sql;
    }

    @Override
    protected AnsiObjects objects() {
        return new H2Objects(h2, before);
    }

    @Override
    protected ColumnClauses columnClauses() {
        return new H2ColumnClauses(h2);
    }

    @Override
    protected String position(AddColumn op, ColumnPosition position) {
        return position.after()
                .map(column -> " AFTER " + sql.name(column))
                .orElseGet(() -> " BEFORE "
                        + sql.name(before.table(op.table()).columns().get(0).name()));
    }

    @Override
    public List<SqlStatement> renameColumn(RenameColumn op) {
        return alter(op.table(), "ALTER COLUMN " + sql.name(op.column()) + " RENAME TO " + sql.name(op.newName()));
    }

    @Override
    public List<SqlStatement> createIndex(CreateIndex op) {
        List<SqlStatement> statements = super.createIndex(op);
        return op.index().nullsNotDistinct()
                ? ddl(statements.get(0).sql().replaceFirst(" UNIQUE INDEX ", " UNIQUE NULLS NOT DISTINCT INDEX "))
                : statements;
    }

    /** H2 makes no column of a new primary key not null by itself: it refuses (90023). To say it twice does no harm. */
    @Override
    public List<SqlStatement> addConstraint(AddConstraint op) {
        List<SqlStatement> statements = new ArrayList<>();
        if (op.constraint() instanceof PrimaryKey key) {
            Optional<Table> table = before.findTable(op.table());
            key.columns().stream()
                    .filter(column -> table.flatMap(known -> known.findColumn(column))
                            .map(Column::nullable)
                            .orElse(true))
                    .forEach(column ->
                            statements.addAll(alter(op.table(), "ALTER COLUMN " + sql.name(column) + " SET NOT NULL")));
        }
        statements.addAll(super.addConstraint(op));
        return statements;
    }

    /**
     * H2 lets a new key use an index that is there, and then refuses to drop that. A key that may be using it is taken
     * off and put back, with an index of its own.
     */
    @Override
    public List<SqlStatement> dropIndex(DropIndex op) {
        List<Constraint> users = before.findTable(op.table())
                .map(table -> usersOf(op.index(), table))
                .orElse(List.of());
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
    protected NativeExistence nativeExistence() {
        return super.nativeExistence()
                .in(Kind.TABLE, "ALTER TABLE")
                .in(Kind.COLUMN, "ALTER TABLE # ADD COLUMN", "ALTER TABLE # DROP COLUMN", "ALTER TABLE # ALTER COLUMN")
                .in(Kind.INDEX, "CREATE [UNIQUE ]INDEX", "DROP INDEX", "ALTER INDEX")
                .in(Kind.CONSTRAINT, "ALTER TABLE # ADD CONSTRAINT", "ALTER TABLE # DROP CONSTRAINT")
                .in(Kind.SEQUENCE, "CREATE SEQUENCE", "DROP SEQUENCE", "ALTER SEQUENCE")
                .in(Kind.SCHEMA, "CREATE SCHEMA", "DROP SCHEMA")
                .in(Kind.VIEW, "DROP VIEW");
    }
}
