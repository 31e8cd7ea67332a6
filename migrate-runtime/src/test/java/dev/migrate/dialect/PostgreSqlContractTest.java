package dev.migrate.dialect;

import dev.migrate.testing.PostgreSqlSchema;
import dev.migrate.testing.PostgreSqlServer;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;

class PostgreSqlContractTest extends DialectContract {

    @Override
    DatabaseUnderTest fresh() throws SQLException {
        return PostgreSqlSchemas.fresh();
    }

    @Override
    String aCollation() {
        return "C";
    }

    @Override
    Map.Entry<String, String> anOption() {
        return Map.entry("fillfactor", "70");
    }

    /** A schema that is found first, and another one, both of one account. */
    record PostgreSqlSchemas(PostgreSqlSchema schema, String otherSchema) implements DatabaseUnderTest {

        static PostgreSqlSchemas fresh() throws SQLException {
            PostgreSqlSchema schema = PostgreSqlServer.shared().createSchema();
            String other = schema.name() + "_other";
            PostgreSqlServer.shared().asAdmin("CREATE SCHEMA " + other + " AUTHORIZATION " + schema.owner());
            PostgreSqlServer.shared()
                    .asAdmin("DO $$ BEGIN EXECUTE format('GRANT CREATE ON DATABASE %I TO "
                            + schema.owner().username() + "', current_database()); END $$");
            return new PostgreSqlSchemas(schema, other);
        }

        @Override
        public Connection connect() throws SQLException {
            return schema.connect();
        }

        @Override
        public void close() {
            // Schemas go with their server.
        }
    }
}
