package dev.migrate.bench;

import dev.migrate.execute.Migrator;
import dev.migrate.execute.MigratorConfig;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;

/**
 * Two million rows, changed by one {@code UPDATE} and by a backfill, while somebody else changes one of them all the time;
 * and a backfill in a process of its own that is killed again and again.
 */
final class LargeBackfill {

    static final int ROWS = 2_000_000;

    static final List<String> HEADER = List.of(
            "%,d rows".formatted(ROWS),
            "one UPDATE",
            "backfill, batches of %,d".formatted(BackfillMigration.BATCH),
            "rows/s of both",
            "longest wait of another writer, UPDATE",
            "backfill",
            "kills",
            "rows changed otherwise than once");

    private static final int FIRST = ROWS / 128;
    private static final int KILLS = 5;

    private final Server server;

    LargeBackfill(Server server) {
        this.server = server;
    }

    List<String> measure() throws Exception {
        DataSource dataSource = server.dataSource();
        fill(dataSource);
        Watched update = watched(
                dataSource, () -> run(dataSource, "UPDATE orders SET total_cents = round(total * 100), met = 1"));
        forget(dataSource);
        Watched backfill = watched(dataSource, () -> migrator(dataSource).upgrade("head"));
        long wrong = number(dataSource, "SELECT count(*) FROM orders WHERE met <> 1 OR total_cents IS NULL");
        migrator(dataSource).stamp(List.of(BenchIndex.id(0)), false);
        forget(dataSource);
        int kills = killedAndResumed();
        wrong += number(dataSource, "SELECT count(*) FROM orders WHERE met <> 1 OR total_cents IS NULL");
        return List.of(
                server.name(),
                new Median(update.nanos()).millis(),
                new Median(backfill.nanos()).millis(),
                perSecond(update) + " / " + perSecond(backfill),
                new Median(update.longestWait()).millis(),
                new Median(backfill.longestWait()).millis(),
                String.valueOf(kills),
                String.valueOf(wrong));
    }

    private static void forget(DataSource dataSource) throws SQLException {
        run(dataSource, "UPDATE orders SET total_cents = NULL, met = 0");
    }

    private static String perSecond(Watched watched) {
        return String.format(Locale.ROOT, "%,.0f", ROWS / (watched.nanos() / 1e9));
    }

    private static void fill(DataSource dataSource) throws SQLException {
        migrator(dataSource).upgrade(BenchIndex.id(0));
        try (Connection connection = dataSource.getConnection();
                var insert = connection.prepareStatement("INSERT INTO orders (id, total) VALUES (?, ?)")) {
            connection.setAutoCommit(false);
            for (int i = 1; i <= FIRST; i++) {
                insert.setInt(1, i);
                insert.setInt(2, i % 1000);
                insert.addBatch();
            }
            insert.executeBatch();
            connection.commit();
        }
        for (int rows = FIRST; rows < ROWS; rows *= 2) {
            run(dataSource, "INSERT INTO orders (id, total) SELECT id + " + rows + ", total FROM orders");
        }
    }

    /**
     * Work beside which somebody else changed one row.
     *
     * @param nanos how long it took
     * @param longestWait how long the other had to wait for the row, at most
     */
    private record Watched(long nanos, long longestWait) {}

    private static Watched watched(DataSource dataSource, Turns.Timed work) throws Exception {
        OtherWriter other = new OtherWriter(dataSource, ROWS / 2);
        other.start();
        long nanos = Turns.nanos(work);
        other.end();
        return new Watched(nanos, other.longest());
    }

    /** A child is killed while it fills back, several times; then the work is finished. Tells how many were killed in it. */
    private int killedAndResumed() throws Exception {
        int kills = 0;
        for (int i = 0; i < KILLS; i++) {
            ProcessBuilder builder = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-cp",
                            System.getProperty("java.class.path"),
                            BackfillChild.class.getName())
                    .redirectError(ProcessBuilder.Redirect.INHERIT);
            server.into(builder.environment());
            Process child = builder.start();
            awaitProgress(server.dataSource(), child, i + 1);
            kills += child.isAlive() ? 1 : 0;
            child.destroyForcibly().waitFor(1, TimeUnit.MINUTES);
        }
        migrator(server.dataSource()).upgrade("head");
        return kills;
    }

    /** Until some batches more are in the database. */
    private static void awaitProgress(DataSource dataSource, Process child, int part) throws Exception {
        long wanted = (long) ROWS * part / (KILLS + 2);
        while (child.isAlive() && number(dataSource, "SELECT max(met) FROM orders WHERE id = " + wanted) == 0) {
            Thread.sleep(100);
        }
    }

    static Migrator migrator(DataSource dataSource) {
        return Migrator.on(
                dataSource,
                MigratorConfig.builder()
                        .history("backfill")
                        .lockTimeout(Duration.ofMinutes(2))
                        .build());
    }

    private static void run(DataSource dataSource, String sql) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static long number(DataSource dataSource, String sql) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }
}
