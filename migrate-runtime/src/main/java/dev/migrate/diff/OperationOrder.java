package dev.migrate.diff;

import dev.migrate.operation.AlterTable;
import dev.migrate.operation.Operation;
import dev.migrate.operation.TableOperation;
import dev.migrate.operation.UpdateRows;
import dev.migrate.schema.TableName;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * All steps in an order in which they can be done: by phase, and by table within the phases that change tables, so that what
 * belongs to one table is one {@code ALTER TABLE}.
 */
final class OperationOrder {

    private OperationOrder() {}

    static List<Operation> of(List<Step> steps) {
        List<Step> sorted =
                steps.stream().sorted(Comparator.comparing(Step::phase)).toList();
        List<Operation> operations = new ArrayList<>();
        Map<TableName, List<Step>> byTable = new TreeMap<>();
        boolean changed = false;
        for (Step step : sorted) {
            if (step.phase().isOfATable()) {
                byTable.computeIfAbsent(table(step.operation()), name -> new ArrayList<>())
                        .add(step);
            } else {
                if (!changed && step.phase().compareTo(Phase.ADD_FOREIGN_KEYS) >= 0) {
                    byTable.values().forEach(each -> operations.addAll(changes(each)));
                    changed = true;
                }
                operations.add(step.operation());
            }
        }
        if (!changed) {
            byTable.values().forEach(each -> operations.addAll(changes(each)));
        }
        return operations;
    }

    private static TableName table(Operation operation) {
        return operation instanceof TableOperation change ? change.table() : ((UpdateRows) operation).table();
    }

    /** What can be one statement is; rows are filled between the statements around it. */
    private static List<Operation> changes(List<Step> steps) {
        List<Operation> operations = new ArrayList<>();
        List<TableOperation> together = new ArrayList<>();
        for (Step step : steps) {
            if (step.phase().isWithinATable() && step.operation() instanceof TableOperation change) {
                together.add(change);
            } else {
                flush(together, operations);
                operations.add(step.operation());
            }
        }
        flush(together, operations);
        return operations;
    }

    private static void flush(List<TableOperation> together, List<Operation> operations) {
        together(together).ifPresent(operations::add);
        together.clear();
    }

    /** Changes of one table as one; empty when there are none. */
    static Optional<Operation> together(List<TableOperation> changes) {
        if (changes.size() == 1) {
            return Optional.of(changes.get(0));
        }
        return changes.isEmpty()
                ? Optional.empty()
                : Optional.of(new AlterTable(changes.get(0).table(), changes));
    }
}
