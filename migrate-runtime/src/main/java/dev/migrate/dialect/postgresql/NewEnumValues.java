package dev.migrate.dialect.postgresql;

import dev.migrate.operation.AddEnumValue;
import dev.migrate.operation.Atomically;
import dev.migrate.operation.CanonicalForm;
import dev.migrate.operation.CreateEnum;
import dev.migrate.operation.CreateView;
import dev.migrate.operation.Decide;
import dev.migrate.operation.IfNeeded;
import dev.migrate.operation.ObjectOperation;
import dev.migrate.operation.Operation;
import dev.migrate.operation.OutsideTransaction;
import dev.migrate.operation.ReplaceView;
import dev.migrate.operation.RunCode;
import dev.migrate.operation.RunScript;
import java.util.ArrayList;
import java.util.List;

/**
 * PostgreSQL refuses a new value of an enum type within the transaction that added it (55P04), unless the type is as new.
 * One that a later operation of the same step may use is added, and committed, by itself.
 */
final class NewEnumValues {

    private NewEnumValues() {}

    static List<Operation> arranged(List<Operation> operations) {
        List<Operation> arranged = new ArrayList<>(operations);
        for (int at = 0; at < operations.size(); at++) {
            Operation operation = operations.get(at);
            if (core(operation) instanceof AddEnumValue add
                    && operations.subList(0, at).stream().noneMatch(earlier -> creates(earlier, add))
                    && operations.subList(at + 1, operations.size()).stream().anyMatch(later -> mayUse(later, add))) {
                arranged.set(at, operation instanceof IfNeeded ? new OutsideTransaction(operation) : add.alone());
            }
        }
        return arranged;
    }

    private static Operation core(Operation operation) {
        return operation instanceof IfNeeded maybe ? maybe.operation() : operation;
    }

    private static boolean creates(Operation operation, AddEnumValue add) {
        return operation instanceof CreateEnum create
                && create.definition().name().equals(add.type());
    }

    /** Nobody looks into code, and into scripts and decisions only when their turn comes. */
    private static boolean mayUse(Operation operation, AddEnumValue add) {
        if (operation instanceof RunCode || operation instanceof RunScript || operation instanceof Decide) {
            return true;
        }
        if (operation instanceof OutsideTransaction outside) {
            return mayUse(outside.operation(), add);
        }
        if (operation instanceof IfNeeded ifNeeded) {
            return mayUse(ifNeeded.operation(), add);
        }
        if (operation instanceof Atomically group) {
            return group.operations().stream().anyMatch(each -> mayUse(each, add));
        }
        if (operation instanceof ObjectOperation
                && !(operation instanceof CreateView)
                && !(operation instanceof ReplaceView)) {
            return false;
        }
        String text = CanonicalForm.text(List.of(operation));
        return text.contains('"' + escaped(add.value()) + '"')
                || text.contains("'" + escaped(add.value().replace("'", "''")) + "'");
    }

    private static String escaped(String value) {
        String quoted = CanonicalForm.quoted(value);
        return quoted.substring(1, quoted.length() - 1);
    }
}
