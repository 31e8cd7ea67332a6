package dev.migrate.dialect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrate.problem.MigrateException;
import dev.migrate.schema.ForeignKey;
import dev.migrate.schema.SchemaModel;
import dev.migrate.testing.Account;
import dev.migrate.testing.MariaDbServer;
import dev.migrate.testing.TestSchema;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** MariaDB tells an account that may only read a table that there are foreign keys, and not what they do. */
class MariaDbHiddenKeysTest {

    private TestSchema schema;

    @BeforeEach
    void create() throws SQLException {
        schema = MariaDbServer.shared().createSchema();
        try (Connection connection = schema.connect()) {
            LiveSchema.execute(connection, "CREATE TABLE teams (id INT PRIMARY KEY)");
            LiveSchema.execute(
                    connection,
                    "CREATE TABLE users (id INT PRIMARY KEY, team_id INT, CONSTRAINT of_team FOREIGN KEY (team_id)"
                            + " REFERENCES teams (id) ON DELETE CASCADE)");
            LiveSchema.execute(
                    connection,
                    "CREATE TABLE cars (id INT PRIMARY KEY, team_id INT, CONSTRAINT car_of_team FOREIGN KEY (team_id)"
                            + " REFERENCES teams (id))");
        }
    }

    @AfterEach
    void drop() throws SQLException {
        schema.drop();
    }

    @Test
    void aForeignKeyThatIsHiddenIsNotTakenForOneThatIsMissing() throws SQLException {
        Account reader = account("SELECT ON " + schema.name() + ".*");

        assertThatThrownBy(() -> read(reader))
                .isInstanceOf(MigrateException.class)
                .hasMessage("""
                [missing-privilege] the account may only read table cars, and then MariaDB does not tell what its foreign key \
                car_of_team does when rows change
                  next:  grant it one privilege more, such as: GRANT REFERENCES ON `%s`.* TO …""".formatted(schema.name()));
    }

    @Test
    void norWhereOthersAreSeen() throws SQLException {
        Account reader = account("SELECT ON " + schema.name() + ".*", "REFERENCES ON " + schema.name() + ".cars");

        assertThatThrownBy(() -> read(reader))
                .isInstanceOf(MigrateException.class)
                .hasMessageStartingWith("[missing-privilege] the account may only read table users, ");
    }

    @Test
    void withTheWordThatIsAdvisedAllOfThemAreSeen() throws SQLException {
        Account reader = account("SELECT, REFERENCES ON " + schema.name() + ".*");

        assertThat(read(reader).tables().stream()
                        .flatMap(table -> table.constraints().stream())
                        .filter(ForeignKey.class::isInstance))
                .hasSize(2);
    }

    private static Account account(String... grants) throws SQLException {
        return MariaDbServer.shared().createAccount(grants);
    }

    private SchemaModel read(Account account) throws SQLException {
        try (Connection connection =
                DriverManager.getConnection(schema.jdbcUrl(), account.username(), account.password())) {
            return Dialects.of(connection).catalog().schema(connection, Optional.empty());
        }
    }
}
