package dev.migrate.maven.source;

import dev.migrate.operation.Operation;
import dev.migrate.problem.MigrateException;
import dev.migrate.problem.Problem;
import dev.migrate.problem.ProblemCode;

/** Refuses what the words of a migration cannot say. */
final class Unwritable {

    private Unwritable() {}

    static MigrateException operation(Operation operation, String because) {
        return part("\"" + operation.describe() + "\"", because);
    }

    /** A name that a migration can say: its words take a blank one for a mistake. */
    static String name(String kind, String name) {
        if (name.isBlank()) {
            throw part(kind + " \"" + name + "\"", "its name is blank");
        }
        return name;
    }

    static MigrateException part(String what, String because) {
        return new MigrateException(
                Problem.of(ProblemCode.UNSUPPORTED, what + " cannot be written as a migration: " + because)
                        .next("leave it out, and write it by hand with op.execute(\"…\")"));
    }
}
