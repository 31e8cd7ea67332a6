package dev.migrate.dialect;

import dev.migrate.testing.MemoryFolders;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDateTime;

class SqliteContractTest extends DialectContract {

    @Override
    DatabaseUnderTest fresh() {
        return SqliteFile.create();
    }

    @Override
    String aCollation() {
        return "NOCASE";
    }

    @Override
    String anExpression() {
        return "abs(-7)";
    }

    /** The driver takes any fraction for thousandths. */
    @Override
    LocalDateTime moment(ResultSet row, int column) throws SQLException {
        return LocalDateTime.parse(row.getString(column).replace(' ', 'T'));
    }

    /** A database in a folder of its own, with another one attached. */
    record SqliteFile(Path folder) implements DatabaseUnderTest {

        static SqliteFile create() {
            try {
                return new SqliteFile(MemoryFolders.create());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public Connection connect() throws SQLException {
            Connection connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("main.db"));
            try (Statement statement = connection.createStatement()) {
                statement.execute("ATTACH '" + folder.resolve("other.db") + "' AS other");
            }
            return connection;
        }

        @Override
        public String otherSchema() {
            return "other";
        }

        @Override
        public boolean choosesSchemas() {
            return false;
        }

        @Override
        public void close() {
            try {
                MemoryFolders.delete(folder);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
