package dev.migrate.dialect.postgresql;

import dev.migrate.dialect.Identifiers;
import dev.migrate.dialect.OfflineScript;
import dev.migrate.dialect.OfflineScript.Lost;
import dev.migrate.dialect.OfflineScript.Mark;
import dev.migrate.dialect.OfflineScript.Own;
import dev.migrate.dialect.OfflineScript.Part;
import dev.migrate.dialect.OfflineScript.Question;
import dev.migrate.dialect.OfflineScript.Statement;
import dev.migrate.dialect.OfflineScript.Step;
import dev.migrate.dialect.OwnWrite;
import dev.migrate.dialect.ScriptLanguage;
import dev.migrate.dialect.ScriptText;
import dev.migrate.dialect.ServerVersion;
import dev.migrate.dialect.SqlStatement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A script for {@code psql}: a step is a transaction, and {@code \if} passes it by when it is not due. What cannot run
 * in a transaction ends the one before it, and the journal says where the step goes on.
 */
final class PostgreSqlScript implements ScriptLanguage {

    private static final String SCHEMA = ":\"migrate_schema\".";

    /** What keeps its effect when a transaction ends. */
    private static final Pattern SETS = Pattern.compile(
            "(?is)(?:\\s|--[^\\n]*(?:\\n|$)|/\\*.*?\\*/)*+(?:SET\\s+(?!LOCAL\\b|TRANSACTION\\b|CONSTRAINTS\\b)|RESET\\b).*");

    private final Identifiers names;
    private final ServerVersion version;

    PostgreSqlScript(Identifiers names, ServerVersion version) {
        this.names = names;
        this.version = version;
    }

    @Override
    public String command() {
        return "psql --no-psqlrc --host=… --username=… --dbname=… --file=" + FILE;
    }

    @Override
    public List<String> cautions() {
        return List.of();
    }

    /** Always with the schema: a migration may change which one is searched. */
    @Override
    public String qualifier(Optional<String> schema) {
        return SCHEMA;
    }

    @Override
    public Known known() {
        return new Known(
                ":'migrate_step'",
                "session_user",
                "coalesce(pg_catalog.host(pg_catalog.inet_client_addr()), 'localhost')",
                "pg_catalog.pg_backend_pid()",
                "coalesce(pg_catalog.host(pg_catalog.inet_server_addr()), 'localhost') || ':'"
                        + " || pg_catalog.current_setting('port')",
                "(EXTRACT(EPOCH FROM pg_catalog.clock_timestamp() AT TIME ZONE 'UTC' - started) * 1000)::bigint",
                Optional.empty());
    }

    @Override
    public String key(int number) {
        return ":'migrate_run' || '-" + (100_000 + number) + "'";
    }

    @Override
    public String text(OfflineScript script) {
        ScriptText out = new ScriptText().comment(script.header()).line("");
        out.line("\\set ON_ERROR_STOP on")
                .line("\\set ON_ERROR_ROLLBACK off")
                .line("\\set AUTOCOMMIT on")
                .line("\\set QUIET on");
        requireServer(out);
        baseline(out, script);
        Own own = script.own();
        Stream.concat(script.schema().stream(), own.schema().stream())
                .distinct()
                .forEach(schema -> stopIf(
                        out,
                        "pg_catalog.to_regnamespace(pg_catalog.quote_ident(" + ScriptText.quoted(names.stored(schema))
                                + ")) IS NULL",
                        ScriptText.quoted("migrate: there is no schema " + schema)));
        ask(
                out,
                own.schema()
                                .map(name -> ScriptText.quoted(names.stored(name)))
                                .orElse("coalesce(pg_catalog.current_schema(), '')")
                        + " AS migrate_schema, pg_catalog.to_char(pg_catalog.clock_timestamp() AT TIME ZONE 'UTC',"
                        + " 'YYYYMMDD\"T\"HH24MISSMS') || '-' || pg_catalog.substr(pg_catalog.gen_random_uuid()::text, 1, 8)"
                        + " AS migrate_run");
        stopIf(
                out,
                ":'migrate_schema' = ''",
                "'migrate: the connection is in no schema that exists; set search_path, or write the script with"
                        + " migrate.schema'");
        lock(out, script);
        out.section("migrate's own tables");
        script.creating().forEach(out::statement);
        out.statement("INSERT INTO " + own.info() + " (name, content) VALUES ('layout', "
                + ScriptText.quoted(own.layout()) + ") ON CONFLICT DO NOTHING");
        stopIf(
                out,
                "EXISTS (SELECT 1 FROM " + own.info() + " WHERE name = 'layout' AND content <> "
                        + ScriptText.quoted(own.layout()) + ")",
                ScriptText.quoted("migrate: " + Own.OTHER_LAYOUT));
        script.mark().ifPresent(mark -> holdAgainst(out, mark));
        whereItStands(out, script);
        for (int i = 0; i < script.steps().size(); i++) {
            out.section("step " + (i + 1) + " of " + script.steps().size() + ": "
                    + script.steps().get(i).title());
            step(out, script, script.steps().get(i), i + 1);
        }
        out.section("the end");
        script.gap().ifPresent(why -> stopIf(out, "true", ScriptText.quoted("migrate: " + why)));
        ask(out, "coalesce(nullif(:'migrate_rows', ''), 'base') AS migrate_rows");
        out.line("\\echo migrate: complete; the database stands at :migrate_rows");
        out.line("SELECT pg_catalog.pg_advisory_unlock(:migrate_lock) AS migrate_unlocked \\gset");
        return out.toString();
    }

    private void requireServer(ScriptText out) {
        stopIf(
                out,
                "pg_catalog.version() NOT LIKE 'PostgreSQL %'",
                "'migrate: the script is for PostgreSQL, the server is ' || pg_catalog.version()");
        stopIf(
                out,
                "pg_catalog.current_setting('server_version_num')::int < "
                        + (version.major() * 10_000 + version.minor()),
                ScriptText.quoted("migrate: the script is for PostgreSQL " + version.major()
                                + " and later, the server is ")
                        + " || pg_catalog.current_setting('server_version')"
                        + " || ': write it with -Dmigrate.dialect=postgresql:<version>'");
    }

    private static void holdAgainst(ScriptText out, Mark mark) {
        stopIf(
                out,
                mark.refused(),
                "'migrate: the database is marked \"' || " + mark.environment() + " || CASE WHEN " + mark.production()
                        + " = 'true' THEN '\", production' ELSE '\"' END || "
                        + ScriptText.quoted("; the script is for " + mark.meant() + "; nothing was changed"));
    }

    /** What every step begins with, whatever the one before it has set. */
    private void baseline(ScriptText out, OfflineScript script) {
        out.line("RESET ALL; RESET ROLE;");
        out.line(
                "SET client_encoding = 'UTF8'; SET standard_conforming_strings = on; SET client_min_messages = warning;");
        script.schema()
                .ifPresent(schema -> ask(
                        out,
                        "pg_catalog.set_config('search_path', pg_catalog.concat_ws(', ', pg_catalog.quote_ident("
                                + ScriptText.quoted(names.stored(schema))
                                + "), nullif(pg_catalog.current_setting('search_path'), '')), false)"
                                + " AS migrate_search_path"));
    }

    /** By the same number as a run: the first eight bytes of the hash of the lock's name. */
    private static void lock(ScriptText out, OfflineScript script) {
        ask(
                out,
                "'migrate:' || pg_catalog.left(pg_catalog.encode(pg_catalog.sha256(pg_catalog.convert_to(pg_catalog.lower("
                        + ":'migrate_schema' || E'\\n' || "
                        + ScriptText.quoted(script.own().versionTable())
                        + "), 'UTF8')), 'hex'), 40) AS migrate_lock_name");
        ask(
                out,
                "('x' || pg_catalog.left(pg_catalog.encode(pg_catalog.sha256(pg_catalog.convert_to("
                        + ":'migrate_lock_name', 'UTF8')), 'hex'), 16))::bit(64)::bigint AS migrate_lock");
        ask(out, "pg_catalog.set_config('migrate.lock', :'migrate_lock', false) AS migrate_ignored");
        out.line("DO $migrate$ BEGIN")
                .line("  FOR i IN 0.." + script.lockTimeout().toSeconds() + " LOOP")
                .line("    IF pg_try_advisory_lock(current_setting('migrate.lock')::bigint) THEN RETURN; END IF;")
                .line("    PERFORM pg_sleep(1);")
                .line("  END LOOP;")
                .line("  RAISE EXCEPTION 'migrate: another run or script holds the lock';")
                .line("END $migrate$;");
    }

    private static void whereItStands(ScriptText out, OfflineScript script) {
        readRows(out, script);
        List<String> stations = script.stations();
        if (!stations.isEmpty()) {
            stopIf(
                    out,
                    ":'migrate_rows' NOT IN (" + ScriptText.quoted(stations) + ")",
                    "'migrate: the database stands at ' || coalesce(nullif(:'migrate_rows', ''), 'base') || "
                            + ScriptText.quoted(", the script leads from " + ScriptText.place(stations.get(0)) + " to "
                                    + ScriptText.place(stations.get(stations.size() - 1))));
        }
        writes(out, script.opening());
    }

    private static void readRows(ScriptText out, OfflineScript script) {
        ask(out, rows(script) + " AS migrate_rows");
    }

    private static String rows(OfflineScript script) {
        String without = script.ignoredRows().isEmpty()
                ? ""
                : " WHERE version_num NOT IN (" + ScriptText.quoted(script.ignoredRows()) + ")";
        return "(SELECT coalesce(pg_catalog.string_agg(version_num, ' ' ORDER BY version_num COLLATE \"C\"), '') FROM "
                + script.own().version() + without + ")";
    }

    private void step(ScriptText out, OfflineScript script, Step step, int number) {
        ask(
                out,
                step.rowsBefore()
                                .map(rows -> ":'migrate_rows' = " + ScriptText.quoted(rows))
                                .orElse(":'migrate_rows' <> " + ScriptText.quoted(step.rowsAfter()))
                        + " AS migrate_due");
        out.line("\\if :migrate_due");
        baseline(out, script);
        boolean leaves = step.parts().stream().anyMatch(PostgreSqlScript::leavesTheTransaction);
        step.revision().ifPresent(revision -> findHalfDone(out, script.own(), step, revision, number, leaves));
        out.statement("BEGIN");
        if (leaves) {
            out.line("\\if :migrate_resumed");
            writes(out, step.resume());
            out.line("\\else");
            writes(out, step.begin());
            out.line("\\endif");
            inPieces(out, step);
        } else {
            writes(out, step.begin());
            step.parts().forEach(part -> part(out, part));
        }
        out.line("").comment("the version table, the history");
        writes(out, step.end());
        stopIf(
                out,
                rows(script) + " <> " + ScriptText.quoted(step.rowsAfter()),
                "'migrate: something else wrote into the version table while the script ran'");
        out.statement("COMMIT");
        readRows(out, script);
        out.line("\\echo migrate: step " + number + " of " + script.steps().size() + " is done");
        out.line("\\endif");
    }

    private void findHalfDone(ScriptText out, Own own, Step step, String revision, int number, boolean canGoOn) {
        ask(
                out,
                "(SELECT coalesce(min(step), '') FROM " + own.history() + " WHERE version_table = "
                        + ScriptText.quoted(own.versionTable()) + " AND step IN (SELECT step FROM " + own.journal()
                        + ")) AS migrate_half");
        String same =
                " AND NOT EXISTS (SELECT 1 FROM " + own.history() + " WHERE step = :'migrate_half' AND revision = "
                        + ScriptText.quoted(revision) + " AND direction = " + ScriptText.quoted(step.direction())
                        + " AND ops_hash = " + ScriptText.quoted(step.operationsHash()) + ")";
        String isUndone = ofHalf(own, "direction") + " = 'down'";
        stopIf(
                out,
                ":'migrate_half' <> ''" + (canGoOn ? same : ""),
                "'migrate: ' || " + ofHalf(own, "revision") + " || CASE WHEN " + isUndone
                        + " THEN ' is half undone' ELSE ' is half applied' END || "
                        + ScriptText.quoted(
                                ", and not by what the script does at " + revision + ": finish it with mvn migrate:")
                        + " || CASE WHEN " + isUndone + " THEN 'downgrade' ELSE 'upgrade' END");
        stopIf(
                out,
                "EXISTS (SELECT 1 FROM " + own.journal() + " WHERE step = :'migrate_half' AND state <> 'done')",
                ScriptText.quoted(
                        "migrate: a statement of " + revision + " is in doubt: " + step.command() + " asks about it"));
        ask(
                out,
                ":'migrate_half' <> '' AS migrate_resumed, coalesce(nullif(:'migrate_half', ''), " + key(number)
                        + ") AS migrate_step, coalesce((SELECT max(" + OfflineScript.PLACE + ") FROM " + own.journal()
                        + " WHERE step = :'migrate_half'), 0) AS migrate_done");
        for (Lost lost : step.lost()) {
            stopIf(
                    out,
                    ":migrate_done >= " + lost.from() + " AND :migrate_done < " + lost.below(),
                    ScriptText.quoted("migrate: " + lost.words(revision)));
        }
    }

    private static String ofHalf(Own own, String column) {
        return "(SELECT min(" + column + ") FROM " + own.history() + " WHERE step = :'migrate_half')";
    }

    private static boolean leavesTheTransaction(Part part) {
        return part instanceof Statement statement && statement.sql().kind() == SqlStatement.Kind.OUTSIDE;
    }

    /** Pieces between which a transaction ends, each passed by when an earlier run has come further. */
    private static void inPieces(ScriptText out, Step step) {
        List<Part> piece = new ArrayList<>();
        for (Part part : step.parts()) {
            if (leavesTheTransaction(part)) {
                inTransaction(out, step, piece);
                piece.clear();
                outside(out, (Statement) part);
            } else {
                piece.add(part);
            }
        }
        inTransaction(out, step, piece);
    }

    private static void inTransaction(ScriptText out, Step step, List<Part> piece) {
        List<Statement> statements = piece.stream()
                .filter(Statement.class::isInstance)
                .map(Statement.class::cast)
                .toList();
        if (piece.isEmpty()) {
            return;
        }
        long last = piece.get(piece.size() - 1).place();
        stopIf(
                out,
                ":migrate_done BETWEEN " + piece.get(0).place() + " AND " + (last - 1),
                ScriptText.quoted("migrate: a run has ended within these statements: go on with " + step.command()));
        ifNotDone(out, last);
        piece.forEach(part -> part(out, part));
        if (!statements.isEmpty()) {
            Statement end = statements.get(statements.size() - 1);
            writes(out, List.of(end.begin(), end.done()));
        }
        List<Statement> sets =
                statements.stream().filter(PostgreSqlScript::sets).toList();
        if (!sets.isEmpty()) {
            out.line("\\else").comment("what is done already, and was set in a session that is gone");
            sets.forEach(statement -> out.statement(statement.sql().sql()));
        }
        out.line("\\endif");
    }

    private static boolean sets(Statement statement) {
        return SETS.matcher(statement.sql().sql()).matches();
    }

    private static void outside(ScriptText out, Statement statement) {
        ifNotDone(out, statement.place());
        writes(out, List.of(statement.begin()));
        out.statement("COMMIT");
        part(out, statement);
        writes(out, List.of(statement.done())); // by itself: what fails next must not take it back
        out.statement("BEGIN");
        out.line("\\endif");
    }

    private static void ifNotDone(ScriptText out, long place) {
        out.line("SELECT :migrate_done < " + place + " AS migrate_do \\gset").line("\\if :migrate_do");
    }

    private static void part(ScriptText out, Part part) {
        out.line("").comment(part.title());
        if (part instanceof Statement statement) {
            out.statement(statement.sql().sql());
        } else if (part instanceof Question question) {
            stopIf(
                    out,
                    "(" + ScriptText.closed(question.query()) + ") IS DISTINCT FROM " + question.expected(),
                    ScriptText.quoted("migrate: not true: " + question.what()));
        }
    }

    private static void writes(ScriptText out, List<OwnWrite> writes) {
        writes.forEach(write -> out.statement(write.sql()));
    }

    /** Writes a query whose columns become variables. */
    private static void ask(ScriptText out, String columns) {
        out.line("SELECT " + columns + " \\gset");
    }

    private static void stopIf(ScriptText out, String condition, String words) {
        ask(
                out,
                "pg_catalog.set_config('migrate.problem', CASE WHEN " + condition + " THEN " + words
                        + " ELSE '' END, false) AS migrate_problem");
        out.line("DO $migrate$ BEGIN IF current_setting('migrate.problem') <> ''"
                + " THEN RAISE EXCEPTION '%', current_setting('migrate.problem'); END IF; END $migrate$;");
    }
}
