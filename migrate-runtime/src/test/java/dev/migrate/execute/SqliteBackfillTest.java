package dev.migrate.execute;

import static dev.migrate.execute.MigratorContract.migrator;
import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.testing.ChildJvm;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqliteBackfillTest extends BackfillContract {

    private static final AtomicInteger DATABASES = new AtomicInteger();

    @TempDir
    private Path folder;

    private Path file;

    @Override
    DataSource freshDatabase() {
        file = folder.resolve("backfill" + DATABASES.incrementAndGet() + ".db");
        return SqliteMigratorTest.sqlite(file.toString());
    }

    @Override
    boolean locksRows() {
        return false;
    }

    @Test
    void aProcessThatIsKilledWithinABatchLeavesNothingOfIt() throws Exception {
        migrator(orders(b -> b.key("id")), dataSource()).upgrade("a1");
        Path database = file;
        String third = "UPDATE orders SET met = met + 1 WHERE id > 60 AND id <= 90";
        try (ChildJvm child = SqliteChild.backfilling(database, placeOf(third, third))) {
            child.awaitTheMiddle();
            child.kill();
        }
        List<String> left = met();

        migrator(orders(b -> b.key("id")), dataSource()).upgrade("head");

        assertThat(left).containsExactly("0 77", "1 20");
        assertThat(met()).containsExactly("1 97");
    }
}
