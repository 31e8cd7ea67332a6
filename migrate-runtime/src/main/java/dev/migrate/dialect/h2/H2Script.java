package dev.migrate.dialect.h2;

import dev.migrate.dialect.GuardedScript;
import dev.migrate.dialect.Identifiers;
import dev.migrate.dialect.OfflineScript;
import dev.migrate.dialect.ScriptText;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A script for H2's {@code RunScript}, which stops at the first error. What is due is chosen by {@code EXECUTE IMMEDIATE}.
 */
final class H2Script extends GuardedScript {

    /** What {@code EXECUTE IMMEDIATE} refuses: it answers something. */
    private static final Pattern QUERY =
            Pattern.compile("(?is)\\s*(?:(?:SELECT|WITH|VALUES|TABLE)\\b.*|CALL\\b(?<call>.*))");

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
        out.statement("SET AUTOCOMMIT ON");
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
        String schema =
                script.own().schema().map(names::stored).map(ScriptText::quoted).orElse("SCHEMA()");
        set(
                out,
                "migrate_lock",
                "'migrate:' || LEFT(LOWER(RAWTOHEX(HASH('SHA256', STRINGTOUTF8(LOWER(" + schema + " || CHAR(10) || "
                        + ScriptText.quoted(script.own().versionTable()) + "))))), 40)");
        String table = qualifier(script.own().schema()) + "migrate_lock";
        out.statement("INSERT INTO " + table + " (name) SELECT @migrate_lock FROM DUAL WHERE NOT EXISTS (SELECT 1 FROM "
                        + table + " WHERE name = @migrate_lock)")
                .comment("A run that is under way holds the row; then nobody else works on the database until the end.")
                .statement(
                        "SET LOCK_TIMEOUT " + Math.max(1, script.lockTimeout().toMillis()))
                .statement("SET AUTOCOMMIT OFF")
                .statement("UPDATE " + table + " SET beat = beat WHERE name = @migrate_lock")
                .statement("SET EXCLUSIVE 1");
        commit(out);
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
        Matcher query = QUERY.matcher(sql);
        if (!query.matches()) {
            return ScriptText.quoted(sql);
        }
        return ScriptText.quoted(
                query.group("call") == null
                        ? "SET @migrate_nothing = (SELECT COUNT(*) FROM (" + sql + "))"
                        : "SET @migrate_nothing = " + query.group("call"));
    }

    @Override
    protected String nothing() {
        return "'SET @migrate_nothing = 0'";
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

    /** Definitions commit at their end only where everything does: what {@code EXECUTE IMMEDIATE} runs is no exception. */
    @Override
    protected void begin(ScriptText out) {
        out.statement("SET AUTOCOMMIT OFF");
    }

    @Override
    protected void commit(ScriptText out) {
        out.statement("COMMIT").statement("SET AUTOCOMMIT ON");
    }

    @Override
    protected void betweenJournalAndRows(ScriptText out, OfflineScript.Statement statement) {}

    @Override
    protected boolean mayGoOn() {
        return false;
    }
}
