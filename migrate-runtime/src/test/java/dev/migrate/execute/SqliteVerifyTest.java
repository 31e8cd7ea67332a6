package dev.migrate.execute;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.io.TempDir;

class SqliteVerifyTest extends VerifyContract {

    @TempDir
    private Path folder;

    @Override
    DataSource fresh() {
        return SqliteMigratorTest.sqlite(folder.resolve("real.db").toString());
    }

    @Override
    ScratchPlace place() {
        return new ScratchPlace("jdbc:sqlite:" + folder.resolve("real.db"), DriverManager::getConnection);
    }

    @Override
    List<String> traces() throws SQLException {
        return Asked.rows(real(), "SELECT name FROM sqlite_schema");
    }
}
