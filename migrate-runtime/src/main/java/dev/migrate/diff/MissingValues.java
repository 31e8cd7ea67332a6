package dev.migrate.diff;

import dev.migrate.operation.AddColumn;
import dev.migrate.operation.AlterColumn;
import dev.migrate.operation.AlterTable;
import dev.migrate.operation.Operation;
import dev.migrate.operation.UpdateRows;
import dev.migrate.schema.ObjectName;
import dev.migrate.schema.TableName;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * An operation that fails where there are rows that have no value for its column.
 *
 * @param operation the operation; where several are one statement, the one among them
 * @param column the column that must not be null once it is done
 * @param isNew whether the operation brings the column, so that no row has a value
 */
public record MissingValues(Operation operation, ObjectName column, boolean isNew) {

    /**
     * Those among operations that no update before them makes room for.
     *
     * @param operations operations, in the order in which they are done
     * @return those that need values, in the same order
     */
    public static List<MissingValues> in(List<Operation> operations) {
        Set<ObjectName> given = new LinkedHashSet<>();
        List<MissingValues> missing = new ArrayList<>();
        operations.stream().flatMap(MissingValues::parts).forEach(operation -> {
            if (operation instanceof UpdateRows update) {
                update.assignments().forEach(each -> given.add(column(update.table(), each.column())));
            } else if (operation instanceof AddColumn add && add.column().needsValue()) {
                missing.add(
                        new MissingValues(add, column(add.table(), add.column().name()), true));
            } else if (operation instanceof AlterColumn alter
                    && alter.nullable().filter(nullable -> !nullable).isPresent()
                    && !given.contains(column(alter.table(), alter.column()))) {
                missing.add(new MissingValues(alter, column(alter.table(), alter.column()), false));
            }
        });
        return missing;
    }

    private static Stream<? extends Operation> parts(Operation operation) {
        return operation instanceof AlterTable several ? several.changes().stream() : Stream.of(operation);
    }

    private static ObjectName column(TableName table, String name) {
        return ObjectName.of(ObjectName.Kind.COLUMN, table, name);
    }
}
