package dev.migrate.execute;

import dev.migrate.Operations;
import dev.migrate.testing.MariaDbServer;
import java.sql.SQLException;
import java.util.function.Consumer;
import javax.sql.DataSource;

class MariaDbFlowTest extends FlowContract {

    @Override
    DataSource freshDatabase() throws SQLException {
        return MariaDbServer.shared().createSchema().dataSource();
    }

    @Override
    Consumer<Operations> sessionStatements() {
        return o -> {
            o.execute("CREATE TEMPORARY TABLE numbers (n INT AUTO_INCREMENT PRIMARY KEY) AUTO_INCREMENT = 5");
            o.execute("INSERT INTO numbers VALUES (NULL)");
            o.execute("SET @five = LAST_INSERT_ID()");
            o.execute("INSERT INTO teams (id, name) SELECT n, 'five' FROM numbers");
            o.verify("the number is five", "SELECT @five", 5);
            o.execute("INSERT INTO teams (id, name) VALUES (@five + 1, 'six')");
            o.execute("DROP TEMPORARY TABLE numbers");
        };
    }

    @Override
    int statementsInTheMiddleOfAnOperation() {
        return 0;
    }
}
