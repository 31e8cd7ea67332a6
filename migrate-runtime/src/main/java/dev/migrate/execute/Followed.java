package dev.migrate.execute;

import dev.migrate.dialect.Dialect;
import dev.migrate.operation.AlterTable;
import dev.migrate.operation.DropIndex;
import dev.migrate.operation.Operation;
import dev.migrate.operation.RenameColumn;
import dev.migrate.operation.RenameTable;
import dev.migrate.schema.Index;
import dev.migrate.schema.SchemaModel;
import dev.migrate.schema.Table;

/** How what is known of tables follows an operation while nobody looks again. */
final class Followed {

    /** Why nothing is known of a table. */
    static final String REWRITTEN = "it was renamed, or a column of it or of another table, and the database has"
            + " rewritten its checks, its computed columns or its indexes";

    private Followed() {}

    /** What is known after an operation. */
    static SchemaModel by(Operation operation, SchemaModel before, Dialect dialect) {
        return isHalfDone(Core.of(operation), before) ? before : dialect.after(operation, before);
    }

    /** An index whose concurrent drop was broken off is shown by no reading. The server finds it all the same. */
    private static boolean isHalfDone(Operation operation, SchemaModel before) {
        return operation instanceof DropIndex drop
                && drop.concurrently()
                && before.findTable(drop.table())
                        .filter(table -> !drop.isKnownOn(table))
                        .isPresent();
    }

    /** The database follows a renaming in SQL that it keeps, such as checks; the model does not: somebody has to look again. */
    static SchemaModel withoutText(Operation operation, SchemaModel after) {
        SchemaModel known = after;
        if (renames(operation)) {
            for (Table table : after.tables()) {
                known = hasText(table) ? known.withUnknown(table.name(), REWRITTEN) : known;
            }
        }
        return known;
    }

    static boolean renames(Operation operation) {
        return operation instanceof RenameTable
                || operation instanceof RenameColumn
                || (operation instanceof AlterTable several
                        && several.changes().stream().anyMatch(Followed::renames));
    }

    static boolean hasText(Table table) {
        return !table.checks().isEmpty()
                || !table.exclusions().isEmpty()
                || !table.options().isEmpty()
                || table.columns().stream()
                        .anyMatch(column -> column.generated().isPresent())
                || table.indexes().stream()
                        .anyMatch(index -> index.where().isPresent()
                                || index.parts().stream().anyMatch(Index.Part::expression));
    }
}
