package dev.migrate.execute;

import dev.migrate.dialect.Dialect;
import dev.migrate.operation.Decide;
import dev.migrate.operation.ObjectOperation;
import dev.migrate.operation.Operation;
import dev.migrate.schema.SchemaModel;
import dev.migrate.schema.Table;
import dev.migrate.schema.TableName;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** What the statements of a step are rendered for: a database that can be asked, or what is known of one that cannot. */
interface Surroundings {

    /**
     * Tables as they are before an operation.
     *
     * @param names which ones
     * @param operation how many operations of the step come before it
     * @return those that there are
     */
    List<Table> tables(List<TableName> names, int operation) throws SQLException;

    /**
     * What the SQL of a change that is not of one table depends on.
     *
     * @param change the change
     * @param operation how many operations of the step come before it
     * @return an incomplete model of that only
     */
    SchemaModel around(ObjectOperation change, int operation) throws SQLException;

    /** The schema in which names without one are looked up, in the words of migrations, where it is known. */
    Optional<String> home() throws SQLException;

    /** The schema in which names without one are looked up, where it is known. */
    Optional<String> schema() throws SQLException;

    /** Whether there is a database to look at; where there is none, the SQL itself has to say what it leaves out. */
    boolean looks();

    /**
     * Why there is nothing to do for an operation that is left out then.
     *
     * @param model what is known of the tables that it touches
     */
    Optional<String> nothingToDo(Operation operation, SchemaModel model) throws SQLException;

    /** Asks what to do, and renders it. */
    Findings.Decided decide(Decide decide) throws SQLException;

    /** The dialect for what the session is set to by now. */
    Dialect dialect() throws SQLException;
}
