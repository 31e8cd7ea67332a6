package dev.migrate.dialect;

import dev.migrate.dialect.OfflineScript.Grouping;
import dev.migrate.dialect.OfflineScript.Lost;
import dev.migrate.dialect.OfflineScript.Mark;
import dev.migrate.dialect.OfflineScript.Own;
import dev.migrate.dialect.OfflineScript.Part;
import dev.migrate.dialect.OfflineScript.Question;
import dev.migrate.dialect.OfflineScript.Statement;
import dev.migrate.dialect.OfflineScript.Step;
import dev.migrate.problem.MigrateException;
import dev.migrate.problem.Problem;
import dev.migrate.problem.ProblemCode;
import java.util.List;
import java.util.stream.Collectors;

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
     * @param script the script
     */
    protected abstract void baseline(ScriptText out, OfflineScript script);

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
     * Text as an expression of the script, whatever it holds.
     *
     * @param text the text
     * @return an expression
     */
    protected abstract String quoted(String text);

    /**
     * A statement as an expression of text that can be run.
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
     * Writes a statement that is not guarded, and of which the journal need not know.
     *
     * @param out where it is written
     * @param statement the statement
     * @return whether it was one, so that it is written
     */
    protected boolean unguarded(ScriptText out, Statement statement) {
        return false;
    }

    /**
     * Whether a statement cannot be run from its text, so that a step that goes on makes it anew.
     *
     * @param statement the statement
     * @return true, if so
     */
    protected boolean isMadeAnew(Statement statement) {
        return false;
    }

    /**
     * Writes such a statement.
     *
     * @param out where it is written
     * @param statement the statement
     * @param due what is true when its step is under way
     */
    protected void makeAnew(ScriptText out, Statement statement, String due) {
        throw new UnsupportedOperationException(statement.title());
    }

    /**
     * Whether a statement can neither be run from its text nor be made anew.
     *
     * @param sql the statement
     * @return true, if so
     */
    protected boolean isNeverGuarded(String sql) {
        return false;
    }

    /**
     * Whether a statement leaves the schema that the session is in.
     *
     * @param sql the statement
     * @return true, if so
     */
    protected abstract boolean leavesItsSchema(String sql);

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
                "EXISTS (SELECT 1 FROM " + own.info() + " WHERE name = 'layout' AND content <> " + quoted(own.layout())
                        + ")",
                quoted("migrate: " + Own.OTHER_LAYOUT));
        script.mark().ifPresent(mark -> holdAgainst(out, mark));
        whereItStands(out, script);
        for (int i = 0; i < script.steps().size(); i++) {
            out.section("step " + (i + 1) + " of " + script.steps().size() + ": "
                    + script.steps().get(i).title());
            step(out, script, script.steps().get(i), i + 1);
        }
        out.section("the end");
        script.gap().ifPresent(why -> stopIf(out, "@migrate_ok", quoted("migrate: " + why)));
        unlock(out);
        return out.toString();
    }

    private OwnWrite layout(Own own) {
        return OwnWrite.of(
                "INSERT INTO " + own.info() + " (name, content) VALUES ('layout', " + quoted(own.layout()) + ")");
    }

    private void holdAgainst(ScriptText out, Mark mark) {
        stopIf(
                out,
                "(" + mark.refused() + ")",
                joined(
                        "'migrate: the database is marked \"'",
                        mark.environment(),
                        choice(mark.production() + " = 'true'", "'\", production'", "'\"'"),
                        quoted("; the script is for " + mark.meant() + "; nothing was changed")));
    }

    private void whereItStands(ScriptText out, OfflineScript script) {
        set(out, "migrate_rows", rows(script.own().version(), script.ignoredRows()));
        List<String> stations = script.stations();
        if (!stations.isEmpty()) {
            stopIf(
                    out,
                    "@migrate_rows NOT IN (" + quoted(stations) + ")",
                    joined(
                            "'migrate: the database stands at '",
                            choice("@migrate_rows = ''", "'base'", "@migrate_rows"),
                            quoted(", the script leads from " + ScriptText.place(stations.get(0)) + " to "
                                    + ScriptText.place(stations.get(stations.size() - 1)))));
        }
        script.opening().forEach(write -> write(out, write, "@migrate_ok"));
    }

    private void step(ScriptText out, OfflineScript script, Step step, int number) {
        Own own = script.own();
        requireItCanBeWritten(script, step);
        baseline(out, script);
        set(
                out,
                "migrate_due",
                step.rowsBefore()
                        .map(rows -> "@migrate_ok AND @migrate_rows = " + quoted(rows))
                        .orElse("@migrate_ok AND @migrate_rows <> " + quoted(step.rowsAfter())));
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
                DUE + " AND @migrate_rows <> " + quoted(step.rowsAfter()),
                "'migrate: something else wrote into the version table while the script ran'");
        if (mayGoOn()) {
            runIf(out, DUE + " AND NOT @migrate_ok", "'ROLLBACK'");
            step.failed().forEach(write -> write(out, write, DUE + " AND NOT @migrate_ok"));
        }
        commit(out);
    }

    /** Own tables without a schema would be looked for in the other one, and the next step would begin there. */
    private void requireItCanBeWritten(OfflineScript script, Step step) {
        for (Part part : step.parts()) {
            String sql = part instanceof Statement statement ? statement.sql().sql() : "";
            if (script.schema().isEmpty() && leavesItsSchema(sql)) {
                throw refused(
                        step,
                        part,
                        "a statement leaves the schema, and the script does not know which one it is in: " + sql,
                        "name the schema that the migrations work in: -Dmigrate.schema=<name>"
                                + "\nor name the other one before each table, instead of going there");
            }
            if (isNeverGuarded(sql)) {
                throw refused(
                        step,
                        part,
                        "no script can ask first whether this statement is due, since the server runs it from no text: "
                                + sql,
                        "run it against the database, without migrate.sql");
            }
        }
    }

    private static MigrateException refused(Step step, Part part, String what, String next) {
        return new MigrateException(Problem.of(ProblemCode.UNSUPPORTED, what)
                .at("revision " + step.revision().orElse("") + ", statement " + part.title())
                .next(next));
    }

    /** What an earlier run left half done has to be this step, with the same operations, and nothing of it in doubt. */
    private void findHalfDone(ScriptText out, Own own, Step step, String revision, int number) {
        set(
                out,
                "migrate_half",
                "(SELECT MIN(step) FROM " + own.history() + " WHERE version_table = " + quoted(own.versionTable())
                        + " AND step IN (SELECT step FROM " + own.journal() + "))");
        set(out, "migrate_step", "COALESCE(@migrate_half, " + key(number) + ")");
        set(
                out,
                "migrate_done",
                "COALESCE((SELECT MAX(" + OfflineScript.PLACE + ") FROM " + own.journal()
                        + " WHERE step = @migrate_half AND state = 'done'), 0)");
        String isUndone = ofHalf(own, "direction") + " = 'down'";
        stopIf(
                out,
                DUE + " AND @migrate_half IS NOT NULL AND NOT EXISTS (SELECT 1 FROM " + own.history()
                        + " WHERE step = @migrate_half AND revision = " + quoted(revision) + " AND direction = "
                        + quoted(step.direction()) + " AND ops_hash = " + quoted(step.operationsHash()) + ")",
                joined(
                        "'migrate: '",
                        ofHalf(own, "revision"),
                        choice(isUndone, "' is half undone'", "' is half applied'"),
                        quoted(", and not by what the script does at " + revision + ": finish it with mvn migrate:"),
                        choice(isUndone, "'downgrade'", "'upgrade'")));
        stopIf(
                out,
                DUE + " AND EXISTS (SELECT 1 FROM " + own.journal() + " WHERE step = @migrate_half AND state <> 'done'"
                        + besidesWhatIsMadeAnew(step) + ")",
                quoted("migrate: a statement of " + revision + " is in doubt: " + step.command() + " asks about it"));
        for (Lost lost : step.lost()) {
            stopIf(
                    out,
                    DUE + " AND @migrate_done >= " + lost.from() + " AND @migrate_done < " + lost.below(),
                    quoted("migrate: " + lost.words(revision)));
        }
    }

    private static String ofHalf(Own own, String column) {
        return "(SELECT MIN(" + column + ") FROM " + own.history() + " WHERE step = @migrate_half)";
    }

    private String besidesWhatIsMadeAnew(Step step) {
        String places = step.parts().stream()
                .filter(part -> part instanceof Statement statement && isMadeAnew(statement))
                .map(part -> String.valueOf(part.place()))
                .collect(Collectors.joining(", "));
        return places.isEmpty() ? "" : " AND " + OfflineScript.PLACE + " NOT IN (" + places + ")";
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
        runIf(out, DO, literal("SET @migrate_answer = (" + ScriptText.closed(question.query()) + ")"));
        stopIf(
                out,
                DO + " AND COALESCE(@migrate_answer <> " + question.expected() + ", TRUE)",
                quoted("migrate: not true: " + question.what()));
    }

    private static String isDue(long place) {
        return GO_ON + " AND @migrate_done < " + place;
    }

    private void statement(ScriptText out, Statement statement) {
        set(out, "migrate_sql", literal(statement.sql().sql()));
        set(out, "migrate_do", statement.setsSession() ? GO_ON : isDue(statement.place()));
        if (statement.setsSession()) {
            runIf(out, DO, "@migrate_sql");
            return;
        }
        boolean anew = isMadeAnew(statement);
        boolean changesRows = statement.sql().kind() == SqlStatement.Kind.DATA;
        boolean transaction = changesRows && statement.grouping() == Grouping.ALONE;
        if (transaction) {
            begin(out);
        }
        if (anew) {
            write(out, statement.forget(), DO);
        }
        write(out, statement.begin(), DO);
        if (changesRows) {
            betweenJournalAndRows(out, statement);
        }
        if (anew) {
            makeAnew(out, statement, GO_ON);
        } else {
            runIf(out, DO, "@migrate_sql");
        }
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
    protected final String without(List<String> ignored) {
        return ignored.isEmpty() ? "" : " WHERE version_num NOT IN (" + quoted(ignored) + ")";
    }

    private String quoted(List<String> texts) {
        return texts.stream().map(this::quoted).collect(Collectors.joining(", "));
    }
}
