package dev.migrate.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.operation.AlterColumn;
import dev.migrate.operation.AlterTable;
import dev.migrate.operation.Change;
import dev.migrate.operation.CreateTable;
import dev.migrate.operation.DropColumn;
import dev.migrate.operation.DropConstraint;
import dev.migrate.operation.DropTable;
import dev.migrate.operation.Operation;
import dev.migrate.operation.RenameColumn;
import dev.migrate.schema.CheckConstraint;
import dev.migrate.schema.Column;
import dev.migrate.schema.ColumnType;
import dev.migrate.schema.SchemaModel;
import dev.migrate.schema.Table;
import dev.migrate.schema.TableName;
import dev.migrate.testing.MariaDbServer;
import dev.migrate.testing.TestSchema;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** MariaDB has checks of columns beside those of tables, and its JSON is a text with such a check. */
class MariaDbOwnChecksTest {

    private static final TableName TABLE = TableName.parse("things");

    private TestSchema schema;
    private Connection connection;

    @BeforeEach
    void open() throws SQLException {
        schema = MariaDbServer.shared().createSchema();
        connection = schema.connect();
    }

    @AfterEach
    void drop() throws SQLException {
        connection.close();
        schema.drop();
    }

    private Table read() throws SQLException {
        return Dialects.of(connection)
                .catalog()
                .tables(connection, List.of(TABLE))
                .get(0);
    }

    private void run(Operation operation) throws SQLException {
        Dialect dialect = Dialects.of(connection);
        SchemaModel before = SchemaModel.of(dialect.catalog().tables(connection, List.of(TABLE)));
        for (SqlStatement statement : dialect.render(operation, before)) {
            LiveSchema.execute(connection, statement.sql());
        }
    }

    private List<String> made() throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SHOW CREATE TABLE things")) {
            row.next();
            return row.getString(2)
                    .lines()
                    .map(line -> line.strip().replaceFirst(",$", ""))
                    .filter(line -> line.startsWith("`") || line.startsWith("CONSTRAINT"))
                    .toList();
        }
    }

    private static AlterColumn commented(String column) {
        return AlterColumn.of(TABLE, column)
                .comment(new Change.Set<>("changed"))
                .operation();
    }

    @Test
    void onlyWhatTheServerMakesOfJsonIsJson() throws SQLException {
        LiveSchema.execute(
                connection,
                "CREATE TABLE things (a JSON, b VARCHAR(20) CHECK (json_valid(b)), c LONGTEXT CHECK (json_valid(c)),"
                        + " d LONGTEXT COLLATE utf8mb4_bin, CONSTRAINT d CHECK (json_valid(d))) CHARACTER SET utf8mb4");

        Table read = read();
        for (String column : List.of("a", "b", "c", "d")) {
            run(commented(column));
        }

        assertThat(read.columns().stream().map(Column::type))
                .containsExactly(
                        new ColumnType.Json(),
                        new ColumnType.VarChar(20),
                        new ColumnType.Text(),
                        new ColumnType.Text());
        assertThat(read.checks().stream().map(CheckConstraint::name)).containsExactlyInAnyOrder("b", "c", "d");
        assertThat(made())
                .containsExactly(
                        "`a` longtext CHARACTER SET utf8mb4 COLLATE utf8mb4_bin DEFAULT NULL COMMENT 'changed'"
                                + " CHECK (json_valid(`a`))",
                        "`b` varchar(20) DEFAULT NULL COMMENT 'changed' CHECK (json_valid(`b`))",
                        "`c` longtext DEFAULT NULL COMMENT 'changed' CHECK (json_valid(`c`))",
                        "`d` longtext CHARACTER SET utf8mb4 COLLATE utf8mb4_bin DEFAULT NULL COMMENT 'changed'",
                        "CONSTRAINT `d` CHECK (json_valid(`d`))");
    }

    @Test
    void aColumnKeepsItsCheckWhenItIsRenamedAndChangedAtOnce() throws SQLException {
        LiveSchema.execute(
                connection,
                "CREATE TABLE things (n INT CHECK (n > 0 AND n <> 5), doubled INT AS (n * 2) VIRTUAL,"
                        + " CONSTRAINT small CHECK (n < 100))");

        run(new AlterTable(
                TABLE,
                List.of(new RenameColumn(TABLE, "n", "the number"), commented("the number"), commented("doubled"))));

        assertThat(made())
                .containsExactly(
                        "`the number` int(11) DEFAULT NULL COMMENT 'changed'"
                                + " CHECK (`the number` > 0 and `the number` <> 5)",
                        "`doubled` int(11) GENERATED ALWAYS AS (`the number` * 2) VIRTUAL COMMENT 'changed'",
                        "CONSTRAINT `small` CHECK (`the number` < 100)");
    }

    /** The server goes on reporting the check by the column's old name. */
    @Test
    void theCheckOfARenamedColumnIsStillItsOwn() throws SQLException {
        LiveSchema.execute(
                connection,
                "CREATE TABLE things (n INT CHECK (n > 0), j JSON, m INT CHECK (m > 0)) CHARACTER SET utf8mb4");
        SchemaModel before = SchemaModel.of(List.of(read()));
        List<Operation> renames = List.of(
                new RenameColumn(TABLE, "n", "number"),
                new RenameColumn(TABLE, "j", "data"),
                new RenameColumn(TABLE, "m", "n"));

        SchemaModel after = before;
        for (Operation rename : renames) {
            run(rename);
            after = Dialects.of(connection).after(rename, after);
        }

        assertThat(read()).isEqualTo(after.table(TABLE));
        run(commented("number"));
        run(commented("data"));
        run(new DropConstraint(TABLE, "n", Optional.empty()));
        assertThat(made())
                .containsExactly(
                        "`number` int(11) DEFAULT NULL COMMENT 'changed' CHECK (`number` > 0)",
                        "`data` longtext CHARACTER SET utf8mb4 COLLATE utf8mb4_bin DEFAULT NULL COMMENT 'changed'"
                                + " CHECK (json_valid(`data`))",
                        "`n` int(11) DEFAULT NULL");
    }

    @Test
    void aCheckGoesAndComesBackWithItsColumnOrItsTable() throws SQLException {
        LiveSchema.execute(connection, "CREATE TABLE things (id INT, n INT CHECK (n > 0))");
        List<String> made = made();
        Table read = read();
        SchemaModel before = SchemaModel.of(List.of(read));
        DropColumn drop = new DropColumn(TABLE, "n");

        run(new DropTable(TABLE));
        run(new CreateTable(read));
        assertThat(made()).isEqualTo(made);
        run(drop);
        assertThat(read()).isEqualTo(Dialects.of(connection).after(drop, before).table(TABLE));
        run(drop.inverse(before).orElseThrow());

        assertThat(Dialects.of(connection).normalized(SchemaModel.of(List.of(read()))))
                .isEqualTo(Dialects.of(connection).normalized(before));
    }

    @Test
    void ofTwoChecksThatAreCalledLikeAColumnEachIsDroppedInItsOwnWay() throws SQLException {
        LiveSchema.execute(connection, "CREATE TABLE things (a INT CHECK (a > 0), b INT, CONSTRAINT b CHECK (b > 0))");

        run(new DropConstraint(TABLE, "a", Optional.empty()));
        run(new DropConstraint(TABLE, "b", Optional.empty()));

        assertThat(made()).containsExactly("`a` int(11) DEFAULT NULL", "`b` int(11) DEFAULT NULL");
    }
}
