package dev.migrate.execute;

import dev.migrate.testing.Client;
import dev.migrate.testing.Client.Outcome;
import dev.migrate.testing.MariaDbServer;
import dev.migrate.testing.TestSchema;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;

class MariaDbOfflineScriptTest extends OfflineScriptContract {

    @Override
    String dialect() {
        return "mariadb:11.4";
    }

    @Override
    Place fresh() throws SQLException {
        TestSchema schema = MariaDbServer.shared().createSchema();
        Client client = new Client(
                List.of(
                        MariaDbServer.shared().program("mariadb"),
                        "--no-defaults",
                        "--default-character-set=utf8mb4",
                        "--protocol=TCP",
                        "--host=127.0.0.1",
                        "--skip-ssl",
                        "--port=" + MariaDbServer.shared().port(),
                        "--user=" + schema.owner().username(),
                        schema.name()),
                Map.of("MYSQL_PWD", schema.owner().password()));
        return new Place() {
            @Override
            public DataSource dataSource() throws SQLException {
                return schema.dataSource();
            }

            @Override
            public Outcome run(String script) {
                return client.run(script);
            }
        };
    }
}
