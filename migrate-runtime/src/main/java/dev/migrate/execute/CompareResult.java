package dev.migrate.execute;

import static java.util.Objects.requireNonNull;

import dev.migrate.diff.SchemaDiff;
import dev.migrate.schema.NameLimit;
import java.util.List;
import java.util.Optional;

/**
 * A database beside what it should be.
 *
 * @param database which database was asked, or which one the migrations were followed for
 * @param diff what is different, and what mends it
 * @param statements its operations in the database's own words, without semicolons
 * @param unseen tables, sequences, types and schemas that were left out, since nobody knows what the migrations make of them, and why
 * @param identifierLimit how long names may be there
 * @param placesColumns whether it puts a column in a place that is named
 * @param home the schema in which names without one are looked up there, where that is known
 */
public record CompareResult(
        String database,
        SchemaDiff diff,
        List<String> statements,
        List<String> unseen,
        NameLimit identifierLimit,
        boolean placesColumns,
        Optional<String> home) {

    public CompareResult {
        requireNonNull(database, "database");
        requireNonNull(diff, "diff");
        requireNonNull(identifierLimit, "identifierLimit");
        requireNonNull(home, "home");
        statements = List.copyOf(statements);
        unseen = List.copyOf(unseen);
    }

    /** The same, with what was left out. */
    CompareResult without(List<String> hidden) {
        return new CompareResult(database, diff, statements, hidden, identifierLimit, placesColumns, home);
    }
}
