package dev.migrate.dialect.sqlite;

import dev.migrate.operation.AlterTable;
import dev.migrate.operation.Operation;
import dev.migrate.operation.RenameConstraint;
import dev.migrate.operation.RenameIndex;
import dev.migrate.operation.TableOperation;
import dev.migrate.schema.SchemaModel;
import dev.migrate.schema.Table;

/** What SQLite makes of a table when it is changed, where that is more than the change says. */
final class SqliteFold {

    private SqliteFold() {}

    static SchemaModel after(Operation operation, SchemaModel before) {
        if (operation instanceof AlterTable several) {
            SchemaModel after = before;
            for (TableOperation change : several.changes()) {
                after = after(change, after);
            }
            return after;
        }
        SchemaModel after = operation.applyTo(before);
        return operation instanceof TableOperation change
                        && before.findTable(change.table()).isPresent()
                        && after.findTable(change.table()).isPresent()
                ? after.change(change.table(), table -> kept(change, before.table(change.table()), table))
                : after;
    }

    /** What stands behind a constraint is known by the constraint's name. */
    private static Table kept(TableOperation change, Table before, Table after) {
        Table named = after;
        if (change instanceof RenameConstraint rename) {
            named = SqliteOptions.renamed(after, rename.constraint(), rename.newName());
        } else if (change instanceof RenameIndex rename) {
            named = SqliteOptions.renamed(after, rename.index(), rename.newName());
        }
        return RowNumber.kept(before, SqliteOptions.tidied(named));
    }
}
