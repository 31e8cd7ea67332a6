package dev.migrate.execute;

import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.junit.jupiter.api.io.TempDir;
import org.sqlite.SQLiteDataSource;

class SqliteMigratorTest extends MigratorContract {

    private static final AtomicInteger DATABASES = new AtomicInteger();

    @TempDir
    private Path folder;

    @Override
    DataSource freshDatabase() {
        return sqlite(
                folder.resolve("migrator" + DATABASES.incrementAndGet() + ".db").toString());
    }

    static DataSource sqlite(String database) {
        SQLiteDataSource dataSource = new SQLiteDataSource();
        dataSource.setUrl("jdbc:sqlite:" + database);
        return dataSource;
    }

    @Override
    String product() {
        return "sqlite";
    }

    @Override
    String currentSchema() {
        return "'main'";
    }

    @Override
    String tableQuery() {
        return "SELECT lower(name) FROM sqlite_schema WHERE type = 'table' AND name <> 'sqlite_sequence' ORDER BY 1";
    }

    @Override
    String viewQuery(String view) {
        return "SELECT count(*) FROM sqlite_schema WHERE type = 'view' AND name = '" + view + "'";
    }

    @Override
    String otherSchema() {
        return "there is no other to be chosen";
    }

    /** What else a session remembers. */
    @Override
    String useSchema(String schema) {
        return "PRAGMA legacy_alter_table = ON";
    }

    @Override
    String indexQuery(String table) {
        return "SELECT name FROM sqlite_schema WHERE type = 'index' AND tbl_name = '" + table + "'";
    }
}
