package dev.migrate.maven.source;

import dev.migrate.maven.source.Code.Call;
import dev.migrate.maven.source.Code.Chain;
import dev.migrate.maven.source.Code.Lambda;
import dev.migrate.maven.source.Code.Statement;
import dev.migrate.operation.AddColumn;
import dev.migrate.operation.AddConstraint;
import dev.migrate.operation.AlterTable;
import dev.migrate.operation.CreateIndex;
import dev.migrate.operation.CreateTable;
import dev.migrate.operation.DropIndex;
import dev.migrate.operation.DropTable;
import dev.migrate.operation.RenameTable;
import dev.migrate.operation.TableOperation;
import dev.migrate.schema.Constraint;
import dev.migrate.schema.PrimaryKey;
import dev.migrate.schema.TableName;
import dev.migrate.schema.UniqueConstraint;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Operations on tables, each by itself: {@code op.dropColumn("users", "fax")}. */
final class TableOperationCode {

    /** What is called otherwise by itself. */
    private static final Map<String, String> BY_ITSELF = Map.of(
            "addIndex", "createIndex",
            "comment", "tableComment",
            "dropComment", "dropTableComment",
            "options", "tableOptions");

    private final ConstraintCode constraints;
    private final TableCode tables;
    private final TableChangeCode changes;
    private final Notes notes;

    TableOperationCode(ConventionalNames names, ColumnCode columns, Notes notes) {
        this.notes = notes;
        IndexCode indexes = new IndexCode(names);
        constraints = new ConstraintCode(names);
        tables = new TableCode(columns, constraints, indexes);
        changes = new TableChangeCode(names, columns, constraints, indexes);
    }

    Call byItself(TableOperation op) {
        if (op instanceof CreateTable create) {
            return tables.created(create.definition(), false);
        }
        if (op instanceof DropTable) {
            return Call.of("dropTable", table(op));
        }
        if (op instanceof RenameTable rename) {
            return Call.of("renameTable", table(op), Code.words(unqualified(rename.newName())));
        }
        if (op instanceof DropIndex drop && drop.concurrently()) {
            return Call.of("dropIndexConcurrently", table(op), Code.words(drop.index()));
        }
        return op instanceof AlterTable alter ? together(alter) : byItself(op, op.accept(changes));
    }

    private static Call byItself(TableOperation op, Call call) {
        return call.named(BY_ITSELF.getOrDefault(call.name(), call.name())).behind(table(op));
    }

    private static Code table(TableOperation op) {
        return Code.words(op.table().toString());
    }

    private static String unqualified(String name) {
        return new TableName(Optional.empty(), name).toString();
    }

    /** A change by itself that is left out where there is nothing to do; {@code made} tells what there is to look for. */
    List<Call> ifNeeded(TableOperation op, boolean made) {
        if (op instanceof CreateTable create) {
            return List.of(tables.created(create.definition(), true));
        }
        Call ifNeeded = Call.of(made ? "ifNotExists" : "ifExists");
        if (op instanceof CreateIndex create) {
            return List.of(byItself(op, changes.index(create, List.of(ifNeeded))));
        }
        if (op instanceof AlterTable alter && isIndexInAWayOfItsOwn(alter)) {
            return List.of(index(alter, List.of(ifNeeded)));
        }
        if (op instanceof AlterTable alter && !way(alter).isEmpty()) {
            List<Statement> body = new ArrayList<>(body(alter));
            Statement only = body.remove(body.size() - 1);
            body.add(new Statement(only.notes(), only.chain().with(ifNeeded)));
            return List.of(alterTable(alter, body));
        }
        return List.of(byItself(op), ifNeeded);
    }

    /** Changes that are left out where there is no table. */
    Call ifTableExists(AlterTable alter) {
        List<Statement> body = new ArrayList<>();
        body.add(said(Call.of("ifExists")));
        body.addAll(body(alter));
        return alterTable(alter, body);
    }

    private Call together(AlterTable alter) {
        if (isIndexInAWayOfItsOwn(alter)) {
            return index(alter, List.of());
        }
        List<Statement> body = body(alter);
        boolean oneColumn = body.size() == 1 && alter.changes().size() > 1;
        return oneColumn && body.get(0).notes().isEmpty()
                ? byItself(alter, body.get(0).chain().calls().get(0))
                : alterTable(alter, body);
    }

    private static Call alterTable(AlterTable alter, List<Statement> body) {
        return Call.of(
                "alterTable",
                table(alter),
                new Lambda("t", "TableChange", alter.table().name() + " changes", body, false));
    }

    private boolean isIndexInAWayOfItsOwn(AlterTable alter) {
        return alter.changes().size() == 1
                && alter.changes().get(0) instanceof CreateIndex
                && notes.of(alter.changes().get(0)).isEmpty()
                && !way(alter).isEmpty();
    }

    private Call index(AlterTable alter, List<Call> last) {
        CreateIndex create = (CreateIndex) alter.changes().get(0);
        return byItself(
                create,
                changes.index(
                        create,
                        Stream.concat(way(alter).stream(), last.stream()).toList()));
    }

    /** How the server may do it. */
    private static List<Call> way(AlterTable alter) {
        List<Call> way = new ArrayList<>();
        alter.algorithm().ifPresent(only -> way.add(Call.of("algorithm", Code.constant(only, "Algorithm"))));
        alter.lock().ifPresent(atMost -> way.add(Call.of("lock", Code.constant(atMost, "TableLock"))));
        return way;
    }

    private List<Statement> body(AlterTable alter) {
        List<Statement> body = new ArrayList<>();
        way(alter).forEach(call -> body.add(said(call)));
        List<TableOperation> all = alter.changes();
        int next = 0;
        while (next < all.size()) {
            TableOperation change = all.get(next);
            List<AddConstraint> keys = change instanceof AddColumn add ? keysBeside(add, all, next + 1) : List.of();
            Call call = change instanceof AddColumn add && !keys.isEmpty()
                    ? changes.column(add, keys)
                    : change.accept(changes);
            List<String> known = new ArrayList<>(notes.of(change));
            keys.forEach(key -> known.addAll(notes.of(key)));
            body.add(new Statement(known, Chain.of("t", call)));
            next += 1 + keys.size();
        }
        return body;
    }

    private static Statement said(Call call) {
        return new Statement(Chain.of("t", call));
    }

    /** What is added right behind a column, in the order in which keys that are said beside it are added, one of each kind. */
    private List<AddConstraint> keysBeside(AddColumn column, List<TableOperation> all, int from) {
        List<AddConstraint> keys = new ArrayList<>();
        int last = -1;
        for (TableOperation change : all.subList(from, all.size())) {
            if (!(change instanceof AddConstraint key)
                    || !key.constraint()
                            .columns()
                            .equals(List.of(column.column().name()))
                    || !constraints.isInline(key.constraint(), key.table())) {
                break;
            }
            int rank = rank(key.constraint());
            if (rank <= last || (rank == 0 && column.column().nullable())) {
                break;
            }
            keys.add(key);
            last = rank;
        }
        return keys;
    }

    private static int rank(Constraint constraint) {
        return constraint instanceof PrimaryKey ? 0 : constraint instanceof UniqueConstraint ? 1 : 2;
    }
}
