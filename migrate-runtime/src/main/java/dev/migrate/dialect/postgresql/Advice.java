package dev.migrate.dialect.postgresql;

import java.sql.SQLException;
import java.util.Optional;

/** What a person can do about a refusal of PostgreSQL. */
final class Advice {

    private Advice() {}

    static Optional<String> on(SQLException exception) {
        String message = String.valueOf(exception.getMessage());
        return switch (String.valueOf(exception.getSQLState())) {
            case "55P04" ->
                Optional.of(
                        "PostgreSQL takes a new value of an enum type once it is committed: add it in a migration of"
                                + " its own, before this one, and run with migrate.transactionMode=per-migration");
            case "0A000" ->
                message.contains("used by a view or rule")
                        ? Optional.of("drop the view before the column is changed, and create it again afterwards:"
                                + " op.dropView(…), op.alterColumn(…), op.createView(…)")
                        : Optional.empty();
            case "53200" ->
                message.contains("shared memory")
                        ? Optional.of(
                                "a transaction holds a lock on every table, index and sequence that it makes, until it"
                                        + " ends: raise max_locks_per_transaction in the server's configuration (64, unless it"
                                        + " was set) and start it anew")
                        : Optional.empty();
            case "2BP01" -> Optional.of("drop first what depends on it; the server's DETAIL names it");
            default -> Optional.empty();
        };
    }
}
