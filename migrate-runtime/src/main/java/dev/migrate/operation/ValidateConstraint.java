package dev.migrate.operation;

import static java.util.Objects.requireNonNull;

import dev.migrate.problem.MigrateException;
import dev.migrate.problem.Problem;
import dev.migrate.problem.ProblemCode;
import dev.migrate.schema.CheckConstraint;
import dev.migrate.schema.Constraint;
import dev.migrate.schema.Enforcement;
import dev.migrate.schema.ForeignKey;
import dev.migrate.schema.ObjectName;
import dev.migrate.schema.SchemaModel;
import dev.migrate.schema.TableName;
import java.util.List;
import java.util.Optional;

/**
 * Makes a foreign key or check apply to the rows that were there before it.
 *
 * @param table the table
 * @param constraint the constraint's name
 */
public record ValidateConstraint(TableName table, String constraint) implements TableOperation {

    public ValidateConstraint {
        requireNonNull(table, "table");
        requireNonNull(constraint, "constraint");
    }

    @Override
    public String describe() {
        return "validate constraint " + constraint + " of " + table;
    }

    @Override
    public SchemaModel applyTo(SchemaModel before) {
        return before.change(table, t -> {
            Constraint present = t.constraint(constraint);
            return t.replacing(present, validated(present));
        });
    }

    private Constraint validated(Constraint present) {
        if (enforcement(present).equals(Optional.of(Enforcement.NO_ROWS))) {
            throw new MigrateException(Problem.of(
                            ProblemCode.BAD_OPERATION,
                            "constraint " + constraint + " of " + table
                                    + " is not enforced, so that there is nothing to" + " validate")
                    .next("drop it, and add it again without notEnforced()"));
        }
        if (present instanceof ForeignKey key) {
            return key.withEnforcement(Optional.empty());
        }
        if (present instanceof CheckConstraint check) {
            return check.withEnforcement(Optional.empty());
        }
        throw new MigrateException(Problem.of(
                        ProblemCode.BAD_OPERATION,
                        "constraint " + constraint + " of " + table + " is of the kind \""
                                + present.kind().words()
                                + "\"; only foreign keys and checks can be added before all rows comply with them")
                .next("leave the call out: there is nothing to validate"));
    }

    private static Optional<Enforcement> enforcement(Constraint constraint) {
        if (constraint instanceof ForeignKey key) {
            return key.enforcement();
        }
        return constraint instanceof CheckConstraint check ? check.enforcement() : Optional.empty();
    }

    /** No database forgets that it has looked at all rows: the constraint is dropped, and added without a look. */
    @Override
    public Optional<Operation> inverse(SchemaModel before) {
        return before.findTable(table).map(t -> {
            Constraint present = t.constraint(constraint);
            return enforcement(present).isEmpty()
                    ? this
                    : new AlterTable(
                            table, List.of(new DropConstraint(table, constraint), new AddConstraint(table, present)));
        });
    }

    @Override
    public Optional<Existence> lookedFor() {
        return Existence.neededBy(ObjectName.of(ObjectName.Kind.CONSTRAINT, table, constraint));
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.validateConstraint(this);
    }
}
