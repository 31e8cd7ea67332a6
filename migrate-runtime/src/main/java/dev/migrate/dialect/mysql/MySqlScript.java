package dev.migrate.dialect.mysql;

import dev.migrate.dialect.GuardedScript;
import dev.migrate.dialect.OfflineScript;
import dev.migrate.dialect.OfflineScript.Statement;
import dev.migrate.dialect.ScriptText;
import dev.migrate.dialect.ServerVersion;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A script for the clients {@code mysql} and {@code mariadb}. They know no condition, so that each statement is prepared
 * from a text that is chosen when it is due: its own, or {@code DO 0}. Under {@code --force} the client goes on after an
 * error, and chooses {@code DO 0} from there on.
 */
final class MySqlScript extends GuardedScript {

    private static final String SPACE = "(?is)(?:\\s|--[^\\n]*(?:\\n|$)|#[^\\n]*(?:\\n|$)|/\\*.*?\\*/)*+";
    private static final String NAME = "(?:`(?:[^`]|``)*+`|[^\\s`.(;]++)";

    /** What a server cannot prepare (1295), and a body that ends where no semicolon tells. */
    private static final Pattern ROUTINE = Pattern.compile(SPACE
            + "(?<verb>CREATE|ALTER|DROP)\\s+(?:OR\\s+REPLACE\\s+)?"
            + "(?:DEFINER\\s*=\\s*(?:`[^`]*`|'[^']*'|[^\\s`'])++\\s+)?(?:AGGREGATE\\s+)?"
            + "(?<kind>TRIGGER|PROCEDURE|FUNCTION|EVENT)\\s+(?<if>IF\\s+(?:NOT\\s+)?EXISTS\\s+)?"
            + "(?<name>" + NAME + "(?:\\s*\\.\\s*" + NAME + ")?).*");

    /** What cannot be prepared either, and not be done twice. */
    private static final Pattern NEVER_PREPARED =
            Pattern.compile(SPACE + "(?:PREPARE|EXECUTE|DEALLOCATE|DROP\\s+PREPARE)\\b.*");

    /** What MariaDB prepares since 10.6.2, and MySQL does not. */
    private static final Pattern SELDOM_PREPARED = Pattern.compile(
            SPACE + "(?:LOAD\\s+(?:DATA|XML)|HANDLER|SIGNAL|RESIGNAL|BEGIN\\s+NOT|GET\\s+DIAGNOSTICS)\\b.*");

    private static final Pattern VERSIONED = Pattern.compile("/\\*M?![0-9]*");

    private static final Pattern USE = Pattern.compile(SPACE + "USE\\b.*");

    /** Words in the place of a column. */
    private static final String PASSED_BY =
            "'SELECT `migrate: the database is past this step, which no client can pass by: run the script with --force`'";

    /** What is of no use in a script that has the lock, and what the journal could not be written under. */
    private static final Pattern TABLE_LOCK = Pattern.compile("(?is)\\s*(?:UN)?LOCK\\s+TABLES?\\b.*");

    private final boolean mariaDb;
    private final ServerVersion version;
    private final boolean preparesEverything;

    /**
     * @param mariaDb whether it is for MariaDB
     * @param version the server's version
     */
    MySqlScript(boolean mariaDb, ServerVersion version) {
        this.mariaDb = mariaDb;
        this.version = version;
        preparesEverything = mariaDb && version.isAtLeast(10, 6, 2);
    }

    @Override
    public String command() {
        return (mariaDb ? "mariadb" : "mysql") + " --default-character-set=utf8mb4 --user=… --password"
                + " <database> < " + FILE;
    }

    @Override
    public List<String> cautions() {
        return List.of();
    }

    /** Whatever the collation is. */
    @Override
    public String exactly(String text) {
        return "CAST(" + text + " AS BINARY)";
    }

    @Override
    public String qualifier(Optional<String> schema) {
        return schema.map(name -> MySqlDialect.quoted(name) + ".").orElse("");
    }

    @Override
    public Known known() {
        return new Known(
                "@migrate_step",
                "LEFT(CURRENT_USER(), 255)",
                "LEFT(SUBSTRING_INDEX(USER(), '@', -1), 255)",
                "CONNECTION_ID()",
                "CONCAT(@@hostname, ':', @@port, ', server ', @@server_id)",
                "TIMESTAMPDIFF(MICROSECOND, started, UTC_TIMESTAMP(6)) DIV 1000",
                Optional.of("@migrate_sql"));
    }

    @Override
    protected void open(ScriptText out, OfflineScript script) {
        out.statement("SET NAMES utf8mb4")
                .statement("SET SESSION autocommit = 1, SESSION group_concat_max_len = 1000000")
                .comment("How strings and names are written here, whatever the server's default is.")
                .statement("SET SESSION sql_mode = REPLACE(REPLACE(@@SESSION.sql_mode, 'ANSI_QUOTES', ''),"
                        + " 'NO_BACKSLASH_ESCAPES', '')")
                .statement("SET @migrate_sql_mode = @@SESSION.sql_mode, @migrate_checks = @@SESSION.foreign_key_checks,"
                        + " @migrate_unique = @@SESSION.unique_checks, @migrate_zone = @@SESSION.time_zone");
        script.schema().ifPresent(schema -> out.statement("USE " + MySqlDialect.quoted(schema)));
        set(out, "migrate_ok", "TRUE");
        set(
                out,
                "migrate_run",
                "CONCAT(LEFT(DATE_FORMAT(UTC_TIMESTAMP(3), '%Y%m%dT%H%i%s%f'), 18), '-', LEFT(SHA2(UUID(), 256), 8))");
        String product = mariaDb ? "MariaDB" : "MySQL";
        stopIf(
                out,
                "VERSION()" + (mariaDb ? " NOT" : "") + " LIKE '%MariaDB%'",
                quoted("migrate: the script is for " + product + ", the server is "
                        + (mariaDb ? "not" : "MariaDB: write it with -Dmigrate.dialect=mariadb:<version>")));
        stopIf(
                out,
                number(1) + " * 1000000 + " + number(2) + " * 1000 + " + number(3) + " < "
                        + (version.major() * 1_000_000 + version.minor() * 1000 + version.patch()),
                joined(
                        quoted("migrate: the script is for " + product + " " + version + " and later, the server is "),
                        "VERSION()",
                        quoted(": write it with -Dmigrate.dialect=" + (mariaDb ? "mariadb" : "mysql") + ":<version>")));
        stopIf(out, "DATABASE() IS NULL", "'migrate: no database is chosen; name it on the command line'");
        script.schema()
                .ifPresent(schema -> stopIf(out, isAnother(schema), quoted("migrate: there is no database " + schema)));
        script.own()
                .schema()
                .ifPresent(schema -> stopIf(
                        out,
                        "NOT EXISTS (SELECT 1 FROM information_schema.SCHEMATA WHERE SCHEMA_NAME = " + quoted(schema)
                                + ")",
                        quoted("migrate: there is no database " + schema + ", or the account may not see it")));
        stopIf(
                out,
                "@migrate_sql_mode REGEXP 'ANSI_QUOTES|NO_BACKSLASH_ESCAPES|ORACLE|MAXDB|EMPTY_STRING_IS_NULL'",
                "CONCAT('migrate: statements mean something else in sql_mode ', @migrate_sql_mode,"
                        + " '; take these words from it')");
        set(
                out,
                "migrate_keeps_rows",
                "EXISTS (SELECT 1 FROM information_schema.TABLES WHERE TABLE_SCHEMA = DATABASE()"
                        + " AND TABLE_TYPE = 'BASE TABLE' AND ENGINE NOT IN (SELECT ENGINE FROM"
                        + " information_schema.ENGINES WHERE TRANSACTIONS = 'YES'))");
    }

    /** One of the numbers of the server's version. */
    private static String number(int place) {
        return "CAST(SUBSTRING_INDEX(SUBSTRING_INDEX(SUBSTRING_INDEX(VERSION(), '-', 1), '.', " + place
                + "), '.', -1) AS UNSIGNED)";
    }

    /** A name that was not taken leaves the session where the command line has put it. */
    private String isAnother(String schema) {
        return "IF(@@lower_case_table_names = 0, " + exactly("DATABASE()") + " <> " + exactly(quoted(schema))
                + ", LOWER(DATABASE()) <> LOWER(" + quoted(schema) + "))";
    }

    @Override
    protected void lock(ScriptText out, OfflineScript script) {
        String schema = script.own().schema().map(this::quoted).orElse("DATABASE()");
        set(
                out,
                "migrate_lock",
                "CONCAT('migrate:', LEFT(SHA2(LOWER(CONCAT(" + schema + ", '\\n', "
                        + quoted(script.own().versionTable()) + ")), 256), 40))");
        set(
                out,
                "migrate_locked",
                "GET_LOCK(@migrate_lock, " + script.lockTimeout().toSeconds() + ")");
        stopIf(
                out,
                "COALESCE(@migrate_locked, 0) <> 1",
                "CONCAT('migrate: connection ', COALESCE(IS_USED_LOCK(@migrate_lock), '?'), ' holds the lock')");
    }

    @Override
    protected void unlock(ScriptText out) {
        out.statement("SELECT IF(@migrate_ok, CONCAT('complete; the database stands at ', IF(@migrate_rows = '',"
                        + " 'base', @migrate_rows)), 'stopped; see the error above') AS migrate")
                .statement("DO RELEASE_LOCK(@migrate_lock)");
    }

    @Override
    protected void baseline(ScriptText out, OfflineScript script) {
        script.schema().ifPresent(schema -> out.statement("USE " + MySqlDialect.quoted(schema)));
        out.statement("SET SESSION sql_mode = @migrate_sql_mode, SESSION foreign_key_checks = @migrate_checks,"
                + " SESSION unique_checks = @migrate_unique, SESSION time_zone = @migrate_zone");
    }

    @Override
    protected String rows(String version, List<String> ignored) {
        return "(SELECT COALESCE(GROUP_CONCAT(version_num ORDER BY version_num SEPARATOR ' '), '') FROM " + version
                + without(ignored) + ")";
    }

    @Override
    protected String choice(String condition, String then, String otherwise) {
        return "IF(" + condition + ", " + then + ", " + otherwise + ")";
    }

    @Override
    protected String joined(String... texts) {
        return Arrays.stream(texts).collect(Collectors.joining(", ", "CONCAT(", ")"));
    }

    /** A client changes line ends that are written as they are. */
    @Override
    protected String quoted(String text) {
        return ScriptText.quoted(text.replace("\\", "\\\\")
                .replace("\r", "\\r")
                .replace("\0", "\\0")
                .replace("\u001a", "\\Z"));
    }

    @Override
    protected String literal(String sql) {
        return quoted(sql);
    }

    @Override
    protected String nothing() {
        return "'DO 0'";
    }

    @Override
    protected void run(ScriptText out, String text) {
        set(out, "migrate_text", text);
        // What cannot be prepared cannot be executed either, so that one look is enough.
        out.line("PREPARE migrate_statement FROM @migrate_text; EXECUTE migrate_statement;"
                + " SET @migrate_ok = @migrate_ok AND @@error_count = 0;");
    }

    /** A client stops at an error, and this is one that shows words: a column of that name does not exist. */
    @Override
    protected void stop(ScriptText out, String words) {
        set(out, "migrate_words", words);
        run(
                out,
                choice(
                        "@migrate_words IS NULL",
                        nothing(),
                        "CONCAT('SELECT `', REPLACE(@migrate_words, '`', ''), '`')"));
    }

    @Override
    protected void begin(ScriptText out) {
        out.statement("START TRANSACTION");
    }

    @Override
    protected void commit(ScriptText out) {
        out.statement("COMMIT");
    }

    /** A table without transactions keeps its rows when the session ends: then the journal has to know before. */
    @Override
    protected void betweenJournalAndRows(ScriptText out, Statement statement) {
        String keepsRows = statement
                .rowsOf()
                .map(table -> "EXISTS (SELECT 1 FROM information_schema.TABLES WHERE TABLE_SCHEMA = "
                        + table.schema().map(this::quoted).orElse("DATABASE()") + " AND TABLE_NAME = "
                        + quoted(table.name()) + " AND COALESCE(ENGINE, '') NOT IN (SELECT ENGINE FROM"
                        + " information_schema.ENGINES WHERE TRANSACTIONS = 'YES'))")
                .orElse("@migrate_keeps_rows");
        runIf(out, keepsRows, "'COMMIT'");
    }

    @Override
    protected boolean mayGoOn() {
        return true;
    }

    @Override
    protected boolean leavesItsSchema(String sql) {
        return USE.matcher(said(sql)).matches();
    }

    @Override
    protected boolean unguarded(ScriptText out, Statement statement) {
        String sql = statement.sql().sql();
        if (TABLE_LOCK.matcher(sql).matches()) {
            out.comment("left out: the journal could not be written while tables are locked: " + sql);
            return true;
        }
        if (!preparesEverything && leavesItsSchema(sql)) {
            out.statement(sql); // harmless where it is not due: each step goes back
            return true;
        }
        return false;
    }

    @Override
    protected boolean isNeverGuarded(String sql) {
        String said = said(sql);
        return NEVER_PREPARED.matcher(said).matches()
                || (!preparesEverything && SELDOM_PREPARED.matcher(said).matches());
    }

    @Override
    protected boolean isMadeAnew(Statement statement) {
        return !preparesEverything
                && ROUTINE.matcher(said(statement.sql().sql())).matches();
    }

    /** What is between versioned comments is no comment: dumps have their triggers there. */
    private static String said(String sql) {
        Matcher versioned = VERSIONED.matcher(sql);
        return versioned.find() ? versioned.replaceAll(" ").replace("*/", " ") : sql;
    }

    /**
     * What the client sends as it stands is refused by the server while the session may only read; that is so as well
     * when the session is another, because the client has reconnected.
     */
    @Override
    protected void makeAnew(ScriptText out, Statement statement, String due) {
        String sql = statement.sql().sql();
        Matcher routine = ROUTINE.matcher(said(sql));
        if (!routine.matches()) {
            throw new IllegalArgumentException(sql);
        }
        out.comment(List.of(
                "The server cannot prepare this statement (error 1295), so that it cannot be asked first whether it is due.",
                "It is made anew each time its step is run. When the step is not due, the session may not write, and the",
                "client stops at the error; told to go on (--force), it passes by."));
        set(out, "migrate_text", choice("@migrate_ok AND NOT @migrate_due", PASSED_BY, nothing()));
        out.line("PREPARE migrate_statement FROM @migrate_text; EXECUTE migrate_statement;");
        set(
                out,
                "migrate_text",
                choice(due, "'SET SESSION TRANSACTION READ WRITE'", "'SET SESSION TRANSACTION READ ONLY'"));
        out.line("PREPARE migrate_statement FROM @migrate_text; EXECUTE migrate_statement;");
        String name = routine.group("kind").toUpperCase(Locale.ROOT) + " IF EXISTS " + routine.group("name");
        boolean drops = routine.group("verb").equalsIgnoreCase("DROP");
        if (routine.group("verb").equalsIgnoreCase("CREATE") && routine.group("if") == null) {
            out.statement("DROP " + name);
        }
        String delimiter = "$$$";
        while (sql.contains(delimiter)) {
            delimiter += "$";
        }
        out.line("DELIMITER " + delimiter)
                .line(ScriptText.closed(drops ? "DROP " + name : sql) + delimiter)
                .line("DELIMITER ;");
        out.statement("SET @migrate_ok = @migrate_ok AND (@@error_count = 0 OR NOT @migrate_due)")
                .statement("SET SESSION TRANSACTION READ WRITE");
    }
}
