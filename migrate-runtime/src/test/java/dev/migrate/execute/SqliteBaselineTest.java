package dev.migrate.execute;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.junit.jupiter.api.io.TempDir;

class SqliteBaselineTest extends BaselineContract {

    private static final AtomicInteger DATABASES = new AtomicInteger();

    @TempDir
    private Path folder;

    @Override
    DataSource fresh() {
        return SqliteMigratorTest.sqlite(
                folder.resolve("baseline" + DATABASES.incrementAndGet() + ".db").toString());
    }

    @Override
    List<String> schema() {
        return List.of(
                "CREATE TABLE users (id INTEGER PRIMARY KEY AUTOINCREMENT, email TEXT DEFAULT 'none' NOT NULL UNIQUE)",
                "CREATE TABLE orders (id INTEGER PRIMARY KEY, user_id INTEGER NOT NULL REFERENCES users (id) ON DELETE"
                        + " CASCADE, state VARCHAR(10) CHECK (state IN ('new', 'paid')))",
                "CREATE INDEX by_state ON orders (state DESC) WHERE state IS NOT NULL",
                "CREATE VIEW mails AS SELECT email FROM users",
                "CREATE TRIGGER touched AFTER INSERT ON users BEGIN UPDATE users SET email = 'x'; END");
    }
}
