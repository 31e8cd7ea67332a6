package dev.migrate.execute;

import dev.migrate.Operations;
import dev.migrate.testing.PostgreSqlServer;
import java.sql.SQLException;
import java.util.function.Consumer;
import javax.sql.DataSource;

class PostgreSqlFlowTest extends FlowContract {

    @Override
    DataSource freshDatabase() throws SQLException {
        return PostgreSqlServer.shared().createSchema().dataSource();
    }

    @Override
    Consumer<Operations> sessionStatements() {
        return o -> {
            o.execute("CREATE TEMPORARY TABLE numbers (n INT) ON COMMIT DROP");
            o.execute("INSERT INTO numbers VALUES (5)");
            o.execute("INSERT INTO teams (id, name) SELECT n, 'five' FROM numbers");
            o.execute("INSERT INTO teams (id, name) SELECT n + 1, 'six' FROM numbers");
        };
    }

    @Override
    int statementsInTheMiddleOfAnOperation() {
        return 0;
    }
}
