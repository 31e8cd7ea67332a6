package dev.migrate.execute;

import dev.migrate.graph.Direction;
import dev.migrate.problem.MigrateException;
import dev.migrate.problem.Problem;
import dev.migrate.problem.ProblemCode;
import dev.migrate.schema.TableName;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Where a database stands, as its own tables tell.
 *
 * @param rows the rows of the version table; empty when there is none
 * @param halfDone the steps that were begun and not ended, at most one unless somebody meddled
 * @param sources what the source of each applied revision was like, by its id; revisions of which nobody noted it, and
 *     some that are no longer applied, aside
 * @param missing the own tables that are not there
 * @param laidOut whether the layout is written down
 * @param mark what the database says it is
 */
record Standing(
        SortedSet<String> rows,
        List<HalfDone> halfDone,
        Map<String, AppliedSource> sources,
        List<TableName> missing,
        boolean laidOut,
        EnvironmentMark mark) {

    /** The layout of the own tables that this version writes and understands. */
    static final String LAYOUT = "1";

    private static final String ROW = "row";
    private static final String HALF_DONE = "step";
    private static final String SOURCE = "source";
    private static final String INFO = "info";

    /**
     * A step that was begun and not ended.
     *
     * @param step its key in history and journal
     * @param revision the revision
     * @param direction which way it went
     */
    record HalfDone(String step, String revision, Direction direction) {

        /** Half what it is. */
        String participle() {
            return direction == Direction.UP ? "applied" : "undone";
        }

        /** The commands that end it. */
        String advice() {
            return "finish it: "
                    + (direction == Direction.UP
                            ? "mvn migrate:upgrade -Dto=" + revision
                            : "mvn migrate:downgrade as before")
                    + "\nor put the database right by hand, then write where it stands:"
                    + " mvn migrate:stamp -Dto=<revision>";
        }
    }

    /**
     * What the source of a revision was like when it was applied.
     *
     * @param step the key of the row in the history that tells
     * @param checksum the checksum of the source
     */
    record AppliedSource(String step, String checksum) {}

    private record Answer(String kind, String text, String revision, String direction, Optional<String> checksum) {}

    Standing {
        rows = Collections.unmodifiableSortedSet(new TreeSet<>(rows));
        halfDone = List.copyOf(halfDone);
        sources = Map.copyOf(sources);
        missing = List.copyOf(missing);
    }

    /** Reads all of it in one query: most runs of a deployment find nothing to do, and should not take longer for it. */
    static Standing read(Connection connection, OwnTables tables) throws SQLException {
        try {
            return of(answers(connection, tables), List.of());
        } catch (SQLException e) {
            if (!connection.getAutoCommit()) {
                connection.rollback(); // some servers answer nothing more in a transaction in which they refused
                // something
            }
            List<TableName> missing = missing(connection, tables, e);
            if (missing.isEmpty()) { // another run may have created them since
                return of(answers(connection, tables), List.of());
            }
            List<Answer> rows = new ArrayList<>();
            try (OwnStatements own = new OwnStatements(connection)) {
                if (missing.stream().noneMatch(tables::isVersionTable)) {
                    rows.addAll(own.query(
                            "SELECT version_num FROM " + tables.version(),
                            row -> new Answer(ROW, row.getString(1), "", "", Optional.empty())));
                }
                if (missing.stream().noneMatch(tables::isInfoTable)) { // another history of the schema has written it
                    rows.addAll(own.query(
                            InfoTable.query(tables),
                            row -> new Answer(INFO, row.getString(2), row.getString(1), "", Optional.empty())));
                }
            }
            return of(rows, missing);
        }
    }

    private static List<TableName> missing(Connection connection, OwnTables tables, SQLException e)
            throws SQLException {
        try {
            return tables.missing(connection);
        } catch (SQLException second) {
            e.addSuppressed(second);
            throw e;
        }
    }

    private static List<Answer> answers(Connection connection, OwnTables tables) throws SQLException {
        // The newest row comes last, by the server's clock: those who run migrations may have clocks that differ. With
        // the columns that are more than text in the first part, every database knows their types.
        String sql = "SELECT '" + SOURCE + "', step, revision, direction, source_checksum, started FROM "
                + tables.history() + " WHERE version_table = ? AND status = 'done'"
                + " AND direction IN ('up', 'down', 'repair')"
                + " UNION ALL SELECT '" + ROW + "', version_num, '', '', NULL, NULL FROM " + tables.version()
                + " UNION ALL SELECT '" + HALF_DONE + "', step, revision, direction, NULL, NULL FROM "
                + tables.history() + " WHERE version_table = ? AND step IN (SELECT step FROM " + tables.journal() + ")"
                + " UNION ALL SELECT '" + INFO + "', content, name, '', NULL, NULL FROM " + tables.info()
                + InfoTable.where() + " ORDER BY 6, 2";
        try (OwnStatements own = new OwnStatements(connection)) {
            return own.query(
                    sql,
                    row -> new Answer(
                            row.getString(1),
                            row.getString(2),
                            row.getString(3),
                            row.getString(4),
                            Optional.ofNullable(row.getString(5))),
                    tables.versionTable(),
                    tables.versionTable());
        }
    }

    private static Standing of(List<Answer> answers, List<TableName> missing) {
        SortedSet<String> rows = new TreeSet<>();
        List<HalfDone> halfDone = new ArrayList<>();
        Map<String, AppliedSource> sources = new HashMap<>();
        Map<String, String> info = new HashMap<>();
        for (Answer answer : answers) {
            switch (answer.kind()) {
                case ROW -> rows.add(answer.text());
                case HALF_DONE ->
                    halfDone.add(
                            new HalfDone(answer.text(), answer.revision(), HistoryTable.direction(answer.direction())));
                case SOURCE -> noteSource(answer, sources);
                default -> info.put(answer.revision(), answer.text());
            }
        }
        Optional<String> layout = Optional.ofNullable(info.get(InfoTable.LAYOUT));
        layout.ifPresent(Standing::requireKnown);
        EnvironmentMark mark = new EnvironmentMark(
                info.getOrDefault(InfoTable.ENVIRONMENT, ""),
                Boolean.parseBoolean(info.getOrDefault(InfoTable.PRODUCTION, "false")));
        return new Standing(rows, halfDone, sources, missing, layout.isPresent(), mark);
    }

    /** Of a revision's rows the last one counts; what it does not tell is not known. */
    private static void noteSource(Answer answer, Map<String, AppliedSource> sources) {
        if (answer.checksum().isPresent() && HistoryTable.applies(answer.direction())) {
            sources.put(
                    answer.revision(),
                    new AppliedSource(answer.text(), answer.checksum().get()));
        } else {
            sources.remove(answer.revision());
        }
    }

    private static void requireKnown(String layout) {
        if (!layout.equals(LAYOUT)) {
            throw new MigrateException(Problem.of(
                            ProblemCode.UNKNOWN_LAYOUT,
                            "the tables of migrate have layout " + layout + ", this version knows layout " + LAYOUT)
                    .at("migrate_info")
                    .next("use the version of migrate that wrote them, or a later one"));
        }
    }
}
