package dev.migrate.scratch;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrate.dialect.Dialects;
import dev.migrate.testing.MariaDbServer;
import dev.migrate.testing.TestSchema;
import java.io.InputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

class MariaDbEntitiesTest extends EntitiesContract {

    @Override
    DataSource fresh() throws SQLException {
        MariaDbServer server = MariaDbServer.shared();
        TestSchema schema = server.createSchema();
        server.grant("ALL PRIVILEGES ON `migrate\\_%`.*", schema.owner());
        return schema.dataSource();
    }

    @Test
    void noScratchIsMadeOnAServerWithProduction() throws SQLException {
        MariaDbServer server = MariaDbServer.shared();
        TestSchema production = server.createSchema();
        server.grant("ALL PRIVILEGES ON `migrate\\_%`.*", production.owner());
        DataSource source = production.dataSource();
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE migrate_info (name varchar(64) PRIMARY KEY, content varchar(255))");
            statement.execute("INSERT INTO migrate_info VALUES ('production', 'true')");
            DesiredStates states =
                    new DesiredStates(Dialects.of(connection), Optional.of(production.name()), new ScratchOf(source));

            assertThatThrownBy(() -> states.ofScript("schema.sql", InputStream.nullInputStream()))
                    .hasMessageContaining("[no-scratch] on this server no scratch is made: its database "
                            + production.name() + " is marked as production");
        } finally {
            production.drop();
        }
    }
}
