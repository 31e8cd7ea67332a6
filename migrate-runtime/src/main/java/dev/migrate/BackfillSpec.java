package dev.migrate;

import org.jspecify.annotations.Nullable;

/** Describes how the rows of a large table are updated in batches. Every method returns the same description. */
public interface BackfillSpec {

    /**
     * Names the columns by which the rows are walked through, in their order: a primary key or the columns of a unique
     * constraint or index, none of which may be null. Without a word the primary key.
     *
     * @param column the first
     * @param more the others, in order
     * @return this
     */
    BackfillSpec key(String column, String... more);

    /**
     * Says how many rows are walked through in one transaction, whether they are changed or not. Where that takes long,
     * or another session stands in the way, smaller batches are taken for a while.
     *
     * @param rows at least 1; 1,000 when not said
     * @return this
     */
    BackfillSpec batch(int rows);

    /**
     * Says how long to pause after each batch.
     *
     * <p>On PostgreSQL the work waits by itself while replicas fall further behind because of it: {@code
     * pg_stat_replication} tells the primary. A MySQL or MariaDB source cannot tell: how far a replica is behind is said
     * by the replica alone ({@code SHOW REPLICA STATUS}; MySQL Reference Manual, "Checking Replication Status"), and the
     * source's {@code SHOW REPLICAS} lists names only. There say batch and pause as the replicas need it. Galera, group
     * replication and semi-synchronous replication slow the writer down by themselves.
     *
     * @param millis not negative; 0 when not said
     * @return this
     */
    BackfillSpec pauseMillis(long millis);

    /**
     * Sets columns, as it stands behind {@code SET} of an {@code UPDATE}; never those by which the rows are walked through.
     *
     * @param assignments one or several, separated by commas: {@code "total_cents = round(total * ?)"}; a further call
     *     adds to them
     * @param arguments values for the question marks, in order, as in {@link Operations#execute}. Where this or {@link
     *     #where} has some, PostgreSQL's operator {@code ?} is written {@code ??} in both
     * @return this
     */
    BackfillSpec set(String assignments, @Nullable Object... arguments);

    /**
     * Chooses rows.
     *
     * @param condition SQL; all rows, when not said
     * @param arguments values for the question marks, in order; null is SQL's null, which {@code =} never finds
     * @return this
     */
    BackfillSpec where(String condition, @Nullable Object... arguments);
}
