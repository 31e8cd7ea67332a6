package dev.migrate.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

class MariaDbServerTest {

    private static final MariaDbServer SERVER = MariaDbServer.shared();

    @Test
    void bothDriversReachTheSameSchemaAsItsOwner() throws SQLException {
        TestSchema schema = SERVER.createSchema();
        String who = "select concat(current_user(), ' in ', database(), ' on ', substring_index(version(), '-', -1))";

        assertThat(answer(schema.dataSource(), who))
                .isEqualTo(schema.owner().username() + "@127.0.0.1 in " + schema.name() + " on MariaDB");
        assertThat(answer(schema.connectorJDataSource(), who)).isEqualTo(answer(schema.dataSource(), who));
    }

    @Test
    void anOwnerSeesNoOtherSchema() throws SQLException {
        TestSchema one = SERVER.createSchema();
        TestSchema other = SERVER.createSchema();

        assertThatThrownBy(() -> answer(one.dataSource(), "select count(*) from " + other.name() + ".t"))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("command denied to user '" + one.owner() + "'");
    }

    @Test
    void anAccountMayDoWhatItWasGrantedAndNoMore() throws SQLException {
        TestSchema schema = SERVER.createSchema();
        answer(schema.dataSource(), "create or replace table t select 1 as n");
        Account reader = SERVER.createAccount("SELECT ON " + schema.name() + ".*");

        try (Connection connection =
                        DriverManager.getConnection(schema.jdbcUrl(), reader.username(), reader.password());
                Statement statement = connection.createStatement()) {
            assertThat(statement.executeQuery("select n from t").next()).isTrue();
            assertThatThrownBy(() -> statement.execute("drop table t")).hasMessageContaining("DROP command denied");
        }
    }

    @Test
    void aWrongPasswordIsRefused() throws SQLException {
        TestSchema schema = SERVER.createSchema();

        assertThatThrownBy(() -> DriverManager.getConnection(
                        schema.jdbcUrl(), schema.owner().username(), "wrong"))
                .hasMessageContaining("Access denied for user '" + schema.owner() + "'");
    }

    @Test
    void aPasswordIsNotPrinted() throws SQLException {
        TestSchema schema = SERVER.createSchema();

        assertThat(schema.toString()).doesNotContain(schema.owner().password());
    }

    private static String answer(DataSource dataSource, String sql) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            if (!statement.execute(sql)) {
                return "";
            }
            try (ResultSet rows = statement.getResultSet()) {
                rows.next();
                return rows.getString(1);
            }
        }
    }
}
