package dev.migrate.execute;

import dev.migrate.dialect.Dialect;
import dev.migrate.operation.Decide;
import dev.migrate.operation.ObjectOperation;
import dev.migrate.operation.Operation;
import dev.migrate.schema.SchemaModel;
import dev.migrate.schema.Table;
import dev.migrate.schema.TableName;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/**
 * A database that is asked.
 *
 * @param session the dialect as the session began
 * @param connection the session
 */
record LiveSurroundings(Dialect session, Connection connection) implements Surroundings {

    @Override
    public List<Table> tables(List<TableName> names, int operation) throws SQLException {
        return session.catalog().tables(connection, names);
    }

    @Override
    public SchemaModel around(ObjectOperation change, int operation) throws SQLException {
        return ObjectLook.live(change, session.catalog(), connection);
    }

    @Override
    public Optional<String> home() throws SQLException {
        return session.homeSchema(connection);
    }

    @Override
    public Optional<String> schema() throws SQLException {
        return session.currentSchema(connection);
    }

    @Override
    public boolean looks() {
        return true;
    }

    @Override
    public Optional<String> nothingToDo(Operation operation, SchemaModel model) throws SQLException {
        return new Findings(session, connection).nothingToDo(operation, model);
    }

    @Override
    public Findings.Decided decide(Decide decide) throws SQLException {
        return new Findings(session, connection).decide(decide);
    }

    @Override
    public Dialect dialect() throws SQLException {
        return session.inSession(connection);
    }
}
