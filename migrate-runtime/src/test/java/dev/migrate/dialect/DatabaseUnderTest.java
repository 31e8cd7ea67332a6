package dev.migrate.dialect;

import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** An empty database that nobody else uses. */
interface DatabaseUnderTest extends AutoCloseable {

    /** A new connection, in the default schema. */
    Connection connect() throws SQLException;

    /** The same, as the engine asks for connections. */
    default DataSource dataSource() {
        return (DataSource) Proxy.newProxyInstance(
                DatabaseUnderTest.class.getClassLoader(),
                new Class<?>[] {DataSource.class},
                (proxy, method, arguments) -> {
                    if (!method.getName().equals("getConnection")) {
                        throw new UnsupportedOperationException(method.getName());
                    }
                    return connect();
                });
    }

    /** A second schema, as migrations write it, in which the same account may do everything. */
    String otherSchema();

    /** The name of a schema that is not there, and that the same account may create. */
    default String newSchema() {
        return otherSchema() + "_new";
    }

    /** Whether a session chooses the schema it works in, and a table refers to one of another schema. */
    default boolean choosesSchemas() {
        return true;
    }

    @Override
    void close() throws SQLException;
}
