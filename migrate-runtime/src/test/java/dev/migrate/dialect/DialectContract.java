package dev.migrate.dialect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.migrate.operation.CreateTable;
import dev.migrate.operation.OneOfEach;
import dev.migrate.operation.Operation;
import dev.migrate.operation.SchemaLines;
import dev.migrate.operation.TableOperation;
import dev.migrate.schema.SchemaModel;
import dev.migrate.schema.Table;
import dev.migrate.schema.TableName;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What every dialect has to do on every database it is made for. */
abstract class DialectContract {

    /** An empty schema of its own. */
    abstract Connection connect() throws SQLException;

    @TestFactory
    Stream<DynamicTest> whatIsReadBackIsWhatTheOperationSays() {
        return OneOfEach.examples().entrySet().stream()
                .filter(example -> example.getValue() instanceof TableOperation)
                .map(example -> dynamicTest(example.getKey(), () -> {
                    try (Connection connection = connect()) {
                        Dialect dialect = Dialects.of(connection);
                        createAll(dialect, connection, OneOfEach.IN_ORDER);
                        keepsItsLaws(dialect, connection, OneOfEach.BEFORE, example.getValue());
                    }
                }));
    }

    /** Runs an operation and its inverse, and compares what is read back each time. */
    static void keepsItsLaws(Dialect dialect, Connection connection, SchemaModel model, Operation operation)
            throws SQLException {
        SchemaModel before = read(dialect, connection, model);
        same(dialect.normalized(before), dialect.normalized(model));

        SchemaModel expected = operation.applyTo(model);
        run(dialect, connection, operation, before);
        SchemaModel after = read(dialect, connection, expected);
        same(dialect.normalized(after), dialect.normalized(expected));

        Optional<Operation> inverse = operation.inverse(before);
        assertThat(inverse).isPresent();
        run(dialect, connection, inverse.get(), after);
        same(
                dialect.normalized(read(dialect, connection, model)).ignoringColumnOrder(),
                dialect.normalized(before).ignoringColumnOrder());
    }

    private static void same(SchemaModel actual, SchemaModel expected) {
        assertThat(SchemaLines.of(actual)).isEqualTo(SchemaLines.of(expected));
        assertThat(actual).isEqualTo(expected);
    }

    static void createAll(Dialect dialect, Connection connection, List<Table> tables) throws SQLException {
        for (Table table : tables) {
            run(dialect, connection, new CreateTable(table), SchemaModel.empty());
        }
    }

    static SchemaModel read(Dialect dialect, Connection connection, SchemaModel expected) throws SQLException {
        Set<TableName> known = Set.of(
                TableName.parse("teams"),
                TableName.parse("users"),
                TableName.parse("people"),
                TableName.parse("orders"));
        List<TableName> names = Stream.concat(
                        known.stream(), expected.tables().stream().map(Table::name))
                .distinct()
                .toList();
        return SchemaModel.of(dialect.catalog().tables(connection, names));
    }

    static void run(Dialect dialect, Connection connection, Operation operation, SchemaModel before)
            throws SQLException {
        for (SqlStatement statement : dialect.render(operation, before)) {
            try (PreparedStatement prepared = connection.prepareStatement(statement.sql())) {
                for (int at = 0; at < statement.arguments().size(); at++) {
                    prepared.setObject(at + 1, statement.arguments().get(at));
                }
                prepared.execute();
            } catch (SQLException e) {
                throw new SQLException(
                        e.getMessage() + "\nin " + statement.sql(), e.getSQLState(), e.getErrorCode(), e);
            }
        }
    }
}
