package dev.migrate.execute;

import dev.migrate.Operations;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import javax.sql.DataSource;

class H2FlowTest extends FlowContract {

    private static final AtomicInteger DATABASES = new AtomicInteger();

    @Override
    DataSource freshDatabase() throws SQLException {
        return H2MigratorTest.h2("mem:flow" + DATABASES.incrementAndGet() + ";DB_CLOSE_DELAY=-1");
    }

    @Override
    Consumer<Operations> sessionStatements() {
        return o -> {
            o.execute("SET @five = 5");
            o.execute("INSERT INTO teams (id, name) VALUES (@five, 'five')");
            o.execute("INSERT INTO teams (id, name) VALUES (@five + 1, 'six')");
        };
    }

    @Override
    int statementsInTheMiddleOfAnOperation() {
        return 2; // H2 makes an index and a comment of a new column by statements of their own
    }
}
