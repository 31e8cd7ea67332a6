package dev.migrate.execute;

import dev.migrate.operation.AddColumn;
import dev.migrate.operation.AddConstraint;
import dev.migrate.operation.AddEnumValue;
import dev.migrate.operation.AlterColumn;
import dev.migrate.operation.AlterSequence;
import dev.migrate.operation.AlterTable;
import dev.migrate.operation.Assurance;
import dev.migrate.operation.Atomically;
import dev.migrate.operation.Backfill;
import dev.migrate.operation.CreateEnum;
import dev.migrate.operation.CreateIndex;
import dev.migrate.operation.CreateSchema;
import dev.migrate.operation.CreateSequence;
import dev.migrate.operation.CreateTable;
import dev.migrate.operation.CreateView;
import dev.migrate.operation.Decide;
import dev.migrate.operation.DeleteRows;
import dev.migrate.operation.DropColumn;
import dev.migrate.operation.DropConstraint;
import dev.migrate.operation.DropEnum;
import dev.migrate.operation.DropIndex;
import dev.migrate.operation.DropSchema;
import dev.migrate.operation.DropSequence;
import dev.migrate.operation.DropTable;
import dev.migrate.operation.DropView;
import dev.migrate.operation.ExecuteSql;
import dev.migrate.operation.IfNeeded;
import dev.migrate.operation.InsertRows;
import dev.migrate.operation.ObjectOperation;
import dev.migrate.operation.Operation;
import dev.migrate.operation.OutsideTransaction;
import dev.migrate.operation.RenameColumn;
import dev.migrate.operation.RenameConstraint;
import dev.migrate.operation.RenameEnum;
import dev.migrate.operation.RenameEnumValue;
import dev.migrate.operation.RenameIndex;
import dev.migrate.operation.RenameSequence;
import dev.migrate.operation.RenameTable;
import dev.migrate.operation.ReplaceView;
import dev.migrate.operation.RunCode;
import dev.migrate.operation.RunScript;
import dev.migrate.operation.SetComment;
import dev.migrate.operation.SetEnumValues;
import dev.migrate.operation.SetTableComment;
import dev.migrate.operation.SetTableOptions;
import dev.migrate.operation.UpdateRows;
import dev.migrate.operation.ValidateConstraint;
import dev.migrate.operation.VerifyAnswer;

/**
 * What may be concluded about an operation of which a statement was sent that commits by itself, and nothing is known of
 * what became of it. A new operation does not compile before it has answered.
 *
 * <p>Changes of rows are asked only where no transaction holds them: elsewhere a kill takes them back. Where
 * {@link Doubt#LOOK} is answered, {@link Effect} tells how to look.
 */
final class DoubtOf implements Operation.Visitor<Doubt>, ObjectOperation.Visitor<Doubt> {

    /** What the catalogue tells of. */
    private final Doubt definition;

    /**
     * @param atomicDdl whether the server does all of a change of definitions or nothing, so that a look sees which
     */
    DoubtOf(boolean atomicDdl) {
        definition = atomicDdl ? Doubt.LOOK : Doubt.STOP;
    }

    @Override
    public Doubt createTable(CreateTable op) {
        return definition;
    }

    @Override
    public Doubt dropTable(DropTable op) {
        return definition;
    }

    @Override
    public Doubt renameTable(RenameTable op) {
        return definition;
    }

    @Override
    public Doubt addColumn(AddColumn op) {
        return definition;
    }

    @Override
    public Doubt dropColumn(DropColumn op) {
        return definition;
    }

    @Override
    public Doubt renameColumn(RenameColumn op) {
        return definition;
    }

    @Override
    public Doubt alterColumn(AlterColumn op) {
        return definition;
    }

    @Override
    public Doubt alterTable(AlterTable op) {
        return definition;
    }

    @Override
    public Doubt setTableComment(SetTableComment op) {
        return Doubt.REPEAT;
    }

    @Override
    public Doubt setTableOptions(SetTableOptions op) {
        return Doubt.REPEAT;
    }

    @Override
    public Doubt createIndex(CreateIndex op) {
        return definition;
    }

    @Override
    public Doubt dropIndex(DropIndex op) {
        return definition;
    }

    @Override
    public Doubt renameIndex(RenameIndex op) {
        return definition;
    }

    @Override
    public Doubt addConstraint(AddConstraint op) {
        return definition;
    }

    @Override
    public Doubt dropConstraint(DropConstraint op) {
        return definition;
    }

    @Override
    public Doubt renameConstraint(RenameConstraint op) {
        return definition;
    }

    /** To check rows that were checked is harmless. */
    @Override
    public Doubt validateConstraint(ValidateConstraint op) {
        return Doubt.REPEAT;
    }

    // Beside tables.

    @Override
    public Doubt objectOperation(ObjectOperation op) {
        return op.accept((ObjectOperation.Visitor<Doubt>) this);
    }

    @Override
    public Doubt createSequence(CreateSequence op) {
        return definition;
    }

    @Override
    public Doubt renameSequence(RenameSequence op) {
        return definition;
    }

    @Override
    public Doubt dropSequence(DropSequence op) {
        return definition;
    }

    @Override
    public Doubt createSchema(CreateSchema op) {
        return definition;
    }

    @Override
    public Doubt dropSchema(DropSchema op) {
        return definition;
    }

    @Override
    public Doubt createEnum(CreateEnum op) {
        return definition;
    }

    @Override
    public Doubt renameEnum(RenameEnum op) {
        return definition;
    }

    @Override
    public Doubt dropEnum(DropEnum op) {
        return definition;
    }

    /** Servers keep a query in words of their own: that there is a view of that name does not say that it is this one. */
    @Override
    public Doubt createView(CreateView op) {
        return Doubt.STOP;
    }

    @Override
    public Doubt dropView(DropView op) {
        return definition;
    }

    /** Where it begins anew, numbers may have been taken since. */
    @Override
    public Doubt alterSequence(AlterSequence op) {
        return Doubt.STOP;
    }

    @Override
    public Doubt addEnumValue(AddEnumValue op) {
        return Doubt.STOP;
    }

    @Override
    public Doubt renameEnumValue(RenameEnumValue op) {
        return Doubt.STOP;
    }

    @Override
    public Doubt setEnumValues(SetEnumValues op) {
        return Doubt.STOP;
    }

    @Override
    public Doubt replaceView(ReplaceView op) {
        return Doubt.REPEAT;
    }

    @Override
    public Doubt setComment(SetComment op) {
        return Doubt.REPEAT;
    }

    // Rows, SQL and code.

    @Override
    public Doubt insertRows(InsertRows op) {
        return Doubt.STOP;
    }

    @Override
    public Doubt updateRows(UpdateRows op) {
        return Doubt.STOP;
    }

    @Override
    public Doubt deleteRows(DeleteRows op) {
        return Doubt.STOP;
    }

    /** One that keeps its place is never in doubt. A script changes all rows at once, and they may have stayed. */
    @Override
    public Doubt backfill(Backfill op) {
        return Doubt.STOP;
    }

    @Override
    public Doubt executeSql(ExecuteSql op) {
        return of(op.assurance());
    }

    @Override
    public Doubt runScript(RunScript op) {
        return of(op.assurance());
    }

    @Override
    public Doubt runCode(RunCode op) {
        return of(op.assurance());
    }

    private static Doubt of(Assurance assurance) {
        if (assurance.doneWhen().isPresent()) {
            return Doubt.LOOK;
        }
        return assurance.repeatable() ? Doubt.REPEAT : Doubt.STOP;
    }

    @Override
    public Doubt verifyAnswer(VerifyAnswer op) {
        return Doubt.REPEAT;
    }

    /** Of what was decided only the SQL is written down. */
    @Override
    public Doubt decide(Decide op) {
        return Doubt.STOP;
    }

    /** One transaction, which is asked about only where something in it does not keep to that. */
    @Override
    public Doubt atomically(Atomically op) {
        return Doubt.STOP;
    }

    @Override
    public Doubt outsideTransaction(OutsideTransaction op) {
        return op.operation().accept(this);
    }

    @Override
    public Doubt ifNeeded(IfNeeded op) {
        return op.operation().accept(this);
    }
}
