package dev.migrate.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;

class PostgreSqlServerTest {

    private static final PostgreSqlServer SERVER = PostgreSqlServer.shared();

    @Test
    void anOwnerBeginsInItsOwnSchema() throws SQLException {
        PostgreSqlSchema schema = SERVER.createSchema();

        assertThat(answer(schema, schema.owner(), "SELECT current_user || ' in ' || current_schema"))
                .isEqualTo(schema.owner() + " in " + schema.name());
    }

    @Test
    void anOwnerSeesNoOtherSchema() throws SQLException {
        PostgreSqlSchema one = SERVER.createSchema();
        PostgreSqlSchema other = SERVER.createSchema();

        assertThatThrownBy(() -> answer(one, one.owner(), "SELECT count(*) FROM " + other.name() + ".t"))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("permission denied for schema " + other.name());
    }

    @Test
    void anAccountMayDoWhatItWasGrantedAndNoMore() throws SQLException {
        PostgreSqlSchema schema = SERVER.createSchema();
        Account reader = SERVER.createAccount("USAGE ON SCHEMA " + schema.name());

        assertThatThrownBy(() -> answer(schema, reader, "CREATE TABLE " + schema.name() + ".t (n INT)"))
                .hasMessageContaining("permission denied for schema " + schema.name());
    }

    @Test
    void aWrongPasswordIsRefused() throws SQLException {
        PostgreSqlSchema schema = SERVER.createSchema();
        Account wrong = new Account(schema.owner().username(), "wrong");

        assertThatThrownBy(() -> answer(schema, wrong, "SELECT 1"))
                .hasMessageContaining("password authentication failed for user \"" + schema.owner() + "\"");
    }

    @Test
    void aPasswordIsNotPrinted() throws SQLException {
        PostgreSqlSchema schema = SERVER.createSchema();

        assertThat(schema.toString()).doesNotContain(schema.owner().password());
    }

    private static String answer(PostgreSqlSchema schema, Account account, String sql) throws SQLException {
        try (Connection connection = schema.dataSource(account).getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
