package dev.migrate.dialect;

import dev.migrate.dialect.OfflineScript.Grouping;
import dev.migrate.dialect.OfflineScript.Own;
import dev.migrate.dialect.OfflineScript.Part;
import dev.migrate.dialect.OfflineScript.Question;
import dev.migrate.dialect.OfflineScript.Statement;
import dev.migrate.dialect.OfflineScript.Step;
import java.util.List;

/**
 * A script for a database whose definitions commit by themselves. Nothing protects a step but its journal, so each
 * statement asks first whether it is due: the journal says what is done, variables of the session what is true.
 *
 * <p>{@code @migrate_ok}: nothing went wrong so far. {@code @migrate_due}: the database stands where the step begins.
 * {@code @migrate_done}: up to where an earlier run came with it. {@code @migrate_do}: the next statement is to be run.
 */
public abstract class GuardedScript implements ScriptLanguage {

    private static final String DUE = "@migrate_due";
    private static final String GO_ON = "@migrate_due AND @migrate_ok";
    private static final String DO = "@migrate_do";

    /** For dialects. */
    protected GuardedScript() {}

    /**
     * Writes what the session has to be set to, and what has to be true of the server.
     *
     * @param out where it is written
     * @param script the script
     */
    protected abstract void open(ScriptText out, OfflineScript script);

    /**
     * Writes what takes the lock of a run, or stops.
     *
     * @param out where it is written
     * @param script the script
     */
    protected abstract void lock(ScriptText out, OfflineScript script);

    /**
     * Writes what gives the lock back.
     *
     * @param out where it is written
     */
    protected abstract void unlock(ScriptText out);

    /**
     * Writes what sets the session back to where each step begins.
     *
     * @param out where it is written
     */
    protected abstract void baseline(ScriptText out);

    /**
     * The rows of the version table as one text.
     *
     * @param version the table
     * @param ignored rows to leave out
     * @return an expression
     */
    protected abstract String rows(String version, List<String> ignored);

    /**
     * One of two values.
     *
     * @param condition what decides
     * @param then the value when it is true
     * @param otherwise the value when it is not
     * @return an expression
     */
    protected abstract String choice(String condition, String then, String otherwise);

    /**
     * Texts put together.
     *
     * @param texts expressions
     * @return an expression
     */
    protected abstract String joined(String... texts);

    /**
     * SQL text as an expression of the script.
     *
     * @param sql the statement
     * @return an expression
     */
    protected abstract String literal(String sql);

    /**
     * A statement that does nothing, as an expression.
     *
     * @return an expression
     */
    protected abstract String nothing();

    /**
     * Writes what runs the text of a statement, and notes in {@code @migrate_ok} when it fails.
     *
     * @param out where it is written
     * @param text an expression of the statement's text
     */
    protected abstract void run(ScriptText out, String text);

    /**
     * Writes what stops the client with words, when they are not null.
     *
     * @param out where it is written
     * @param words an expression of the words; null for none
     */
    protected abstract void stop(ScriptText out, String words);

    /**
     * Writes what begins a transaction; outside of one each statement commits by itself.
     *
     * @param out where it is written
     */
    protected abstract void begin(ScriptText out);

    /**
     * Writes what commits it.
     *
     * @param out where it is written
     */
    protected abstract void commit(ScriptText out);

    /**
     * Writes what commits the journal's word for a statement that changes rows, where they may stay when it is cut off.
     *
     * @param out where it is written
     * @param statement the statement
     */
    protected abstract void betweenJournalAndRows(ScriptText out, Statement statement);

    /**
     * Writes a statement that cannot be asked first.
     *
     * @param out where it is written
     * @param statement the statement
     * @return whether it was one, so that it is written
     */
    protected boolean unguarded(ScriptText out, Statement statement) {
        return false;
    }

    /**
     * Whether the client can be told to go on after a statement that failed.
     *
     * @return true, if so
     */
    protected abstract boolean mayGoOn();

    @Override
    public final String key(int number) {
        return joined("@migrate_run", "'-" + (100_000 + number) + "'");
    }

    @Override
    public final String text(OfflineScript script) {
        ScriptText out = new ScriptText().comment(script.header()).line("");
        open(out, script);
        Own own = script.own();
        out.section("migrate's own tables");
        script.creating().forEach(sql -> runIf(out, "@migrate_ok", literal(sql)));
        write(out, layout(own), "@migrate_ok AND NOT EXISTS (SELECT 1 FROM " + own.info() + " WHERE name = 'layout')");
        out.line("");
        lock(out, script);
        stopIf(
                out,
                "EXISTS (SELECT 1 FROM " + own.info() + " WHERE name = 'layout' AND content <> "
                        + ScriptText.quoted(own.layout()) + ")",
                "'migrate: its tables are of another version of migrate'");
        whereItStands(out, script);
        for (int i = 0; i < script.steps().size(); i++) {
            out.section("step " + (i + 1) + " of " + script.steps().size() + ": "
                    + script.steps().get(i).title());
            step(out, script, script.steps().get(i), i + 1);
        }
        out.section("the end");
        script.gap().ifPresent(why -> stopIf(out, "@migrate_ok", ScriptText.quoted("migrate: " + why)));
        unlock(out);
        return out.toString();
    }

    private static OwnWrite layout(Own own) {
        return OwnWrite.of("INSERT INTO " + own.info() + " (name, content) VALUES ('layout', "
                + ScriptText.quoted(own.layout()) + ")");
    }

    private void whereItStands(ScriptText out, OfflineScript script) {
        set(out, "migrate_rows", rows(script.own().version(), script.ignoredRows()));
        List<String> stations = script.stations();
        if (!stations.isEmpty()) {
            stopIf(
                    out,
                    "@migrate_rows NOT IN (" + ScriptText.quoted(stations) + ")",
                    joined(
                            "'migrate: the database stands at '",
                            choice("@migrate_rows = ''", "'base'", "@migrate_rows"),
                            ScriptText.quoted(", the script leads from " + ScriptText.place(stations.get(0)) + " to "
                                    + ScriptText.place(stations.get(stations.size() - 1)))));
        }
        script.opening().forEach(write -> write(out, write, "@migrate_ok"));
    }

    private void step(ScriptText out, OfflineScript script, Step step, int number) {
        Own own = script.own();
        baseline(out);
        set(
                out,
                "migrate_due",
                step.rowsBefore()
                        .map(rows -> "@migrate_ok AND @migrate_rows = " + ScriptText.quoted(rows))
                        .orElse("@migrate_ok AND @migrate_rows <> " + ScriptText.quoted(step.rowsAfter())));
        step.revision().ifPresent(revision -> findHalfDone(out, own, step, revision, number));
        step.begin().forEach(write -> write(out, write, DUE + " AND @migrate_half IS NULL"));
        step.resume().forEach(write -> write(out, write, DUE + " AND @migrate_half IS NOT NULL"));
        step.parts().forEach(part -> part(out, part));
        out.line("").comment("the version table, the history");
        begin(out);
        step.end().forEach(write -> write(out, write, GO_ON));
        set(out, "migrate_rows", rows(own.version(), script.ignoredRows()));
        stopIf(
                out,
                DUE + " AND @migrate_rows <> " + ScriptText.quoted(step.rowsAfter()),
                "'migrate: something else wrote into the version table while the script ran'");
        if (mayGoOn()) {
            runIf(out, DUE + " AND NOT @migrate_ok", "'ROLLBACK'");
            step.failed().forEach(write -> write(out, write, DUE + " AND NOT @migrate_ok"));
        }
        commit(out);
    }

    /** What an earlier run left half done has to be this step, with the same operations, and nothing of it in doubt. */
    private void findHalfDone(ScriptText out, Own own, Step step, String revision, int number) {
        set(
                out,
                "migrate_half",
                "(SELECT MIN(step) FROM " + own.history() + " WHERE version_table = "
                        + ScriptText.quoted(own.versionTable()) + " AND step IN (SELECT step FROM " + own.journal()
                        + "))");
        set(out, "migrate_step", "COALESCE(@migrate_half, " + key(number) + ")");
        set(
                out,
                "migrate_done",
                "COALESCE((SELECT MAX(" + OfflineScript.PLACE + ") FROM " + own.journal()
                        + " WHERE step = @migrate_half AND state = 'done'), 0)");
        stopIf(
                out,
                DUE + " AND @migrate_half IS NOT NULL AND NOT EXISTS (SELECT 1 FROM " + own.history()
                        + " WHERE step = @migrate_half AND revision = " + ScriptText.quoted(revision)
                        + " AND direction = " + ScriptText.quoted(step.direction()) + " AND ops_hash = "
                        + ScriptText.quoted(step.operationsHash()) + ")",
                ScriptText.quoted(
                        "migrate: a step is half done, and not the one that is due: run mvn migrate:upgrade"));
        stopIf(
                out,
                DUE + " AND EXISTS (SELECT 1 FROM " + own.journal()
                        + " WHERE step = @migrate_half AND state <> 'done')",
                ScriptText.quoted("migrate: a statement of " + revision + " is in doubt: mvn migrate:"
                        + (step.direction().equals("down") ? "downgrade" : "upgrade") + " asks about it"));
    }

    private void part(ScriptText out, Part part) {
        out.line("").comment(part.title());
        if (part.grouping() == Grouping.FIRST) {
            begin(out);
        }
        if (part instanceof Question question) {
            ask(out, question);
        } else if (part instanceof Statement statement && !unguarded(out, statement)) {
            statement(out, statement);
        }
        if (part.grouping() == Grouping.LAST) {
            if (mayGoOn()) {
                runIf(out, DUE + " AND NOT @migrate_ok", "'ROLLBACK'");
            }
            commit(out);
        }
    }

    private void ask(ScriptText out, Question question) {
        set(out, "migrate_do", isDue(question.place()));
        runIf(out, DO, literal("SET @migrate_answer = (" + question.query() + ")"));
        stopIf(
                out,
                DO + " AND COALESCE(@migrate_answer <> " + question.expected() + ", TRUE)",
                ScriptText.quoted("migrate: not true: " + question.what()));
    }

    private static String isDue(long place) {
        return GO_ON + " AND @migrate_done < " + place;
    }

    private void statement(ScriptText out, Statement statement) {
        if (statement.losesState()) {
            stopIf(
                    out,
                    DUE + " AND @migrate_done >= " + statement.place(),
                    "'migrate: an earlier run ended behind a statement whose effect its session alone had'");
        }
        set(out, "migrate_sql", literal(statement.sql().sql()));
        set(out, "migrate_do", statement.setsSession() ? GO_ON : isDue(statement.place()));
        if (statement.setsSession()) {
            runIf(out, DO, "@migrate_sql");
            return;
        }
        boolean changesRows = statement.sql().kind() == SqlStatement.Kind.DATA;
        boolean transaction = changesRows && statement.grouping() == Grouping.ALONE;
        if (transaction) {
            begin(out);
        }
        write(out, statement.begin(), DO);
        if (changesRows) {
            betweenJournalAndRows(out, statement);
        }
        runIf(out, DO, "@migrate_sql");
        write(out, statement.done(), DO + " AND @migrate_ok");
        if (mayGoOn()) {
            write(out, statement.forget(), DO + " AND NOT @migrate_ok");
        }
        if (transaction) {
            commit(out);
        }
    }

    private static void write(ScriptText out, OwnWrite write, String condition) {
        out.statement(write.onlyIf(condition));
    }

    /**
     * Writes what gives a variable a value.
     *
     * @param out where it is written
     * @param variable its name, without the sign
     * @param value an expression
     */
    protected static void set(ScriptText out, String variable, String value) {
        out.statement("SET @" + variable + " = " + value);
    }

    /**
     * Writes what runs the text of a statement when something is true.
     *
     * @param out where it is written
     * @param condition what has to be true
     * @param text an expression of the statement's text
     */
    protected final void runIf(ScriptText out, String condition, String text) {
        run(out, choice(condition, text, nothing()));
    }

    /**
     * Writes what stops the client when something is true that must not be.
     *
     * @param out where it is written
     * @param condition what has to be true
     * @param words an expression of the words; null for none
     */
    protected final void stopIf(ScriptText out, String condition, String words) {
        stop(out, choice("@migrate_ok AND " + condition, words, "NULL"));
    }

    /**
     * What restricts rows to those of the script's branches.
     *
     * @param ignored the others
     * @return a condition with its {@code WHERE}; empty when there are none
     */
    protected static String without(List<String> ignored) {
        return ignored.isEmpty() ? "" : " WHERE version_num NOT IN (" + ScriptText.quoted(ignored) + ")";
    }
}
