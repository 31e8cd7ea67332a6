package dev.migrate.maven.source;

import dev.migrate.maven.source.Code.Call;
import dev.migrate.maven.source.Code.Chain;
import dev.migrate.maven.source.Code.Lambda;
import dev.migrate.maven.source.Code.Statement;
import dev.migrate.operation.AddColumn;
import dev.migrate.operation.AddConstraint;
import dev.migrate.operation.AlterColumn;
import dev.migrate.operation.AlterTable;
import dev.migrate.operation.Assurance;
import dev.migrate.operation.Atomically;
import dev.migrate.operation.Backfill;
import dev.migrate.operation.Condition;
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
import dev.migrate.operation.TableOperation;
import dev.migrate.operation.UpdateRows;
import dev.migrate.operation.ValidateConstraint;
import dev.migrate.operation.VerifyAnswer;
import dev.migrate.schema.TableName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What is called on {@code op} for an operation that the words of a migration can say; the others are refused. */
final class OperationCode implements Operation.Visitor<List<Call>> {

    private final TableOperationCode tables;
    private final ObjectCode objects = new ObjectCode();
    private final ValueCode values;
    private final Notes notes;

    OperationCode(ConventionalNames names, ValueCode values, Notes notes) {
        this.values = values;
        this.notes = notes;
        tables = new TableOperationCode(names, new ColumnCode(values), notes);
    }

    /** One statement for each. */
    List<Statement> statements(String receiver, List<? extends Operation> operations) {
        return operations.stream()
                .map(operation -> new Statement(notes.of(operation), new Chain(receiver, operation.accept(this))))
                .toList();
    }

    private List<Call> table(TableOperation op) {
        return List.of(tables.byItself(op));
    }

    @Override
    public List<Call> createTable(CreateTable op) {
        return table(op);
    }

    @Override
    public List<Call> dropTable(DropTable op) {
        return table(op);
    }

    @Override
    public List<Call> renameTable(RenameTable op) {
        return table(op);
    }

    @Override
    public List<Call> setTableComment(SetTableComment op) {
        return table(op);
    }

    @Override
    public List<Call> setTableOptions(SetTableOptions op) {
        return table(op);
    }

    @Override
    public List<Call> addColumn(AddColumn op) {
        return table(op);
    }

    @Override
    public List<Call> dropColumn(DropColumn op) {
        return table(op);
    }

    @Override
    public List<Call> renameColumn(RenameColumn op) {
        return table(op);
    }

    @Override
    public List<Call> alterColumn(AlterColumn op) {
        return table(op);
    }

    @Override
    public List<Call> alterTable(AlterTable op) {
        return table(op);
    }

    @Override
    public List<Call> createIndex(CreateIndex op) {
        return table(op);
    }

    @Override
    public List<Call> dropIndex(DropIndex op) {
        return table(op);
    }

    @Override
    public List<Call> renameIndex(RenameIndex op) {
        return table(op);
    }

    @Override
    public List<Call> addConstraint(AddConstraint op) {
        return table(op);
    }

    @Override
    public List<Call> dropConstraint(DropConstraint op) {
        return table(op);
    }

    @Override
    public List<Call> renameConstraint(RenameConstraint op) {
        return table(op);
    }

    @Override
    public List<Call> validateConstraint(ValidateConstraint op) {
        return table(op);
    }

    @Override
    public List<Call> objectOperation(ObjectOperation op) {
        return List.of(op.accept(objects));
    }

    @Override
    public List<Call> insertRows(InsertRows op) {
        List<Call> calls = new ArrayList<>();
        calls.add(Call.naming("columns", op.columns()));
        op.rows().forEach(row -> calls.add(new Call("row", values.all(row))));
        return rows(
                "insert",
                op.table(),
                new Lambda("r", "InsertSpec", op.table().name() + " rows", inRow("r", calls), false));
    }

    /** A few rows in a row, many each in a statement of its own, so that they can be split. */
    private static List<Statement> inRow(String receiver, List<Call> calls) {
        int few = 6;
        return calls.size() <= few
                ? List.of(new Statement(new Chain(receiver, calls)))
                : calls.stream()
                        .map(call -> new Statement(Chain.of(receiver, call)))
                        .toList();
    }

    @Override
    public List<Call> updateRows(UpdateRows op) {
        List<Call> words = new ArrayList<>();
        for (UpdateRows.Assignment assignment : op.assignments()) {
            Code column = Code.words(assignment.column());
            words.add(assignment
                    .expression()
                    .map(sql -> Call.of("setExpression", column, Code.sql(sql)))
                    .orElseGet(() -> Call.of("set", column, values.of(assignment.value()))));
        }
        words.add(chosen(op.where()));
        return rows("update", op.table(), Code.described("u", "UpdateSpec", words));
    }

    @Override
    public List<Call> deleteRows(DeleteRows op) {
        return rows("delete", op.table(), Code.described("d", "DeleteSpec", List.of(chosen(op.where()))));
    }

    private static List<Call> rows(String word, TableName table, Code which) {
        return List.of(Call.of(word, Code.words(table.toString()), which));
    }

    private Call chosen(Optional<Condition> condition) {
        return condition
                .map(where -> withArguments("where", where.sql(), where.arguments()))
                .orElseGet(() -> Call.of("everywhere"));
    }

    private Call withArguments(String word, String sql, List<? extends @Nullable Object> arguments) {
        List<Code> all = new ArrayList<>();
        all.add(Code.sql(sql));
        all.addAll(values.all(arguments));
        return new Call(word, all);
    }

    @Override
    public List<Call> backfill(Backfill op) {
        int inSet = questionMarks(op.set());
        int inWhere = op.where().map(OperationCode::questionMarks).orElse(0);
        int arguments = op.arguments().size();
        if (arguments > 0 && inSet + inWhere != arguments) {
            throw Unwritable.operation(op, "which of its question marks stand for values cannot be told");
        }
        List<Call> words = new ArrayList<>();
        if (!op.key().isEmpty()) {
            words.add(Call.naming("key", op.key()));
        }
        if (op.pace().batch() != 1_000) {
            words.add(Call.of("batch", Code.number(op.pace().batch())));
        }
        if (op.pace().pauseMillis() != 0) {
            words.add(Call.of("pauseMillis", Code.number(op.pace().pauseMillis())));
        }
        int cut = Math.min(inSet, arguments);
        words.add(withArguments("set", op.set(), op.arguments().subList(0, cut)));
        op.where()
                .ifPresent(where ->
                        words.add(withArguments("where", where, op.arguments().subList(cut, arguments))));
        return rows("backfill", op.table(), Code.described("b", "BackfillSpec", words));
    }

    /** Quoted ones as well: where their number is that of the values, none is quoted. */
    private static int questionMarks(String sql) {
        return (int) sql.chars().filter(c -> c == '?').count();
    }

    @Override
    public List<Call> executeSql(ExecuteSql op) {
        return assured(withArguments("execute", op.sql(), op.arguments()), op.assurance());
    }

    @Override
    public List<Call> runScript(RunScript op) {
        return assured(Call.of("script", Code.words(op.path())), op.assurance());
    }

    private static List<Call> assured(Call call, Assurance assurance) {
        List<Call> calls = new ArrayList<>();
        calls.add(call);
        assurance.doneWhen().ifPresent(query -> calls.add(Call.of("doneWhen", Code.sql(query))));
        if (assurance.repeatable()) {
            calls.add(Call.of("repeatable"));
        }
        return calls;
    }

    @Override
    public List<Call> runCode(RunCode op) {
        throw Unwritable.operation(op, "it is code");
    }

    @Override
    public List<Call> verifyAnswer(VerifyAnswer op) {
        List<Code> arguments = new ArrayList<>();
        arguments.add(Code.words(op.what()));
        arguments.add(Code.sql(op.query()));
        arguments.add(values.of(op.expected()));
        arguments.addAll(values.all(op.arguments()));
        return List.of(new Call("verify", arguments));
    }

    @Override
    public List<Call> decide(Decide op) {
        throw Unwritable.operation(op, "what it does is decided by code");
    }

    @Override
    public List<Call> atomically(Atomically op) {
        return List.of(inner("atomically", op.operations()));
    }

    @Override
    public List<Call> outsideTransaction(OutsideTransaction op) {
        return List.of(inner("outsideTransaction", List.of(op.operation())));
    }

    private Call inner(String word, List<Operation> operations) {
        return Call.of(word, new Lambda("inner", "Operations", word, statements("inner", operations), false));
    }

    @Override
    public List<Call> ifNeeded(IfNeeded op) {
        Operation inner = op.operation();
        boolean made = op.wanted().made();
        if (op.ofTable() && inner instanceof AlterTable alter) {
            return List.of(tables.ifTableExists(alter));
        }
        if (inner instanceof TableOperation change) {
            return tables.ifNeeded(change, made);
        }
        if (inner instanceof ObjectOperation object) {
            return List.of(object.accept(objects), Call.of(made ? "ifNotExists" : "ifExists"));
        }
        throw Unwritable.operation(op, "it has no word for that");
    }
}
