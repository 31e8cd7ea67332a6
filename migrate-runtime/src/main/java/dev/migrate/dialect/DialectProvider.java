package dev.migrate.dialect;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;

/** Recognises a database by asking it. One line in {@code META-INF/services} for each. */
public interface DialectProvider {

    /**
     * Asks a server what it is. Driver metadata are not to be trusted: Connector/J calls a MariaDB "MySQL".
     *
     * @param connection an open connection
     * @return the dialect of the server behind it; empty when it is another database
     * @throws SQLException when the connection is broken; a query that another database does not understand is no reason
     */
    Optional<Dialect> detect(Connection connection) throws SQLException;
}
