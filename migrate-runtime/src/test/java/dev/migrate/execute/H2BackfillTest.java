package dev.migrate.execute;

import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;

class H2BackfillTest extends BackfillContract {

    private static final AtomicInteger DATABASES = new AtomicInteger();

    @Override
    DataSource freshDatabase() throws SQLException {
        return H2MigratorTest.h2("mem:backfill" + DATABASES.incrementAndGet() + ";DB_CLOSE_DELAY=-1");
    }
}
