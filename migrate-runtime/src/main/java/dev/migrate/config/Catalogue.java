package dev.migrate.config;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Every setting there is, described once: name, type, default. */
public final class Catalogue {

    private static final List<Setting<?>> ALL = new ArrayList<>();

    // The connection.
    /** The database. */
    public static final Setting<String> URL = text("url", "JDBC URL of the database.");
    /** The account. */
    public static final Setting<String> USERNAME = text("username", "Database user.");
    /** Its password. */
    public static final Setting<Secret> PASSWORD =
            add("password", ValueType.SECRET, null, "Password; better kept in settings.xml and named by serverId.");
    /** Where user and password are kept. */
    public static final Setting<String> SERVER_ID =
            text("serverId", "Id of the <server> in Maven's settings.xml that holds user and password.");
    /** The driver. */
    public static final Setting<String> DRIVER =
            text("driver", "Class name of the JDBC driver; found by the url when not given.");
    /** The environment. */
    public static final Setting<String> ENVIRONMENT =
            text("environment", "Environment: names the file migrate-<environment>.properties or a Maven profile.");
    /** Whether it is the one that must not break. */
    public static final Setting<Boolean> PRODUCTION =
            flag("production", "The database is in production; held against what the database itself says.");
    /** A file of settings. */
    public static final Setting<String> CONFIG_FILE =
            text("configFile", "Properties file with settings, names without the prefix.");

    // The history and its tables.
    /** The schema. */
    public static final Setting<String> SCHEMA = text("schema", "Schema that the migrations work in.");
    /** Which history. */
    public static final Setting<String> HISTORY = text("history", "Name of the history to work on.");
    /** Where migrations live. */
    public static final Setting<List<String>> PACKAGES =
            list("packages", "Packages that hold migrations; the first is where new ones are written.");
    /** The version table. */
    public static final Setting<String> VERSION_TABLE =
            text("versionTable", "Table that stores the applied heads (migrate_version when not given).");
    /** The schema of the own tables. */
    public static final Setting<String> VERSION_TABLE_SCHEMA =
            text("versionTableSchema", "Schema of migrate's own tables, where it is not the schema itself.");

    // A run.
    /** The target. */
    public static final Setting<List<String>> TO = list("to", "Revision to reach or to name.");
    /** How much is one transaction. */
    public static final Setting<String> TRANSACTION_MODE = add(
            "transactionMode",
            ValueType.oneOf("per-migration", "all", "none"),
            "per-migration",
            "What shares a transaction, where the database can roll back DDL.");
    /** Patience for the lock. */
    public static final Setting<Duration> LOCK_TIMEOUT =
            add("lockTimeout", ValueType.DURATION_OF_TIME, "60s", "How long to wait while another run holds the lock.");
    /** Patience for a statement. */
    public static final Setting<Duration> STATEMENT_TIMEOUT = add(
            "statementTimeout", ValueType.DURATION_OF_TIME, null, "How long one statement may take; no limit without.");
    /** The answer to a doubt. */
    public static final Setting<String> RESUME =
            text("resume", "Decision about a statement in doubt: <revision>#<n>=done or =retry.");
    /** What to say to an edit that comes too late. */
    public static final Setting<String> CHANGED = add(
            "changed",
            ValueType.oneOf("error", "warning", "ignore"),
            "error",
            "What to do about a migration that was changed after it was applied.");
    /** Whether stamp empties the table first. */
    public static final Setting<Boolean> PURGE =
            flag("purge", "Delete every row of the version table before stamping.");
    /** What the database was so far. */
    public static final Setting<String> REPLACES =
            text("replaces", "Environment that the database is marked with so far, where it becomes another.");
    /** Whether current fails when behind. */
    public static final Setting<Boolean> CHECK_HEADS =
            flag("checkHeads", "Fail unless the database is at every head of the history.");

    // A script instead of a run.
    /** Whether there is one. */
    public static final Setting<Boolean> SQL =
            flag("sql", "Write a script for the database's own client instead of running; nothing is connected to.");
    /** What it is for. */
    public static final Setting<String> DIALECT =
            text("dialect", "Database and version that a script is for, mysql:8.4; what the url says when not given.");
    /** What it does about code. */
    public static final Setting<String> GAPS = add(
            "gaps",
            ValueType.oneOf("refuse", "mark"),
            "refuse",
            "What a script does about a step that needs migrate itself: mark ends the script before it.");

    // A proof without a database.
    /** Whether there is a second JVM. */
    public static final Setting<Boolean> SECOND_RECORDING = add(
            "secondRecording",
            ValueType.FLAG,
            "true",
            "Record again in a second JVM, of another time zone and language, and compare.");
    /** Patience for it. */
    public static final Setting<Duration> SECOND_RECORDING_TIMEOUT =
            add("secondRecordingTimeout", ValueType.DURATION_OF_TIME, "120s", "How long the second JVM may take.");

    // What is printed.
    /** More words. */
    public static final Setting<Boolean> VERBOSE = flag("verbose", "Print the long form.");
    /** A part of the history. */
    public static final Setting<String> RANGE =
            text("range", "Part of the history: from:to, where either end may be left out.");
    /** Whether to ask the database. */
    public static final Setting<Boolean> INDICATE_CURRENT =
            flag("indicateCurrent", "Ask the database where it stands, and mark it in the list.");
    /** Which heads. */
    public static final Setting<Boolean> RESOLVE_DEPENDENCIES =
            flag("resolveDependencies", "List only heads that no other revision depends on.");
    /** The form of a list. */
    public static final Setting<String> FORMAT =
            add("format", ValueType.oneOf("text", "json", "dot", "mermaid", "html"), "text", "Form of the history.");
    /** Where the result goes too. */
    public static final Setting<String> OUTPUT_FILE =
            text("outputFile", "File that the result is also written to, as JSON when its name ends in .json.");
    /** Nothing at all. */
    public static final Setting<Boolean> SKIP = flag("skip", "Do nothing.");

    // A new revision.
    /** What the revision does. */
    public static final Setting<String> MESSAGE = text("message", "What the revision does, in a few words.");
    /** The parent. */
    public static final Setting<List<String>> HEAD =
            add("head", ValueType.LIST, "head", "Revision that the new one follows; base for a new root.");
    /** What a merge joins. */
    public static final Setting<List<String>> REVISIONS =
            list("revisions", "Revisions that a merge joins; every head when not given.");
    /** Whether the parent may have another child. */
    public static final Setting<Boolean> SPLICE = flag("splice", "Allow a parent that is not a head.");
    /** Names of a new branch. */
    public static final Setting<List<String>> BRANCH_LABEL =
            list("branchLabel", "Labels of the branch that starts at the new revision.");
    /** Other branches. */
    public static final Setting<List<String>> DEPENDS_ON =
            list("dependsOn", "Revisions or labels that must be applied before the new revision.");
    /** The id. */
    public static final Setting<String> REV_ID = text("revId", "Id of the new revision; made up when not given.");
    /** The kind of id. */
    public static final Setting<String> ID_SCHEME =
            add("idScheme", ValueType.oneOf("hex", "timestamp"), "hex", "How ids of new revisions are made.");
    /** The package. */
    public static final Setting<String> PACKAGE_NAME = text("packageName", "Package of the new class.");
    /** The text of a new class. */
    public static final Setting<String> TEMPLATE =
            text("template", "Template of new classes; src/main/migrate/revision.java.template where that exists.");
    /** The name of a new class. */
    public static final Setting<String> FILE_TEMPLATE = add(
            "fileTemplate",
            ValueType.TEXT,
            "R{yyyyMMdd}_{Slug}",
            "Name of new classes, with {…} for date, slug and id.");
    /** What is run on a new class. */
    public static final Setting<String> POST_WRITE = text(
            "postWrite", "Command that is run on each new class, such as a formatter; the file is its last argument.");

    /** Patience for it. */
    public static final Setting<Duration> POST_WRITE_TIMEOUT =
            add("postWriteTimeout", ValueType.DURATION_OF_TIME, "300s", "How long the command of postWrite may take.");

    /** Whether a first revision is written down as applied. */
    public static final Setting<Boolean> STAMP = add(
            "stamp",
            ValueType.FLAG,
            "true",
            "Write a baseline down as applied in the database that it was taken from.");
    /** From the model. */
    public static final Setting<Boolean> AUTOGENERATE =
            flag("autogenerate", "Write the difference between model and database into the new class.");

    // A comparison of a database with what it should be.
    /** What it should be. */
    public static final Setting<String> MODEL = add(
            "model",
            ValueType.TEXT,
            "hibernate",
            "What the database should be: hibernate (the project's entities), sql:<file> or jdbc:<url>.");
    /** Where the entities are. */
    public static final Setting<List<String>> MODEL_PACKAGES =
            list("modelPackages", "Packages that hold entities; persistence.xml or the whole module when not given.");
    /** Which of several persistence units. */
    public static final Setting<String> PERSISTENCE_UNIT =
            text("persistenceUnit", "Persistence unit of persistence.xml, where it has several.");
    /** What is compared with it. */
    public static final Setting<String> AGAINST = add(
            "against",
            ValueType.oneOf("database", "history"),
            "database",
            "What the model is compared with: the database, or what the migrations make, with no database.");
    /** Other names for the same things. */
    public static final Setting<String> RENAMES =
            text("renames", "What has another name now: users.name>full_name, people>persons.");
    /** Values for rows that are there. */
    public static final Setting<String> FILL = text(
            "fill",
            "What present rows get in columns that must not be null, in SQL: users.state='new'; orders.total=0.");
    /** Whether the model is the whole truth. */
    public static final Setting<Boolean> DROP_UNKNOWN =
            flag("dropUnknown", "Drop what the database has and the model does not know.");
    /** Whether data may go. */
    public static final Setting<Boolean> ALLOW_DESTRUCTIVE = flag("allowDestructive", "Write what may lose data.");
    /** Which tables. */
    public static final Setting<List<String>> INCLUDE_TABLES =
            list("includeTables", "Tables to compare, * for any letters; all when not given.");
    /** Which tables not. */
    public static final Setting<List<String>> EXCLUDE_TABLES =
            list("excludeTables", "Tables to leave out of a comparison, * for any letters.");
    /** Whether types are compared. */
    public static final Setting<Boolean> COMPARE_TYPE =
            add("compareType", ValueType.FLAG, "true", "Compare types of columns.");
    /** Whether defaults are compared. */
    public static final Setting<Boolean> COMPARE_SERVER_DEFAULT =
            add("compareServerDefault", ValueType.FLAG, "true", "Compare defaults of columns.");

    // Known, so that asking for it is refused instead of overlooked.
    /** Show only. */
    public static final Setting<Boolean> DRY_RUN = flag("dryRun", "Show what would run.");

    private Catalogue() {}

    /**
     * All settings, in the order of this class.
     *
     * @return an unmodifiable list
     */
    public static List<Setting<?>> all() {
        return List.copyOf(ALL);
    }

    private static Setting<String> text(String name, String description) {
        return add(name, ValueType.TEXT, null, description);
    }

    private static Setting<Boolean> flag(String name, String description) {
        return add(name, ValueType.FLAG, "false", description);
    }

    private static Setting<List<String>> list(String name, String description) {
        return add(name, ValueType.LIST, null, description);
    }

    private static <T> Setting<T> add(
            String name, ValueType<T> type, @Nullable String defaultText, String description) {
        Setting<T> setting = new Setting<>(name, type, Optional.ofNullable(defaultText), description);
        ALL.add(setting);
        return setting;
    }
}
