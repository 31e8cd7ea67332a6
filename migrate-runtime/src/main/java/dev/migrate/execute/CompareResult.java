package dev.migrate.execute;

import static java.util.Objects.requireNonNull;

import dev.migrate.diff.SchemaDiff;
import dev.migrate.operation.Operation;
import java.util.List;

/**
 * A database beside what it should be.
 *
 * @param database which database was asked, or which one the migrations were followed for
 * @param diff what is different, and what mends it
 * @param wayBack what takes back {@link SchemaDiff#operations()}, as near as can be: rows that are lost stay lost
 * @param statements the operations in the database's own words, without semicolons
 */
public record CompareResult(String database, SchemaDiff diff, List<Operation> wayBack, List<String> statements) {

    public CompareResult {
        requireNonNull(database, "database");
        requireNonNull(diff, "diff");
        wayBack = List.copyOf(wayBack);
        statements = List.copyOf(statements);
    }
}
