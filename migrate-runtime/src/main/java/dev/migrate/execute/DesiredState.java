package dev.migrate.execute;

import dev.migrate.dialect.Dialect;
import dev.migrate.diff.DesiredSchema;
import java.sql.Connection;
import java.sql.SQLException;

/** What a database should be, as a model says it for the database that is compared with it. */
@FunctionalInterface
public interface DesiredState {

    /**
     * Finds it out.
     *
     * @param dialect the database
     * @param connection an open connection to it, in the schema that migrations work in; what is written for a moment is
     *     taken back
     * @return what is desired; names of that schema are without one
     * @throws SQLException when the database refuses
     */
    DesiredSchema of(Dialect dialect, Connection connection) throws SQLException;
}
