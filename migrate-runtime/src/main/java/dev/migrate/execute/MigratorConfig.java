package dev.migrate.execute;

import static java.util.Objects.requireNonNull;

import dev.migrate.HistoryAnchor;
import dev.migrate.index.Anchors;
import dev.migrate.index.IndexScope;
import dev.migrate.schema.NameLimit;
import java.time.Clock;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * How a {@link Migrator} works. Immutable; start from {@link #defaults()} or {@link #builder()}.
 *
 * @param history the name of the history; empty for the unnamed one
 * @param classLoader where the index and the migrations are
 * @param scope which of the migrations that the loader sees are meant
 * @param schema the schema that migrations work in; empty for the connection's own
 * @param versionTable the table that stores the applied heads
 * @param versionTableSchema the schema of migrate's own tables; empty for the same as {@code schema}
 * @param transactionMode how much is one transaction
 * @param lockTimeout how long to wait while another run holds the lock; zero tries once
 * @param statementTimeout how long one statement may take; zero for no limit
 * @param changed what to do about migrations that were changed after they were applied
 * @param resume decisions about statements in doubt
 * @param x values that migrations read with {@code op.x}
 * @param who the person or account that started the run, for the record
 * @param host the machine it was started on, for the record
 * @param tool what started it and its version, for the record
 * @param environment the environment it was started for: for the record, and held against what the database says it is;
 *     may be empty
 * @param production whether it was started for a database in production, which is held against what that says
 * @param clock tells the time of runs
 * @param listener hears what a run does
 */
public record MigratorConfig(
        String history,
        ClassLoader classLoader,
        IndexScope scope,
        Optional<String> schema,
        String versionTable,
        Optional<String> versionTableSchema,
        TransactionMode transactionMode,
        Duration lockTimeout,
        Duration statementTimeout,
        ChangedPolicy changed,
        Map<StatementId, ResumeDecision> resume,
        Map<String, String> x,
        String who,
        String host,
        String tool,
        String environment,
        boolean production,
        Clock clock,
        RunListener listener) {

    /** The version table of the unnamed history, unless another is named. */
    public static final String DEFAULT_VERSION_TABLE = "migrate_version";

    /** What every database has room for in the name of a table: PostgreSQL has the least. */
    private static final int LONGEST_TABLE_NAME = 63;

    public MigratorConfig {
        requireNonNull(history, "history");
        requireNonNull(classLoader, "classLoader");
        requireNonNull(scope, "scope");
        requireNonNull(schema, "schema");
        requireNonNull(versionTable, "versionTable");
        requireNonNull(versionTableSchema, "versionTableSchema");
        requireNonNull(transactionMode, "transactionMode");
        requireNonNull(lockTimeout, "lockTimeout");
        requireNonNull(statementTimeout, "statementTimeout");
        requireNonNull(changed, "changed");
        resume = Map.copyOf(resume);
        x = Collections.unmodifiableMap(new LinkedHashMap<>(x));
        requireNonNull(who, "who");
        requireNonNull(host, "host");
        requireNonNull(tool, "tool");
        requireNonNull(environment, "environment");
        requireNonNull(clock, "clock");
        requireNonNull(listener, "listener");
        if (versionTable.isBlank()) {
            throw new IllegalArgumentException("versionTable is blank");
        }
        if (lockTimeout.isNegative()) {
            throw new IllegalArgumentException("lockTimeout is negative: " + lockTimeout);
        }
        if (statementTimeout.isNegative()) {
            throw new IllegalArgumentException("statementTimeout is negative: " + statementTimeout);
        }
    }

    /**
     * What is used when nothing is said: the unnamed history that the thread's class loader sees beside the caller or in
     * exactly one place, {@code migrate_version}, one transaction a migration, 60 seconds for the lock.
     *
     * @return the defaults
     */
    public static MigratorConfig defaults() {
        return builder().build();
    }

    /**
     * The version table of a history, unless another is named.
     *
     * @param history the history's name; empty for the unnamed one
     * @return {@code migrate_version}, or {@code migrate_version_<name in lower case>}; a name that is too long for some
     *     database is cut, and ends in a hash of the whole
     */
    public static String defaultVersionTable(String history) {
        return history.isEmpty()
                ? DEFAULT_VERSION_TABLE
                : NameLimit.characters(LONGEST_TABLE_NAME)
                        .fit(DEFAULT_VERSION_TABLE + "_" + history.toLowerCase(Locale.ROOT));
    }

    /** What the run takes the database for. */
    EnvironmentMark mark() {
        return new EnvironmentMark(environment, production);
    }

    /**
     * The settings for a database of its own, on which a history is tried: it is in no environment, and its steps are
     * nothing to tell.
     *
     * @param home the schema that migrations work in there
     */
    MigratorConfig onScratch(Optional<String> home) {
        return new MigratorConfig(
                history,
                classLoader,
                scope,
                home,
                versionTable,
                Optional.empty(),
                transactionMode,
                lockTimeout,
                statementTimeout,
                ChangedPolicy.IGNORE,
                Map.of(),
                x,
                who,
                host,
                tool,
                "",
                false,
                clock,
                event -> {});
    }

    /** The same settings, asked for by a class. */
    MigratorConfig askedBy(Class<?> caller) {
        return new MigratorConfig(
                history,
                classLoader,
                scope.askedBy(caller),
                schema,
                versionTable,
                versionTableSchema,
                transactionMode,
                lockTimeout,
                statementTimeout,
                changed,
                resume,
                x,
                who,
                host,
                tool,
                environment,
                production,
                clock,
                listener);
    }

    /**
     * A builder that starts from the defaults.
     *
     * @return a new builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /** The keys of {@code x} only: a value may be a secret. */
    @Override
    public String toString() {
        return "MigratorConfig[history=" + history + ", schema=" + schema + ", versionTable=" + versionTable
                + ", versionTableSchema=" + versionTableSchema + ", transactionMode=" + transactionMode
                + ", lockTimeout=" + lockTimeout + ", statementTimeout=" + statementTimeout + ", changed=" + changed
                + ", resume=" + resume + ", x=" + x.keySet() + ", who=" + who + ", host=" + host + ", tool=" + tool
                + ", environment="
                + environment + ", production=" + production + "]";
    }

    /** Collects the settings of a {@link MigratorConfig}. Each method returns the builder. */
    public static final class Builder {
        private String history = "";
        private Optional<Class<? extends HistoryAnchor>> anchor = Optional.empty();
        private ClassLoader classLoader = defaultLoader();
        private IndexScope scope = IndexScope.unrestricted();
        private Optional<String> schema = Optional.empty();
        private Optional<String> versionTable = Optional.empty();
        private Optional<String> versionTableSchema = Optional.empty();
        private TransactionMode transactionMode = TransactionMode.PER_MIGRATION;
        private Duration lockTimeout = Duration.ofSeconds(60);
        private Duration statementTimeout = Duration.ZERO;
        private ChangedPolicy changed = ChangedPolicy.ERROR;
        private final Map<StatementId, ResumeDecision> resume = new LinkedHashMap<>();
        private final Map<String, String> x = new LinkedHashMap<>();
        private String who = System.getProperty("user.name", "");
        private String host = "";
        private String tool = "migrate";
        private String environment = "";
        private boolean production;
        private Clock clock = Clock.systemUTC();
        private RunListener listener = event -> {};

        private Builder() {}

        private static ClassLoader defaultLoader() {
            ClassLoader context = Thread.currentThread().getContextClassLoader();
            return context == null ? Migrator.class.getClassLoader() : context;
        }

        /**
         * Names the history.
         *
         * @param name its name; empty for the unnamed one
         * @return this
         */
        public Builder history(String name) {
            history = name;
            anchor = Optional.empty();
            return this;
        }

        /**
         * Names the history by its anchor, and with it the place where its migrations are, whatever else is on the class
         * path. In a named module there is no other way to them.
         *
         * @param named the anchor that the annotation processor wrote
         * @return this
         * @throws dev.migrate.problem.MigrateException {@code stale-index}, when that is no such class, and
         *     {@code class-loading}, when its module does not export it to migrate
         */
        public Builder history(Class<? extends HistoryAnchor> named) {
            history = Anchors.nameOf(named);
            anchor = Optional.of(named);
            return this;
        }

        /**
         * Says where the index and the migrations are.
         *
         * @param loader the loader; the thread's context loader when not said
         * @return this
         */
        public Builder classLoader(ClassLoader loader) {
            classLoader = loader;
            return this;
        }

        /**
         * Says which of the migrations that the loader sees are meant.
         *
         * @param which the scope; those of exactly one place when not said
         * @return this
         */
        public Builder scope(IndexScope which) {
            scope = which;
            return this;
        }

        /**
         * Names the schema that migrations work in.
         *
         * @param name its name, as SQL would write it without quotes
         * @return this
         */
        public Builder schema(String name) {
            schema = Optional.of(name);
            return this;
        }

        /**
         * Names the version table.
         *
         * @param name its name without schema; {@link #defaultVersionTable} of the history when not said
         * @return this
         */
        public Builder versionTable(String name) {
            versionTable = Optional.of(name);
            return this;
        }

        /**
         * Names the schema of migrate's own tables.
         *
         * @param name its name, as SQL would write it without quotes
         * @return this
         */
        public Builder versionTableSchema(String name) {
            versionTableSchema = Optional.of(name);
            return this;
        }

        /**
         * Says how much is one transaction.
         *
         * @param mode the mode
         * @return this
         */
        public Builder transactionMode(TransactionMode mode) {
            transactionMode = mode;
            return this;
        }

        /**
         * Says how long to wait for the lock.
         *
         * @param timeout not negative; zero tries once
         * @return this
         */
        public Builder lockTimeout(Duration timeout) {
            lockTimeout = timeout;
            return this;
        }

        /**
         * Says how long one statement may take.
         *
         * @param timeout not negative; zero for no limit
         * @return this
         */
        public Builder statementTimeout(Duration timeout) {
            statementTimeout = timeout;
            return this;
        }

        /**
         * Says what to do about migrations that were changed after they were applied.
         *
         * @param policy what to do; an error when not said
         * @return this
         */
        public Builder changed(ChangedPolicy policy) {
            changed = policy;
            return this;
        }

        /**
         * Decides about a statement in doubt.
         *
         * @param statement which one
         * @param decision what is true of it
         * @return this
         */
        public Builder resume(StatementId statement, ResumeDecision decision) {
            resume.put(statement, decision);
            return this;
        }

        /**
         * Gives a value to migrations.
         *
         * @param key what {@code op.x} is asked for
         * @param value the value
         * @return this
         */
        public Builder x(String key, String value) {
            x.put(key, value);
            return this;
        }

        /**
         * Says who started the run.
         *
         * @param name the person or account; the system's user when not said
         * @return this
         */
        public Builder who(String name) {
            who = name;
            return this;
        }

        /**
         * Says on which machine the run was started.
         *
         * @param name the machine's name
         * @return this
         */
        public Builder host(String name) {
            host = name;
            return this;
        }

        /**
         * Says what started the run.
         *
         * @param nameAndVersion a name and a version
         * @return this
         */
        public Builder tool(String nameAndVersion) {
            tool = nameAndVersion;
            return this;
        }

        /**
         * Says for which environment the run was started. A database that says it is another one refuses the run.
         *
         * @param name its name
         * @return this
         */
        public Builder environment(String name) {
            environment = name;
            return this;
        }

        /**
         * Says whether the run was started for a database in production. A database that says otherwise refuses the run.
         *
         * @param is whether it was; not, when not said
         * @return this
         */
        public Builder production(boolean is) {
            production = is;
            return this;
        }

        /**
         * Replaces the clock.
         *
         * @param replacement tells the time of runs
         * @return this
         */
        public Builder clock(Clock replacement) {
            clock = replacement;
            return this;
        }

        /**
         * Listens to runs.
         *
         * @param newListener hears what a run does
         * @return this
         */
        public Builder listener(RunListener newListener) {
            listener = newListener;
            return this;
        }

        /**
         * The settings as they were collected.
         *
         * @return the configuration
         * @throws IllegalArgumentException when a value makes no sense
         */
        public MigratorConfig build() {
            return new MigratorConfig(
                    history,
                    classLoader,
                    anchor.map(scope::anchoredAt).orElse(scope),
                    schema,
                    versionTable.orElseGet(() -> defaultVersionTable(history)),
                    versionTableSchema,
                    transactionMode,
                    lockTimeout,
                    statementTimeout,
                    changed,
                    resume,
                    x,
                    who,
                    host,
                    tool,
                    environment,
                    production,
                    clock,
                    listener);
        }
    }
}
