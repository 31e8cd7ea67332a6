package dev.migrate.introspect;

import dev.migrate.schema.Namespace;
import dev.migrate.schema.SchemaModel;
import dev.migrate.schema.Table;
import dev.migrate.schema.TableName;
import java.sql.Connection;
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
     * Reads an enum type that has a name, and all tables, of whatever schema, that have a column of it.
     *
     * @param connection an open connection; its transaction, if any, goes on
     * @param type the type; without a schema the connection's default one is meant
     * @return an incomplete model: empty when there is no such type, and on databases without such types
     * @throws SQLException when the database refuses
     */
    default SchemaModel enumType(Connection connection, TableName type) throws SQLException {
        return SchemaModel.incomplete(List.of(), "it was not looked up");
    }

    /**
     * Names what is in the schema in which unqualified names are looked up and no operation can make: triggers, routines,
     * and what else holds a program or a rule.
     *
     * @param connection an open connection; its transaction, if any, goes on
     * @return what each is and its name, such as {@code trigger users_touch}, in a fixed order
     * @throws SQLException when the database refuses
     */
    List<String> programs(Connection connection) throws SQLException;

    /**
     * Reads which schemas there are.
     *
     * @param connection an open connection; its transaction, if any, goes on
     * @return each with its comment, without those of the database itself; empty where a schema is a file
     * @throws SQLException when the database refuses
     */
    List<Namespace> namespaces(Connection connection) throws SQLException;
}
