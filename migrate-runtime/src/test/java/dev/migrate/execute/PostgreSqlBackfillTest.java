package dev.migrate.execute;

import dev.migrate.testing.PostgreSqlServer;
import java.sql.SQLException;
import javax.sql.DataSource;

class PostgreSqlBackfillTest extends BackfillContract {

    @Override
    DataSource freshDatabase() throws SQLException {
        return PostgreSqlServer.shared().createSchema().dataSource();
    }

    /** A session goes by its process and when it began. */
    @Override
    boolean kill(String session) throws SQLException {
        if (!session.equals("0")) {
            PostgreSqlServer.shared().asAdmin("SELECT pg_terminate_backend(" + session.split("\\D", 2)[0] + ")");
        }
        return true;
    }
}
