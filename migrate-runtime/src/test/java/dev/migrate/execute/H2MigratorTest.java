package dev.migrate.execute;

import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;

class H2MigratorTest extends MigratorContract {

    private static final AtomicInteger DATABASES = new AtomicInteger();

    @Override
    DataSource freshDatabase() {
        return h2("mem:migrator" + DATABASES.incrementAndGet() + ";DB_CLOSE_DELAY=-1");
    }

    static DataSource h2(String url) {
        JdbcDataSource dataSource = new JdbcDataSource();
        dataSource.setURL("jdbc:h2:" + url);
        return dataSource;
    }

    @Override
    String product() {
        return "h2";
    }

    @Override
    String currentSchema() {
        return "SCHEMA()";
    }

    @Override
    String otherSchema() throws SQLException {
        Asked.run(dataSource(), "CREATE SCHEMA IF NOT EXISTS elsewhere");
        return "elsewhere";
    }

    @Override
    String useSchema(String schema) {
        return "SET SCHEMA " + schema;
    }

    @Override
    String indexQuery(String table) {
        return "SELECT index_name FROM information_schema.indexes WHERE LOWER(table_name) = '" + table + "'";
    }
}
