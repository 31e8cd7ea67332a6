package dev.migrate.execute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.migrate.diff.DiffPolicy;
import dev.migrate.problem.MigrateException;
import dev.migrate.problem.ProblemCode;
import java.io.IOException;
import java.io.PrintWriter;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A comparison that needs to know of rows in a table which another session keeps to itself. */
@Timeout(value = 60, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class LockedTablesTest {

    @TempDir
    Path directory;

    @ParameterizedTest
    @CsvSource({
        "POSTGRESQL, LOCK TABLE crew IN ACCESS EXCLUSIVE MODE, so that the schema cannot be read",
        "POSTGRESQL, ALTER TABLE crew ADD COLUMN hull integer DEFAULT 1 CHECK (hull > 0), so that the schema cannot be read",
        "MARIADB, LOCK TABLE crew WRITE, so that nobody can tell whether it has rows in the way of what the model wants"
    })
    void isWaitedForAsLongAsForALock(ComparedDatabase kind, String lock, String missing)
            throws SQLException, IOException {
        MigrateException refused = refused(kind, lock, config().lockTimeout(Duration.ofSeconds(1)));

        assertThat(refused.problem().code()).isEqualTo(ProblemCode.LOCK_HELD);
        assertThat(refused.problem().what())
                .matches("another session has locked table crew( \\(session [0-9]+\\))?, " + missing + ": .*");
        assertThat(refused.problem().next())
                .contains("wait until that is done, or end it, then the same again; how long to wait say"
                        + " migrate.lockTimeout and migrate.statementTimeout. Nothing has been changed");
    }

    /** Which of the two limits is met first is for the server to say. */
    @ParameterizedTest
    @CsvSource({"POSTGRESQL, LOCK TABLE crew IN ACCESS EXCLUSIVE MODE", "MARIADB, LOCK TABLE crew WRITE"})
    void isAskedNoLongerThanAStatementMayTake(ComparedDatabase kind, String lock) throws SQLException, IOException {
        MigrateException refused = refused(kind, lock, config().statementTimeout(Duration.ofSeconds(1)));

        assertThat(refused.problem().code()).isIn(ProblemCode.LOCK_HELD, ProblemCode.STATEMENT_FAILED);
        assertThat(refused.problem().what()).containsPattern(" table crew[, ]");
        assertThat(refused.problem().next().orElseThrow()).contains("migrate.statementTimeout");
    }

    @ParameterizedTest
    @CsvSource({"POSTGRESQL, UPDATE crew SET mail = 'x'", "MARIADB, UPDATE crew SET mail = 'x'"})
    void rowsThatOthersChangeAreInNobodysWay(ComparedDatabase kind, String lock) throws SQLException, IOException {
        assertThat(refused(kind, lock, config().lockTimeout(Duration.ofSeconds(1))))
                .isNull();
    }

    private static MigratorConfig.Builder config() {
        return MigratorConfig.builder().history("locked");
    }

    private MigrateException refused(ComparedDatabase kind, String lock, MigratorConfig.Builder config)
            throws SQLException, IOException {
        DataSource database = kind.fresh();
        try (Connection other = database.getConnection();
                Statement statement = other.createStatement()) {
            statement.execute("CREATE TABLE crew (id bigint PRIMARY KEY, mail varchar(80) DEFAULT 'none')");
            other.setAutoCommit(false);
            statement.execute(lock);
            Path file = Files.writeString(
                    directory.resolve("schema.sql"),
                    "CREATE TABLE crew (id bigint PRIMARY KEY, mail varchar(80) DEFAULT 'none' NOT NULL);");
            DesiredState desired = DesiredState.ofScript("schema.sql", file, DriverManager::getConnection);

            return catchThrowableOfType(
                    MigrateException.class,
                    () -> Migrator.compare(database, config.build(), List.of(), desired, DiffPolicy.USUAL));
        }
    }

    @Test
    void aBaselineWaitsForThemNoLonger() throws SQLException {
        DataSource database = ComparedDatabase.POSTGRESQL.fresh();
        try (Connection other = database.getConnection();
                Statement statement = other.createStatement()) {
            statement.execute("CREATE TABLE crew (id bigint PRIMARY KEY, mail varchar(80) DEFAULT 'none')");
            other.setAutoCommit(false);
            statement.execute("ALTER TABLE crew ADD COLUMN hull integer DEFAULT 1 CHECK (hull > 0)");

            MigrateException refused = catchThrowableOfType(
                    MigrateException.class,
                    () -> Migrator.baseline(
                            database,
                            config().lockTimeout(Duration.ofSeconds(1)).build(),
                            Optional.empty(),
                            DiffPolicy.USUAL));

            assertThat(refused.problem().code()).isEqualTo(ProblemCode.LOCK_HELD);
            assertThat(refused.problem().what())
                    .matches("another session has locked table crew \\(session [0-9]+\\), so that the schema cannot be"
                            + " read: .*");
        }
    }

    @Test
    void ofOtherSchemasAreNotNamedWhereOneOfThisIsLocked() throws SQLException, IOException {
        try (Connection stranger = ComparedDatabase.POSTGRESQL.fresh().getConnection();
                Statement statement = stranger.createStatement()) {
            stranger.setAutoCommit(false);
            statement.execute("CREATE TABLE elsewhere (id bigint)");
            stranger.commit();
            statement.execute("LOCK TABLE elsewhere IN ACCESS EXCLUSIVE MODE");

            MigrateException refused = refused(
                    ComparedDatabase.POSTGRESQL,
                    "LOCK TABLE crew IN ACCESS EXCLUSIVE MODE",
                    config().lockTimeout(Duration.ofSeconds(1)));

            assertThat(refused.problem().what()).contains(" table crew ").doesNotContain("elsewhere");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "LOCK TABLE crew IN ACCESS EXCLUSIVE MODE",
        "ALTER TABLE crew ADD COLUMN hull integer DEFAULT 1 CHECK (hull > 0)"
    })
    void ofADatabaseThatIsTheModelAreWaitedForNoLonger(String lock) throws SQLException {
        MigrateException refused = refusedModel(lock, config().lockTimeout(Duration.ofSeconds(1)));

        assertThat(refused)
                .hasMessageMatching("(?s)\\[lock-held\\] another session has locked table crew"
                        + " \\(session [0-9]+\\), so that the schema cannot be read: .*\n  where: the model's database\n.*"
                        + "migrate\\.lockTimeout and migrate\\.statementTimeout\\. Nothing has been changed");
    }

    @Test
    void ofADatabaseThatIsTheModelAreAskedNoLongerThanAStatementMayTake() throws SQLException {
        MigrateException refused = refusedModel(
                "LOCK TABLE crew IN ACCESS EXCLUSIVE MODE", config().statementTimeout(Duration.ofSeconds(1)));

        assertThat(refused).hasMessageStartingWith("[lock-held] another session has locked table crew (session ");
    }

    private static MigrateException refusedModel(String lock, MigratorConfig.Builder builder) throws SQLException {
        DataSource database = ComparedDatabase.POSTGRESQL.fresh();
        DataSource model = ComparedDatabase.POSTGRESQL.fresh();
        MigratorConfig config = builder.build();
        try (Connection other = model.getConnection();
                Statement statement = other.createStatement()) {
            statement.execute("CREATE TABLE crew (id bigint PRIMARY KEY, mail varchar(80) DEFAULT 'none')");
            other.setAutoCommit(false);
            statement.execute(lock);
            DesiredState desired =
                    DesiredState.ofDatabase("the model's database", "jdbc:model", url -> model.getConnection(), config);

            return catchThrowableOfType(
                    MigrateException.class,
                    () -> Migrator.compare(database, config, List.of(), desired, DiffPolicy.USUAL));
        }
    }

    @ParameterizedTest
    @CsvSource({"POSTGRESQL, SHOW lock_timeout", "MARIADB, SELECT @@lock_wait_timeout"})
    void theSessionWaitsAfterwardsAsItDidBefore(ComparedDatabase kind, String question)
            throws SQLException, IOException {
        DataSource database = kind.fresh();
        try (Connection pooled = database.getConnection()) {
            String before = answer(pooled, question);
            Path file =
                    Files.writeString(directory.resolve("schema.sql"), "CREATE TABLE crew (id bigint PRIMARY KEY);");
            DesiredState desired = DesiredState.ofScript("schema.sql", file, DriverManager::getConnection);

            Migrator.compare(new Pool(database, pooled), config().build(), List.of(), desired, DiffPolicy.USUAL);

            assertThat(answer(pooled, question)).isEqualTo(before);
        }
    }

    private static String answer(Connection connection, String question) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(question)) {
            row.next();
            return row.getString(1);
        }
    }

    /** Gives one session to whoever asks first, and keeps it open; then sessions of their own. */
    private static final class Pool implements DataSource {

        private final DataSource others;
        private final Connection kept;
        private boolean given;

        Pool(DataSource others, Connection kept) {
            this.others = others;
            this.kept = kept;
        }

        @Override
        public Connection getConnection() throws SQLException {
            if (given) {
                return others.getConnection();
            }
            given = true;
            return (Connection) Proxy.newProxyInstance(
                    Connection.class.getClassLoader(),
                    new Class<?>[] {Connection.class},
                    (proxy, method, arguments) -> {
                        try {
                            return method.getName().equals("close") ? null : method.invoke(kept, arguments);
                        } catch (InvocationTargetException e) {
                            throw e.getCause();
                        }
                    });
        }

        @Override
        public Connection getConnection(String user, String password) throws SQLException {
            throw new SQLException("not asked for");
        }

        @Override
        public PrintWriter getLogWriter() {
            return new PrintWriter(System.err, true);
        }

        @Override
        public void setLogWriter(PrintWriter out) {}

        @Override
        public void setLoginTimeout(int seconds) {}

        @Override
        public int getLoginTimeout() {
            return 0;
        }

        @Override
        public Logger getParentLogger() {
            return Logger.getGlobal();
        }

        @Override
        public <T> T unwrap(Class<T> type) throws SQLException {
            throw new SQLException("nothing to unwrap");
        }

        @Override
        public boolean isWrapperFor(Class<?> type) {
            return false;
        }
    }
}
