package dev.migrate.diff;

import dev.migrate.operation.AddConstraint;
import dev.migrate.operation.CreateIndex;
import dev.migrate.operation.DropConstraint;
import dev.migrate.operation.DropIndex;
import dev.migrate.operation.RenameConstraint;
import dev.migrate.operation.RenameIndex;
import dev.migrate.operation.TableOperation;
import dev.migrate.operation.ValidateConstraint;
import dev.migrate.schema.CheckConstraint;
import dev.migrate.schema.Constraint;
import dev.migrate.schema.Enforcement;
import dev.migrate.schema.ForeignKey;
import dev.migrate.schema.Index;
import dev.migrate.schema.ObjectName;
import dev.migrate.schema.PrimaryKey;
import dev.migrate.schema.Table;
import java.util.Optional;

/**
 * A constraint or an index.
 *
 * @param table its table, as it was said
 * @param label its name, as it was said
 * @param known its name in the form that can be compared
 * @param said as it was said: a {@link Constraint} or an {@link Index}
 * @param twin the same in the form that can be compared, without a name; it may be of the other kind
 */
record Key(Table table, String label, String known, Object said, Object twin) {

    /** What it is called in messages. A table has but one primary key, whatever its name. */
    ObjectName name() {
        if (isPrimary()) {
            return ObjectName.primaryKey(table.name());
        }
        return ObjectName.of(
                said instanceof Index ? ObjectName.Kind.INDEX : ObjectName.Kind.CONSTRAINT, table.name(), label);
    }

    /** The same key on the table as the database calls it. */
    Key on(Table present) {
        return new Key(present, label, known, said, twin);
    }

    boolean isPrimary() {
        return said instanceof PrimaryKey;
    }

    boolean isForeign() {
        return said instanceof ForeignKey;
    }

    /** An index and a unique constraint share their names, and may be one thing. */
    Constraint.Kind kind() {
        return twin instanceof Constraint constraint ? constraint.kind() : Constraint.Kind.UNIQUE;
    }

    boolean names(String column) {
        return said instanceof Index index ? index.names(column, table) : ((Constraint) said).names(column, table);
    }

    boolean isAboutAlone(String column) {
        return said instanceof Index index
                ? index.isAboutAlone(column, table)
                : ((Constraint) said).isAboutAlone(column, table);
    }

    /** Whether it only has to look at the rows that are there, to be the other one. */
    boolean becomesByProof(Key wanted) {
        return known.equals(wanted.known)
                && unproven(twin).filter(wanted.twin::equals).isPresent();
    }

    private static Optional<Object> unproven(Object twin) {
        if (twin instanceof CheckConstraint check) {
            return check.enforcement()
                    .filter(Enforcement.NEW_ROWS::equals)
                    .map(rows -> check.withEnforcement(Optional.empty()));
        }
        return twin instanceof ForeignKey key
                ? key.enforcement()
                        .filter(Enforcement.NEW_ROWS::equals)
                        .map(rows -> key.withEnforcement(Optional.empty()))
                : Optional.empty();
    }

    Step proving() {
        return new Step(
                isForeign() ? Phase.ADD_FOREIGN_KEYS : Phase.ADD_KEYS, new ValidateConstraint(table.name(), label));
    }

    Step adding() {
        Phase phase = isForeign() ? Phase.ADD_FOREIGN_KEYS : Phase.ADD_KEYS;
        return new Step(
                phase,
                said instanceof Index index
                        ? new CreateIndex(table.name(), index, false)
                        : new AddConstraint(table.name(), (Constraint) said));
    }

    Step dropping() {
        Phase phase = isForeign() ? Phase.DROP_FOREIGN_KEYS : Phase.DROP_KEYS;
        return new Step(
                phase,
                said instanceof Constraint constraint
                        ? new DropConstraint(table.name(), label, Optional.of(constraint.kind()))
                        : new DropIndex(table.name(), label, false));
    }

    /** Whatever this is here, it gets the other one's name. */
    TableOperation renamedLike(Key other) {
        return said instanceof Constraint constraint
                ? new RenameConstraint(table.name(), label, other.label, Optional.of(constraint.kind()))
                : new RenameIndex(table.name(), label, other.label);
    }
}
