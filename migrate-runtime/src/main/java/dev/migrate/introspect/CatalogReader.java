package dev.migrate.introspect;

import dev.migrate.schema.Table;
import dev.migrate.schema.TableName;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;

/** Reads tables from a database's own catalogue, never from driver metadata. */
public interface CatalogReader {

    /**
     * Reads some tables, in a constant number of queries however many they are.
     *
     * @param connection an open connection; its transaction, if any, goes on
     * @param names the tables to read; without a schema the connection's default one is meant
     * @return those of them that exist, each under the name it was asked for, with names unfolded to lower case
     * @throws SQLException when the database refuses
     */
    List<Table> tables(Connection connection, Collection<TableName> names) throws SQLException;
}
