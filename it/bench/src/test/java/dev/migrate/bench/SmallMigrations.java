package dev.migrate.bench;

import dev.migrate.bench.Capture.Sent;
import dev.migrate.execute.Migrator;
import dev.migrate.execute.MigratorConfig;
import dev.migrate.testing.MariaDbServer;
import dev.migrate.testing.TestSchema;
import java.io.PrintStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;

/**
 * A thousand small migrations from the base, and five thousand that are all applied. The migrator takes turns with raw
 * JDBC that sends what the migrator sent; each turn has a database of its own.
 */
public final class SmallMigrations {

    private static final int WARM_UP = 2;
    private static final int ROUNDS = 7;

    private final PrintStream out;

    private SmallMigrations(PrintStream out) {
        this.out = out;
    }

    /** A database of its own, until it is closed. */
    private record Database(DataSource dataSource, String schema, String dropping) implements AutoCloseable {
        @Override
        public void close() throws SQLException {
            try (Connection connection = dataSource.getConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute(dropping);
            }
        }
    }

    /** A place with as many databases as are asked for. */
    private interface Server {
        Database create() throws SQLException;
    }

    /** Something whose time is taken. */
    private interface Work {
        void run() throws SQLException;
    }

    /**
     * Measures on H2 in memory and on MariaDB, through both drivers.
     *
     * @param arguments none
     */
    public static void main(String[] arguments) {
        int status = 1;
        try {
            new SmallMigrations(System.out).measureAll();
            status = 0;
        } catch (SQLException e) {
            System.err.println("a database refuses: " + e.getMessage());
        } finally {
            System.exit(status); // the test server keeps a thread
        }
    }

    private void measureAll() throws SQLException {
        int[] number = {0};
        measure("H2 in memory", () -> {
            JdbcDataSource dataSource = new JdbcDataSource();
            number[0]++;
            dataSource.setURL("jdbc:h2:mem:bench" + number[0] + ";DB_CLOSE_DELAY=-1");
            return new Database(dataSource, "PUBLIC", "SHUTDOWN");
        });
        MariaDbServer server = MariaDbServer.shared();
        measure("MariaDB, its own driver", () -> {
            TestSchema schema = server.createSchema();
            return new Database(schema.dataSource(), schema.name(), "DROP DATABASE " + schema.name());
        });
        measure("MariaDB, Connector/J", () -> {
            TestSchema schema = server.createSchema();
            return new Database(schema.connectorJDataSource(), schema.name(), "DROP DATABASE " + schema.name());
        });
    }

    private void measure(String name, Server server) throws SQLException {
        Capture capture = new Capture();
        String captured;
        try (Database database = server.create()) {
            captured = database.schema();
            migrator("small", capture.of(database.dataSource())).upgrade("head");
        }
        List<Sent> everything = Replay.everything(capture.sent());
        List<Sent> versionOnly = Replay.statementsAndVersion(capture.sent());
        List<Long> engine = new ArrayList<>();
        List<Long> books = new ArrayList<>();
        List<Long> versions = new ArrayList<>();
        for (int round = -WARM_UP; round < ROUNDS; round++) {
            long one = nanos(
                    server, database -> migrator("small", database.dataSource()).upgrade("head"));
            long two = nanos(
                    server, database -> Replay.send(database.dataSource(), everything, captured, database.schema()));
            long three = nanos(
                    server, database -> Replay.send(database.dataSource(), versionOnly, captured, database.schema()));
            if (round >= 0) {
                engine.add(one);
                books.add(two);
                versions.add(three);
            }
        }
        out.printf(
                Locale.ROOT,
                "%s, %d small migrations, medians of %d: engine %d ms, B %d ms (ratio %.2f), A %d ms (ratio %.2f)%n",
                name,
                BenchIndex.SMALL,
                ROUNDS,
                median(engine) / 1_000_000,
                median(books) / 1_000_000,
                (double) median(engine) / median(books),
                median(versions) / 1_000_000,
                (double) median(engine) / median(versions));
        try (Database database = server.create()) {
            nothingToDo(name, database.dataSource());
        }
    }

    private void nothingToDo(String name, DataSource dataSource) throws SQLException {
        migrator("long", dataSource).stamp(List.of("head"), false);
        List<Long> times = new ArrayList<>();
        for (int round = -WARM_UP; round < ROUNDS; round++) {
            long time = nanos(() -> migrator("long", dataSource).upgrade("head"));
            if (round >= 0) {
                times.add(time);
            }
        }
        Capture capture = new Capture();
        migrator("long", capture.of(dataSource)).upgrade("head");
        out.printf(
                Locale.ROOT,
                "%s, nothing to do, %d revisions, median of %d: %.1f ms, %d queries%n",
                name,
                BenchIndex.LONG,
                ROUNDS,
                median(times) / 1e6,
                capture.sent().size());
    }

    private static Migrator migrator(String history, DataSource dataSource) {
        return Migrator.on(dataSource, MigratorConfig.builder().history(history).build());
    }

    /** Work on a data source. */
    private interface OnDatabase {
        void run(Database database) throws SQLException;
    }

    private static long nanos(Server server, OnDatabase work) throws SQLException {
        try (Database database = server.create()) {
            return nanos(() -> work.run(database));
        }
    }

    private static long nanos(Work work) throws SQLException {
        long began = System.nanoTime();
        work.run();
        return System.nanoTime() - began;
    }

    private static long median(List<Long> times) {
        List<Long> sorted = new ArrayList<>(times);
        Collections.sort(sorted);
        return sorted.get(sorted.size() / 2);
    }
}
