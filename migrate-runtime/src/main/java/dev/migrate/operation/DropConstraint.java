package dev.migrate.operation;

import static java.util.Objects.requireNonNull;

import dev.migrate.schema.Constraint;
import dev.migrate.schema.ObjectName;
import dev.migrate.schema.SchemaModel;
import dev.migrate.schema.Table;
import dev.migrate.schema.TableName;
import java.util.Optional;

/**
 * Drops a constraint of any kind; which of them, the state before tells.
 *
 * @param table the table
 * @param constraint the constraint's name
 * @param kind its kind, for where nobody knows the state before; a primary key is then meant whatever its name
 */
public record DropConstraint(TableName table, String constraint, Optional<Constraint.Kind> kind)
        implements TableOperation {

    public DropConstraint {
        requireNonNull(table, "table");
        requireNonNull(constraint, "constraint");
        requireNonNull(kind, "kind");
    }

    /**
     * Drops a constraint whose kind the state before tells.
     *
     * @param table the table
     * @param constraint the constraint's name
     */
    public DropConstraint(TableName table, String constraint) {
        this(table, constraint, Optional.empty());
    }

    @Override
    public String describe() {
        return "drop " + kind.map(Constraint.Kind::words).orElse("constraint") + " " + constraint + " of " + table;
    }

    @Override
    public SchemaModel applyTo(SchemaModel before) {
        return before.change(
                table, t -> isUniqueIndex(t) ? t.withoutIndex(constraint) : t.without(t.constraint(constraint, kind)));
    }

    @Override
    public Optional<Operation> inverse(SchemaModel before) {
        return before.findTable(table)
                .map(t -> isUniqueIndex(t)
                        ? new CreateIndex(table, t.index(constraint), false)
                        : new AddConstraint(table, t.constraint(constraint, kind)));
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
    public Optional<Existence> existence() {
        return Existence.takenAwayOf(
                kind.equals(Optional.of(Constraint.Kind.PRIMARY_KEY))
                        ? ObjectName.primaryKey(table)
                        : ObjectName.of(ObjectName.Kind.CONSTRAINT, table, constraint));
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.dropConstraint(this);
    }
}
