package dev.migrate.execute;

import static dev.migrate.execute.MigratorContract.migrator;
import static dev.migrate.execute.MigratorContract.problemOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.problem.Problem;
import dev.migrate.problem.ProblemCode;
import dev.migrate.testing.Account;
import dev.migrate.testing.MariaDbServer;
import dev.migrate.testing.MySqlServer;
import dev.migrate.testing.TestSchema;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** An account needs the privileges that the README lists, in its schema only, and each of them. */
class MySqlGrantsTest {

    private static final MySqlServer SERVER = MySqlServer.given().orElseGet(MariaDbServer::shared);

    /** As the README lists them. Foreign keys need REFERENCES on MySQL; MariaDB does not ask for it. */
    private static final List<String> PRIVILEGES = Stream.concat(
                    Stream.of("SELECT", "INSERT", "UPDATE", "DELETE", "CREATE", "ALTER", "DROP"),
                    SERVER.product().equals("mysql") ? Stream.of("REFERENCES") : Stream.empty())
            .toList();

    private TestSchema schema;

    @BeforeEach
    void createSchema() throws SQLException {
        schema = SERVER.createSchema();
    }

    @AfterEach
    void dropSchema() throws SQLException {
        schema.drop();
    }

    private DataSource granted(List<String> privileges) throws SQLException {
        Account account = SERVER.createAccount(String.join(", ", privileges) + " ON " + schema.name() + ".*");
        return schema.as(account).dataSource();
    }

    @Test
    void thePrivilegesOfTheReadmeAreEnough() throws SQLException {
        MySqlSettingsRunTest.upDownUp(granted(PRIVILEGES), schema.dataSource());
    }

    @ParameterizedTest
    @FieldSource("PRIVILEGES")
    void withoutOneOfThemItIsNamed(String privilege) throws SQLException {
        List<String> others =
                PRIVILEGES.stream().filter(other -> !other.equals(privilege)).toList();
        DataSource lacking = granted(others);

        Problem problem = problemOf(() -> {
            migrator(MySqlSettingsRunTest.EVERYTHING, lacking).upgrade("head");
            return migrator(MySqlSettingsRunTest.EVERYTHING, lacking).downgrade("base");
        });

        assertThat(problem.code()).as(problem.text()).isEqualTo(ProblemCode.MISSING_PRIVILEGE);
        assertThat(problem.what()).contains(privilege + " command denied to user");
    }
}
