package dev.migrate.execute;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * What a repair did.
 *
 * @param database the database it was done to
 * @param before the rows of the version table before, sorted
 * @param after the rows now, sorted: those of {@code before} that no other row implies
 * @param accepted the changed migrations that count from now on as what was applied, in order of id
 */
public record RepairResult(DatabaseInfo database, List<String> before, List<String> after, List<Accepted> accepted) {

    public RepairResult {
        requireNonNull(database, "database");
        before = List.copyOf(before);
        after = List.copyOf(after);
        accepted = List.copyOf(accepted);
    }

    /**
     * A changed migration that was accepted.
     *
     * @param revision its id
     * @param place its class, and where that is written as far as it is known
     * @param applied when it was applied or accepted before, in UTC, with the one who did it
     */
    public record Accepted(String revision, String place, String applied) {
        public Accepted {
            requireNonNull(revision, "revision");
            requireNonNull(place, "place");
            requireNonNull(applied, "applied");
        }
    }

    /**
     * The rows that were deleted: other rows imply them.
     *
     * @return their ids, sorted
     */
    public List<String> deleted() {
        return before.stream().filter(row -> !after.contains(row)).toList();
    }
}
