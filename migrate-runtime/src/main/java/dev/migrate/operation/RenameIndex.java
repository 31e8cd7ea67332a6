package dev.migrate.operation;

import static java.util.Objects.requireNonNull;

import dev.migrate.schema.ObjectName;
import dev.migrate.schema.SchemaModel;
import dev.migrate.schema.Table;
import dev.migrate.schema.TableName;
import java.util.Optional;

/**
 * Renames an index. A unique constraint that goes by the name is meant as well.
 *
 * @param table the table
 * @param index the index's present name
 * @param newName its new name
 */
public record RenameIndex(TableName table, String index, String newName) implements TableOperation {

    public RenameIndex {
        requireNonNull(table, "table");
        requireNonNull(index, "index");
        requireNonNull(newName, "newName");
    }

    @Override
    public String describe() {
        return "rename index " + index + " on " + table + " to " + newName;
    }

    @Override
    public SchemaModel applyTo(SchemaModel before) {
        return before.change(
                table,
                t -> isConstraint(t)
                        ? t.replacing(t.constraint(index), t.constraint(index).withName(newName))
                        : t.withIndexRenamed(index, newName));
    }

    @Override
    public Optional<Operation> inverse(SchemaModel before) {
        return Optional.of(new RenameIndex(table, newName, index));
    }

    /**
     * Whether a unique constraint is meant: on MySQL and MariaDB it and a unique index are one thing.
     *
     * @param before the table as it is
     * @return whether the name is that of a unique constraint
     */
    public boolean isConstraint(Table before) {
        return UniqueIndexes.isConstraint(index, before);
    }

    @Override
    public Optional<Existence> lookedFor() {
        return Existence.neededBy(ObjectName.of(ObjectName.Kind.INDEX, table, index));
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.renameIndex(this);
    }
}
