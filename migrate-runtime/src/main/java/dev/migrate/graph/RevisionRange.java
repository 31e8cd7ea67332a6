package dev.migrate.graph;

import static java.util.Objects.requireNonNull;

import dev.migrate.problem.MigrateException;
import dev.migrate.problem.Problem;
import dev.migrate.problem.ProblemCode;
import java.util.Collection;
import java.util.List;

/**
 * A part of a history, {@code start:end}: what the end needs, without what the start already had. The start is
 * included.
 *
 * @param text what was typed
 * @param start the lower end; {@code base} where nothing was typed
 * @param end the upper end; {@code heads} where nothing was typed
 */
public record RevisionRange(String text, RevisionExpression start, RevisionExpression end) {

    /** The whole history. */
    public static final RevisionRange ALL = parse(":");

    public RevisionRange {
        requireNonNull(text, "text");
        requireNonNull(start, "start");
        requireNonNull(end, "end");
    }

    /**
     * Reads a range.
     *
     * @param text two identifiers with a colon between them; each may be left out
     * @return its ends
     * @throws MigrateException {@code bad-history-range} when there is not exactly one colon
     */
    public static RevisionRange parse(String text) {
        String[] ends = text.strip().split(":", -1);
        if (ends.length != 2) {
            throw new MigrateException(Problem.of(
                            ProblemCode.BAD_HISTORY_RANGE,
                            Words.quoted(text) + " is not a range: it needs exactly one colon.")
                    .next("write start:end, start: or :end, for example \"-3:\" or \"base:current\""));
        }
        return new RevisionRange(
                text,
                RevisionExpression.parse(ends[0].isEmpty() ? RevisionExpression.BASE : ends[0]),
                RevisionExpression.parse(ends[1].isEmpty() ? RevisionExpression.HEADS : ends[1]));
    }

    /**
     * Whether it takes a database to say where it starts or ends.
     *
     * @return true where an end names {@code current}
     */
    public boolean namesCurrent() {
        return start.namesCurrent() || end.namesCurrent();
    }

    /**
     * The revisions of this range.
     *
     * @param graph the history
     * @param rows the rows of the version table, for {@code current}
     * @return their ids, newest first
     * @throws MigrateException when an end names nothing or cannot be told apart, or the start is not below the end
     */
    public List<String> in(RevisionGraph graph, Collection<String> rows) {
        return new HistoryRange(graph, rows, this).newestFirst();
    }
}
