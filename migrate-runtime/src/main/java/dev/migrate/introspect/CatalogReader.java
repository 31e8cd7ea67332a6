package dev.migrate.introspect;

import dev.migrate.schema.SchemaModel;
import dev.migrate.schema.Table;
import dev.migrate.schema.TableName;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

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

    /**
     * Reads everything that is in a schema, in a constant number of queries however much that is: tables, sequences that
     * are not part of an identity column, enum types that have a name, views. Objects of the database itself and of its
     * extensions are left out; migrate's own tables are tables like others.
     *
     * @param connection an open connection; its transaction, if any, goes on
     * @param schema the schema, as migrations write it; empty for the one in which unqualified names are looked up
     * @return a complete model; names are without a schema when none was asked for
     * @throws SQLException when the database refuses
     */
    SchemaModel schema(Connection connection, Optional<String> schema) throws SQLException;

    /**
     * Whether there is a schema.
     *
     * @param connection an open connection; its transaction, if any, goes on
     * @param schema its name, as migrations write it
     * @return true, when there is one that the account can see
     * @throws SQLException when the database refuses
     */
    default boolean hasSchema(Connection connection, String schema) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                "SELECT schema_name FROM information_schema.schemata WHERE LOWER(schema_name) = LOWER(?)")) {
            statement.setString(1, schema);
            try (ResultSet row = statement.executeQuery()) {
                return row.next();
            }
        }
    }
}
