package dev.migrate.execute;

import static java.util.Objects.requireNonNull;

import dev.migrate.dialect.Dialect;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/**
 * The database of a migrator, before it was reached.
 *
 * @param dataSource gives connections
 * @param dialects recognises what is behind a connection
 * @param config how to work with it
 */
record Target(DataSource dataSource, Recogniser dialects, MigratorConfig config) {

    /** Recognises what is behind a connection. */
    @FunctionalInterface
    interface Recogniser {
        Dialect of(Connection connection) throws SQLException;
    }

    Target {
        requireNonNull(dataSource, "dataSource");
        requireNonNull(dialects, "dialects");
        requireNonNull(config, "config");
    }
}
