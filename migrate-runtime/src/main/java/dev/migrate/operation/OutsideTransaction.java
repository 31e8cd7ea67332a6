package dev.migrate.operation;

import static java.util.Objects.requireNonNull;

import dev.migrate.schema.SchemaModel;
import dev.migrate.schema.TableName;
import java.util.Optional;
import java.util.Set;

/**
 * An operation whose statements run while no transaction is open.
 *
 * @param operation the operation; one that is made of statements which can stand alone
 */
public record OutsideTransaction(Operation operation) implements Operation {

    public OutsideTransaction {
        requireNonNull(operation, "operation");
        if (operation instanceof RunCode
                || operation instanceof RunScript
                || operation instanceof Decide
                || operation instanceof Atomically
                || operation instanceof Backfill
                || operation instanceof OutsideTransaction) {
            throw new IllegalArgumentException(
                    "\"" + operation.describe() + "\" has transactions of its own or needs one");
        }
    }

    @Override
    public Optional<Existence> existence() {
        return operation.existence();
    }

    @Override
    public Set<TableName> tables() {
        return operation.tables();
    }

    @Override
    public String describe() {
        return operation.describe() + " outside a transaction";
    }

    @Override
    public SchemaModel applyTo(SchemaModel before) {
        return operation.applyTo(before);
    }

    @Override
    public Optional<Operation> inverse(SchemaModel before) {
        return operation.inverse(before).map(OutsideTransaction::new);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.outsideTransaction(this);
    }
}
