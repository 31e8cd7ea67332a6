package dev.migrate.bench;

import dev.migrate.testing.MariaDbServer;
import dev.migrate.testing.TestSchema;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;

/**
 * A kind of database, with as many of them as are asked for.
 *
 * @param name what it is called in the report
 * @param source makes a database
 */
record Place(String name, Source source) {

    /** Makes databases. */
    interface Source {
        Database create() throws SQLException;
    }

    /** Every place there is. The servers are those of the tests: their data is on disk, writes are not forced to it. */
    static List<Place> all() {
        return List.of(
                new Place("H2 in memory", h2()),
                new Place("MariaDB, its own driver", mariaDb()),
                new Place("MariaDB, Connector/J", connectorJ()));
    }

    private static Source h2() {
        AtomicInteger number = new AtomicInteger();
        return () -> {
            JdbcDataSource dataSource = new JdbcDataSource();
            dataSource.setURL("jdbc:h2:mem:bench" + number.incrementAndGet() + ";DB_CLOSE_DELAY=-1");
            return new Database(dataSource, "PUBLIC", () -> execute(dataSource, "SHUTDOWN"));
        };
    }

    private static Source mariaDb() {
        return () -> {
            TestSchema schema = MariaDbServer.shared().createSchema();
            return inMariaDb(schema, schema.dataSource());
        };
    }

    private static Source connectorJ() {
        return () -> {
            TestSchema schema = MariaDbServer.shared().createSchema();
            return inMariaDb(schema, schema.connectorJDataSource());
        };
    }

    private static Database inMariaDb(TestSchema schema, DataSource dataSource) {
        return new Database(dataSource, schema.name(), () -> execute(dataSource, "DROP DATABASE " + schema.name()));
    }

    private static void execute(DataSource dataSource, String sql) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
