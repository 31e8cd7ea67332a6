package dev.migrate.execute;

import dev.migrate.graph.Direction;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** The history of a database. */
final class HistoryTable extends HistoryWrites {

    private static final int SECONDS = "2026-04-10 12:00:00".length();

    /**
     * What a row tells of a recording.
     *
     * @param operations the canonical text
     * @param hash the text of an {@link OperationsHash}
     * @param when when the step began, by the server's clock
     * @param who who ran it
     */
    record Recorded(String operations, String hash, String when, String who) {}

    private final OwnStatements own;
    private final OwnTables tables;

    HistoryTable(OwnStatements own, OwnTables tables, MigratorConfig config) {
        super(own, tables, RunOrigin.of(config));
        this.own = own;
        this.tables = tables;
    }

    /** Whether a row with this word says what is applied, rather than what is undone. */
    static boolean applies(String word) {
        return word.equals(Event.UP.word()) || word.equals(Event.REPAIR.word());
    }

    static Direction direction(String word) {
        return word.equals(Event.DOWN.word()) ? Direction.DOWN : Direction.UP;
    }

    /** What a step recorded. */
    Recorded recorded(String step) throws SQLException {
        List<Recorded> found = own.query(
                "SELECT operations, ops_hash, started, who FROM " + tables.history() + " WHERE step = ?",
                row -> new Recorded(
                        row.getString(1),
                        Optional.ofNullable(row.getString(2)).orElse(""),
                        row.getString(3).substring(0, SECONDS),
                        row.getString(4)),
                step);
        expectOne(found.size(), step);
        return found.get(0);
    }

    /** Closes the rows of runs that were cut off before anything of the step was in the database. */
    void closeCutOff() throws SQLException {
        // Looked for first: an update that scans would wait for the rows of other histories in the schema.
        List<String> cutOff = own.query(
                "SELECT step FROM " + tables.history()
                        + " WHERE version_table = ? AND status = 'started' AND step NOT IN" + " (SELECT step FROM "
                        + tables.journal() + ")",
                row -> row.getString(1),
                tables.versionTable());
        for (String step : cutOff) {
            own.update(
                    "UPDATE " + tables.history() + " SET status = 'failed', ended = " + tables.now()
                            + ", error = 'the run ended before any of it took effect' WHERE step = ?",
                    step);
        }
    }

    /** The lines of a canonical text. A carriage return may be a part of one. */
    static List<String> lines(String canonical) {
        return canonical.isEmpty() ? List.of() : List.of(canonical.split("\n"));
    }

    /** What a step recorded when it began, one canonical line for each operation. */
    List<String> operations(String step) throws SQLException {
        List<String> text = own.query(
                "SELECT operations FROM " + tables.history() + " WHERE step = ?", row -> row.getString(1), step);
        return text.isEmpty() ? List.of() : lines(text.get(0));
    }
}
