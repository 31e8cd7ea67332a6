package dev.migrate.bench;

import java.io.IOException;
import java.sql.SQLException;
import javax.sql.DataSource;

/**
 * An empty database of its own, until it is closed.
 *
 * @param dataSource gives connections to it
 * @param schema the schema that they work in, as SQL names it
 * @param dropping what removes it
 */
record Database(DataSource dataSource, String schema, Dropping dropping) implements AutoCloseable {

    /** Removes a database. */
    interface Dropping {
        void drop() throws SQLException, IOException;
    }

    @Override
    public void close() throws SQLException, IOException {
        dropping.drop();
    }
}
