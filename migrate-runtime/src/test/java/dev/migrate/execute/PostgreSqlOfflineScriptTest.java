package dev.migrate.execute;

import dev.migrate.testing.Client;
import dev.migrate.testing.Client.Outcome;
import dev.migrate.testing.PostgreSqlSchema;
import dev.migrate.testing.PostgreSqlServer;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;

class PostgreSqlOfflineScriptTest extends OfflineScriptContract {

    @Override
    String dialect() {
        return "postgresql:18";
    }

    @Override
    Place fresh() throws SQLException {
        PostgreSqlSchema schema = PostgreSqlServer.shared().createSchema();
        String url = schema.server().jdbcUrl().replaceFirst("jdbc:", "");
        Client client = new Client(
                List.of(Client.program("psql"), "--no-psqlrc", "--file={file}", url),
                Map.of(
                        "PGUSER",
                        schema.owner().username(),
                        "PGPASSWORD",
                        schema.owner().password()));
        return new Place() {
            @Override
            public DataSource dataSource() {
                return schema.dataSource();
            }

            @Override
            public Outcome run(String script) {
                return client.run(script);
            }
        };
    }
}
