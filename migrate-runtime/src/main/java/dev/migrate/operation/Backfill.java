package dev.migrate.operation;

import static java.util.Objects.requireNonNull;

import dev.migrate.schema.SchemaModel;
import dev.migrate.schema.TableName;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Updates the rows of a large table in batches, each of which is a transaction of its own.
 *
 * @param table the table
 * @param key the columns by which the rows are walked through; empty for the primary key
 * @param set what is set, as it stands behind {@code SET}
 * @param where which of the rows; all, when empty
 * @param pace how fast; no part of what it means, so that it may be changed while a backfill is half done
 */
public record Backfill(TableName table, List<String> key, String set, Optional<String> where, Pace pace)
        implements Operation {

    /**
     * How fast a backfill goes.
     *
     * @param batch how many rows are walked through in one transaction, at most
     * @param pauseMillis how long to pause after each
     */
    public record Pace(int batch, long pauseMillis) {
        public Pace {
            if (batch < 1 || pauseMillis < 0) {
                throw new IllegalArgumentException(
                        "batches of " + batch + " rows with pauses of " + pauseMillis + " ms make no sense");
            }
        }
    }

    public Backfill {
        requireNonNull(table, "table");
        key = List.copyOf(key);
        requireNonNull(set, "set");
        requireNonNull(where, "where");
        requireNonNull(pace, "pace");
    }

    @Override
    public Set<TableName> tables() {
        return Set.of();
    }

    @Override
    public String describe() {
        return "backfill " + table + " set " + Assurance.excerpt(set);
    }

    @Override
    public SchemaModel applyTo(SchemaModel before) {
        return before;
    }

    @Override
    public Optional<Operation> inverse(SchemaModel before) {
        return Optional.empty();
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.backfill(this);
    }
}
