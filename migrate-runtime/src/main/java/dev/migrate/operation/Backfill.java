package dev.migrate.operation;

import static java.util.Objects.requireNonNull;

import dev.migrate.schema.SchemaModel;
import dev.migrate.schema.TableName;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Updates the rows of a large table in batches, each of which is a transaction of its own.
 *
 * @param table the table
 * @param key the columns by which the rows are walked through; empty for the primary key
 * @param set what is set, as it stands behind {@code SET}
 * @param where which of the rows; all, when empty
 * @param arguments values for the question marks of both, in order; without one, question marks have no meaning
 * @param pace how fast; no part of what it means, so that it may be changed while a backfill is half done
 */
public record Backfill(
        TableName table,
        List<String> key,
        String set,
        Optional<String> where,
        List<@Nullable Object> arguments,
        Pace pace)
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
        arguments = Collections.unmodifiableList(new ArrayList<>(arguments));
        requireNonNull(pace, "pace");
    }

    /**
     * A backfill without question marks.
     *
     * @param table the table
     * @param key the columns by which the rows are walked through; empty for the primary key
     * @param set what is set
     * @param where which of the rows; all, when empty
     * @param pace how fast
     */
    public Backfill(TableName table, List<String> key, String set, Optional<String> where, Pace pace) {
        this(table, key, set, where, List.of(), pace);
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
