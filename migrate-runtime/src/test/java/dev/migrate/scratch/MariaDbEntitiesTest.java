package dev.migrate.scratch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.dialect.Dialect;
import dev.migrate.dialect.Dialects;
import dev.migrate.dialect.ScratchNames;
import dev.migrate.problem.Problem;
import dev.migrate.testing.ChildJvm;
import dev.migrate.testing.MariaDbServer;
import dev.migrate.testing.TestSchema;
import java.io.IOException;
import java.io.InputStream;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.mariadb.jdbc.MariaDbPoolDataSource;

class MariaDbEntitiesTest extends EntitiesContract {

    @Override
    DataSource fresh() throws SQLException {
        return freshSchema().dataSource();
    }

    private static TestSchema freshSchema() throws SQLException {
        MariaDbServer server = MariaDbServer.shared();
        TestSchema schema = server.createSchema();
        server.grant("ALL PRIVILEGES ON `migrate\\_%`.*", schema.owner());
        return schema;
    }

    @Test
    void whatLooksLikeAScratchAndIsNotMarkedAsOneIsToldAndKept() throws SQLException {
        TestSchema schema = freshSchema();
        List<String> left = List.of("migrate_00000000000a_billing", "migrate_00000000000a_home");
        List<String> inUse = List.of("migrate_00000000000b_billing", "migrate_00000000000b_home");
        try (Connection connection = schema.connect();
                Statement statement = connection.createStatement()) {
            for (String database : both(left, inUse)) {
                statement.execute("CREATE DATABASE " + database);
            }
            statement.execute("CREATE TABLE migrate_00000000000a_home.migrate_scratch (id INT) COMMENT='elsewhere'");
            statement.execute("USE migrate_00000000000b_home");

            List<String> warnings = warnings(schema);
            List<String> still = scratches(schema);
            for (String database : both(left, inUse)) {
                statement.execute("DROP DATABASE " + database);
            }

            assertThat(warnings).containsExactly("""
                    [scratch-left] these databases of the server look like what runs have left that were cut off: \
                    `migrate_00000000000a_billing`, `migrate_00000000000a_home`
                      next:  if they are, and nobody runs migrate on this server just now: DROP DATABASE `migrate_00000000000a_billing`; \
                    DROP DATABASE `migrate_00000000000a_home`""");
            assertThat(still).isEqualTo(both(left, inUse));
        }
    }

    private static List<String> both(List<String> some, List<String> others) {
        return Stream.concat(some.stream(), others.stream()).toList();
    }

    @Test
    void aComparisonThatIsToldToEndInTheMiddleOfATransactionRemovesItsScratch() throws Exception {
        TestSchema schema = freshSchema();
        try (ChildJvm child = trying(schema)) {
            child.awaitTheMiddle();
            assertThat(scratches(schema)).hasSize(2);

            assertThat(child.terminate()).doesNotContain("scratch-left");
        }

        assertThat(scratches(schema)).isEmpty();
    }

    @Test
    void whatAKilledComparisonHasLeftTheNextOneRemovesAndNoneBeforeThat() throws Exception {
        TestSchema schema = freshSchema();
        List<String> scratch;
        try (ChildJvm child = trying(schema)) {
            child.awaitTheMiddle();
            scratch = scratches(schema);
            assertThat(warnings(freshSchema()))
                    .as("asked by an account that sees no other's sessions")
                    .isEmpty();
            assertThat(scratches(schema)).isEqualTo(scratch).hasSize(2);

            child.kill();
        }

        assertThat(warningsOnceItsSessionsAreGone(freshSchema()))
                .containsExactly("[scratch-left] removed from this server what runs that were cut off had left: "
                        + String.join(", ", scratch));
        assertThat(scratches(schema)).isEmpty();
    }

    @Test
    void whoLooksIntoWhatWasLeftHoldsNobodyUp() throws Exception {
        TestSchema schema = freshSchema();
        List<String> warnings;
        try (Connection connection = schema.connect();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            String home;
            try (ChildJvm child = trying(schema)) {
                child.awaitTheMiddle();
                home = scratches(schema).get(1);
                statement.execute("SELECT * FROM " + home + ".numbers");
                child.kill();
            }
            warnings = warningsOnceItsSessionsAreGone(schema);
            assertThat(warnings).hasSize(2).anyMatch(told -> told.endsWith("DROP DATABASE `" + home + "`"));
            assertThat(scratches(schema)).containsExactly(home);
        }

        warningsOnceItsSessionsAreGone(schema);
        assertThat(scratches(schema)).isEmpty();
    }

    @Test
    void aSessionOfAPoolIsAsItWasAfterwards() throws SQLException {
        TestSchema schema = freshSchema();
        ScratchNames names = ScratchNames.random();
        try (MariaDbPoolDataSource pool = new MariaDbPoolDataSource(schema.jdbcUrl() + "?maxPoolSize=1")) {
            pool.setUser(schema.owner().username());
            pool.setPassword(schema.owner().password());
            Dialect dialect;
            try (Connection connection = pool.getConnection()) {
                dialect = Dialects.of(connection);
            }

            dialect.scratch(new ScratchOf(pool), names, List.of()).close();

            try (Connection connection = pool.getConnection();
                    Statement statement = connection.createStatement();
                    ResultSet row = statement.executeQuery(
                            "SELECT CONCAT_WS(' ', IF(@@foreign_key_checks, 'checked', 'unchecked'), DATABASE(),"
                                    + " IS_FREE_LOCK('" + names.prefix() + "'))")) {
                row.next();
                assertThat(row.getString(1)).isEqualTo("checked " + schema.name() + " 1");
            }
        }
    }

    private static List<String> warningsOnceItsSessionsAreGone(TestSchema schema) throws Exception {
        long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        List<String> warnings = warnings(schema);
        while (warnings.isEmpty() && System.nanoTime() < end) {
            Thread.sleep(50);
            warnings = warnings(schema);
        }
        return warnings;
    }

    private static List<String> warnings(TestSchema schema) throws SQLException {
        try (Connection connection = schema.connect()) {
            return new DesiredStates(
                            Dialects.of(connection), Optional.of(schema.name()), new ScratchOf(schema.dataSource()))
                    .ofScript("schema.sql", InputStream.nullInputStream()).warnings().stream()
                            .map(Problem::text)
                            .toList();
        }
    }

    private static List<String> scratches(TestSchema schema) throws SQLException {
        List<String> names = new ArrayList<>();
        try (Connection connection = schema.connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT SCHEMA_NAME FROM information_schema.SCHEMATA"
                        + " WHERE SCHEMA_NAME LIKE 'migrate\\_%' ORDER BY 1")) {
            while (rows.next()) {
                names.add(rows.getString(1));
            }
        }
        return names;
    }

    private static ChildJvm trying(TestSchema schema) throws IOException {
        return ChildJvm.start(
                TryingChild.class,
                schema.jdbcUrl(),
                schema.owner().username(),
                schema.owner().password());
    }
}
