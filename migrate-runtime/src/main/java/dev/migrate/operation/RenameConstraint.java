package dev.migrate.operation;

import static java.util.Objects.requireNonNull;

import dev.migrate.schema.Constraint;
import dev.migrate.schema.ObjectName;
import dev.migrate.schema.SchemaModel;
import dev.migrate.schema.Table;
import dev.migrate.schema.TableName;
import java.util.Optional;

/**
 * Renames a constraint of any kind; which of them, the state before tells.
 *
 * @param table the table
 * @param constraint the constraint's present name
 * @param newName its new name
 * @param kind its kind, for where nobody knows the state before
 */
public record RenameConstraint(TableName table, String constraint, String newName, Optional<Constraint.Kind> kind)
        implements TableOperation {

    public RenameConstraint {
        requireNonNull(table, "table");
        requireNonNull(constraint, "constraint");
        requireNonNull(newName, "newName");
        requireNonNull(kind, "kind");
    }

    @Override
    public String describe() {
        return "rename " + kind.map(Constraint.Kind::words).orElse("constraint") + " " + constraint + " of " + table
                + " to " + newName;
    }

    @Override
    public SchemaModel applyTo(SchemaModel before) {
        return before.change(table, t -> isUniqueIndex(t) ? t.withIndexRenamed(constraint, newName) : renamed(t));
    }

    private Table renamed(Table before) {
        Constraint present = before.constraint(constraint, kind);
        return before.replacing(present, present.withName(newName));
    }

    @Override
    public Optional<Operation> inverse(SchemaModel before) {
        return Optional.of(new RenameConstraint(table, newName, constraint, kind));
    }

    /**
     * Whether a unique index is meant: on MySQL and MariaDB it and a unique constraint are one thing.
     *
     * @param before the table as it is
     * @return whether the name is that of a unique index
     */
    public boolean isUniqueIndex(Table before) {
        return UniqueIndexes.isMeant(constraint, kind, before);
    }

    @Override
    public Optional<Existence> lookedFor() {
        return Existence.neededBy(ObjectName.of(ObjectName.Kind.CONSTRAINT, table, constraint));
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.renameConstraint(this);
    }
}
