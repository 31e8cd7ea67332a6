package dev.migrate.dialect.h2;

import dev.migrate.dialect.GuardedScript;
import dev.migrate.dialect.Identifiers;
import dev.migrate.dialect.OfflineScript;
import dev.migrate.dialect.ScriptText;
import java.util.List;
import java.util.Optional;

/**
 * A script for H2's {@code RunScript}, which stops at the first error. What is due is chosen by {@code EXECUTE IMMEDIATE}.
 */
final class H2Script extends GuardedScript {

    private final Identifiers names;

    H2Script(Identifiers names) {
        this.names = names;
    }

    @Override
    public String command() {
        return "java -cp h2.jar org.h2.tools.RunScript -url jdbc:h2:… -user … -password … -script " + FILE;
    }

    @Override
    public String qualifier(Optional<String> schema) {
        return schema.map(name -> names.sql(name) + ".").orElse("");
    }

    @Override
    public Known known() {
        return new Known(
                "@migrate_step",
                "LEFT(CURRENT_USER, 255)",
                "''",
                "SESSION_ID()",
                "DATABASE()",
                "DATEDIFF(MILLISECOND, started, CAST(CURRENT_TIMESTAMP AT TIME ZONE 'UTC' AS TIMESTAMP(6)))",
                Optional.of("@migrate_sql"));
    }

    @Override
    protected void open(ScriptText out, OfflineScript script) {
        out.statement("SET AUTOCOMMIT OFF");
        script.schema().ifPresent(schema -> out.statement("SET SCHEMA " + names.sql(schema)));
        set(out, "migrate_schema", "SCHEMA()");
        set(out, "migrate_ok", "TRUE");
        set(
                out,
                "migrate_run",
                "FORMATDATETIME(CAST(CURRENT_TIMESTAMP AT TIME ZONE 'UTC' AS TIMESTAMP(3)), 'yyyyMMdd''T''HHmmssSSS')"
                        + " || '-' || LOWER(LEFT(CAST(RANDOM_UUID() AS VARCHAR), 8))");
    }

    /**
     * A row that a transaction holds would be let go by the first definition, so that the script keeps everybody else out
     * for as long as its session lasts; a run that is under way holds the row, and keeps the script out.
     */
    @Override
    protected void lock(ScriptText out, OfflineScript script) {
        out.comment("Nobody else works on the database until the session of the script ends.");
        out.statement("SET EXCLUSIVE 1");
    }

    @Override
    protected void unlock(ScriptText out) {
        out.statement("SET EXCLUSIVE 0");
    }

    @Override
    protected void baseline(ScriptText out) {
        runIf(out, "TRUE", "'SET SCHEMA \"' || @migrate_schema || '\"'");
    }

    @Override
    protected String rows(String version, List<String> ignored) {
        return "(SELECT COALESCE(LISTAGG(version_num, ' ') WITHIN GROUP (ORDER BY version_num), '') FROM " + version
                + without(ignored) + ")";
    }

    @Override
    protected String choice(String condition, String then, String otherwise) {
        return "CASE WHEN " + condition + " THEN " + then + " ELSE " + otherwise + " END";
    }

    @Override
    protected String joined(String... texts) {
        return String.join(" || ", texts);
    }

    @Override
    protected String literal(String sql) {
        return ScriptText.quoted(sql);
    }

    @Override
    protected String nothing() {
        return "'CALL 0'";
    }

    @Override
    protected void run(ScriptText out, String text) {
        out.statement("EXECUTE IMMEDIATE " + text);
    }

    /** An error that shows words: they are no number. */
    @Override
    protected void stop(ScriptText out, String words) {
        out.statement("CALL CAST(" + words + " AS INTEGER)");
    }

    @Override
    protected void betweenJournalAndRows(ScriptText out) {}

    @Override
    protected boolean mayGoOn() {
        return false;
    }
}
