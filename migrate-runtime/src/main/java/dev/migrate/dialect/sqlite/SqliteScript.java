package dev.migrate.dialect.sqlite;

import dev.migrate.dialect.OfflineScript;
import dev.migrate.dialect.OfflineScript.Mark;
import dev.migrate.dialect.OfflineScript.Own;
import dev.migrate.dialect.OfflineScript.Part;
import dev.migrate.dialect.OfflineScript.Question;
import dev.migrate.dialect.OfflineScript.Statement;
import dev.migrate.dialect.OfflineScript.Step;
import dev.migrate.dialect.ScriptLanguage;
import dev.migrate.dialect.ScriptText;
import dev.migrate.dialect.ServerVersion;
import dev.migrate.dialect.SqlStatement;
import java.util.List;
import java.util.Optional;

/**
 * A script for the shell {@code sqlite3}, which knows no conditions but stops at the first error. All of the script is one
 * transaction, and what must be true is the check of a table that its answer is written into.
 */
final class SqliteScript implements ScriptLanguage {

    private static final String STEP = "(SELECT step FROM temp.migrate_script)";
    private static final String BROKEN =
            "SELECT \"table\", \"parent\", \"rowid\", count(*) FROM pragma_foreign_key_check GROUP BY 1, 2, 3";

    private final ServerVersion version;

    SqliteScript(ServerVersion version) {
        this.version = version;
    }

    /** Counts the checks of one script. */
    private static final class Checks {
        private int number;

        void require(ScriptText out, String condition, String words) {
            String table = "temp.migrate_check_" + ++number;
            out.statement("CREATE TABLE " + table + " (answer CONSTRAINT \"" + words.replace("\"", "'")
                            + "\" CHECK (answer))")
                    .statement("INSERT INTO " + table + " VALUES (coalesce(" + condition + ", 0))");
        }
    }

    @Override
    public String command() {
        return "sqlite3 <database file> < " + FILE;
    }

    @Override
    public List<String> cautions() {
        return List.of();
    }

    @Override
    public String qualifier(Optional<String> schema) {
        return SqliteDialect.MAIN + ".";
    }

    @Override
    public Known known() {
        return new Known(
                STEP,
                "''",
                "''",
                "'sqlite3'",
                "(SELECT file FROM pragma_database_list WHERE name = 'main')",
                "CAST((julianday('now') - julianday(started)) * 86400000 AS INTEGER)",
                Optional.empty());
    }

    @Override
    public String key(int number) {
        return "(SELECT run || '-" + (100_000 + number) + "' FROM temp.migrate_script)";
    }

    @Override
    public String text(OfflineScript script) {
        Checks checks = new Checks();
        Own own = script.own();
        ScriptText out = new ScriptText().comment(script.header()).line("");
        out.line(".bail on");
        checks.require(
                out,
                "3000000 + CAST(substr(sqlite_version(), 3) AS INTEGER) * 1000 + CAST(substr(substr(sqlite_version(), 3),"
                        + " instr(substr(sqlite_version(), 3), '.') + 1) AS INTEGER) >= "
                        + (version.major() * 1_000_000 + version.minor() * 1000 + version.patch()),
                "migrate: the script is for SQLite " + version + " and later, this shell is older (sqlite3 -version):"
                        + " write it with -Dmigrate.dialect=sqlite:<version>");
        out.statement("PRAGMA foreign_keys = OFF")
                .statement("PRAGMA legacy_alter_table = OFF")
                .statement("PRAGMA ignore_check_constraints = OFF")
                .statement("PRAGMA writable_schema = OFF")
                .comment("Nobody else writes until all of it is done, or none.")
                .statement("BEGIN EXCLUSIVE")
                .statement("CREATE TEMP TABLE migrate_script (run TEXT, step TEXT)")
                .statement("INSERT INTO temp.migrate_script VALUES (replace(strftime('%Y%m%dT%H%M%f', 'now'), '.', '')"
                        + " || '-' || lower(hex(randomblob(4))), NULL)")
                .statement("CREATE TEMP TABLE migrate_broken AS " + BROKEN);
        out.section("migrate's own tables");
        script.creating().forEach(out::statement);
        out.statement("INSERT OR IGNORE INTO " + own.info() + " (name, content) VALUES ('layout', "
                + ScriptText.quoted(own.layout()) + ")");
        checks.require(
                out,
                "(SELECT content FROM " + own.info() + " WHERE name = 'layout') = " + ScriptText.quoted(own.layout()),
                "migrate: " + Own.OTHER_LAYOUT);
        script.mark().ifPresent(mark -> holdAgainst(out, checks, mark));
        for (String direction : List.of("up", "down")) {
            checks.require(
                    out,
                    "NOT EXISTS (SELECT 1 FROM " + own.history() + " WHERE direction = '" + direction
                            + "' AND step IN (SELECT step FROM " + own.journal() + "))",
                    direction.equals("up")
                            ? "migrate: a revision is half applied: finish it with mvn migrate:upgrade"
                            : "migrate: a revision is half undone: finish it with mvn migrate:downgrade");
        }
        out.statement(
                "SELECT 'migrate: the database stands at ' || coalesce(nullif(" + rows(script) + ", ''), 'base')");
        script.opening().forEach(write -> out.statement(write.sql()));
        for (int i = 0; i < script.steps().size(); i++) {
            out.section("step " + (i + 1) + " of " + script.steps().size() + ": "
                    + script.steps().get(i).title());
            step(out, checks, script, script.steps().get(i), i + 1);
        }
        out.section("the end");
        requireReferencesKept(out, checks);
        out.statement("COMMIT")
                .statement("SELECT 'migrate: complete; the database stands at ' || coalesce(nullif(" + rows(script)
                        + ", ''), 'base')");
        script.gap().ifPresent(why -> checks.require(out, "0", "migrate: " + why));
        return out.toString();
    }

    /** The words of a check are written before anybody knows what the database says. */
    private static void holdAgainst(ScriptText out, Checks checks, Mark mark) {
        out.statement("SELECT 'migrate: the database is marked \"' || " + mark.environment() + " || '\"' || CASE "
                + mark.production() + " WHEN 'true' THEN ', production' ELSE '' END WHERE " + mark.refused());
        checks.require(
                out,
                "NOT (" + mark.refused() + ")",
                "migrate: the database is marked as another than the script is for, " + mark.meant()
                        + "; nothing was changed");
    }

    /** What no transaction may be around ends the script's, and the journal tells how far the step has come. */
    private static void outside(ScriptText out, Checks checks, Optional<Statement> before, Statement statement) {
        before.ifPresent(
                done -> out.statement(done.begin().sql()).statement(done.done().sql()));
        out.statement(statement.begin().sql());
        requireReferencesKept(out, checks);
        out.statement("COMMIT")
                .statement(statement.sql().sql())
                .statement("BEGIN EXCLUSIVE")
                .statement(statement.done().sql());
    }

    private static void requireReferencesKept(ScriptText out, Checks checks) {
        checks.require(
                out,
                "NOT EXISTS (" + BROKEN + " EXCEPT SELECT * FROM temp.migrate_broken)",
                "migrate: rows would be left that refer to nothing; PRAGMA foreign_key_check shows which");
    }

    private static String rows(OfflineScript script) {
        String without = script.ignoredRows().isEmpty()
                ? ""
                : " WHERE version_num NOT IN (" + ScriptText.quoted(script.ignoredRows()) + ")";
        return "(SELECT coalesce(group_concat(version_num, ' '), '') FROM (SELECT version_num FROM "
                + script.own().version() + without + " ORDER BY version_num))";
    }

    private void step(ScriptText out, Checks checks, OfflineScript script, Step step, int number) {
        step.rowsBefore()
                .ifPresent(rows -> checks.require(
                        out,
                        rows(script) + " = " + ScriptText.quoted(rows),
                        "migrate: the script begins at " + ScriptText.place(rows)
                                + ", and the database does not stand there"));
        out.statement("UPDATE temp.migrate_script SET step = " + key(number));
        step.begin().forEach(write -> out.statement(write.sql()));
        Optional<Statement> before = Optional.empty();
        for (Part part : step.parts()) {
            out.line("").comment(part.title());
            if (part instanceof Statement statement) {
                if (statement.sql().kind() == SqlStatement.Kind.OUTSIDE) {
                    outside(out, checks, before, statement);
                } else {
                    out.statement(statement.sql().sql());
                }
                before = Optional.of(statement);
            } else if (part instanceof Question question) {
                checks.require(
                        out,
                        "(" + ScriptText.closed(question.query()) + ") = " + question.expected(),
                        "migrate: not true: " + question.what());
            }
        }
        out.line("").comment("the version table, the history");
        step.end().forEach(write -> out.statement(write.sql()));
        checks.require(
                out,
                rows(script) + " = " + ScriptText.quoted(step.rowsAfter()),
                "migrate: the version table is not what this step makes of it");
    }
}
