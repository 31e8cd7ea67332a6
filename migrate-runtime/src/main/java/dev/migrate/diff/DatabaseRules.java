package dev.migrate.diff;

import dev.migrate.operation.Operation;
import dev.migrate.schema.Column;
import dev.migrate.schema.ColumnType;
import dev.migrate.schema.SchemaModel;
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
     * @return the same tables with the same columns in the same order; keys and indexes may be left out or be of another
     *     kind
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
     * A type in the database's words, for a message.
     *
     * @param type a type
     * @return for example {@code varchar(80)}
     */
    String words(ColumnType type);

    /**
     * Whether an operation can be made.
     *
     * @param operation a change of a column
     * @param before the schema it starts from
     * @return false, when the database knows no way
     */
    boolean canDo(Operation operation, SchemaModel before);

    /**
     * How values of one type become values of another, where they do not by themselves.
     *
     * @param actual the column as it is
     * @param desired the column as it should be
     * @return an expression in SQL; empty where nothing has to be said
     */
    Optional<String> using(Column actual, Column desired);
}
