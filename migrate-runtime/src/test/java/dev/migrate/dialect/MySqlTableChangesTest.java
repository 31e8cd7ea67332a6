package dev.migrate.dialect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.migrate.operation.AddColumn;
import dev.migrate.operation.AlterColumn;
import dev.migrate.operation.AlterTable;
import dev.migrate.operation.Change;
import dev.migrate.operation.DropColumn;
import dev.migrate.operation.DropConstraint;
import dev.migrate.operation.DropIndex;
import dev.migrate.operation.DropSchema;
import dev.migrate.operation.DropTable;
import dev.migrate.operation.Operation;
import dev.migrate.operation.RenameTable;
import dev.migrate.operation.SetTableOptions;
import dev.migrate.operation.TableOperation;
import dev.migrate.problem.MigrateException;
import dev.migrate.schema.Column;
import dev.migrate.schema.ColumnType;
import dev.migrate.schema.Identity;
import dev.migrate.schema.Index;
import dev.migrate.schema.SchemaModel;
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

/** What changes of whole tables do on the MariaDB at hand, or the server that is given. */
class MySqlTableChangesTest {

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

    private SchemaModel read() throws SQLException {
        return SchemaModel.of(Dialects.of(connection).catalog().tables(connection, List.of(TABLE)));
    }

    private void run(Operation operation) throws SQLException {
        for (SqlStatement statement : Dialects.of(connection).render(operation, read())) {
            LiveSchema.execute(connection, statement.sql());
        }
    }

    private String made() throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SHOW CREATE TABLE things")) {
            row.next();
            return row.getString(2);
        }
    }

    private static Operation charset(String name) {
        return new SetTableOptions(TABLE, Map.of("charset", new Change.Set<>(name)));
    }

    @Test
    void columnsFollowTheCharacterSetOfTheirTableUnlessTheyHaveTheirOwn() throws SQLException {
        LiveSchema.execute(
                connection,
                "CREATE TABLE things (id INT PRIMARY KEY, a VARCHAR(10) NOT NULL DEFAULT 'x' COMMENT 'kept', b TEXT,"
                        + " c VARCHAR(10) CHARACTER SET ascii, d ENUM('ä','b')) DEFAULT CHARACTER SET latin1");
        LiveSchema.execute(connection, "INSERT INTO things VALUES (1, 'ä', 'ö', 'c', 'ä')");
        String before = made();
        SchemaModel model = read();
        Operation change = charset("utf8mb4");

        run(change);

        assertThat(read().table(TABLE).columns())
                .filteredOn(column -> column.collation().isPresent())
                .extracting(Column::name)
                .containsExactly("c");
        assertThat(LiveSchema.answer(connection, "SELECT CONCAT(HEX(a), HEX(b), HEX(d)) FROM things"))
                .isEqualTo("C3A4C3B6C3A4");
        run(change.inverse(model).orElseThrow());
        assertThat(made()).isEqualTo(before);
    }

    @Test
    void aColumnsOwnCollationThatWasTheTablesForAWhileComesBack() throws SQLException {
        LiveSchema.execute(
                connection,
                "CREATE TABLE things (id INT PRIMARY KEY, a VARCHAR(10) COLLATE utf8mb4_bin NOT NULL DEFAULT 'x',"
                        + " b TEXT, UNIQUE KEY a (a)) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_general_ci");
        LiveSchema.execute(connection, "INSERT INTO things VALUES (1, 'a', 'b'), (2, 'A', 'B')");
        String before = made();
        SchemaModel model = read();
        Operation change = new SetTableOptions(TABLE, Map.of("collation", new Change.Set<>("utf8mb4_bin")));

        run(change);
        assertThat(read().table(TABLE).columns())
                .noneMatch(column -> column.collation().isPresent());
        run(change.inverse(model).orElseThrow());

        assertThat(made()).isEqualTo(before);
    }

    @Test
    void aCharacterSetThatWasTheDatabasesComesBack() throws SQLException {
        LiveSchema.execute(connection, "CREATE TABLE things (id INT PRIMARY KEY, a VARCHAR(10))");
        String before = made();
        SchemaModel model = read();
        Operation change = charset("latin1");

        run(change);
        assertThat(made()).isNotEqualTo(before);
        run(change.inverse(model).orElseThrow());

        assertThat(made()).isEqualTo(before);
    }

    @Test
    void anotherEngineKeepsTheRowsAndComesBack() throws SQLException {
        LiveSchema.execute(connection, "CREATE TABLE things (id INT PRIMARY KEY)");
        LiveSchema.execute(connection, "INSERT INTO things VALUES (7)");
        SchemaModel model = read();
        Operation change = new SetTableOptions(TABLE, Map.of("engine", new Change.Set<>("MyISAM")));

        run(change);
        assertThat(read().table(TABLE).options()).isEqualTo(Map.of("engine", "myisam"));
        run(change.inverse(model).orElseThrow());

        assertThat(read()).isEqualTo(model);
        assertThat(LiveSchema.answer(connection, "SELECT id FROM things")).isEqualTo("7");
    }

    @Test
    void theServerRefusesWhatItCannotDoInTheWayThatIsDemanded() throws SQLException {
        LiveSchema.execute(connection, "CREATE TABLE things (id INT PRIMARY KEY, n INT)");
        String before = made();
        AlterColumn wide =
                AlterColumn.of(TABLE, "n").type(new ColumnType.VarChar(40)).operation();

        assertThatThrownBy(() -> run(pinned(wide))).isInstanceOf(SQLException.class);
        assertThat(made()).isEqualTo(before);
        run(pinned(new AddColumn(TABLE, Column.of("more", new ColumnType.Date()))));

        assertThat(made()).contains("`more` date");
    }

    private static Operation pinned(TableOperation change) {
        return new AlterTable(
                TABLE, List.of(change), Optional.of(AlterTable.Algorithm.INPLACE), Optional.of(AlterTable.Lock.NONE));
    }

    @Test
    void numbersGoOnAfterThoseThatAreThere() throws SQLException {
        LiveSchema.execute(connection, "CREATE TABLE things (id INT UNSIGNED NOT NULL PRIMARY KEY, n INT)");
        LiveSchema.execute(connection, "INSERT INTO things VALUES (41, 1)");

        run(AlterColumn.of(TABLE, "id")
                .identity(new Change.Set<>(Identity.BY_DEFAULT))
                .operation());
        LiveSchema.execute(connection, "INSERT INTO things (n) VALUES (2)");

        assertThat(LiveSchema.answer(connection, "SELECT max(id) FROM things")).isEqualTo("42");
    }

    @Test
    void aPartitionedTableIsNotMadeAgainWithoutItsPartitions() throws SQLException {
        LiveSchema.execute(connection, "CREATE TABLE things (id INT PRIMARY KEY) PARTITION BY HASH (id) PARTITIONS 2");
        Operation back = new DropTable(TABLE).inverse(read()).orElseThrow();

        assertThatThrownBy(() -> Dialects.of(connection).render(back, SchemaModel.empty()))
                .isInstanceOf(MigrateException.class)
                .hasMessageContaining(
                        "no way to make a partitioned table of what is known of it, but table things was one");
    }

    @Test
    void anIndexOfWordsComesBackWithItsParser() throws SQLException {
        assumeTrue(SERVER.product().equals("mysql"), "MariaDB comes with no parser of its own");
        LiveSchema.execute(
                connection,
                "CREATE TABLE things (id INT PRIMARY KEY, body TEXT, title TEXT,"
                        + " FULLTEXT INDEX ix_body (body, title) WITH PARSER ngram, FULLTEXT INDEX ix_title (title))");
        String before = made();
        SchemaModel model = read();
        Operation gone = new DropIndex(TABLE, "ix_body", false);

        run(gone);
        run(gone.inverse(model).orElseThrow());

        assertThat(model.table(TABLE).indexes())
                .extracting(Index::method)
                .containsExactly(Optional.of("fulltext with parser ngram"), Optional.of("fulltext"));
        assertThat(read()).isEqualTo(model);
        assertThat(made()).hasSameSizeAs(before).contains("WITH PARSER `ngram`");
    }

    @Test
    void aPlaceKeepsItsReferenceSystemWhenItsCommentChanges() throws SQLException {
        boolean mySql = SERVER.product().equals("mysql");
        assumeTrue(!Dialects.of(connection).describe().startsWith("MySQL 5.7"), "5.7 has none");
        LiveSchema.execute(
                connection,
                "CREATE TABLE things (id INT PRIMARY KEY, place POINT " + (mySql ? "SRID 4326" : "REF_SYSTEM_ID = 4326")
                        + " NOT NULL, SPATIAL INDEX ix_place (place))");
        String before = made();
        SchemaModel model = read();
        Operation change = AlterColumn.of(TABLE, "place")
                .comment(new Change.Set<>("where it is"))
                .operation();

        run(change);
        run(change.inverse(model).orElseThrow());

        assertThat(made()).isEqualTo(before);
        assertThat(read()).isEqualTo(model);
        assertThat(LiveSchema.answer(
                        connection,
                        mySql
                                ? "SELECT SRS_ID FROM information_schema.COLUMNS WHERE TABLE_SCHEMA = DATABASE()"
                                        + " AND COLUMN_NAME = 'place'"
                                : "SELECT SRID FROM information_schema.GEOMETRY_COLUMNS"
                                        + " WHERE G_TABLE_SCHEMA = DATABASE()"))
                .isEqualTo("4326");
    }

    @Test
    void anEmojiInAnExpressionIsNotWrittenAgainAsSomethingElse() throws SQLException {
        assumeTrue(!Dialects.of(connection).describe().startsWith("MySQL 5.7"), "5.7 has no expressions");
        LiveSchema.execute(
                connection,
                "CREATE TABLE things (id INT PRIMARY KEY, a VARCHAR(20) DEFAULT (concat('😀', 'x')),"
                        + " b VARCHAR(20) DEFAULT ('😀')) CHARACTER SET utf8mb4");

        for (String column : List.of("a", "b")) {
            Operation change = AlterColumn.of(TABLE, column)
                    .comment(new Change.Set<>("changed"))
                    .operation();
            try {
                run(change);
            } catch (MigrateException e) {
                assertThat(e).hasMessageContaining("the definition of the column is not known");
            }
        }
        LiveSchema.execute(connection, "INSERT INTO things (id) VALUES (1)");

        assertThat(LiveSchema.answer(connection, "SELECT CONCAT(HEX(a), '/', HEX(b)) FROM things"))
                .isEqualTo("F09F988078/F09F9880");
    }

    @Test
    void aSchemaIsNotDroppedWithAnythingInIt() throws SQLException {
        String archive = SERVER.createSchema().name();
        TableName name = TableName.parse(archive);
        for (String[] held : new String[][] {
            {"CREATE VIEW %s.v AS SELECT 1", "DROP VIEW %s.v"},
            {"CREATE PROCEDURE %s.p() SELECT 1", "DROP PROCEDURE %s.p"},
            {"CREATE EVENT %s.e ON SCHEDULE EVERY 1 DAY DO SELECT 1", "DROP EVENT %s.e"}
        }) {
            SERVER.asAdmin(held[0].formatted(archive));
            assertThatThrownBy(() -> asAdmin(new DropSchema(name)))
                    .as(held[0])
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("returns more than 1 row");
            SERVER.asAdmin(held[1].formatted(archive));
        }

        asAdmin(new DropSchema(name));
    }

    private static void asAdmin(Operation operation) throws SQLException {
        try (Connection admin = SERVER.connectAsAdmin()) {
            for (SqlStatement statement : Dialects.of(admin).render(operation, SchemaModel.empty())) {
                LiveSchema.execute(admin, statement.sql());
            }
        }
    }

    @Test
    void theIndexOfAForeignKeyGoesWithItThoughAnotherBeginsWithTheSameColumn() throws SQLException {
        LiveSchema.execute(connection, "CREATE TABLE parents (id INT PRIMARY KEY, n INT, UNIQUE (n, id))");
        LiveSchema.execute(
                connection,
                "CREATE TABLE things (a INT, b INT, INDEX ix_a (a), CONSTRAINT fk_a FOREIGN KEY (a)"
                        + " REFERENCES parents (id), CONSTRAINT fk_b_a FOREIGN KEY (a, b) REFERENCES parents (n, id))");
        Operation change = new DropConstraint(TABLE, "fk_b_a", Optional.empty());
        SchemaModel after = change.applyTo(read());

        run(change);

        Dialect dialect = Dialects.of(connection);
        assertThat(dialect.normalized(read())).isEqualTo(dialect.normalized(after));
    }

    @Test
    void constraintsThatAreNamedAfterTheirTableFollowIt() throws SQLException {
        LiveSchema.execute(connection, "CREATE TABLE parents (id INT PRIMARY KEY)");
        LiveSchema.execute(
                connection,
                "CREATE TABLE things (a INT, b INT, c INT, d INT, INDEX ix_d (d), CHECK (a > 0),"
                        + " FOREIGN KEY (a) REFERENCES parents (id),"
                        + " CONSTRAINT things_ibfk_7 FOREIGN KEY (b) REFERENCES parents (id),"
                        + " CONSTRAINT things_ibfk_x FOREIGN KEY (d) REFERENCES parents (id),"
                        + " CONSTRAINT of_c FOREIGN KEY (c) REFERENCES parents (id))");
        SchemaModel before = read();
        RenameTable rename = new RenameTable(TABLE, "people");
        Dialect dialect = Dialects.of(connection);

        run(rename);

        SchemaModel after = SchemaModel.of(dialect.catalog().tables(connection, List.of(TableName.parse("people"))));
        assertThat(dialect.normalized(dialect.after(rename, before))).isEqualTo(dialect.normalized(after));
        Operation back = rename.inverse(before).orElseThrow();
        for (SqlStatement statement : dialect.render(back, after)) {
            LiveSchema.execute(connection, statement.sql());
        }
        assertThat(dialect.normalized(read())).isEqualTo(dialect.normalized(before));
        assertThat(dialect.normalized(dialect.after(back, after))).isEqualTo(dialect.normalized(before));
    }

    @Test
    void aColumnThatIsDroppedAndAddedAgainInOneOperationIsAnother() throws SQLException {
        LiveSchema.execute(
                connection, "CREATE TABLE things (id INT PRIMARY KEY, a INT, INDEX ix_a (a), UNIQUE uq_a (a))");
        LiveSchema.execute(connection, "INSERT INTO things VALUES (1, 7)");
        SchemaModel before = read();
        Operation change = new AlterTable(
                TABLE,
                List.of(new DropColumn(TABLE, "a"), new AddColumn(TABLE, Column.of("a", new ColumnType.VarChar(9)))));

        run(change);

        Dialect dialect = Dialects.of(connection);
        assertThat(dialect.normalized(read())).isEqualTo(dialect.normalized(change.applyTo(before)));
        assertThat(LiveSchema.answer(connection, "SELECT a FROM things")).isNull();
    }

    @Test
    void aVersionedTableKeepsWhatIsLeftOutOfItsHistoryAndIsNotMadeAgainWithoutIt() throws SQLException {
        assumeTrue(SERVER.product().equals("mariadb"), "MySQL keeps no history of rows");
        LiveSchema.execute(connection, "SET SESSION system_versioning_alter_history = KEEP");
        LiveSchema.execute(
                connection, "CREATE TABLE things (a INT, b INT WITHOUT SYSTEM VERSIONING) WITH SYSTEM VERSIONING");
        String before = made();
        SchemaModel model = read();
        Operation comment =
                AlterColumn.of(TABLE, "b").comment(new Change.Set<>("changed")).operation();

        run(comment);
        assertThat(made()).contains("WITHOUT SYSTEM VERSIONING COMMENT 'changed'");
        run(comment.inverse(model).orElseThrow());

        assertThat(made()).isEqualTo(before);
        Operation back = new DropTable(TABLE).inverse(model).orElseThrow();
        assertThatThrownBy(() -> Dialects.of(connection).render(back, SchemaModel.empty()))
                .isInstanceOf(MigrateException.class)
                .hasMessageContaining("no way to make a system-versioned table of what is known of it");
    }
}
