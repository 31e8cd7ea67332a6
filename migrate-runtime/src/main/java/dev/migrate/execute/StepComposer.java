package dev.migrate.execute;

import dev.migrate.dialect.Dialect;
import dev.migrate.dialect.Dialect.SessionIdentity;
import dev.migrate.dialect.OfflineScript;
import dev.migrate.dialect.OfflineScript.Grouping;
import dev.migrate.dialect.OfflineScript.Part;
import dev.migrate.dialect.OfflineScript.Question;
import dev.migrate.dialect.OfflineScript.Statement;
import dev.migrate.dialect.OfflineScript.Step;
import dev.migrate.dialect.OwnWrite;
import dev.migrate.dialect.ScriptLanguage;
import dev.migrate.dialect.SqlStatement;
import dev.migrate.execute.HistoryWrites.Event;
import dev.migrate.execute.HistoryWrites.Subject;
import dev.migrate.execute.JournalEntry.State;
import dev.migrate.graph.RevisionGraph;
import dev.migrate.graph.RevisionNode;
import dev.migrate.graph.RowChange;
import dev.migrate.operation.Backfill;
import dev.migrate.operation.ExecuteSql;
import dev.migrate.operation.Operation;
import dev.migrate.operation.VerifyAnswer;
import dev.migrate.plan.PlannedStep;
import dev.migrate.schema.SchemaModel;
import dev.migrate.script.ScriptStatement;
import dev.migrate.script.ScriptStatement.Effect;
import dev.migrate.script.SqlQuestions;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** Makes the steps of a script: the statements that a run would send, and what it would write into its books. */
final class StepComposer {

    /** Stands for the time that a step takes, until the script knows it. */
    private static final Long MILLIS = Long.MIN_VALUE;

    private final Dialect dialect;
    private final ScriptedWrites writes;
    private final HistoryWrites history;
    private final JournalWrites journal;
    private final VersionTable version;
    private final ScriptLanguage language;
    private final String step;
    private int statements;

    StepComposer(Dialect dialect, OwnTables tables, MigratorConfig config) {
        this.dialect = dialect;
        language = dialect.scriptLanguage();
        ScriptLanguage.Known known = language.known();
        step = ScriptedWrites.expression(known.step());
        writes = new ScriptedWrites(dialect);
        writes.writeAs(MILLIS, known.millis());
        history = new HistoryWrites(
                writes,
                tables,
                new RunOrigin(
                        ScriptedWrites.expression(known.who()),
                        ScriptedWrites.expression(known.host()),
                        config.tool() + ", script",
                        config.environment()));
        journal = new JournalWrites(
                writes,
                tables,
                new SessionIdentity(
                        ScriptedWrites.expression(known.session()), ScriptedWrites.expression(known.server())));
        version = new VersionTable(writes, tables);
    }

    /** How many statements of migrations the steps have. */
    int statements() {
        return statements;
    }

    /**
     * A step of a migration.
     *
     * @param before the rows of the version table at which it is due
     * @param after the rows that it leaves
     * @param surroundings what is known of the schema
     */
    Step step(PlannedStep planned, SortedSet<String> before, SortedSet<String> after, FoldedSurroundings surroundings) {
        StepInfo info = StepInfo.of(planned);
        Event event = Event.of(planned.step().direction());
        Subject subject = new Subject(planned.entry().node(), planned.entry().checksum(), planned.recording());
        List<Operation> operations = dialect.arranged(planned.operations());
        List<StepStatement> sent = statements(info, operations, surroundings);
        List<Part> parts =
                sent.stream().map(statement -> part(statement, sent.size())).toList();
        int count = parts.size(); // questions are sent too
        statements += count;
        return new Step(
                info.arrow()
                        + info.message()
                                .strip()
                                .lines()
                                .findFirst()
                                .map(line -> ", " + line)
                                .orElse(""),
                Optional.of(info.revision()),
                event.word(),
                OperationsHash.of(planned.recording()).text(),
                Optional.of(text(before)),
                text(after),
                writes.taken(() -> history.begin(step, event, subject)),
                writes.taken(() -> history.resume(step, subject)),
                LostPlaces.of(dialect, operations, sent),
                parts,
                writes.taken(() -> end(planned.step().change(), count)),
                writes.taken(() ->
                        history.failed(step, MILLIS, count, "a statement of a script failed; the client said why")));
    }

    /** What is written before the first step. */
    List<OwnWrite> opening() {
        return writes.taken(history::closeAllCutOff);
    }

    /** Rows as a script compares them. */
    static String text(SortedSet<String> rows) {
        return String.join(" ", rows);
    }

    private void end(RowChange change, int count) throws SQLException {
        journal.fold(step);
        version.apply(change);
        history.done(step, MILLIS, count);
    }

    private List<StepStatement> statements(StepInfo info, List<Operation> operations, FoldedSurroundings surroundings) {
        List<StepStatement> statements = new ArrayList<>();
        try (StepScript script = new StepScript(
                info.revision(),
                operations,
                dialect,
                surroundings,
                SchemaModel.incomplete(List.of(), "it was not looked up"))) {
            script.prepare();
            for (Optional<StepStatement> next = script.next(); next.isPresent(); next = script.next()) {
                statements.add(next.get());
            }
        } catch (SQLException e) {
            throw new IllegalStateException("no database is asked", e);
        }
        return statements;
    }

    private Part part(StepStatement statement, int total) {
        String title = statement.number() + " of " + total + ": "
                + statement
                        .script()
                        .map(ScriptRun.InScript::place)
                        .orElseGet(() -> statement.operation().describe())
                + (statement.operation() instanceof Backfill ? ", of all rows at once" : "");
        Grouping grouping = grouping(statement);
        long place = OfflineScript.place(statement.ordinal(), statement.sub());
        SqlStatement sql = inItsTransaction(statement);
        if (statement.operation() instanceof VerifyAnswer question) {
            return new Question(
                    title, place, grouping, question.what(), sql.sql(), dialect.literal(question.expected()));
        }
        UnitKey key = new UnitKey(step, 1, statement.ordinal(), statement.sub());
        language.known().sql().ifPresent(expression -> writes.writeAs(sql.sql(), expression));
        return new Statement(
                title,
                place,
                statement.operation() instanceof Backfill backfill ? Optional.of(backfill.table()) : Optional.empty(),
                grouping,
                sql,
                setsSession(statement),
                writes.taken(() -> journal.begin(key, State.STARTED, sql.sql(), statement.decisions()))
                        .get(0),
                writes.taken(() -> journal.done(key, key, statement.decisions()))
                        .get(0),
                writes.taken(() -> journal.remove(key)).get(0));
    }

    private static Grouping grouping(StepStatement statement) {
        if (!statement.inGroup() || statement.of() == 1) {
            return Grouping.ALONE;
        } else if (statement.isFirst()) {
            return Grouping.FIRST;
        }
        return statement.endsItsOperation() ? Grouping.LAST : Grouping.INNER;
    }

    /** What an author wrote can share a transaction where it changes rows at most. */
    private SqlStatement inItsTransaction(StepStatement statement) {
        SqlStatement sql = statement.sql().orElseThrow().withLiterals(dialect);
        boolean changesRows = statement.inGroup()
                || statement.operation() instanceof Backfill
                || (statement.operation() instanceof ExecuteSql execute
                        && sql.kind() == SqlStatement.Kind.RAW
                        && execute.changesRowsOnly());
        return changesRows ? new SqlStatement(sql.sql(), List.of(), SqlStatement.Kind.DATA) : sql;
    }

    /** What a group has found out for itself nobody else needs, and a second time it would find something else. */
    private boolean setsSession(StepStatement statement) {
        if (statement.operation() instanceof ExecuteSql execute) {
            ScriptStatement read =
                    new ScriptStatement(execute.sql(), 1, SqlQuestions.effect(execute.sql(), dialect.scriptSyntax()));
            return read.effect() == Effect.SESSION && !(statement.inGroup() && LostState.isMissedSilently(read));
        }
        return statement.script().map(ScriptRun.InScript::session).orElse(false);
    }

    /**
     * A change of the version table that runs nothing.
     *
     * @param before the rows that it begins at; empty when they are forgotten, whatever they are
     */
    Step stamp(RevisionGraph graph, Optional<SortedSet<String>> before, SortedSet<String> after, OwnTables tables) {
        return new Step(
                "stamp " + (after.isEmpty() ? "base" : text(after)),
                Optional.empty(),
                Event.STAMP.word(),
                "",
                before.map(StepComposer::text),
                text(after),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                writes.taken(() -> writeStamp(graph, before, after, tables)),
                List.of());
    }

    private void writeStamp(
            RevisionGraph graph, Optional<SortedSet<String>> before, SortedSet<String> after, OwnTables tables)
            throws SQLException {
        writes.update(
                "UPDATE " + tables.history() + " SET status = 'abandoned', ended = " + tables.now()
                        + " WHERE version_table = ? AND step IN (SELECT step FROM " + tables.journal() + ")",
                tables.versionTable());
        writes.update(
                "DELETE FROM " + tables.journal() + " WHERE step IN (SELECT step FROM " + tables.history()
                        + " WHERE version_table = ? AND status = 'abandoned')",
                tables.versionTable());
        SortedSet<String> rows = before.orElseGet(TreeSet::new);
        if (before.isEmpty()) {
            writes.update("DELETE FROM " + tables.version() + " WHERE version_num <> ?", "");
        }
        int number = 0;
        for (String row : rows) {
            if (!after.contains(row)) {
                version.delete(row);
                history.stamped(key(++number), Event.UNSTAMP, node(graph, row));
            }
        }
        for (String row : after) {
            if (!rows.contains(row)) {
                version.insert(row);
                history.stamped(key(++number), Event.STAMP, node(graph, row));
            }
        }
    }

    private String key(int number) {
        return ScriptedWrites.expression(language.key(number));
    }

    private static RevisionNode node(RevisionGraph graph, String id) {
        return graph.revision(id).orElseThrow();
    }
}
