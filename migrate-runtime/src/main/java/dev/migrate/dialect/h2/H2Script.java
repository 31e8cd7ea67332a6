package dev.migrate.dialect.h2;

import dev.migrate.dialect.GuardedScript;
import dev.migrate.dialect.Identifiers;
import dev.migrate.dialect.OfflineScript;
import dev.migrate.dialect.ScriptText;
import dev.migrate.dialect.ServerVersion;
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

    private static final Pattern SCHEMA = Pattern.compile(
            "(?is)(?:\\s|--[^\\n]*(?:\\n|$)|//[^\\n]*(?:\\n|$)|/\\*.*?\\*/)*+(?:SET\\s+SCHEMA|USE)\\b.*");

    private final Identifiers names;
    private final ServerVersion version;

    H2Script(Identifiers names, ServerVersion version) {
        this.names = names;
        this.version = version;
    }

    @Override
    public String command() {
        return "java -cp h2.jar org.h2.tools.RunScript -url jdbc:h2:… -user … -password … -script " + FILE;
    }

    @Override
    public List<String> cautions() {
        return List.of(
                "Never with -continueOnError: no script of H2 can know that a statement failed, and what failed would count"
                        + " as done.");
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
        set(out, "migrate_ok", "TRUE");
        stopIf(
                out,
                setting("VERSION_MAJOR") + " * 1000000 + " + setting("VERSION_MINOR") + " * 1000 + "
                        + setting("BUILD_ID") + " < "
                        + (version.major() * 1_000_000 + version.minor() * 1000 + version.patch()),
                joined(
                        quoted("migrate: the script is for H2 " + version + " and later, this is H2 "),
                        "H2VERSION()",
                        quoted(": write it with -Dmigrate.dialect=h2:<version>")));
        script.schema().ifPresent(schema -> {
            out.statement("SET SCHEMA " + names.sql(schema));
            stopIf(out, "SCHEMA() <> " + quoted(names.stored(schema)), quoted("migrate: there is no schema " + schema));
        });
        set(out, "migrate_schema", "SCHEMA()");
        set(
                out,
                "migrate_run",
                "FORMATDATETIME(CAST(CURRENT_TIMESTAMP AT TIME ZONE 'UTC' AS TIMESTAMP(3)), 'yyyyMMdd''T''HHmmssSSS')"
                        + " || '-' || LOWER(LEFT(CAST(RANDOM_UUID() AS VARCHAR), 8))");
    }

    private static String setting(String name) {
        return "(SELECT CAST(SETTING_VALUE AS INTEGER) FROM INFORMATION_SCHEMA.SETTINGS WHERE SETTING_NAME = 'info."
                + name + "')";
    }

    /**
     * A row that a transaction holds would be let go by the first definition, so that the script keeps everybody else out
     * for as long as its session lasts; a run that is under way holds the row, and keeps the script out.
     */
    @Override
    protected void lock(ScriptText out, OfflineScript script) {
        String schema =
                script.own().schema().map(names::stored).map(this::quoted).orElse("SCHEMA()");
        set(
                out,
                "migrate_lock",
                "'migrate:' || LEFT(LOWER(RAWTOHEX(HASH('SHA256', STRINGTOUTF8(LOWER(" + schema + " || CHAR(10) || "
                        + quoted(script.own().versionTable()) + "))))), 40)");
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
    protected void baseline(ScriptText out, OfflineScript script) {
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
    protected String quoted(String text) {
        return ScriptText.quoted(text);
    }

    @Override
    protected boolean leavesItsSchema(String sql) {
        return SCHEMA.matcher(sql).matches();
    }

    @Override
    protected String literal(String sql) {
        Matcher query = QUERY.matcher(sql);
        if (!query.matches()) {
            return quoted(sql);
        }
        return quoted(
                query.group("call") == null
                        ? "SET @migrate_nothing = (SELECT COUNT(*) FROM (" + ScriptText.closed(sql) + "))"
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

    /** An error that shows words: they are no number. Nothing more is due, should the client go on all the same. */
    @Override
    protected void stop(ScriptText out, String words) {
        set(out, "migrate_words", words);
        set(out, "migrate_ok", "@migrate_ok AND @migrate_words IS NULL");
        out.statement("CALL CAST(@migrate_words AS INTEGER)");
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
