package dev.migrate.diff;

import static java.util.Objects.requireNonNull;

import dev.migrate.operation.AlterColumn;
import dev.migrate.operation.AlterTable;
import dev.migrate.operation.CreateView;
import dev.migrate.operation.DropColumn;
import dev.migrate.operation.DropTable;
import dev.migrate.operation.DropView;
import dev.migrate.operation.EnumColumns;
import dev.migrate.operation.Operation;
import dev.migrate.operation.RenameColumn;
import dev.migrate.operation.RenameTable;
import dev.migrate.operation.SetEnumValues;
import dev.migrate.schema.ObjectName;
import dev.migrate.schema.SchemaModel;
import dev.migrate.schema.TableName;
import dev.migrate.schema.View;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A view that shows what an operation changes or drops, where the database refuses that under a view, and nobody knows how to
 * take it away and bring it back: it keeps rows, which may have indexes; it calls a column by a name that is another by
 * then; or what it shows is there no more.
 *
 * @param view the view, as the database has it
 * @param operation the operation; where several are one statement, the one among them
 * @param object what it changes or drops, by its present name
 */
public record ViewInTheWay(View view, Operation operation, ObjectName object) {

    public ViewInTheWay {
        requireNonNull(view, "view");
        requireNonNull(operation, "operation");
        requireNonNull(object, "object");
    }

    /**
     * @param operations in the order in which they are done
     * @param present what there is before them
     */
    static List<ViewInTheWay> of(List<Operation> operations, SchemaModel present) {
        List<ViewInTheWay> found = new ArrayList<>();
        Set<TableName> gone = new HashSet<>();
        for (Operation operation : operations.stream()
                .flatMap(each -> each instanceof AlterTable several ? several.changes().stream() : Stream.of(each))
                .toList()) {
            if (operation instanceof DropView drop) {
                gone.add(drop.view());
            } else if (operation instanceof CreateView create) {
                gone.remove(create.definition().name());
            }
            for (ObjectName object : held(operation, operations, present)) {
                present.views().stream()
                        .filter(view -> !gone.contains(view.name()) && HeldViews.shows(view, object))
                        .forEach(view -> found.add(new ViewInTheWay(view, operation, object)));
            }
        }
        return found;
    }

    private static List<ObjectName> held(Operation operation, List<Operation> all, SchemaModel present) {
        if (operation instanceof DropTable drop) {
            return List.of(ObjectName.table(before(drop.table(), all)));
        }
        if (operation instanceof DropColumn drop) {
            return List.of(before(drop.table(), drop.column(), all));
        }
        if (operation instanceof AlterColumn alter && alter.type().isPresent()) {
            return List.of(before(alter.table(), alter.column(), all));
        }
        return operation instanceof SetEnumValues values
                ? EnumColumns.of(values.type(), present).stream()
                        .map(use -> ObjectName.of(
                                ObjectName.Kind.COLUMN,
                                use.table(),
                                use.column().name()))
                        .toList()
                : List.of();
    }

    /** What gets another name by the same migration stands in a view under the old one. */
    private static TableName before(TableName table, List<Operation> operations) {
        TableName name = table;
        for (int i = operations.size() - 1; i >= 0; i--) {
            if (operations.get(i) instanceof RenameTable rename
                    && rename.table().sibling(rename.newName()).equals(name)) {
                name = rename.table();
            }
        }
        return name;
    }

    private static ObjectName before(TableName table, String column, List<Operation> operations) {
        String name = column;
        for (int i = operations.size() - 1; i >= 0; i--) {
            if (operations.get(i) instanceof RenameColumn rename
                    && rename.table().equals(table)
                    && rename.newName().equals(name)) {
                name = rename.column();
            }
        }
        return ObjectName.of(ObjectName.Kind.COLUMN, before(table, operations), name);
    }

    /**
     * What has to be done about it.
     *
     * @return a sentence
     */
    public String advice() {
        boolean drops = operation instanceof DropTable || operation instanceof DropColumn;
        return (view.materialized() ? "materialized view " : "view ") + view.name() + " shows " + object + ", which "
                + (drops ? "is dropped" : "gets another type")
                + ", and the database refuses that as long as the view is there: drop it before, and "
                + (drops ? "make it anew without that after" : "make it again after")
                + (view.materialized() ? ", its indexes too" : "");
    }
}
