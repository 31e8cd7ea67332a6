package dev.migrate.execute;

import static dev.migrate.execute.TestHistory.history;
import static org.assertj.core.api.Assertions.assertThat;

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
import org.junit.jupiter.api.Test;
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
    boolean passesBy() {
        return false;
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

    private static final TestHistory FAMILY = history()
            .revision(
                    "a1",
                    "",
                    op -> {
                        op.createTable("parents", t -> t.bigint("id").primaryKey());
                        op.createTable("children", t -> {
                            t.bigint("id").identity().primaryKey();
                            t.bigint("parent_id").references("parents", "id");
                        });
                    },
                    op -> {})
            .revision("b2", "a1", op -> op.alterColumn("children", "parent_id", c -> c.notNull()), op -> {})
            .revision("c3", "b2", op -> op.addColumn("children", c -> c.varchar("name", 20)), op -> {})
            .revision(
                    "d4",
                    "c3",
                    op -> {
                        op.execute("DELETE FROM children WHERE id = 1");
                        op.execute("INSERT INTO children (id, parent_id) VALUES (2, 99)");
                    },
                    op -> {});

    @Test
    void aRowThatReferredToNothingBeforeIsNoExcuseForAnother() throws SQLException {
        Place place = fresh();
        place.run(offline(FAMILY).upgrade("a1").text());
        Asked.run(place.dataSource(), "INSERT INTO children (id, parent_id) VALUES (1, 98)");

        Outcome kept = place.run(offline(FAMILY).upgrade("a1:c3").text());
        Outcome swapped = place.run(offline(FAMILY).upgrade("c3:d4").text());

        assertThat(kept.succeeded()).as(kept.output()).isTrue();
        assertThat(swapped.output()).contains("migrate: rows would be left that refer to nothing");
        assertThat(Asked.rows(place.dataSource(), "SELECT id, parent_id FROM children"))
                .containsExactly("1 98");
    }
}
