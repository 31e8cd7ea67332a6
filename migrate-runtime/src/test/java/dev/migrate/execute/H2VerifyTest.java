package dev.migrate.execute;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;

class H2VerifyTest extends VerifyContract {

    private static final AtomicInteger DATABASES = new AtomicInteger();

    @Override
    DataSource fresh() {
        return H2MigratorTest.h2("mem:verify" + DATABASES.incrementAndGet() + ";DB_CLOSE_DELAY=-1;MODE=MySQL");
    }

    @Override
    ScratchPlace place() {
        return new ScratchPlace("jdbc:h2:mem:anything", DriverManager::getConnection);
    }

    @Override
    List<String> traces() throws SQLException {
        return Asked.rows(
                real(), "SELECT table_name FROM information_schema.tables WHERE table_schema = SCHEMA() ORDER BY 1");
    }
}
