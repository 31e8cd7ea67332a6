package dev.migrate.bench;

import dev.migrate.testing.Account;
import dev.migrate.testing.MariaDbServer;
import dev.migrate.testing.MySqlServer;
import dev.migrate.testing.PostgreSqlSchema;
import dev.migrate.testing.PostgreSqlServer;
import dev.migrate.testing.TestSchema;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.postgresql.ds.PGSimpleDataSource;
import org.sqlite.SQLiteDataSource;

/**
 * A kind of database, with as many of them as are asked for.
 *
 * @param name what it is called in the report
 * @param turns how often each work is done
 * @param source makes a database
 */
record Place(String name, Turns turns, Source source) {

    /** In memory nearly all that is seen is Java's own work, which takes long to become as fast as it gets. */
    private static final Turns IN_MEMORY = new Turns(8, 7);

    private static final Turns IN_PROCESS = new Turns(2, 5);
    private static final Turns ON_A_SERVER = new Turns(1, 3);

    private static final int TABLES_AT_A_TIME = 100;

    /** Makes databases. */
    interface Source {
        Database create() throws SQLException, IOException;
    }

    /** Every place there is. The servers are those of the tests: their data is on disk, writes are not forced to it. */
    static List<Place> all() {
        return List.of(
                new Place("H2 in memory", IN_MEMORY, h2()),
                new Place("MariaDB, its own driver", ON_A_SERVER, mariaDb()),
                new Place("MariaDB, Connector/J", ON_A_SERVER, connectorJ()),
                new Place("PostgreSQL", ON_A_SERVER, postgreSql()),
                new Place("SQLite, a file", IN_PROCESS, sqlite()));
    }

    /** Where entity models are compared: places in which a scratch can be made. */
    static List<Place> forEntities() {
        return List.of(
                new Place("H2 in memory", IN_MEMORY, h2()),
                new Place("MariaDB", ON_A_SERVER, () -> {
                    MySqlServer server = MariaDbServer.shared();
                    TestSchema schema = server.createSchema();
                    server.grant("ALL PRIVILEGES ON `migrate\\_%`.*", schema.owner());
                    return inMariaDb(schema, schema.dataSource());
                }),
                new Place("PostgreSQL", ON_A_SERVER, postgreSqlDatabases()));
    }

    /** Whole databases: some tools see no other schema than {@code public} as it is. */
    private static Source postgreSqlDatabases() {
        AtomicInteger number = new AtomicInteger();
        return () -> {
            PostgreSqlServer server = PostgreSqlServer.shared();
            Account owner = server.createAccount();
            String name = "bench_" + number.incrementAndGet();
            server.asAdmin("CREATE DATABASE " + name + " OWNER " + owner.username());
            PGSimpleDataSource dataSource = new PGSimpleDataSource();
            dataSource.setUrl(server.jdbcUrl().replaceFirst("[^/]*$", name));
            dataSource.setUser(owner.username());
            dataSource.setPassword(owner.password());
            return new Database(dataSource, "public", () -> server.asAdmin("DROP DATABASE " + name + " WITH (FORCE)"));
        };
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

    private static Source postgreSql() {
        return () -> {
            PostgreSqlSchema schema = PostgreSqlServer.shared().createSchema();
            return new Database(schema.dataSource(), schema.name(), () -> dropTables(schema));
        };
    }

    /** Some at a time: a transaction that dropped them all would need more locks than the server has. */
    private static void dropTables(PostgreSqlSchema schema) throws SQLException {
        try (Connection connection = schema.connect();
                Statement statement = connection.createStatement()) {
            List<String> tables = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery(
                    "SELECT tablename FROM pg_tables WHERE schemaname = '" + schema.name() + "'")) {
                while (rows.next()) {
                    tables.add(rows.getString(1));
                }
            }
            for (int from = 0; from < tables.size(); from += TABLES_AT_A_TIME) {
                List<String> some = tables.subList(from, Math.min(from + TABLES_AT_A_TIME, tables.size()));
                statement.execute("DROP TABLE " + String.join(", ", some) + " CASCADE");
            }
        }
    }

    private static Source sqlite() {
        return () -> {
            MigrationFiles directory = MigrationFiles.create("sqlite");
            SQLiteDataSource dataSource = new SQLiteDataSource();
            dataSource.setUrl("jdbc:sqlite:" + directory.directory().resolve("bench.db"));
            dataSource.setSynchronous("OFF"); // as the servers are
            return new Database(dataSource, "main", directory::close);
        };
    }

    private static void execute(DataSource dataSource, String sql) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
