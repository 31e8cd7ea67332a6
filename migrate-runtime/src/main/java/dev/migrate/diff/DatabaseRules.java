package dev.migrate.diff;

import dev.migrate.operation.Operation;
import dev.migrate.schema.ColumnType;
import dev.migrate.schema.Constraint;
import dev.migrate.schema.SchemaModel;
import dev.migrate.schema.Table;
import dev.migrate.schema.TableName;
import java.util.Optional;

/**
 * What has to be known of a database to compare its schemas. They are compared in a form of their own, from which nothing is
 * ever rendered: each thing is kept as it was said beside it, and names lead from one to the other.
 */
public interface DatabaseRules {

    /**
     * A schema in the form that can be compared.
     *
     * @param said what was read from a server, or what a model says
     * @return the same tables with the same columns in the same order, but for tables that are never looked at; keys and
     *     indexes may be left out or be of another kind
     */
    SchemaModel comparable(SchemaModel said);

    /**
     * A name in that form.
     *
     * @param said a name of a column, index or constraint
     * @return the name by which it is known there
     */
    String name(String said);

    /**
     * A table's name in that form.
     *
     * @param said a name of a table, or of what stands beside tables
     * @return the name by which it is known there
     */
    TableName name(TableName said);

    /**
     * Whether a name is one that the database makes up for a key, check or index that was given none: any other would be as
     * good.
     *
     * @param table the table
     * @param name the name of one of its constraints or indexes
     * @return whether nobody gave it, as far as a name can tell
     */
    boolean isMadeUp(Table table, String name);

    /**
     * Whether names are given once in a schema, and not once in a table.
     *
     * @param kind what is named; empty for indexes
     * @return true, when no two tables of a schema may have such things of one name
     */
    boolean namesOnce(Optional<Constraint.Kind> kind);

    /**
     * A name as it stands in SQL.
     *
     * @param said a name of a column
     * @return the name, quoted where it must be
     */
    String sql(String said);

    /**
     * A type in the database's words, for a message.
     *
     * @param type a type
     * @return for example {@code varchar(80)}
     */
    String words(ColumnType type);

    /**
     * Whether an operation can be made.
     *
     * @param operation a change within a table
     * @param before the schema it starts from
     * @return false, when the database knows no way
     */
    boolean canDo(Operation operation, SchemaModel before);

    /**
     * Whether values of one type become values of another, as long as each of them can be written as one.
     *
     * @param from the type that a column has
     * @param to the type that it is to have
     * @return false, when a column with values cannot be given that type
     */
    boolean converts(ColumnType from, ColumnType to);

    /**
     * Whether a column keeps its type as long as a view shows it.
     *
     * @return true, when the view has to go before and come back after
     */
    boolean viewsHoldColumns();

    /**
     * Whether a column can begin or cease to number its rows only while no foreign key stands on it.
     *
     * @return true, when the key has to go before and come back after
     */
    boolean keysHoldIdentity();

    /**
     * What an operation makes of the schema in this database, where that is more than the operation says.
     *
     * @param operation the operation
     * @param before the schema it starts from
     * @return the schema after it
     */
    SchemaModel after(Operation operation, SchemaModel before);
}
