package dev.migrate.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.operation.AlterColumn;
import dev.migrate.operation.AlterTable;
import dev.migrate.operation.Change;
import dev.migrate.operation.Operation;
import dev.migrate.schema.ColumnType;
import dev.migrate.schema.Generated;
import dev.migrate.schema.SchemaModel;
import dev.migrate.schema.TableName;
import dev.migrate.testing.PostgreSqlServer;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Where a column gets another type its values stay what they mean, there and back. */
class ConvertedValuesTest {

    private static final TableName NOTES = TableName.parse("notes");
    private static final ColumnType OID = new ColumnType.Raw("oid");

    @Test
    void aLargeObjectBecomesWhatItHoldsAndNotItsNumber() throws SQLException {
        try (Connection connection = PostgreSqlServer.shared().createSchema().connect()) {
            LiveSchema.execute(connection, "CREATE TABLE notes (body oid, picture oid)");
            LiveSchema.execute(
                    connection,
                    "INSERT INTO notes VALUES (lo_from_bytea(0, convert_to('grün', 'UTF8')), lo_from_bytea(0, '\\x00ff')),"
                            + " (NULL, NULL)");

            List<Operation> back = change(connection, "body", OID, new ColumnType.Text());
            back.addAll(change(connection, "picture", OID, new ColumnType.Blob()));

            assertThat(rows(connection, "SELECT body || ' ' || encode(picture, 'hex') FROM notes"))
                    .containsExactly("grün 00ff", null);

            run(connection, back);

            assertThat(
                            rows(
                                    connection,
                                    "SELECT convert_from(lo_get(body), 'UTF8') || ' ' || encode(lo_get(picture), 'hex') FROM notes"))
                    .containsExactly("grün 00ff", null);
        }
    }

    @Test
    void textBecomesTheJsonThatItIsAndNotAJsonString() throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:h2:mem:")) {
            LiveSchema.execute(connection, "CREATE TABLE notes (tags VARCHAR(40))");
            LiveSchema.execute(connection, "INSERT INTO notes VALUES ('{\"a\":[1]}'), (NULL)");

            List<Operation> back = change(connection, "tags", new ColumnType.VarChar(40), new ColumnType.Json());

            assertThat(rows(connection, "SELECT CAST(tags AS VARCHAR) FROM notes"))
                    .containsExactly("{\"a\":[1]}", null);

            run(connection, back);

            assertThat(rows(connection, "SELECT tags FROM notes")).containsExactly("{\"a\":[1]}", null);
        }
    }

    /** PostgreSQL 18 looks for a constraint in vain that it has just made anew, where one statement does both. */
    @Test
    void aColumnIsComputedAnewBesideOneThatGetsAnotherType() throws SQLException {
        try (Connection connection = PostgreSqlServer.shared().createSchema().connect()) {
            LiveSchema.execute(
                    connection,
                    "CREATE TABLE notes (n int NOT NULL, twice int GENERATED ALWAYS AS (n * 2) STORED, v int NOT NULL)");
            LiveSchema.execute(connection, "INSERT INTO notes (n, v) VALUES (5, 7)");

            run(
                    connection,
                    List.of(new AlterTable(
                            NOTES,
                            List.of(
                                    AlterColumn.of(NOTES, "twice")
                                            .generated(new Change.Set<>(new Generated("n * 3", true)))
                                            .operation(),
                                    typed("v", new ColumnType.IntegerType(64))))));

            assertThat(rows(connection, "SELECT twice || ' ' || v || ' ' || pg_typeof(v) FROM notes"))
                    .containsExactly("15 7 bigint");
        }
    }

    /** What takes it back. */
    private static List<Operation> change(Connection connection, String column, ColumnType from, ColumnType to)
            throws SQLException {
        run(connection, List.of(typed(column, to)));
        return new ArrayList<>(List.of(typed(column, from)));
    }

    private static AlterColumn typed(String column, ColumnType type) {
        return AlterColumn.of(NOTES, column).type(type).operation();
    }

    private static void run(Connection connection, List<Operation> operations) throws SQLException {
        Dialect dialect = Dialects.of(connection);
        for (Operation operation : operations) {
            SchemaModel before = SchemaModel.of(dialect.catalog().tables(connection, List.of(NOTES)));
            for (SqlStatement statement : dialect.render(operation, before)) {
                LiveSchema.execute(connection, statement.sql());
            }
        }
    }

    private static List<String> rows(Connection connection, String query) throws SQLException {
        List<String> rows = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            while (row.next()) {
                rows.add(row.getString(1));
            }
        }
        return rows;
    }
}
