package dev.migrate.execute;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * What it took to have migrate's own tables, and the database marked.
 *
 * @param database the database it was done to
 * @param created the own tables that were created, in the order of their creation
 * @param before what the database said it was
 * @param after what it says now
 */
public record EnsureVersionResult(
        DatabaseInfo database, List<String> created, EnvironmentMark before, EnvironmentMark after) {

    public EnsureVersionResult {
        requireNonNull(database, "database");
        created = List.copyOf(created);
        requireNonNull(before, "before");
        requireNonNull(after, "after");
    }
}
