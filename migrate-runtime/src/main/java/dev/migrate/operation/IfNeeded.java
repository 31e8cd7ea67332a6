package dev.migrate.operation;

import static java.util.Objects.requireNonNull;

import dev.migrate.schema.ObjectName;
import dev.migrate.schema.SchemaModel;
import dev.migrate.schema.TableName;
import java.util.Optional;
import java.util.Set;

/**
 * An operation that is left out when what it would make is there already, or what it would take away or change is not:
 * {@code ifNotExists} and {@code ifExists}.
 *
 * <p>What is there already is taken for what would have been made, without a look at how it was defined. And since
 * nothing tells the way back whether there was anything to do on the way up, there is no inverse: undoing might drop what
 * was there before, or make what never was.
 *
 * @param operation the operation; one that makes, takes away or changes one thing
 * @param ofTable whether it is left out for want of its table only: {@code ALTER TABLE IF EXISTS}
 */
public record IfNeeded(Operation operation, boolean ofTable) implements Operation {

    public IfNeeded {
        requireNonNull(operation, "operation");
        if (operation instanceof IfNeeded || lookedFor(operation, ofTable).isEmpty()) {
            throw new IllegalArgumentException("\"" + operation.describe()
                    + "\" does not make, take away or change one thing that could be looked for");
        }
    }

    /**
     * An operation that is left out for what it makes, takes away or changes itself.
     *
     * @param operation the operation
     */
    public IfNeeded(Operation operation) {
        this(operation, false);
    }

    private static Optional<Existence> lookedFor(Operation operation, boolean ofTable) {
        if (!ofTable) {
            return operation.lookedFor();
        }
        return operation instanceof AlterTable alter
                ? Existence.neededBy(ObjectName.table(alter.table()))
                : Optional.empty();
    }

    /**
     * What is looked for.
     *
     * @return the thing, and whether it would be made
     */
    public Existence wanted() {
        return lookedFor(operation, ofTable).orElseThrow();
    }

    @Override
    public Optional<Existence> existence() {
        return operation.existence();
    }

    @Override
    public Optional<Existence> lookedFor() {
        return Optional.of(wanted());
    }

    @Override
    public Set<TableName> tables() {
        return operation.tables();
    }

    @Override
    public String describe() {
        return operation.describe() + " if "
                + (ofTable ? "the table exists" : wanted().made() ? "it does not exist" : "it exists");
    }

    /** Where nobody knows whether the object is there, nothing is known of it afterwards either. */
    @Override
    public SchemaModel applyTo(SchemaModel before) {
        Existence wanted = wanted();
        boolean leftOut = !wanted.object().isKnownIn(before) || wanted.isDoneIn(before);
        return leftOut ? before : operation.applyTo(before);
    }

    @Override
    public Optional<Operation> inverse(SchemaModel before) {
        return Optional.empty();
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.ifNeeded(this);
    }
}
