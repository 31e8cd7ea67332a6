package dev.migrate.maven.source;

import dev.migrate.maven.source.Code.Call;
import dev.migrate.maven.source.Code.Lambda;
import dev.migrate.maven.source.Code.Statement;
import dev.migrate.operation.AddColumn;
import dev.migrate.operation.AddConstraint;
import dev.migrate.operation.AlterColumn;
import dev.migrate.operation.AlterTable;
import dev.migrate.operation.CreateIndex;
import dev.migrate.operation.CreateTable;
import dev.migrate.operation.DropColumn;
import dev.migrate.operation.DropConstraint;
import dev.migrate.operation.DropIndex;
import dev.migrate.operation.DropTable;
import dev.migrate.operation.RenameColumn;
import dev.migrate.operation.RenameConstraint;
import dev.migrate.operation.RenameIndex;
import dev.migrate.operation.RenameTable;
import dev.migrate.operation.SetTableComment;
import dev.migrate.operation.SetTableOptions;
import dev.migrate.operation.TableOperation;
import dev.migrate.operation.ValidateConstraint;
import dev.migrate.problem.MigrateException;
import dev.migrate.schema.Constraint;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A change of a table, as it is said within {@code alterTable}. */
final class TableChangeCode implements TableOperation.Visitor<Call> {

    private final ConventionalNames names;
    private final ColumnCode columns;
    private final ConstraintCode constraints;
    private final IndexCode indexes;

    TableChangeCode(ConventionalNames names, ColumnCode columns, ConstraintCode constraints, IndexCode indexes) {
        this.names = names;
        this.columns = columns;
        this.constraints = constraints;
        this.indexes = indexes;
    }

    /** A column with what is said of keys beside it. */
    Call column(AddColumn op, List<AddConstraint> keys) {
        InlineKeys inline =
                constraints.inlined(keys.stream().map(AddConstraint::constraint).toList(), op.table());
        return Call.of(
                "addColumn",
                new Lambda(
                        "c",
                        "NewColumn",
                        op.column().name(),
                        List.of(new Statement(columns.added("c", op.column(), op.position(), inline))),
                        false));
    }

    /** An index with further words about how it is made. */
    Call index(CreateIndex op, List<Call> further) {
        List<Call> words = new ArrayList<>(indexes.words(op.index(), op.table()));
        if (op.concurrently()) {
            words.add(Call.of("concurrently"));
        }
        words.addAll(further);
        return Call.of("addIndex", Code.described("i", "IndexSpec", words));
    }

    @Override
    public Call createTable(CreateTable op) {
        throw noPart(op);
    }

    @Override
    public Call dropTable(DropTable op) {
        throw noPart(op);
    }

    @Override
    public Call renameTable(RenameTable op) {
        throw noPart(op);
    }

    @Override
    public Call alterTable(AlterTable op) {
        throw noPart(op);
    }

    private static MigrateException noPart(TableOperation op) {
        return Unwritable.operation(op, "it cannot be one of several changes of a table");
    }

    @Override
    public Call setTableComment(SetTableComment op) {
        return op.comment().map(text -> Call.of("comment", Code.words(text))).orElseGet(() -> Call.of("dropComment"));
    }

    @Override
    public Call setTableOptions(SetTableOptions op) {
        return TableCode.options(op.changes());
    }

    @Override
    public Call addColumn(AddColumn op) {
        return column(op, List.of());
    }

    @Override
    public Call dropColumn(DropColumn op) {
        return Call.of("dropColumn", Code.words(op.column()));
    }

    @Override
    public Call renameColumn(RenameColumn op) {
        return Call.of("renameColumn", Code.words(op.column()), Code.words(op.newName()));
    }

    @Override
    public Call alterColumn(AlterColumn op) {
        return Call.of(
                "alterColumn", Code.words(op.column()), Code.described("c", "ColumnChange", columns.changed(op)));
    }

    @Override
    public Call createIndex(CreateIndex op) {
        return index(op, List.of());
    }

    @Override
    public Call dropIndex(DropIndex op) {
        if (op.concurrently()) {
            throw noPart(op);
        }
        return Call.of("dropIndex", Code.words(op.index()));
    }

    @Override
    public Call renameIndex(RenameIndex op) {
        return Call.of("renameIndex", Code.words(op.index()), Code.words(op.newName()));
    }

    @Override
    public Call addConstraint(AddConstraint op) {
        return constraints.added(op.constraint(), op.table());
    }

    @Override
    public Call dropConstraint(DropConstraint op) {
        if (op.kind().equals(Optional.of(Constraint.Kind.PRIMARY_KEY))
                && names.isPrimaryKey(op.constraint(), op.table())) {
            return Call.of("dropPrimaryKey");
        }
        return ofKind(Call.of("dropConstraint", Code.words(op.constraint())), op.kind());
    }

    @Override
    public Call renameConstraint(RenameConstraint op) {
        return ofKind(Call.of("renameConstraint", Code.words(op.constraint()), Code.words(op.newName())), op.kind());
    }

    private static Call ofKind(Call call, Optional<Constraint.Kind> kind) {
        List<Code> arguments = new ArrayList<>(call.arguments());
        kind.ifPresent(known -> arguments.add(Code.constant(known, "ConstraintKind")));
        return new Call(call.name(), arguments);
    }

    @Override
    public Call validateConstraint(ValidateConstraint op) {
        return Call.of("validateConstraint", Code.words(op.constraint()));
    }
}
