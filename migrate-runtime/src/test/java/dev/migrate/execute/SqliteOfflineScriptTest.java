package dev.migrate.execute;

import dev.migrate.testing.Client;
import dev.migrate.testing.Client.Outcome;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.junit.jupiter.api.io.TempDir;

class SqliteOfflineScriptTest extends OfflineScriptContract {

    private static final AtomicInteger DATABASES = new AtomicInteger();

    @TempDir
    private static Path folder;

    @Override
    String dialect() {
        return "sqlite:3.40";
    }

    /** A shell knows nothing of the lock on the file beside the database: what it meets is somebody who writes. */
    @Override
    Outcome whileARunHoldsTheLock(Place place, Supplier<Outcome> meanwhile) throws SQLException {
        try (Connection writing = place.dataSource().getConnection()) {
            Asked.run(writing, "BEGIN IMMEDIATE");
            Outcome outcome = meanwhile.get();
            Asked.run(writing, "ROLLBACK");
            return outcome;
        }
    }

    @Override
    String slowInsert(Place place) {
        return "INSERT INTO t (id) WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n, pause"
                + " WHERE i < millis * 3000) SELECT 2 FROM n GROUP BY 1";
    }

    @Override
    Place fresh() {
        String file =
                folder.resolve("offline" + DATABASES.incrementAndGet() + ".db").toString();
        Client client = new Client(List.of(Client.program("sqlite3"), "-init", "/dev/null", file), Map.of());
        return new Place() {
            @Override
            public DataSource dataSource() {
                return SqliteMigratorTest.sqlite(file);
            }

            @Override
            public Outcome run(String script) {
                return client.run(script);
            }

            @Override
            public Outcome runAndKill(String script) {
                return client.runAndKill(script, () -> {
                    boolean writing = Files.exists(Path.of(file + "-journal"));
                    Thread.sleep(writing ? 300 : 0); // all else takes some milliseconds
                    return writing;
                });
            }
        };
    }
}
