package dev.migrate.operation;

import dev.migrate.schema.SchemaModel;
import dev.migrate.schema.TableName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Changes of rows that belong together: all of them are in the database, or none, and where some were cut off all run
 * again, in one session.
 *
 * @param operations the changes, in order; at least one
 */
public record Atomically(List<Operation> operations) implements Operation {

    public Atomically {
        operations = List.copyOf(operations);
        if (operations.isEmpty()) {
            throw new IllegalArgumentException("it holds no operation");
        }
        for (Operation operation : operations) {
            if (!(operation instanceof InsertRows
                    || operation instanceof UpdateRows
                    || operation instanceof DeleteRows
                    || operation instanceof ExecuteSql
                    || operation instanceof VerifyAnswer)) {
                throw new IllegalArgumentException(
                        "\"" + operation.describe() + "\" cannot share a transaction with others on every database");
            }
        }
    }

    @Override
    public Set<TableName> tables() {
        return Set.of();
    }

    @Override
    public String describe() {
        List<String> all = new ArrayList<>();
        operations.forEach(operation -> all.add(operation.describe()));
        return "atomically: " + String.join(", ", all);
    }

    @Override
    public SchemaModel applyTo(SchemaModel before) {
        SchemaModel after = before;
        for (Operation operation : operations) {
            after = operation.applyTo(after);
        }
        return after;
    }

    @Override
    public Optional<Operation> inverse(SchemaModel before) {
        return Optional.empty();
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.atomically(this);
    }
}
