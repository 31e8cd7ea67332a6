package dev.migrate.problem;

import java.util.Locale;

/**
 * The kinds of problem, one stable code each. The code is the constant in lower case with hyphens: what people search
 * for, what scripts match, what the README lists.
 */
public enum ProblemCode {
    // The history, at compile time and when it is loaded.
    /** Two migrations declare the same revision id. */
    DUPLICATE_ID,
    /** A down revision that no migration declares. */
    UNKNOWN_PARENT,
    /** A dependency that no migration declares. */
    UNKNOWN_DEPENDENCY,
    /** Down revisions that lead back to where they started. */
    CYCLE,
    /** A revision that names itself as its down revision. */
    SELF_LOOP,
    /** Down revisions and dependencies that lead back to where they started. */
    DEPENDENCY_CYCLE,
    /** A revision that depends on itself. */
    DEPENDENCY_SELF_LOOP,
    /** Several revisions without a successor, where one was expected. */
    SEVERAL_HEADS,
    /** Several revisions without a down revision, none of them labelled. */
    SEVERAL_BASES,
    /** A branch label that is used twice, or that equals a revision id. */
    DUPLICATE_LABEL,
    /** A branch label with characters that a label cannot have. */
    ILLEGAL_LABEL,
    /** A revision id with characters that an id cannot have. */
    ILLEGAL_ID,
    /** A revision id that is a word of the command language, such as {@code head}. */
    RESERVED_ID,
    /** A revision id that the version table has no room for. */
    ID_TOO_LONG,
    /** Two revision ids that differ in case only. */
    ID_CASE,
    /** A migration class that cannot be instantiated or does not implement {@code Migration}. */
    CLASS_SHAPE,
    /** Two packages of a module that name one history. */
    DUPLICATE_HISTORY,
    /** A history whose name or anchor cannot be what it is. */
    ILLEGAL_HISTORY,
    /** A history that nobody declares. */
    UNKNOWN_HISTORY,
    /** An annotation value that cannot be read without running the compiler. */
    UNREADABLE_ANNOTATION,

    // Revision identifiers, as people type them.
    /** No revision or label is this, or starts with it. */
    UNKNOWN_REVISION,
    /** The name left of {@code @} is neither a branch label nor a revision. */
    UNKNOWN_BRANCH,
    /** A prefix that several revisions or labels start with. */
    AMBIGUOUS_ID,
    /** A revision that is not on the branch it was asked for on. */
    NOT_ON_BRANCH,
    /** Counting steps from a revision meets a fork or a merge. */
    AMBIGUOUS_WALK,
    /** A relative step while several applied revisions could be its start. */
    AMBIGUOUS_CURRENT,
    /** A relative step that leads past the base or past a head. */
    RELATIVE_OUT_OF_RANGE,
    /** A range whose lower end is not below its upper end. */
    RANGE_NOT_ANCESTOR,
    /** A range where one revision was expected. */
    RANGE_NOT_ALLOWED,
    /** A history range without a colon. */
    BAD_HISTORY_RANGE,
    /** A downgrade target that is not below what is applied. */
    NOT_A_DOWNGRADE_TARGET,
    /** Several start or target revisions, one an ancestor of another. */
    OVERLAPPING_REVISIONS,
    /** A parent for a new revision that is not a head. */
    NOT_A_HEAD,
    /** The same revision named twice where each may be named once. */
    DUPLICATE_HEADS,
    /** A first revision where there are others already. */
    NOT_FIRST,
    /** A merge of fewer than two revisions. */
    NOTHING_TO_MERGE,

    // The index and the classes behind it.
    /** There are no migrations at all. */
    NO_MIGRATIONS,
    /** There are migrations, but the annotation processor did not run. */
    NO_INDEX,
    /** The index names a class that is gone, or knows nothing of one that is there. */
    STALE_INDEX,
    /** Migrations of the same history in several places, where nobody said which are meant. */
    AMBIGUOUS_HISTORY,
    /** A class that cannot be loaded or instantiated. */
    CLASS_LOADING,
    /** Class files newer than the Java that should run them. */
    CLASS_VERSION,
    /** The project was compiled against a newer migrate than the one that runs. */
    VERSION_SKEW,

    // Recording.
    /** A migration that records something else the second time. */
    NOT_DETERMINISTIC,
    /** A second JVM, in which migrations are recorded again, that does not start or answer. */
    SECOND_JVM,
    /** An operation that cannot be undone by itself. */
    NOT_INVERTIBLE,
    /** A migration does something on the way up and nothing on the way down, and is not marked irreversible. */
    EMPTY_DOWNGRADE,
    /** A downgrade does not restore the schema that its upgrade started from. */
    NOT_RESTORED,
    /** A downgrade that leaves more rows, or fewer, than there were before its upgrade. */
    ROWS_NOT_RESTORED,
    /** A downgrade across a migration that is marked irreversible. */
    IRREVERSIBLE,
    /** A migration that threw an exception while it was recorded. */
    MIGRATION_FAILED,
    /** A call on {@code op} whose arguments make no sense. */
    BAD_OPERATION,
    /** A script that is not where a migration says it is. */
    MISSING_SCRIPT,
    /** A script that cannot be split into statements. */
    BAD_SCRIPT,
    /** A table, column, index or constraint that is not there. */
    UNKNOWN_OBJECT,
    /** A table, column, index or constraint that is there already. */
    OBJECT_EXISTS,
    /** Something that this database cannot do. */
    UNSUPPORTED,
    /** A value {@code x.…} that was not given. */
    MISSING_X,

    // Connecting.
    /** No database was named. */
    NO_URL,
    /** A URL that no driver understands. */
    BAD_URL,
    /** No JDBC driver for the URL on either class path. */
    NO_DRIVER,
    /** Nothing answers at the address. */
    CANNOT_CONNECT,
    /** The server refused the user or the password. */
    ACCESS_DENIED,
    /** The account may not do what the run needs. */
    MISSING_PRIVILEGE,
    /** A database that no dialect knows. */
    UNKNOWN_DATABASE,
    /** A server newer or older than those it was tested on. */
    UNTESTED_VERSION,

    // Running.
    /** A statement that the server refused. */
    STATEMENT_FAILED,
    /** A check of the data that came out differently. */
    VERIFY_FAILED,
    /** Rows that a migration would leave without the row they refer to. */
    BROKEN_REFERENCES,
    /** Code in a migration that threw an exception. */
    RUN_FAILED,
    /** A database that says it is another environment than the one the run is meant for. */
    ENVIRONMENT_MISMATCH,
    /** Something that is never done where a database is in production. */
    IN_PRODUCTION,
    /** Another run holds the lock. */
    LOCK_HELD,
    /** The version table holds something that the migrations do not explain. */
    DAMAGED_VERSION_TABLE,
    /** The version table, or the history in the sources, changed while the run was under way. */
    CONCURRENT_CHANGE,
    /** A statement of which nobody can tell whether it took effect. */
    IN_DOUBT,
    /** A step that an earlier run left half done, and that this command would pass by. */
    HALF_APPLIED,
    /** A half-applied migration whose recorded operations are no longer the same. */
    CHANGED_SINCE,
    /** A migration that does something else than when it was applied. */
    CHANGED_AFTER_APPLIED,
    /** Own tables of a layout that this version does not know. */
    UNKNOWN_LAYOUT,
    /** Revisions are pending where the database was to be at every head. */
    NOT_AT_HEADS,

    // The model that a schema is compared with.
    /** Entities of a provider, or of a version of it, that cannot be read, or with names that a migration cannot say. */
    MODEL_UNSUPPORTED,
    /** Entities that their provider, or the database, refuses. */
    MODEL_FAILED,
    /** A project without entities. */
    NO_ENTITIES,
    /** No place where a schema could be tried without a trace. */
    NO_SCRATCH,
    /** A scratch that an earlier run could not remove. */
    SCRATCH_LEFT,
    /** A database that is not what the model says. */
    MODEL_DIFFERS,
    /** A change that loses data, where nobody said that this is meant. */
    DATA_LOSS,
    /** Classes that are older than their sources. */
    STALE_CLASSES,

    // Configuration and files.
    /** A parameter that is missing or has a value that makes no sense. */
    BAD_PARAMETER,
    /** Two sources of configuration that contradict each other. */
    CONFIG_CONFLICT,
    /** A password or user that could not be decrypted or found in the settings. */
    BAD_SERVER_SETTINGS,
    /** A file that would be overwritten. */
    FILE_EXISTS,
    /** A file that cannot be read or written. */
    FILE_FAILED,
    /** A template that lacks what it needs. */
    BAD_TEMPLATE,
    /** A command for new classes that fails. */
    POST_WRITE_FAILED,
    /** No Java compiler where one is needed. */
    NO_COMPILER,
    /** A goal that forks its own build, bound to a phase. */
    BOUND_FORK;

    /**
     * The code as it is printed.
     *
     * @return lower case, words joined by hyphens
     */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
