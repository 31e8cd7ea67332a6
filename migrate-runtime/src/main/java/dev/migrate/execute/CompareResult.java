package dev.migrate.execute;

import static java.util.Objects.requireNonNull;

import dev.migrate.diff.SchemaDiff;
import java.util.List;

/**
 * A database beside what it should be.
 *
 * @param database which database was asked, or which one the migrations were followed for
 * @param diff what is different, and what mends it
 * @param statements its operations in the database's own words, without semicolons
 */
public record CompareResult(String database, SchemaDiff diff, List<String> statements) {

    public CompareResult {
        requireNonNull(database, "database");
        requireNonNull(diff, "diff");
        statements = List.copyOf(statements);
    }
}
