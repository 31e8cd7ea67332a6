package dev.migrate.operation;

import dev.migrate.problem.MigrateException;
import dev.migrate.problem.Problem;
import dev.migrate.problem.ProblemCode;
import dev.migrate.schema.SchemaModel;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Undoes operations that follow each other: the inverse of each, last first. */
public final class Inversion {

    private Inversion() {}

    /**
     * What undoes some operations.
     *
     * @param operations the operations, in the order in which they run
     * @param before the schema the first of them starts from
     * @return their inverses, last first; empty when one of them has none
     */
    public static Optional<List<Operation>> of(List<? extends Operation> operations, SchemaModel before) {
        Deque<Operation> inverses = new ArrayDeque<>();
        SchemaModel state = before;
        for (Operation operation : operations) {
            if (changesNothing(operation)) {
                continue;
            }
            Optional<Operation> inverse = operation.inverse(state);
            if (inverse.isEmpty()) {
                return Optional.empty();
            }
            inverses.push(inverse.get());
            state = operation.applyTo(state);
        }
        return Optional.of(List.copyOf(inverses));
    }

    /**
     * What undoes some operations, all of which have to be undone.
     *
     * @param operations the operations, in the order in which they run
     * @param before the schema the first of them starts from
     * @return their inverses, last first
     * @throws MigrateException {@code not-invertible}, naming the first operation that cannot be undone
     */
    public static List<Operation> required(List<? extends Operation> operations, SchemaModel before) {
        return of(operations, before).orElseThrow(() -> notInvertible(operations, before));
    }

    /** A question about the way up is no question about the way down. */
    private static boolean changesNothing(Operation operation) {
        return operation instanceof VerifyAnswer;
    }

    private static MigrateException notInvertible(List<? extends Operation> operations, SchemaModel before) {
        SchemaModel state = before;
        for (Operation operation : operations) {
            if (!changesNothing(operation) && operation.inverse(state).isEmpty()) {
                return notInvertible(operation, because(operation, state));
            }
            state = operation.applyTo(state);
        }
        throw new IllegalStateException("every operation has an inverse");
    }

    /** What has no inverse whatever was there before. */
    private static final Set<Class<?>> NEVER = Set.of(
            InsertRows.class,
            UpdateRows.class,
            DeleteRows.class,
            Backfill.class,
            ExecuteSql.class,
            RunScript.class,
            RunCode.class,
            Decide.class,
            Atomically.class,
            IfNeeded.class,
            DropSequence.class);

    /**
     * Refuses operations that have no inverse whatever was there before: data, SQL, code, what depends on the database as
     * it was found, and what forgets which numbers it gave. Those whose inverse depends on the schema are not looked at.
     *
     * @param operations the operations of a migration whose way back is to be computed
     * @throws MigrateException {@code not-invertible}, naming the first of them
     */
    public static void requirePossible(List<? extends Operation> operations) {
        for (Operation operation : operations) {
            Operation inner = operation instanceof OutsideTransaction outside ? outside.operation() : operation;
            if (NEVER.contains(inner.getClass())) {
                throw notInvertible(operation, because(inner, SchemaModel.empty()));
            }
        }
    }

    private static MigrateException notInvertible(Operation operation, String because) {
        return new MigrateException(Problem.of(
                        ProblemCode.NOT_INVERTIBLE,
                        "\"" + operation.describe() + "\" cannot be undone by itself: " + because)
                .next("implement Migration and write downgrade() by hand, or mark the class @Irreversible"));
    }

    private static String becauseOfOne(AlterTable several, SchemaModel before) {
        SchemaModel state = before;
        for (TableOperation change : several.changes()) {
            if (change.inverse(state).isEmpty()) {
                return because(change, state);
            }
            state = change.applyTo(state);
        }
        throw new IllegalStateException("every change has an inverse");
    }

    private static String because(Operation operation, SchemaModel state) {
        if (operation instanceof IfNeeded) {
            return "nothing tells the way back whether it was left out on the way up";
        }
        if (operation instanceof Decide) {
            return "what it does is found out only when it runs";
        }
        if (operation instanceof DropSequence) {
            return "which numbers it had given is not known then, and a new one would give them again (say"
                    + " startWith(…) in a downgrade of your own)";
        }
        if (operation instanceof AlterTable several) {
            return becauseOfOne(several, state);
        }
        if (operation instanceof AlterColumn alter
                && state.findTable(alter.table()).isPresent()) {
            return "a change of a column has no words for the numbers that column " + alter.column() + " had";
        }
        if (takesSequences(operation, state)) {
            return "a sequence that belongs to it goes with it, and which numbers that had given is not known then";
        }
        return state.incompleteBecause()
                .filter(reason -> operation instanceof TableOperation)
                .map(reason -> "what it takes away is not known, since " + reason)
                .orElse("nothing can tell what was there before");
    }

    private static boolean takesSequences(Operation operation, SchemaModel state) {
        if (operation instanceof DropTable drop) {
            return !OwnedSequences.none(drop.table(), state);
        }
        return operation instanceof DropColumn drop && !OwnedSequences.none(drop.table(), drop.column(), state);
    }
}
