package dev.migrate.dialect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.migrate.operation.AlterColumn;
import dev.migrate.operation.Change;
import dev.migrate.operation.CreateTable;
import dev.migrate.operation.DropTable;
import dev.migrate.operation.Operation;
import dev.migrate.problem.MigrateException;
import dev.migrate.schema.Column;
import dev.migrate.schema.ColumnType;
import dev.migrate.schema.DefaultValue;
import dev.migrate.schema.Index;
import dev.migrate.schema.SchemaModel;
import dev.migrate.schema.Sequence;
import dev.migrate.schema.Table;
import dev.migrate.schema.TableName;
import dev.migrate.testing.MariaDbServer;
import dev.migrate.testing.MySqlServer;
import dev.migrate.testing.TestSchema;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the catalogue of the MariaDB at hand, or of the server that is given, says of what people wrote by hand. */
class MySqlCatalogTest {

    private static final MySqlServer SERVER = MySqlServer.given().orElseGet(MariaDbServer::shared);
    private static final TableName TABLE = TableName.parse("things");

    private TestSchema schema;
    private Connection connection;

    @BeforeEach
    void open() throws SQLException {
        schema = SERVER.createSchema();
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

    private static String made(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SHOW CREATE TABLE things")) {
            row.next();
            return row.getString(2);
        }
    }

    @Test
    void optionsAndIndexesOfAnyKindComeBackAfterADrop() throws SQLException {
        boolean invisible = !Dialects.of(connection).describe().contains("MySQL 5.7");
        String ignored = SERVER.product().equals("mariadb") ? " IGNORED" : " INVISIBLE";
        LiveSchema.execute(
                connection,
                "CREATE TABLE things (id INT PRIMARY KEY, body TEXT, place POINT NOT NULL, name VARCHAR(30),"
                        + " FULLTEXT INDEX ix_body (body), SPATIAL INDEX ix_place (place), INDEX ix_name (name)"
                        + (invisible ? ignored : "") + ", UNIQUE INDEX ix_start (name(4))) ROW_FORMAT = COMPRESSED"
                        + " KEY_BLOCK_SIZE = 4 COLLATE = latin1_german2_ci COMMENT = 'x'");
        Table table = read();

        run(new DropTable(TABLE));
        run(new CreateTable(table));

        assertThat(table.options())
                .isEqualTo(Map.of("collation", "latin1_german2_ci", "row_format", "compressed", "key_block_size", "4"));
        assertThat(table.indexes().stream().map(Index::method))
                .containsExactly(Optional.of("fulltext"), Optional.empty(), Optional.of("spatial"), Optional.empty());
        assertThat(table.indexes().get(1).invisible()).isEqualTo(invisible);
        assertThat(read()).isEqualTo(table);
        assertThat(made(connection)).contains("ROW_FORMAT=COMPRESSED", "KEY_BLOCK_SIZE=4", "COMMENT='x'");
    }

    @Test
    void anotherEngineAndItsIndexesComeBackAfterADrop() throws SQLException {
        LiveSchema.execute(
                connection,
                "CREATE TABLE things (id INT PRIMARY KEY, a INT, b INT, INDEX ix_a (a) USING HASH,"
                        + " INDEX ix_b (b) USING BTREE) ENGINE = MEMORY");
        Table table = read();

        run(new DropTable(TABLE));
        run(new CreateTable(table));

        assertThat(table.options()).isEqualTo(Map.of("engine", "memory"));
        assertThat(table.indexes().stream().map(Index::method)).containsExactly(Optional.empty(), Optional.of("btree"));
        assertThat(read()).isEqualTo(table);
    }

    private void run(Operation operation) throws SQLException {
        Dialect dialect = Dialects.of(connection);
        for (SqlStatement statement :
                dialect.render(operation, SchemaModel.of(dialect.catalog().tables(connection, List.of(TABLE))))) {
            LiveSchema.execute(connection, statement.sql());
        }
    }

    private static AlterColumn commented(String column) {
        return new AlterColumn(
                TABLE,
                column,
                Optional.empty(),
                Optional.empty(),
                new Change.Keep<>(),
                new Change.Set<>("changed"),
                Optional.empty());
    }

    @Test
    void aChangedCommentDoesNotMakeQuestionMarksOfEmoji() throws SQLException {
        LiveSchema.execute(
                connection,
                "CREATE TABLE things (id INT PRIMARY KEY, a VARCHAR(20) DEFAULT 'x\uD83D\uDE00y?',"
                        + " b VARCHAR(20) NOT NULL DEFAULT '\uD83D\uDE00', c VARCHAR(20) DEFAULT 'why?') CHARACTER SET utf8mb4");
        LiveSchema.execute(connection, "INSERT INTO things (id) VALUES (1)");

        for (String column : List.of("a", "b", "c")) {
            run(commented(column));
        }
        LiveSchema.execute(connection, "INSERT INTO things (id) VALUES (2)");

        assertThat(LiveSchema.answer(connection, "SELECT CONCAT(a, ' ', b, ' ', c) FROM things WHERE id = 2"))
                .isEqualTo("x\uD83D\uDE00y? \uD83D\uDE00 why?");
    }

    @Test
    void whatCannotBeReadIsNotWrittenAgain() throws SQLException {
        LiveSchema.execute(
                connection,
                "CREATE TABLE things (id INT PRIMARY KEY, a VARCHAR(20), mood ENUM('a', '\uD83D\uDE00'),"
                        + " g VARCHAR(30) GENERATED ALWAYS AS (CONCAT(a, '\uD83D\uDE00')) STORED) CHARACTER SET utf8mb4");
        String before = made(connection);

        for (String column : List.of("mood", "g")) {
            assertThatThrownBy(() -> run(commented(column)))
                    .isInstanceOf(MigrateException.class)
                    .hasMessageContaining(
                            "the server reports characters beyond U+FFFF, such as emoji, as question marks")
                    .hasMessageContaining("column things." + column);
        }

        assertThat(made(connection)).isEqualTo(before);
    }

    @Test
    void aDefaultThatAnEmptyTableDoesNotTellIsNotWrittenAgain() throws SQLException {
        LiveSchema.execute(
                connection,
                "CREATE TABLE things (id INT PRIMARY KEY, a VARCHAR(9) NOT NULL DEFAULT '\uD83D\uDE00',"
                        + " b VARCHAR(9) NOT NULL DEFAULT 'why?', c VARBINARY(9) NOT NULL DEFAULT 0xFF00FE)"
                        + " CHARACTER SET utf8mb4");
        String before = made(connection);

        for (String column : List.of("a", "c")) {
            assertThatThrownBy(() -> run(commented(column)))
                    .isInstanceOf(MigrateException.class)
                    .hasMessageContaining("the definition of the column is not known")
                    .hasMessageContaining("column things." + column);
        }
        Table table = read();
        assertThatThrownBy(() -> Dialects.of(connection).render(new CreateTable(table), SchemaModel.of(List.of())))
                .hasMessageContaining("the definition of the column is not known");
        assertThat(made(connection)).isEqualTo(before);
        run(commented("b"));
        LiveSchema.execute(connection, "INSERT INTO things (id) VALUES (1)");
        assertThat(LiveSchema.answer(connection, "SELECT CONCAT(a, b, HEX(c)) FROM things"))
                .isEqualTo("\uD83D\uDE00why?FF00FE");
    }

    @Test
    void aChangedCommentKeepsTheBytesOfADefault() throws SQLException {
        LiveSchema.execute(
                connection,
                "CREATE TABLE things (id INT PRIMARY KEY, a VARBINARY(10) DEFAULT 'a\\0b', b BINARY(4) DEFAULT 0x00FF0102,"
                        + " c BINARY(4) NOT NULL DEFAULT 'ab', d VARBINARY(9) DEFAULT 0xFFFE, e VARBINARY(9) DEFAULT '',"
                        + " f VARBINARY(9) NOT NULL DEFAULT 'it''s')");

        assertThat(read().columns().stream().map(Column::defaultValue))
                .containsExactly(
                        Optional.empty(),
                        Optional.of(new DefaultValue.Expression("0x610062")),
                        Optional.of(new DefaultValue.Expression("0x00FF0102")),
                        Optional.of(new DefaultValue.Text("ab")),
                        Optional.of(new DefaultValue.Expression("0xFFFE")),
                        Optional.of(new DefaultValue.Text("")),
                        Optional.of(new DefaultValue.Text("it's")));
        for (String column : List.of("a", "b", "c", "d", "e", "f")) {
            run(commented(column));
        }
        LiveSchema.execute(connection, "INSERT INTO things (id) VALUES (1)");

        assertThat(LiveSchema.answer(
                        connection,
                        "SELECT CONCAT_WS(' ', HEX(a), HEX(b), HEX(c), HEX(d), HEX(e), HEX(f)) FROM things"))
                .isEqualTo("610062 00FF0102 61620000 FFFE  69742773");
    }

    /** The catalogue knows no emoji. */
    @Test
    void commentsAreComparedAsTheCatalogueReportsThem() throws SQLException {
        Dialect dialect = Dialects.of(connection);
        Column id = Column.of("id", new ColumnType.IntegerType(32)).withComment(Optional.of("€ \uD83D\uDE00?"));
        Table said = Table.of(TABLE, List.of(id)).withComment(Optional.of("\uD83D\uDE00"));
        run(new CreateTable(said));

        assertThat(dialect.normalized(SchemaModel.of(List.of(said))))
                .isEqualTo(dialect.normalized(dialect.catalog().schema(connection, Optional.empty())));
    }

    @Test
    void sequencesStandBesideTables() throws SQLException {
        assumeTrue(SERVER.product().equals("mariadb"), "MySQL has none");
        LiveSchema.execute(connection, "CREATE SEQUENCE tickets START WITH 5 INCREMENT BY 2 MAXVALUE 99 CACHE 7 CYCLE");
        LiveSchema.execute(connection, "CREATE SEQUENCE bills NOCACHE");
        LiveSchema.execute(connection, "CREATE TABLE things (id INT PRIMARY KEY)");

        SchemaModel model = Dialects.of(connection).catalog().schema(connection, Optional.empty());

        assertThat(model.tables())
                .singleElement()
                .satisfies(table -> assertThat(table.name()).isEqualTo(TABLE));
        assertThat(model.sequences())
                .containsExactly(
                        new Sequence(
                                TableName.parse("bills"),
                                Optional.empty(),
                                1,
                                1,
                                Optional.of(1L),
                                Optional.of(Long.MAX_VALUE - 1),
                                Optional.of(1L),
                                false,
                                Optional.empty(),
                                Optional.empty()),
                        new Sequence(
                                TableName.parse("tickets"),
                                Optional.empty(),
                                5,
                                2,
                                Optional.of(1L),
                                Optional.of(99L),
                                Optional.of(7L),
                                true,
                                Optional.empty(),
                                Optional.empty()));
    }

    @Test
    void aThousandTablesAreReadWithAsManyQueriesAsOne() throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (int i = 0; i < 1000; i++) {
                statement.execute("CREATE TABLE t" + i
                        + " (id INT PRIMARY KEY, parent INT, name VARCHAR(20) DEFAULT 'x'," + " INDEX ix_name (name)"
                        + (i == 0 ? "" : ", FOREIGN KEY (parent) REFERENCES t0 (id)") + ")");
            }
        }
        Dialect dialect = Dialects.of(connection);
        CountingConnection one = new CountingConnection(connection);
        dialect.catalog().tables(one.connection(), List.of(TableName.parse("t1")));

        CountingConnection all = new CountingConnection(connection);
        SchemaModel model = dialect.catalog().schema(all.connection(), Optional.empty());

        assertThat(model.tables()).hasSize(1000);
        assertThat(all.statements()).isLessThanOrEqualTo(one.statements() + 2); // views and sequences
    }
}
