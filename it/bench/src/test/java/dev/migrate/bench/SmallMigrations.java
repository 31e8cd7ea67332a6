package dev.migrate.bench;

import dev.migrate.bench.Capture.Sent;
import dev.migrate.execute.Migrator;
import dev.migrate.execute.MigratorConfig;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;

/**
 * A thousand small migrations from the base, beside raw JDBC that sends what the migrator sent; the first of them, beside
 * other tools that have the same statements as their own migrations; and five thousand that are all applied.
 */
final class SmallMigrations {

    /** Of how many migrations the other tools are given: they are slower, and the whole should end in minutes. */
    static final int FOR_PEERS = 200;

    private static final Turns TURNS_WITH_PEERS = new Turns(1, 3);
    private static final Turns TURNS_OF_NOTHING = new Turns(2, 7);

    private final Place place;

    SmallMigrations(Place place) {
        this.place = place;
    }

    /**
     * A thousand migrations.
     *
     * @param engine through the migrator
     * @param books the same statements and the same books, by JDBC
     * @param versions the same statements and one update of a version table for each migration, by JDBC
     */
    record All(Median engine, Median books, Median versions) {}

    /**
     * The first of them.
     *
     * @param engine through the migrator
     * @param flyway through Flyway
     * @param liquibase through Liquibase
     */
    record Compared(Median engine, Median flyway, Median liquibase) {}

    /**
     * Five thousand of which none is pending.
     *
     * @param time of one run
     * @param queries of one run
     */
    record NothingToDo(Median time, int queries) {}

    All all() throws Exception {
        Captured captured = capture("head");
        List<Sent> everything = Replay.everything(captured.sent());
        List<Sent> versionOnly = Replay.statementsAndVersion(captured.sent());
        List<Median> medians = place.turns()
                .take(
                        Turns.onEmpty(place, database -> upgrade(database.dataSource(), "head")),
                        Turns.onEmpty(place, database -> captured.send(everything, database)),
                        Turns.onEmpty(place, database -> captured.send(versionOnly, database)));
        return new All(medians.get(0), medians.get(1), medians.get(2));
    }

    Compared compared() throws Exception {
        String last = BenchIndex.id(FOR_PEERS - 1);
        List<List<String>> migrations = Replay.migrations(capture(last).sent());
        try (Flyways flyway = new Flyways(migrations);
                Liquibases liquibase = new Liquibases(migrations)) {
            List<Median> medians = TURNS_WITH_PEERS.take(
                    Turns.onEmpty(place, database -> upgrade(database.dataSource(), last)),
                    Turns.onEmpty(place, database -> flyway.migrate(database.dataSource())),
                    Turns.onEmpty(place, database -> liquibase.migrate(database.dataSource())));
            return new Compared(medians.get(0), medians.get(1), medians.get(2));
        }
    }

    NothingToDo nothingToDo() throws Exception {
        try (Database database = place.source().create()) {
            migrator("long", database.dataSource()).stamp(List.of("head"), false);
            remember(database.dataSource());
            Median time = TURNS_OF_NOTHING
                    .take(() -> Turns.nanos(
                            () -> migrator("long", database.dataSource()).upgrade("head")))
                    .get(0);
            Capture capture = new Capture();
            migrator("long", capture.of(database.dataSource())).upgrade("head");
            return new NothingToDo(time, capture.sent().size());
        }
    }

    /** The history rows that five thousand upgrades leave, which each run compares with the sources. */
    private static void remember(DataSource dataSource) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement insert = connection.prepareStatement(
                        "INSERT INTO migrate_history (step, version_table, revision, direction, down, depends_on, labels,"
                                + " operations, source_checksum, ops_hash, status, who, host, tool, environment, started)"
                                + " VALUES (?, 'migrate_version', ?, 'up', '', '', '', ?, ?, '1:', 'done', '', '', '', '',"
                                + " CURRENT_TIMESTAMP)")) {
            connection.setAutoCommit(false);
            for (int number = 0; number < BenchIndex.LONG; number++) {
                insert.setString(1, "20260410T120000000-00000000-" + (100_000 + number));
                insert.setString(2, BenchIndex.id(number));
                insert.setString(3, "CreateTable{name=\"t\";}\n".repeat(10));
                insert.setString(4, BenchIndex.checksum(number));
                insert.addBatch();
            }
            insert.executeBatch();
            connection.commit();
        }
    }

    /**
     * What the migrator sent.
     *
     * @param sent all of it
     * @param schema where it was sent to
     */
    private record Captured(List<Sent> sent, String schema) {
        void send(List<Sent> part, Database database) throws Exception {
            Replay.send(database.dataSource(), part, schema, database.schema());
        }
    }

    private Captured capture(String to) throws Exception {
        Capture capture = new Capture();
        try (Database database = place.source().create()) {
            upgrade(capture.of(database.dataSource()), to);
            return new Captured(capture.sent(), database.schema());
        }
    }

    private static void upgrade(DataSource dataSource, String to) {
        migrator("small", dataSource).upgrade(to);
    }

    static Migrator migrator(String history, DataSource dataSource) {
        return Migrator.on(dataSource, MigratorConfig.builder().history(history).build());
    }
}
