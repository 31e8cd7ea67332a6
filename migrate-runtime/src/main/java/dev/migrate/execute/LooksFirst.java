package dev.migrate.execute;

import dev.migrate.operation.AddColumn;
import dev.migrate.operation.AddConstraint;
import dev.migrate.operation.AlterColumn;
import dev.migrate.operation.AlterTable;
import dev.migrate.operation.Atomically;
import dev.migrate.operation.Backfill;
import dev.migrate.operation.CreateIndex;
import dev.migrate.operation.CreateTable;
import dev.migrate.operation.Decide;
import dev.migrate.operation.DeleteRows;
import dev.migrate.operation.DropColumn;
import dev.migrate.operation.DropConstraint;
import dev.migrate.operation.DropIndex;
import dev.migrate.operation.DropTable;
import dev.migrate.operation.ExecuteSql;
import dev.migrate.operation.IfNeeded;
import dev.migrate.operation.InsertRows;
import dev.migrate.operation.ObjectOperation;
import dev.migrate.operation.Operation;
import dev.migrate.operation.OutsideTransaction;
import dev.migrate.operation.RenameColumn;
import dev.migrate.operation.RenameConstraint;
import dev.migrate.operation.RenameIndex;
import dev.migrate.operation.RenameTable;
import dev.migrate.operation.RunCode;
import dev.migrate.operation.RunScript;
import dev.migrate.operation.SetTableComment;
import dev.migrate.operation.SetTableOptions;
import dev.migrate.operation.UpdateRows;
import dev.migrate.operation.ValidateConstraint;
import dev.migrate.operation.VerifyAnswer;

/**
 * Whether the SQL of an operation depends on what its table is. A look into the catalogue costs more than most
 * operations themselves, so only those that change something which is there already get one.
 */
final class LooksFirst implements Operation.Visitor<Boolean> {

    private final boolean wholeTable;

    /**
     * @param wholeTable whether any change within a table may need to know all of it
     */
    LooksFirst(boolean wholeTable) {
        this.wholeTable = wholeTable;
    }

    @Override
    public Boolean createTable(CreateTable op) {
        return false;
    }

    @Override
    public Boolean dropTable(DropTable op) {
        return false;
    }

    @Override
    public Boolean renameTable(RenameTable op) {
        return false;
    }

    @Override
    public Boolean setTableComment(SetTableComment op) {
        return false;
    }

    /** Its columns follow the character set. */
    @Override
    public Boolean setTableOptions(SetTableOptions op) {
        return wholeTable
                || op.changes().containsKey(SetTableOptions.CHARSET)
                || op.changes().containsKey(SetTableOptions.COLLATION);
    }

    /** What has no word for the first place says which column it precedes. */
    @Override
    public Boolean addColumn(AddColumn op) {
        return wholeTable
                || op.position().filter(place -> place.after().isEmpty()).isPresent();
    }

    @Override
    public Boolean dropColumn(DropColumn op) {
        return true;
    }

    @Override
    public Boolean renameColumn(RenameColumn op) {
        return true;
    }

    @Override
    public Boolean alterColumn(AlterColumn op) {
        return true;
    }

    @Override
    public Boolean alterTable(AlterTable op) {
        return op.changes().stream().anyMatch(change -> change.accept(this));
    }

    /** Some tables cannot have one built while others write. */
    @Override
    public Boolean createIndex(CreateIndex op) {
        return op.concurrently();
    }

    @Override
    public Boolean dropIndex(DropIndex op) {
        return wholeTable;
    }

    @Override
    public Boolean renameIndex(RenameIndex op) {
        return true;
    }

    @Override
    public Boolean addConstraint(AddConstraint op) {
        return wholeTable;
    }

    @Override
    public Boolean dropConstraint(DropConstraint op) {
        return true;
    }

    /** What these look at is not one table; {@link ObjectLook} does it. */
    @Override
    public Boolean objectOperation(ObjectOperation op) {
        return false;
    }

    @Override
    public Boolean renameConstraint(RenameConstraint op) {
        return true;
    }

    @Override
    public Boolean validateConstraint(ValidateConstraint op) {
        return true;
    }

    @Override
    public Boolean insertRows(InsertRows op) {
        return false;
    }

    @Override
    public Boolean updateRows(UpdateRows op) {
        return false;
    }

    @Override
    public Boolean deleteRows(DeleteRows op) {
        return false;
    }

    @Override
    public Boolean executeSql(ExecuteSql op) {
        return false;
    }

    @Override
    public Boolean runScript(RunScript op) {
        return false;
    }

    @Override
    public Boolean runCode(RunCode op) {
        return false;
    }

    @Override
    public Boolean verifyAnswer(VerifyAnswer op) {
        return false;
    }

    @Override
    public Boolean backfill(Backfill op) {
        return false;
    }

    @Override
    public Boolean decide(Decide op) {
        return false;
    }

    @Override
    public Boolean atomically(Atomically op) {
        return false;
    }

    @Override
    public Boolean outsideTransaction(OutsideTransaction op) {
        return op.operation().accept(this);
    }

    @Override
    public Boolean ifNeeded(IfNeeded op) {
        return op.operation().accept(this);
    }
}
