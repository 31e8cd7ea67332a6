package dev.migrate.execute;

import dev.migrate.dialect.SqlStatement;
import java.util.List;
import java.util.Optional;

/**
 * Where a step goes on.
 *
 * @param attempt which run this is for the step, counted from 1
 * @param operationsDone how many operations are complete
 * @param subsDone how many statements of the next operation are in the database
 * @param stored the next operation's other statements as they were rendered before the first of them ran; empty where
 *     they can be rendered again
 * @param statementsDone how many statements of the step are in the database
 * @param underWay the journal's entry of a next operation that keeps its own place; empty for others
 */
record Resumption(
        int attempt,
        int operationsDone,
        int subsDone,
        List<SqlStatement> stored,
        int statementsDone,
        Optional<UnitKey> underWay) {

    /** The beginning. */
    static final Resumption FRESH = new Resumption(1, 0, 0, List.of(), 0, Optional.empty());

    Resumption {
        stored = List.copyOf(stored);
    }
}
