package dev.migrate.operation;

import dev.migrate.schema.Constraint;
import dev.migrate.schema.Table;
import java.util.Optional;

/** On MySQL and MariaDB a unique index and a unique constraint are one thing, and go by either name. */
final class UniqueIndexes {

    private UniqueIndexes() {}

    /** Whether a constraint's name is that of a unique index. */
    static boolean isMeant(String constraint, Optional<Constraint.Kind> kind, Table table) {
        return kind.orElse(Constraint.Kind.UNIQUE) == Constraint.Kind.UNIQUE
                && table.indexes().stream()
                        .anyMatch(index -> index.unique() && index.name().equals(constraint));
    }

    /** Whether an index's name is that of a unique constraint. */
    static boolean isConstraint(String index, Table table) {
        return table.uniques().stream().anyMatch(unique -> unique.name().equals(index));
    }
}
