package dev.migrate.execute;

import dev.migrate.testing.MariaDbServer;
import dev.migrate.testing.PostgreSqlSchema;
import dev.migrate.testing.PostgreSqlServer;
import dev.migrate.testing.TestSchema;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;

/** Where a model can be tried out beside what is there. */
enum ComparedDatabase {
    H2 {
        @Override
        DataSource fresh() {
            JdbcDataSource database = new JdbcDataSource();
            database.setURL("jdbc:h2:mem:compared" + System.nanoTime() + ";DB_CLOSE_DELAY=-1");
            return database;
        }
    },
    MARIADB {
        @Override
        DataSource fresh() throws SQLException {
            TestSchema schema = MariaDbServer.shared().createSchema();
            MariaDbServer.shared().grant("ALL PRIVILEGES ON `migrate\\_%`.*", schema.owner());
            return schema.dataSource();
        }
    },
    POSTGRESQL {
        @Override
        DataSource fresh() throws SQLException {
            PostgreSqlServer server = PostgreSqlServer.shared();
            PostgreSqlSchema schema = server.createSchema();
            server.asAdmin(
                    "GRANT CREATE ON DATABASE postgres TO " + schema.owner().username());
            return schema.dataSource();
        }
    };

    abstract DataSource fresh() throws SQLException;
}
