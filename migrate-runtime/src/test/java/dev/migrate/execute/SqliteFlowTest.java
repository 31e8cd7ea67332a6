package dev.migrate.execute;

import dev.migrate.Operations;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.junit.jupiter.api.io.TempDir;

class SqliteFlowTest extends FlowContract {

    private static final AtomicInteger DATABASES = new AtomicInteger();

    @TempDir
    private Path folder;

    @Override
    DataSource freshDatabase() {
        return SqliteMigratorTest.sqlite(
                folder.resolve("flow" + DATABASES.incrementAndGet() + ".db").toString());
    }

    @Override
    Consumer<Operations> sessionStatements() {
        return o -> {
            o.execute("CREATE TEMPORARY TABLE numbers (n INTEGER)");
            o.execute("INSERT INTO numbers VALUES (5)");
            o.execute("INSERT INTO teams (id, name) SELECT n, 'five' FROM numbers");
            o.execute("INSERT INTO teams (id, name) SELECT n + 1, 'six' FROM numbers");
            o.execute("DROP TABLE numbers");
        };
    }

    @Override
    int statementsInTheMiddleOfAnOperation() {
        return 0;
    }
}
