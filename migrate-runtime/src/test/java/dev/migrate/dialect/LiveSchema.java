package dev.migrate.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.operation.CreateSchema;
import dev.migrate.operation.ObjectOperation;
import dev.migrate.operation.Operation;
import dev.migrate.operation.SchemaLines;
import dev.migrate.operation.TableOperation;
import dev.migrate.schema.SchemaModel;
import dev.migrate.schema.Table;
import dev.migrate.schema.TableName;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A schema of a real database beside the model of what should be there; after each operation the two are compared. */
final class LiveSchema {

    private final Connection connection;
    private final Dialect dialect;
    private final Set<TableName> everNamed = new LinkedHashSet<>();
    private final Set<TableName> everCreated = new HashSet<>();
    private SchemaModel model = SchemaModel.empty();
    private boolean objects;
    private boolean alone;
    private boolean inAnyOrder;
    private Optional<SchemaModel> seen = Optional.empty();

    private LiveSchema(Connection connection, Dialect dialect) {
        this.connection = connection;
        this.dialect = dialect;
    }

    static LiveSchema of(Connection connection) throws SQLException {
        return new LiveSchema(connection, Dialects.of(connection));
    }

    /** Nobody else changes anything: what was read after one operation is what the next one starts from. */
    LiveSchema alone() {
        alone = true;
        return this;
    }

    Dialect dialect() {
        return dialect;
    }

    SchemaModel model() {
        return model;
    }

    /** Takes tables into the model that were made in another way. */
    void adopt(TableName... tables) throws SQLException {
        everNamed.addAll(List.of(tables));
        for (Table table : dialect.catalog().tables(connection, List.of(tables))) {
            model = model.with(table);
        }
    }

    /** Makes something for what follows; it is compared together with that. */
    void given(Operation operation) throws SQLException {
        takeNames(operation);
        for (SqlStatement statement : dialect.render(operation, model)) {
            execute(statement);
        }
        model = operation.applyTo(model);
        seen = Optional.empty();
    }

    private void takeNames(Operation operation) {
        everNamed.addAll(operation.tables());
        objects |= operation instanceof ObjectOperation;
        inAnyOrder |= operation.toString().contains(" if possible]");
        if (operation instanceof CreateSchema create) {
            everCreated.add(create.definition().name());
        }
    }

    /** Runs an operation, and compares what is read back with what it says. */
    void run(Operation operation) throws SQLException {
        execute(operation);
        SchemaModel now = read();
        same(comparable(now), comparable(model));
        seen = Optional.of(now).filter(known -> alone);
    }

    /** Where a column comes back, and the database has no word for its place, the model alone knows the order. */
    private SchemaModel comparable(SchemaModel schema) {
        SchemaModel normalized = dialect.normalized(schema);
        return inAnyOrder ? normalized.ignoringColumnOrder() : normalized;
    }

    /** Runs an operation and its inverse, and compares each time; the columns may come back in another order. */
    void runAndUndo(Operation operation) throws SQLException {
        SchemaModel said = model;
        takeNames(operation);
        SchemaModel before = read();
        seen = Optional.of(before).filter(known -> alone);
        run(operation);
        execute(operation.inverse(before).orElseThrow());
        same(
                dialect.normalized(read()).ignoringColumnOrder(),
                dialect.normalized(said).ignoringColumnOrder());
    }

    /** Runs an operation, from the state that the database itself tells. */
    void execute(Operation operation) throws SQLException {
        takeNames(operation);
        SchemaModel after = operation.applyTo(model);
        after.tables().stream().map(Table::name).forEach(everNamed::add);
        SchemaModel before = seen.isPresent() ? seen.get() : read();
        if (operation instanceof TableOperation || operation instanceof ObjectOperation) {
            seen = Optional.empty();
        }
        for (SqlStatement statement : dialect.render(operation, before)) {
            execute(statement);
        }
        model = after;
    }

    /** Runs an operation as if nobody had looked what is there. */
    void executeUnseen(Operation operation) throws SQLException {
        for (SqlStatement statement : dialect.render(operation, SchemaModel.empty())) {
            execute(statement);
        }
    }

    private void execute(SqlStatement statement) throws SQLException {
        try (PreparedStatement prepared = connection.prepareStatement(statement.sql())) {
            for (int at = 0; at < statement.arguments().size(); at++) {
                dialect.bind(prepared, at + 1, statement.arguments().get(at));
            }
            prepared.execute();
        } catch (SQLException e) {
            throw new SQLException(e.getMessage() + "\nin " + statement.sql(), e.getSQLState(), e.getErrorCode(), e);
        }
    }

    /** All rows of all tables. */
    String digest() throws SQLException {
        return RandomRows.digest(connection, dialect, model);
    }

    SchemaModel read() throws SQLException {
        SchemaModel tables = SchemaModel.of(dialect.catalog().tables(connection, everNamed));
        if (!objects) {
            return tables;
        }
        SchemaModel all = dialect.catalog().schema(connection, Optional.empty());
        return tables.withSequences(all.sequences())
                .withEnumTypes(all.enumTypes())
                .withViews(all.views())
                .withNamespaces(dialect.catalog().namespaces(connection).stream()
                        .filter(schema -> everCreated.contains(schema.name()))
                        .toList());
    }

    private static void same(SchemaModel actual, SchemaModel expected) {
        assertThat(SchemaLines.of(actual)).isEqualTo(SchemaLines.of(expected));
        assertThat(actual).isEqualTo(expected);
    }

    static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    static String answer(Connection connection, String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getString(1);
        }
    }
}
