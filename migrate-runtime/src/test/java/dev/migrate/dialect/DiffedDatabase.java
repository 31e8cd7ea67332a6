package dev.migrate.dialect;

import static java.util.stream.Collectors.joining;

import dev.migrate.diff.DesiredSchema;
import dev.migrate.diff.DiffPolicy;
import dev.migrate.diff.SchemaDiff;
import dev.migrate.diff.SchemaDiffer;
import dev.migrate.execute.DialectRules;
import dev.migrate.operation.Operation;
import dev.migrate.problem.MigrateException;
import dev.migrate.schema.SchemaModel;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;

/** A schema of a real database that is compared with another one and becomes it. */
final class DiffedDatabase implements AutoCloseable {

    /** Everything is compared, and what the other one has not goes. */
    static final DiffPolicy WHOLE = DiffPolicy.USUAL.withDropsUnknown(true);

    private final DatabaseUnderTest database;
    private final Connection connection;
    private final Dialect dialect;

    private DiffedDatabase(DatabaseUnderTest database, Connection connection) throws SQLException {
        this.database = database;
        this.connection = connection;
        this.dialect = Dialects.of(connection);
    }

    static DiffedDatabase of(DatabaseUnderTest database) throws SQLException {
        return new DiffedDatabase(database, database.connect());
    }

    Dialect dialect() {
        return dialect;
    }

    Connection connection() {
        return connection;
    }

    /** Views are nobody's business here. */
    SchemaModel read() throws SQLException {
        return dialect.catalog().schema(connection, Optional.empty());
    }

    SchemaDiff diff(SchemaModel desired, DiffPolicy policy) throws SQLException {
        return diff(DesiredSchema.of(desired), policy);
    }

    SchemaDiff diff(DesiredSchema desired, DiffPolicy policy) throws SQLException {
        return diff(read(), desired, policy);
    }

    SchemaDiff diff(SchemaModel actual, DesiredSchema desired, DiffPolicy policy) {
        return new SchemaDiffer(new DialectRules(dialect, List.of()), policy).diff(actual, desired);
    }

    void execute(String... sql) throws SQLException {
        for (String each : sql) {
            try (Statement statement = connection.createStatement()) {
                statement.execute(each);
            } catch (SQLException e) {
                throw new SQLException(e.getMessage() + "\nin " + each, e);
            }
        }
    }

    String answer(String query) throws SQLException {
        return LiveSchema.answer(connection, query);
    }

    /** Runs operations one after the other, each rendered for what those before made of what was read. */
    void run(List<Operation> operations) throws SQLException {
        run(operations, read());
    }

    void run(List<Operation> operations, SchemaModel start) throws SQLException {
        SchemaModel state = start;
        for (Operation operation : dialect.arranged(operations)) {
            for (SqlStatement statement : rendered(operation, state)) {
                execute(statement, operation, operations);
            }
            state = dialect.after(operation, state);
        }
    }

    private List<SqlStatement> rendered(Operation operation, SchemaModel state) {
        try {
            return dialect.render(operation, state);
        } catch (MigrateException e) {
            throw new IllegalStateException(e.getMessage() + "\nin " + operation, e);
        }
    }

    private void execute(SqlStatement statement, Operation operation, List<Operation> all) throws SQLException {
        try (PreparedStatement prepared = connection.prepareStatement(statement.sql())) {
            for (int at = 0; at < statement.arguments().size(); at++) {
                dialect.bind(prepared, at + 1, statement.arguments().get(at));
            }
            prepared.execute();
        } catch (SQLException e) {
            throw new SQLException(
                    e.getMessage() + "\nin " + statement.sql() + "\nof " + operation.describe() + "\namong "
                            + all.stream().map(Operation::describe).collect(joining("\n")),
                    e);
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
        database.close();
    }
}
