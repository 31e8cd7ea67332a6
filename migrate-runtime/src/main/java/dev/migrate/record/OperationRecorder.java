package dev.migrate.record;

import dev.migrate.Migration;
import dev.migrate.Operations;
import dev.migrate.ReversibleMigration;
import dev.migrate.graph.Direction;
import dev.migrate.operation.CanonicalForm;
import dev.migrate.operation.Inversion;
import dev.migrate.operation.Operation;
import dev.migrate.problem.MigrateException;
import dev.migrate.problem.Problem;
import dev.migrate.problem.ProblemCode;
import java.util.List;

/** Asks a migration what it does. Nothing touches a database meanwhile. */
public final class OperationRecorder {

    private OperationRecorder() {}

    /**
     * Records one direction of a migration, twice, and compares.
     *
     * @param migration the migration
     * @param direction which of its methods to call
     * @param context what the recording depends on
     * @return its operations, in order; maybe none
     * @throws MigrateException {@code not-deterministic}, when the second recording differs; {@code migration-failed},
     *     when the migration throws; {@code bad-operation}, {@code missing-x} or {@code not-invertible}, with the line
     *     of the migration that caused it
     */
    public static List<Operation> record(Migration migration, Direction direction, RecordingContext context) {
        return recording(migration, direction, context).operations();
    }

    /**
     * The same, with what the recording depended on.
     *
     * @param migration the migration
     * @param direction which of its methods to call
     * @param context what the recording may depend on
     * @return its operations and what they depended on
     * @throws MigrateException as {@link #record} does
     */
    public static Recording recording(Migration migration, Direction direction, RecordingContext context) {
        AskedValues values = new AskedValues(context);
        List<Operation> first = recordOnce(migration, direction, context, values);
        List<Operation> second = recordOnce(migration, direction, context, values);
        if (!first.equals(second)) { // hardly ever, and cheaper to see than in words
            refuseDifference(first, second, place(migration, direction));
        }
        return new Recording(first, values.inputs());
    }

    private static void refuseDifference(List<Operation> first, List<Operation> second, String place) {
        RecordingDifference.between(
                        CanonicalForm.lines(first), CanonicalForm.lines(second), "was recorded twice", place)
                .ifPresent(problem -> {
                    throw new MigrateException(problem);
                });
    }

    private static List<Operation> recordOnce(
            Migration migration, Direction direction, RecordingContext context, AskedValues values) {
        RecordingOperations op = new RecordingOperations(context, values, direction, migration.getClass());
        try {
            if (direction == Direction.UP) {
                migration.upgrade(op);
            } else {
                migration.downgrade(op);
            }
            List<Operation> operations = op.finish();
            if (direction == Direction.UP && isUndoneByItself(migration)) {
                Inversion.requirePossible(operations);
            }
            return operations;
        } catch (MigrateException e) {
            throw placed(e, migration, direction);
        } catch (LinkageError e) {
            throw new MigrateException(
                    Problem.of(ProblemCode.CLASS_LOADING, "the migration needs a class that cannot be loaded: " + e)
                            .at(place(migration, direction, e))
                            .next("add what it needs to the project's dependencies (scope compile or runtime)"),
                    e);
        } catch (RuntimeException | AssertionError | StackOverflowError e) {
            throw new MigrateException(
                    Problem.of(ProblemCode.MIGRATION_FAILED, "the migration threw " + e + " while it was recorded")
                            .at(place(migration, direction, e))
                            .next("correct the migration; nothing has been changed in the database by it"),
                    e);
        }
    }

    /** Better refused on the way up than when somebody wants back. */
    private static boolean isUndoneByItself(Migration migration) {
        try {
            return migration instanceof ReversibleMigration
                    && migration
                            .getClass()
                            .getMethod("downgrade", Operations.class)
                            .getDeclaringClass()
                            .equals(ReversibleMigration.class);
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException("every migration has a way back", e);
        }
    }

    private static MigrateException placed(MigrateException e, Migration migration, Direction direction) {
        Problem problem = e.problem();
        return problem.where().isPresent() ? e : new MigrateException(problem.at(place(migration, direction, e)), e);
    }

    private static String place(Migration migration, Direction direction) {
        return migration.getClass().getName() + (direction == Direction.UP ? ".upgrade" : ".downgrade");
    }

    /** The line of the migration's own code that was running; the method, where no frame tells. */
    private static String place(Migration migration, Direction direction, Throwable thrown) {
        String name = migration.getClass().getName();
        for (StackTraceElement frame : thrown.getStackTrace()) {
            if (frame.getClassName().equals(name) && frame.getLineNumber() > 0) {
                return place(migration, direction) + " (" + frame.getFileName() + ":" + frame.getLineNumber() + ")";
            }
        }
        return place(migration, direction);
    }
}
