package dev.migrate.execute;

import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;

class H2ScriptRunTest extends ScriptContract {

    private static final AtomicInteger DATABASES = new AtomicInteger();

    @Override
    DataSource freshDatabase() {
        return H2MigratorTest.h2("mem:script" + DATABASES.incrementAndGet() + ";DB_CLOSE_DELAY=-1");
    }

    @Override
    String currentSchema() {
        return "SCHEMA()";
    }

    @Override
    String temporaryTable() {
        return "CREATE LOCAL TEMPORARY TABLE t (id INT)";
    }
}
