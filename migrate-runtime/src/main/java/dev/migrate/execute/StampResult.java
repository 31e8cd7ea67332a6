package dev.migrate.execute;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * What a stamp did to the version table.
 *
 * @param database the database it was done to
 * @param before the rows before, sorted
 * @param after the rows now, sorted
 */
public record StampResult(DatabaseInfo database, List<String> before, List<String> after) {

    public StampResult {
        requireNonNull(database, "database");
        before = List.copyOf(before);
        after = List.copyOf(after);
    }
}
