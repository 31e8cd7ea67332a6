package dev.migrate.scratch;

import dev.migrate.dialect.ScratchSource;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Scratches beside a database of the tests. */
record ScratchOf(DataSource database) implements ScratchSource {

    @Override
    public Connection connect() throws SQLException {
        return database.getConnection();
    }

    @Override
    public Connection connectBeside() throws SQLException {
        return connect();
    }

    @Override
    public Connection connect(String url) throws SQLException {
        return DriverManager.getConnection(url);
    }
}
