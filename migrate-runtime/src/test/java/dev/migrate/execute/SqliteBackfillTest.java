package dev.migrate.execute;

import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.junit.jupiter.api.io.TempDir;

class SqliteBackfillTest extends BackfillContract {

    private static final AtomicInteger DATABASES = new AtomicInteger();

    @TempDir
    private Path folder;

    @Override
    DataSource freshDatabase() {
        return SqliteMigratorTest.sqlite(
                folder.resolve("backfill" + DATABASES.incrementAndGet() + ".db").toString());
    }

    @Override
    boolean locksRows() {
        return false;
    }
}
