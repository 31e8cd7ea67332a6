package dev.migrate.record;

import dev.migrate.problem.Problem;
import dev.migrate.problem.ProblemCode;
import java.util.List;
import java.util.Optional;

/** Two recordings of one migration, of which nothing but its class, the database and given values may decide. */
public final class RecordingDifference {

    private RecordingDifference() {}

    /**
     * Compares two recordings.
     *
     * @param first the canonical texts of the operations that were recorded first
     * @param second those that were recorded the second time
     * @param how how it was recorded the second time: {@code was recorded twice}
     * @param place the migration and its method
     * @return the first difference; empty when there is none
     */
    public static Optional<Problem> between(List<String> first, List<String> second, String how, String place) {
        for (int i = 0; i < Math.max(first.size(), second.size()); i++) {
            String one = text(first, i);
            String other = text(second, i);
            if (!one.equals(other)) {
                return Optional.of(Problem.of(
                                ProblemCode.NOT_DETERMINISTIC,
                                "operation " + (i + 1) + " " + how + " and differed:\nfirst  " + one + "\nsecond "
                                        + other)
                        .at(place)
                        .next("take time and random values from SQL or inside op.run, and values from outside with"
                                + " op.x; a migration must record the same operations every time"));
            }
        }
        return Optional.empty();
    }

    private static String text(List<String> operations, int i) {
        return i < operations.size() ? operations.get(i) : "(no operation)";
    }
}
