package dev.migrate.dialect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrate.problem.MigrateException;
import dev.migrate.problem.Problem;
import dev.migrate.problem.ProblemCode;
import dev.migrate.testing.Account;
import dev.migrate.testing.MariaDbServer;
import dev.migrate.testing.PostgreSqlSchema;
import dev.migrate.testing.PostgreSqlServer;
import dev.migrate.testing.TestSchema;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DialectsTest {

    @Test
    void aMariaDbIsRecognisedThroughEitherDriver() throws SQLException {
        TestSchema schema = MariaDbServer.shared().createSchema();
        try (Connection own = schema.connect();
                Connection other = schema.connectorJDataSource().getConnection()) {
            assertThat(Dialects.of(own).describe()).isEqualTo("MariaDB 11.4.5");
            assertThat(Dialects.of(other).describe()).isEqualTo("MariaDB 11.4.5");
            assertThat(Dialects.of(own).warnings()).isEmpty();
            assertThat(Dialects.of(own).currentSchema(own)).contains(schema.name());
        }
    }

    @Test
    void aPostgreSqlIsRecognised() throws SQLException {
        PostgreSqlSchema schema = PostgreSqlServer.shared().createSchema();
        try (Connection connection = schema.connect()) {
            String number = LiveSchema.answer(connection, "SHOW server_version").replaceFirst(" .*", "");
            assertThat(Dialects.of(connection).describe()).isEqualTo("PostgreSQL " + number);
            assertThat(Dialects.of(connection).warnings()).isEmpty();
            assertThat(Dialects.of(connection).currentSchema(connection)).contains(schema.name());
        }
    }

    @Test
    void anH2IsRecognised() throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:h2:mem:")) {
            assertThat(Dialects.of(connection).describe()).isEqualTo("H2 2.4.240");
            assertThat(Dialects.of(connection).warnings()).isEmpty();
            assertThat(Dialects.of(connection).currentSchema(connection)).contains("PUBLIC");
        }
    }

    @Test
    void anSqliteIsRecognised() throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite::memory:")) {
            Dialect dialect = Dialects.of(connection);

            assertThat(dialect.describe())
                    .isEqualTo("SQLite " + LiveSchema.answer(connection, "SELECT sqlite_version()"));
            assertThat(dialect.warnings()).isEmpty();
            assertThat(dialect.currentSchema(connection)).contains("main");
            assertThat(dialect.sqlName("users")).isEqualTo("users");
            assertThat(dialect.sqlName("Order")).isEqualTo("`Order`");
            assertThat(dialect.sqlName("a`b\"c")).isEqualTo("`a``b\"c`");
        }
    }

    @Test
    void aBareNameIsUnderstoodAsTheServerFoldsIt() throws SQLException {
        try (Connection connection = PostgreSqlServer.shared().createSchema().connect()) {
            LiveSchema.execute(connection, "CREATE TABLE folded (ÉtaT int)");

            assertThat(Dialects.of(connection).forProviders().others().understood("ÉtaT", false))
                    .isEqualTo(LiveSchema.answer(
                            connection,
                            "SELECT attname FROM pg_attribute WHERE attrelid = 'folded'::regclass AND attnum = 1"));
        }
        try (Connection connection = DriverManager.getConnection("jdbc:h2:mem:folded;DATABASE_TO_LOWER=TRUE")) {
            LiveSchema.execute(connection, "CREATE TABLE folded (ÉtaT int)");

            assertThat(Dialects.of(connection).forProviders().others().understood("ÉtaT", false))
                    .isEqualTo(LiveSchema.answer(
                            connection,
                            "SELECT column_name FROM information_schema.columns WHERE table_name = 'folded'"));
        }
    }

    @Test
    void anUpperCaseNameOfH2IsTheBareOne() throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:h2:mem:")) {
            Dialect dialect = Dialects.of(connection);

            assertThat(dialect.sqlName("users")).isEqualTo("users");
            assertThat(dialect.sqlName("USERS")).isEqualTo("\"USERS\"");
            assertThat(dialect.sqlName("order")).isEqualTo("\"ORDER\"");
            assertThat(dialect.sqlName("Order")).isEqualTo("\"Order\"");
            assertThat(dialect.sqlName("a\"b")).isEqualTo("\"a\"\"b\"");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "mysql, 5.6.51, 'MySQL 5.6.51 was not tested; MySQL 5.7, 8 and 9 were'",
        "mysql, 26.4.0, 'MySQL 26.4.0 was not tested; MySQL 5.7, 8 and 9 were'",
        "mariadb, 10.6.1, MariaDB 10.6.1 was not tested; MariaDB 10.11 and 11 were",
        "mariadb, 12.0.2, MariaDB 12.0.2 was not tested; MariaDB 10.11 and 11 were",
        "postgresql, 14.9, PostgreSQL 14.9 was not tested; PostgreSQL 15 to 18 were",
        "postgresql, 19, PostgreSQL 19.0 was not tested; PostgreSQL 15 to 18 were",
        "sqlite, 3.39.4, SQLite 3.39.4 was not tested; SQLite 3.40 to 3.54 were",
        "sqlite, 3.55.0, SQLite 3.55.0 was not tested; SQLite 3.40 to 3.54 were",
        "h2, 2.2.220, 'H2 2.2.220 is older than 2.3.0, the first that was tested'",
        "h2, 2.5.252, 'H2 2.5.252 is newer than 2.4.240, the last that was tested; 2.5.252 hangs when it is used again"
                + " after a kill'"
    })
    void aVersionThatWasNotTestedIsToldOnce(String name, String version, String words) {
        assertThat(Dialects.offline(name, ServerVersion.parse(version)).warnings())
                .singleElement()
                .satisfies(warning -> {
                    assertThat(warning.code()).isEqualTo(ProblemCode.UNTESTED_VERSION);
                    assertThat(warning.what()).isEqualTo(words);
                    assertThat(warning.next()).isPresent();
                });
    }

    @Test
    void anUnknownNameIsRefused() {
        assertThatThrownBy(() -> Dialects.offline("oracle", ServerVersion.parse("23")))
                .isInstanceOfSatisfying(
                        MigrateException.class,
                        e -> assertThat(e.problem())
                                .isEqualTo(Problem.of(
                                                ProblemCode.UNKNOWN_DATABASE,
                                                "no dialect of migrate is called \"oracle\".")
                                        .next("write one of h2, mariadb, mysql, postgresql, sqlite and its version,"
                                                + " for example mysql:8.4")));
    }

    @Test
    void aMissingPrivilegeIsTold() throws SQLException {
        TestSchema schema = MariaDbServer.shared().createSchema();
        Account reader = MariaDbServer.shared().createAccount("SELECT ON " + schema.name() + ".*");
        try (Connection connection =
                DriverManager.getConnection(schema.jdbcUrl(), reader.username(), reader.password())) {
            Dialect dialect = Dialects.of(connection);

            assertThatThrownBy(() -> LiveSchema.execute(connection, "CREATE TABLE t (id INT)"))
                    .isInstanceOfSatisfying(
                            SQLException.class,
                            e -> assertThat(dialect.classify(e)).isEqualTo(ProblemCode.MISSING_PRIVILEGE));
            assertThatThrownBy(() -> LiveSchema.execute(connection, "SELECT 1 FRM t"))
                    .isInstanceOfSatisfying(
                            SQLException.class,
                            e -> assertThat(dialect.classify(e)).isEqualTo(ProblemCode.STATEMENT_FAILED));
            assertThatThrownBy(() -> DriverManager.getConnection(schema.jdbcUrl(), reader.username(), "wrong"))
                    .isInstanceOfSatisfying(
                            SQLException.class,
                            e -> assertThat(dialect.classify(e)).isEqualTo(ProblemCode.ACCESS_DENIED));
        }
    }

    @Test
    void postgreSqlsRefusalsAreToldApart() throws SQLException {
        PostgreSqlSchema schema = PostgreSqlServer.shared().createSchema();
        Account stranger = PostgreSqlServer.shared().createAccount();
        Account wrong = new Account(stranger.username(), "wrong");
        try (Connection connection = schema.dataSource(stranger).getConnection()) {
            Dialect dialect = Dialects.of(connection);

            assertThatThrownBy(() -> LiveSchema.execute(connection, "CREATE TABLE " + schema.name() + ".t (id INT)"))
                    .isInstanceOfSatisfying(
                            SQLException.class,
                            e -> assertThat(dialect.classify(e)).isEqualTo(ProblemCode.MISSING_PRIVILEGE));
            assertThatThrownBy(() -> LiveSchema.execute(connection, "SELECT 1 FRM t"))
                    .isInstanceOfSatisfying(
                            SQLException.class,
                            e -> assertThat(dialect.classify(e)).isEqualTo(ProblemCode.STATEMENT_FAILED));
            assertThatThrownBy(() -> schema.dataSource(wrong).getConnection())
                    .isInstanceOfSatisfying(
                            SQLException.class,
                            e -> assertThat(dialect.classify(e)).isEqualTo(ProblemCode.ACCESS_DENIED));
        }
    }

    @Test
    void h2sRefusalsAreToldApart() throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:h2:mem:refusals", "sa", "secret")) {
            Dialect dialect = Dialects.of(connection);
            LiveSchema.execute(connection, "CREATE TABLE t (id INT)");
            LiveSchema.execute(connection, "CREATE USER reader PASSWORD 'reader'");

            assertThatThrownBy(() -> DriverManager.getConnection("jdbc:h2:mem:refusals", "sa", "wrong"))
                    .isInstanceOfSatisfying(
                            SQLException.class,
                            e -> assertThat(dialect.classify(e)).isEqualTo(ProblemCode.ACCESS_DENIED));
            try (Connection reader = DriverManager.getConnection("jdbc:h2:mem:refusals", "reader", "reader")) {
                assertThatThrownBy(() -> LiveSchema.execute(reader, "DROP TABLE t"))
                        .isInstanceOfSatisfying(
                                SQLException.class,
                                e -> assertThat(dialect.classify(e)).isEqualTo(ProblemCode.MISSING_PRIVILEGE));
            }
        }
    }

    /** A session in a mode of its own, in which a string means something else. */
    @ParameterizedTest
    @CsvSource({"''", "NO_BACKSLASH_ESCAPES", "'ANSI_QUOTES,NO_BACKSLASH_ESCAPES'", "'ANSI,STRICT_ALL_TABLES'"})
    void textMeansItselfInEveryModeAndTheModeIsBroughtBack(String mode) throws SQLException {
        try (Connection connection = MariaDbServer.shared().createSchema().connect()) {
            LiveSchema.execute(connection, "SET SESSION sql_mode = '" + mode + "'");
            String before = LiveSchema.answer(connection, "SELECT @@sql_mode");
            LiveSchema live = LiveSchema.of(connection);

            live.run(OddText.CREATE);
            LiveSchema.execute(connection, "SET SESSION sql_mode = 'TRADITIONAL', SESSION foreign_key_checks = 0");
            for (String statement : live.dialect().sessionBaseline()) {
                LiveSchema.execute(connection, statement);
            }

            assertThat(LiveSchema.answer(connection, "SELECT @@sql_mode")).isEqualTo(before);
            assertThat(LiveSchema.answer(connection, "SELECT @@foreign_key_checks"))
                    .isEqualTo("1");
        }
    }
}
