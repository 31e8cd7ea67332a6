package dev.migrate.execute;

import dev.migrate.operation.AddColumn;
import dev.migrate.operation.AddConstraint;
import dev.migrate.operation.AlterColumn;
import dev.migrate.operation.AlterTable;
import dev.migrate.operation.Atomically;
import dev.migrate.operation.Backfill;
import dev.migrate.operation.Change;
import dev.migrate.operation.CreateIndex;
import dev.migrate.operation.DeleteRows;
import dev.migrate.operation.DropIndex;
import dev.migrate.operation.ExecuteSql;
import dev.migrate.operation.InsertRows;
import dev.migrate.operation.Operation;
import dev.migrate.operation.SetTableComment;
import dev.migrate.operation.UpdateRows;
import dev.migrate.operation.VerifyAnswer;
import dev.migrate.schema.PrimaryKey;

/** Whether rows that stay are called after an operation what they were called before it: table and number. */
final class RowsKept {

    private RowsKept() {}

    static boolean by(Operation operation) {
        Operation core = Core.of(operation);
        if (core instanceof Atomically group) {
            return group.operations().stream().allMatch(RowsKept::by);
        }
        if (core instanceof AlterTable several) {
            return several.changes().stream().allMatch(RowsKept::by);
        }
        return core instanceof ExecuteSql sql ? sql.changesRowsOnly() : ofRows(core) || numbersNothing(core);
    }

    private static boolean ofRows(Operation operation) {
        return operation instanceof InsertRows
                || operation instanceof UpdateRows
                || operation instanceof DeleteRows
                || operation instanceof VerifyAnswer
                || operation instanceof Backfill;
    }

    /** A key or a column that numbers the rows from now on may give them other numbers. */
    private static boolean numbersNothing(Operation operation) {
        if (operation instanceof AddColumn add) {
            return add.column().identity().isEmpty();
        }
        if (operation instanceof AlterColumn alter) {
            return alter.type().isEmpty() && alter.identity() instanceof Change.Keep;
        }
        if (operation instanceof AddConstraint add) {
            return !(add.constraint() instanceof PrimaryKey);
        }
        return operation instanceof CreateIndex
                || operation instanceof DropIndex
                || operation instanceof SetTableComment;
    }
}
