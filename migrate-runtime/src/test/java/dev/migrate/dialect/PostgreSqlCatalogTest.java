package dev.migrate.dialect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrate.operation.AddColumn;
import dev.migrate.operation.AlterColumn;
import dev.migrate.operation.AlterTable;
import dev.migrate.operation.Change;
import dev.migrate.operation.CreateIndex;
import dev.migrate.operation.CreateTable;
import dev.migrate.operation.DropColumn;
import dev.migrate.operation.DropIndex;
import dev.migrate.operation.DropTable;
import dev.migrate.operation.InsertRows;
import dev.migrate.operation.Operation;
import dev.migrate.operation.RenameColumn;
import dev.migrate.operation.RenameTable;
import dev.migrate.operation.ReplaceView;
import dev.migrate.problem.MigrateException;
import dev.migrate.schema.Column;
import dev.migrate.schema.ColumnType;
import dev.migrate.schema.DefaultValue;
import dev.migrate.schema.EnumType;
import dev.migrate.schema.Generated;
import dev.migrate.schema.Identity;
import dev.migrate.schema.Index;
import dev.migrate.schema.Numbering;
import dev.migrate.schema.SchemaModel;
import dev.migrate.schema.Sequence;
import dev.migrate.schema.Table;
import dev.migrate.schema.TableName;
import dev.migrate.schema.UniqueConstraint;
import dev.migrate.testing.PostgreSqlSchema;
import dev.migrate.testing.PostgreSqlServer;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What only PostgreSQL has, made and read back. */
class PostgreSqlCatalogTest {

    private static final String SEQUENCES =
            "SELECT count(*) FROM pg_class WHERE relkind = 'S' AND relnamespace = current_schema()::regnamespace";

    private static final String ABOUT_SEEN = """
            SELECT concat_ws(E'\\n', c.reloptions, pg_get_userbyid(c.relowner), c.relacl,
              (SELECT string_agg(concat_ws(' ', attname, attacl, pg_get_expr(adbin, adrelid),
                col_description(attrelid, attnum)), ',')
               FROM pg_attribute LEFT JOIN pg_attrdef ON adrelid = attrelid AND adnum = attnum
               WHERE attrelid = c.oid AND attname = 'id'),
              obj_description(c.oid),
              (SELECT string_agg(pg_get_ruledef(r.oid), ',') FROM pg_rewrite r
               WHERE ev_class = c.oid AND rulename <> '_RETURN'),
              (SELECT string_agg(pg_get_triggerdef(t.oid) || obj_description(t.oid), ',') FROM pg_trigger t
               WHERE tgrelid = c.oid))
            FROM pg_class c WHERE c.oid = 'seen'::regclass""";

    private static final TableName THINGS = TableName.parse("things");
    private static final ColumnType INTEGER = new ColumnType.IntegerType(32);

    private PostgreSqlSchema schema;
    private Connection connection;
    private LiveSchema live;

    @BeforeEach
    void createSchema() throws SQLException {
        schema = PostgreSqlServer.shared().createSchema();
        connection = schema.connect();
        live = LiveSchema.of(connection);
    }

    @AfterEach
    void closeConnection() throws SQLException {
        connection.close();
    }

    private void run(String... statements) throws SQLException {
        for (String statement : statements) {
            LiveSchema.execute(connection, statement);
        }
    }

    private String answer(String query) throws SQLException {
        return LiveSchema.answer(connection, query);
    }

    private Table read(String table) throws SQLException {
        return live.dialect()
                .catalog()
                .tables(connection, List.of(TableName.parse(table)))
                .get(0);
    }

    private SchemaModel readAll() throws SQLException {
        return live.dialect().catalog().schema(connection, Optional.empty());
    }

    private static Table things(Column... columns) {
        return Table.of(THINGS, List.of(columns));
    }

    // Indexes.

    private void createThings() throws SQLException {
        live.run(new CreateTable(things(
                Column.of("name", new ColumnType.VarChar(40)),
                Column.of("number", INTEGER),
                Column.of("data", new ColumnType.Json()),
                Column.of("note", new ColumnType.Text()))));
    }

    @Test
    void severalKeysOfTheSameColumnsAreAllMade() throws SQLException {
        live.run(new CreateTable(DialectContract.numbered(TableName.parse("things"))
                .with(new UniqueConstraint("uq_one", List.of("id")))
                .with(new UniqueConstraint("uq_two", List.of("id")))));
    }

    @TestFactory
    Stream<DynamicTest> anIndexIsReadBack() {
        Index.Part name = Index.Part.column("name");
        Index.Part number = Index.Part.column("number");
        return Stream.of(
                        Index.of(
                                "ix_expression", List.of(Index.Part.expression("lower(name)")), true, Optional.empty()),
                        Index.of(
                                "ix_operator",
                                List.of(Index.Part.expression("number + 1").withDescending(true), name),
                                false,
                                Optional.empty()),
                        Index.of("ix_partial", List.of(name), true, Optional.of("number > 0 AND note IS NULL")),
                        Index.of(
                                "ix_among", List.of(name), false, Optional.of("name IN ('a', 'b''c') OR number <> -1")),
                        Index.of(
                                "ix_like",
                                List.of(name),
                                false,
                                Optional.of("name LIKE 'a%' AND number BETWEEN 1 AND 9")),
                        new Index(
                                "ix_include",
                                List.of(name),
                                true,
                                Optional.empty(),
                                List.of("note", "number"),
                                Optional.empty(),
                                false),
                        method("ix_gin", "gin", Index.Part.column("data")),
                        method(
                                "ix_path",
                                "gin",
                                Index.Part.column("data").withQualifier(Optional.of("jsonb_path_ops"))),
                        method("ix_hash", "hash", name),
                        method("ix_brin", "brin", number),
                        method("ix_btree", "btree", number),
                        Index.of(
                                "ix_pattern",
                                List.of(name.withQualifier(Optional.of("varchar_pattern_ops"))),
                                false,
                                Optional.empty()),
                        Index.of(
                                "ix_collation",
                                List.of(
                                        name.withQualifier(Optional.of("COLLATE \"C\"")),
                                        Index.Part.column("note")
                                                .withQualifier(Optional.of("COLLATE \"C\" text_pattern_ops"))
                                                .withDescending(true)
                                                .withNulls(Optional.of(Index.Nulls.LAST))),
                                false,
                                Optional.empty()),
                        Index.of(
                                "ix_nulls",
                                List.of(
                                        number.withNulls(Optional.of(Index.Nulls.FIRST)),
                                        name.withDescending(true).withNulls(Optional.of(Index.Nulls.FIRST))),
                                false,
                                Optional.empty()))
                .map(index -> DynamicTest.dynamicTest(index.name(), () -> {
                    createSchema();
                    try (Connection toClose = connection) {
                        createThings();
                        live.runAndUndo(new CreateIndex(THINGS, index, false));
                        live.run(new CreateIndex(THINGS, index, true));
                        live.run(new DropIndex(THINGS, index.name(), true));
                        assertThat(toClose.isValid(1)).isTrue();
                    }
                }));
    }

    private static Index method(String name, String method, Index.Part part) {
        return new Index(name, List.of(part), false, Optional.empty(), List.of(), Optional.of(method), false);
    }

    @Test
    void aUniqueIndexIsNoConstraint() throws SQLException {
        run("CREATE TABLE things (a INT CONSTRAINT uq UNIQUE, b INT)", "CREATE UNIQUE INDEX ix ON things (b)");

        Table read = read("things");

        assertThat(read.uniques())
                .singleElement()
                .satisfies(unique -> assertThat(unique.name()).isEqualTo("uq"));
        assertThat(read.indexes())
                .containsExactly(Index.of("ix", List.of(Index.Part.column("b")), true, Optional.empty()));
    }

    @Test
    void whatAFailedBuildHasLeftIsNoIndex() throws SQLException {
        run("CREATE TABLE things (a INT)", "INSERT INTO things VALUES (1), (1)");
        assertThatThrownBy(() -> run("CREATE UNIQUE INDEX CONCURRENTLY ix ON things (a)"))
                .isInstanceOf(SQLException.class);

        assertThat(read("things").indexes()).isEmpty();
    }

    /** Somebody may be building it at this moment. */
    @Test
    void anInvalidIndexOfATableThatIsBeingWorkedOnIsNotTakenAway() throws SQLException {
        run("CREATE TABLE things (a INT)", "INSERT INTO things VALUES (1), (1)");
        assertThatThrownBy(() -> run("CREATE UNIQUE INDEX CONCURRENTLY ix ON things (a)"))
                .isInstanceOf(SQLException.class);
        CreateIndex again =
                new CreateIndex(THINGS, Index.of("ix", List.of(Index.Part.column("a")), true, Optional.empty()), true);
        CreateIndex inTransaction = new CreateIndex(THINGS, again.index(), false);
        CreateIndex another =
                new CreateIndex(THINGS, Index.of("ix2", List.of(Index.Part.column("a")), true, Optional.empty()), true);

        try (Connection builder = schema.connect()) {
            builder.setAutoCommit(false);
            LiveSchema.execute(builder, "LOCK TABLE things IN SHARE UPDATE EXCLUSIVE MODE");
            assertThat(live.dialect().leftBehind(connection, again)).isEmpty();
            builder.rollback(); // a server gives up the locks of a connection that is closed some time later
        }

        assertThat(live.dialect().leftBehind(connection, again))
                .containsExactly(new SqlStatement(
                        "DROP INDEX CONCURRENTLY " + schema.name() + ".ix", List.of(), SqlStatement.Kind.OUTSIDE));
        assertThat(live.dialect().leftBehind(connection, inTransaction)).isEmpty();
        assertThat(live.dialect().leftBehind(connection, another)).isEmpty();
    }

    // Columns.

    @Test
    void columnsAreReadAsTheyAreMeant() throws SQLException {
        run(
                "CREATE TYPE mood AS ENUM ('sad', 'happy')",
                "CREATE TABLE things (a SERIAL, b BIGINT GENERATED ALWAYS AS IDENTITY, c VARCHAR DEFAULT NULL,"
                        + " d NUMERIC, e JSON, f mood DEFAULT 'sad', g INT[], h TIMESTAMP, i TIMETZ(2),"
                        + " j VARCHAR(9) COLLATE \"C\", k INT DEFAULT -7, l NUMERIC(9), m INTERVAL DAY TO SECOND(3),"
                        + " n CHAR, o TIMESTAMPTZ DEFAULT now(), p VARCHAR(3) DEFAULT 'a' || 'b')");

        assertThat(read("things").columns())
                .containsExactly(
                        Column.of("a", INTEGER)
                                .withNullable(false)
                                .withIdentity(Optional.of(Identity.BY_DEFAULT))
                                .withNumbering(Optional.of(new Numbering(
                                        Optional.of("things_a_seq"),
                                        1,
                                        1,
                                        Optional.empty(),
                                        Optional.empty(),
                                        Optional.empty(),
                                        false))),
                        Column.of("b", new ColumnType.IntegerType(64))
                                .withNullable(false)
                                .withIdentity(Optional.of(Identity.ALWAYS)),
                        Column.of("c", new ColumnType.Raw("character varying")),
                        Column.of("d", new ColumnType.Raw("numeric")),
                        Column.of("e", new ColumnType.Raw("json")),
                        Column.of("f", new ColumnType.Named(TableName.parse("mood"), false))
                                .withDefault(Optional.of(new DefaultValue.Text("sad"))),
                        Column.of("g", new ColumnType.Raw("integer[]")),
                        Column.of("h", new ColumnType.Timestamp(6)),
                        Column.of("i", new ColumnType.Raw("time(2) with time zone")),
                        Column.of("j", new ColumnType.VarChar(9)).withCollation(Optional.of("C")),
                        Column.of("k", INTEGER).withDefault(Optional.of(new DefaultValue.Text("-7"))),
                        Column.of("l", new ColumnType.Decimal(9, 0)),
                        Column.of("m", new ColumnType.Raw("interval day to second(3)")),
                        Column.of("n", new ColumnType.Char(1)),
                        Column.of("o", new ColumnType.TimestampTz(6)).withDefault(Optional.of(new DefaultValue.Now())),
                        Column.of("p", new ColumnType.VarChar(3))
                                .withDefault(Optional.of(new DefaultValue.Expression("'a'::text || 'b'::text"))));
    }

    @Test
    void aSerialColumnComesBackWithTheSequenceItHad() throws SQLException {
        run(
                "CREATE SEQUENCE odd_numbers AS INT START WITH 5 INCREMENT BY 2 CACHE 3",
                "CREATE TABLE things (id INT NOT NULL DEFAULT nextval('odd_numbers') PRIMARY KEY, b BIGSERIAL)",
                "ALTER SEQUENCE odd_numbers OWNED BY things.id");
        SchemaModel before = readAll();
        Table things = read("things");
        DropColumn dropColumn = new DropColumn(THINGS, "b");
        DropTable dropTable = new DropTable(THINGS);

        apply(dropColumn, before);
        apply(dropColumn.inverse(before).orElseThrow(), readAll());
        assertThat(read("things")).isEqualTo(things);
        apply(dropTable, before);
        apply(dropTable.inverse(before).orElseThrow(), readAll());

        assertThat(read("things")).isEqualTo(things);
        assertThat(readAll().sequences()).isEmpty();
        assertThat(things.column("id").numbering())
                .contains(new Numbering(
                        Optional.of("odd_numbers"), 5, 2, Optional.empty(), Optional.empty(), Optional.of(3L), false));
        assertThat(things.column("b").numbering())
                .contains(new Numbering(
                        Optional.of("things_b_seq"),
                        1,
                        1,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        false));
        assertThat(answer("SELECT pg_get_serial_sequence('things', 'id')")).endsWith(".odd_numbers");
    }

    @Test
    void theSequenceOfASerialColumnGoesAsFarAsItsNewType() throws SQLException {
        run("CREATE TABLE things (id SERIAL PRIMARY KEY, n INT)", "INSERT INTO things (n) VALUES (1), (2)");
        live.adopt(THINGS);

        live.runAndUndo(AlterColumn.of(THINGS, "id")
                .type(new ColumnType.IntegerType(64))
                .operation());
        live.run(AlterColumn.of(THINGS, "id")
                .type(new ColumnType.IntegerType(64))
                .operation());
        run("SELECT setval('things_id_seq', 2147483647)", "INSERT INTO things (n) VALUES (3)");

        assertThat(answer("SELECT max(id) FROM things")).isEqualTo("2147483648");
    }

    @Test
    void aSerialColumnThatBecomesAnIdentityGoesOnWithItsNumbers() throws SQLException {
        run(
                "CREATE TABLE things (id BIGSERIAL PRIMARY KEY, n INT)",
                "INSERT INTO things (n) VALUES (1), (2), (3)",
                "DELETE FROM things WHERE id = 3");
        live.adopt(THINGS);

        live.run(AlterColumn.of(THINGS, "id")
                .identity(new Change.Set<>(Identity.ALWAYS))
                .operation());
        run("INSERT INTO things (n) VALUES (4)");

        assertThat(answer("SELECT max(id) FROM things")).isEqualTo("4");
        assertThat(answer(SEQUENCES)).isEqualTo("1");
        assertThat(readAll().sequences()).isEmpty();
    }

    @Test
    void aSerialColumnThatIsNumberedNoMoreLosesItsSequence() throws SQLException {
        run("CREATE TABLE things (id BIGSERIAL PRIMARY KEY, n INT)");
        live.adopt(THINGS);

        live.run(AlterColumn.of(THINGS, "id").identity(new Change.Drop<>()).operation());

        assertThat(answer(SEQUENCES)).isEqualTo("0");
    }

    @Test
    void aViewThatIsMadeAnewGetsBackAllThatItHad() throws SQLException {
        run(
                "CREATE TABLE things (id INT, n INT)",
                "CREATE FUNCTION nothing() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NULL; END'",
                "CREATE VIEW seen WITH (security_barrier = true) AS SELECT id, n FROM things",
                "COMMENT ON VIEW seen IS 'what''s seen'",
                "COMMENT ON COLUMN seen.id IS 'number'",
                "COMMENT ON COLUMN seen.n IS 'gone'",
                "ALTER VIEW seen ALTER COLUMN id SET DEFAULT 7",
                "CREATE RULE no_delete AS ON DELETE TO seen DO INSTEAD NOTHING",
                "CREATE TRIGGER no_insert INSTEAD OF INSERT ON seen FOR EACH ROW EXECUTE FUNCTION nothing()",
                "COMMENT ON TRIGGER no_insert ON seen IS 'why'",
                "GRANT SELECT ON seen TO PUBLIC",
                "GRANT UPDATE (id) ON seen TO PUBLIC",
                "GRANT UPDATE (n) ON seen TO PUBLIC");
        String before = answer(ABOUT_SEEN);

        live.execute(new ReplaceView(TableName.parse("seen"), "SELECT id, n AS other FROM things"));

        assertThat(before).contains("security_barrier", "no_delete", "no_insert", "why", "number", "7");
        assertThat(answer(ABOUT_SEEN)).isEqualTo(before);
        assertThat(answer("SELECT string_agg(attname, ',' ORDER BY attnum) FROM pg_attribute"
                        + " WHERE attrelid = 'seen'::regclass AND attnum > 0"))
                .isEqualTo("id,other");
    }

    @Test
    void aViewThatIsReplacedInPlaceKeepsItsOptions() throws SQLException {
        run(
                "CREATE TABLE things (id INT, n INT)",
                "CREATE VIEW seen WITH (security_barrier = true) AS SELECT id, n FROM things");
        String before = answer(ABOUT_SEEN);

        live.execute(new ReplaceView(TableName.parse("seen"), "SELECT id, n FROM things WHERE n > 0"));

        assertThat(before).contains("security_barrier=true");
        assertThat(answer(ABOUT_SEEN)).isEqualTo(before);
    }

    private void apply(Operation operation, SchemaModel before) throws SQLException {
        for (SqlStatement statement : live.dialect().render(operation, before)) {
            run(statement.sql());
        }
    }

    @Test
    void spellingsOfATypeAreOneType() throws SQLException {
        live.run(new CreateTable(things(
                Column.of("a", new ColumnType.Raw("int8")),
                Column.of("b", new ColumnType.Raw("VARCHAR (20)")),
                Column.of("c", new ColumnType.Raw("timestamptz(3)")),
                Column.of("d", new ColumnType.Raw("float8")),
                Column.of("e", new ColumnType.Raw("decimal(10,2)")),
                Column.of("f", new ColumnType.Raw("bit varying(5)")),
                Column.of("g", new ColumnType.Raw("text[]")))));
    }

    @Test
    void collationsAndComputedColumnsAreReadBack() throws SQLException {
        live.run(new CreateTable(things(
                Column.of("name", new ColumnType.VarChar(40))
                        .withNullable(false)
                        .withCollation(Optional.of("C"))
                        .withDefault(Optional.of(new DefaultValue.Text("x"))),
                Column.of("upper_name", new ColumnType.Text())
                        .withGenerated(Optional.of(new Generated("upper(name) || '!'", true))))));
    }

    @Test
    void aColumnThatIsComputedWhenReadIsReadBackOrRefused() throws SQLException {
        live.run(new CreateTable(things(Column.of("a", INTEGER))));
        AddColumn computed = new AddColumn(
                THINGS, Column.of("b", INTEGER).withGenerated(Optional.of(new Generated("a * 2", false))));

        if (live.dialect().version().isAtLeast(18, 0, 0)) {
            live.runAndUndo(computed);
        } else {
            assertThatThrownBy(() -> live.run(computed)).isInstanceOf(MigrateException.class);
        }
    }

    /** Rows are converted, not only definitions. */
    @TestFactory
    Stream<DynamicTest> valuesAreConvertedWithTheirColumn() {
        record Case(ColumnType from, ColumnType to, Object value, String converted) {}
        return Stream.of(
                        new Case(new ColumnType.VarChar(10), INTEGER, "42", "42"),
                        new Case(INTEGER, new ColumnType.VarChar(10), 42L, "42"),
                        new Case(INTEGER, new ColumnType.Bool(), 7L, "t"),
                        new Case(new ColumnType.Bool(), new ColumnType.IntegerType(64), true, "1"),
                        new Case(new ColumnType.Text(), new ColumnType.Json(), "{\"a\":1}", "{\"a\": 1}"),
                        new Case(new ColumnType.VarChar(20), new ColumnType.Date(), "2026-01-31", "2026-01-31"),
                        new Case(
                                new ColumnType.VarChar(36),
                                new ColumnType.Uuid(),
                                "123e4567-e89b-12d3-a456-426614174000",
                                "123e4567-e89b-12d3-a456-426614174000"),
                        new Case(new ColumnType.Decimal(9, 2), INTEGER, new BigDecimal("41.60"), "42"))
                .map(each -> DynamicTest.dynamicTest(each.from + " to " + each.to, () -> {
                    createSchema();
                    try (Connection toClose = connection) {
                        live.run(new CreateTable(things(Column.of("c", each.from))));
                        live.run(new InsertRows(THINGS, List.of("c"), List.of(List.of(each.value))));

                        live.run(DialectContract.alter(THINGS, "c", Optional.of(each.to), new Change.Keep<>()));

                        assertThat(LiveSchema.answer(toClose, "SELECT c FROM things"))
                                .isEqualTo(each.converted);
                    }
                }));
    }

    @Test
    void whatIsTooLongForTheNewTypeIsNotCut() throws SQLException {
        live.run(new CreateTable(things(Column.of("c", new ColumnType.VarChar(10)))));
        run("INSERT INTO things VALUES ('too long')");

        assertThatThrownBy(() -> live.run(DialectContract.alter(
                        THINGS, "c", Optional.of(new ColumnType.VarChar(3)), new Change.Keep<>())))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("value too long");
    }

    @Test
    void theAuthorsOwnConversionIsUsed() throws SQLException {
        live.run(new CreateTable(things(
                Column.of("c", new ColumnType.VarChar(10)).withDefault(Optional.of(new DefaultValue.Text("1"))))));
        run("INSERT INTO things VALUES ('seven')");

        live.run(new AlterColumn(
                THINGS,
                "c",
                Optional.of(INTEGER),
                Optional.empty(),
                new Change.Drop<>(),
                new Change.Keep<>(),
                Optional.of("length(c)")));

        assertThat(answer("SELECT c FROM things")).isEqualTo("5");
    }

    @Test
    void aDefaultFollowsItsColumnToAnotherType() throws SQLException {
        live.run(new CreateTable(things(
                Column.of("c", new ColumnType.VarChar(10)).withDefault(Optional.of(new DefaultValue.Text("12"))))));

        live.run(DialectContract.alter(THINGS, "c", Optional.of(INTEGER), new Change.Keep<>()));
    }

    // Enumerations.

    private static ColumnType words(String... words) {
        return new ColumnType.EnumOf(List.of(words));
    }

    @Test
    void anEnumerationTakesItsWordsOnly() throws SQLException {
        live.run(new CreateTable(things(Column.of("mood", words("sad", "o'k", "very happy")))));
        run("INSERT INTO things VALUES ('o''k')");

        assertThat(answer("SELECT conname FROM pg_constraint WHERE conrelid = 'things'::regclass AND contype = 'c'"))
                .isEqualTo("ck_things_mood_enum");
        assertThatThrownBy(() -> run("INSERT INTO things VALUES ('fine')"))
                .hasMessageContaining("violates check constraint \"ck_things_mood_enum\"");
    }

    @Test
    void anEnumerationStaysOneWhateverIsRenamed() throws SQLException {
        live.run(new CreateTable(things(Column.of("mood", words("sad", "back\\slash")))));

        live.run(new RenameTable(THINGS, "people's %I"));
        TableName people = new TableName(Optional.empty(), "people's %I");
        live.run(DialectContract.alter(people, "mood", Optional.of(words("sad")), new Change.Keep<>()));
        live.run(new RenameColumn(people, "mood", "old $$ mood"));
        live.run(new AddColumn(people, Column.of("mood", words("happy"))));
        live.run(DialectContract.alter(
                people, "old $$ mood", Optional.of(words("x", "longer than before")), new Change.Keep<>()));
        live.run(DialectContract.alter(people, "mood", Optional.of(new ColumnType.VarChar(3)), new Change.Keep<>()));
        live.run(new DropColumn(people, "old $$ mood"));
    }

    @Test
    void aCheckThatSaysMoreIsACheck() throws SQLException {
        run("CREATE TABLE things (a VARCHAR(3) CONSTRAINT a_enum CHECK (a IN ('x', 'y') OR a IS NULL),"
                + " b VARCHAR(3) CONSTRAINT ck_b CHECK (b IN ('x', 'y')))");

        assertThat(read("things").checks().stream().map(check -> check.name())).containsExactly("a_enum", "ck_b");
        assertThat(read("things").column("b").type()).isEqualTo(new ColumnType.VarChar(3));
    }

    // One ALTER TABLE.

    @Test
    void clausesThatNeedAnotherOrderThanTheServersAreStatementsOfTheirOwn() throws SQLException {
        live.run(new CreateTable(
                things(Column.of("a", INTEGER), Column.of("b", new ColumnType.VarChar(5)), Column.of("c", INTEGER))));

        live.runAndUndo(new AlterTable(
                THINGS,
                List.of(
                        new AddColumn(THINGS, Column.of("d", INTEGER)),
                        DialectContract.alter(
                                THINGS, "d", Optional.of(new ColumnType.IntegerType(64)), new Change.Keep<>()),
                        new DropColumn(THINGS, "c"),
                        new AddColumn(THINGS, Column.of("c", new ColumnType.Text())),
                        new DropColumn(THINGS, "d"),
                        new AddColumn(
                                THINGS,
                                Column.of("d", INTEGER).withGenerated(Optional.of(new Generated("a + 1", true)))),
                        new RenameColumn(THINGS, "b", "e"))));
    }

    // Names.

    @Test
    void aNameThatTheServerWouldCutIsRefused() {
        String name = "ü".repeat(32);

        assertThatThrownBy(() -> live.run(new CreateTable(things(Column.of(name, INTEGER)))))
                .isInstanceOf(MigrateException.class)
                .hasMessageContaining("\"" + name + "\" is 64 bytes long, and PostgreSQL keeps only the first 63");
    }

    // Whole schemas.

    @Test
    void whatStandsBesideTheTablesIsRead() throws SQLException {
        run(
                "CREATE TYPE mood AS ENUM ('sad', 'o''k', 'happy')",
                "ALTER TYPE mood ADD VALUE 'soso' AFTER 'sad'",
                "CREATE SEQUENCE numbers AS INT START WITH 5 INCREMENT BY -2 MINVALUE -100 MAXVALUE 50 CACHE 7 CYCLE",
                "CREATE TABLE things (id BIGINT GENERATED BY DEFAULT AS IDENTITY, old SERIAL, feels mood)",
                "CREATE VIEW sad_things AS SELECT id FROM things WHERE feels = 'sad'",
                "CREATE MATERIALIZED VIEW counted AS SELECT count(*) AS n FROM things");

        SchemaModel read = readAll();

        assertThat(read.sequences())
                .containsExactly(new Sequence(
                        TableName.parse("numbers"),
                        Optional.of(new ColumnType.IntegerType(32)),
                        5,
                        -2,
                        Optional.of(-100L),
                        Optional.of(50L),
                        Optional.of(7L),
                        true,
                        Optional.empty(),
                        Optional.empty()));
        assertThat(read.enumTypes())
                .containsExactly(EnumType.of(TableName.parse("mood"), List.of("sad", "soso", "o'k", "happy")));
        assertThat(read.views().stream().map(view -> view.name() + " " + view.materialized()))
                .containsExactly("counted true", "sad_things false");
        assertThat(read.views().get(1).query()).endsWith("feels = 'sad'::mood)");
        assertThat(read.tables().stream().map(Table::name)).containsExactly(THINGS);
    }

    @Test
    void whatBelongsToAnExtensionIsNotTheSchemas() throws SQLException {
        PostgreSqlServer.shared().asAdmin("CREATE EXTENSION pg_buffercache SCHEMA " + schema.name());
        try {
            assertThat(answer("SELECT count(*) FROM pg_views WHERE schemaname = current_schema"))
                    .isNotEqualTo("0");
            assertThat(readAll()).isEqualTo(SchemaModel.empty());
        } finally {
            PostgreSqlServer.shared().asAdmin("DROP EXTENSION pg_buffercache");
        }
    }

    @Test
    void partitionsArePartsOfTheirTable() throws SQLException {
        run(
                "CREATE TABLE things (id INT PRIMARY KEY, parent INT REFERENCES things, n INT) PARTITION BY RANGE (id)",
                "CREATE INDEX ix ON things (n)",
                "CREATE TABLE things_1 PARTITION OF things FOR VALUES FROM (1) TO (100)",
                "CREATE TABLE base (id INT, CONSTRAINT ck CHECK (id > 0))",
                "CREATE TABLE derived (more INT) INHERITS (base)");

        SchemaModel read = readAll();

        assertThat(read.tables().stream().map(table -> table.name().name()))
                .containsExactly("base", "derived", "things");
        assertThat(read.table(THINGS).foreignKeys()).hasSize(1);
        assertThat(read.table(THINGS).indexes()).hasSize(1);
        assertThat(read.table(TableName.parse("derived")).columns().stream().map(Column::name))
                .containsExactly("id", "more");
        assertThat(read("things_1").primaryKey()).isPresent();
    }

    @Test
    void nothingIsFoundWhereNothingIsSearched() throws SQLException {
        run("CREATE TABLE things (id INT)", "SELECT set_config('search_path', '', false)");

        assertThat(live.dialect().currentSchema(connection)).isEmpty();
        assertThat(live.dialect().catalog().tables(connection, List.of(THINGS))).isEmpty();
        assertThat(readAll()).isEqualTo(SchemaModel.empty());
        TableName qualified = new TableName(Optional.of(schema.name()), "things");
        assertThat(live.dialect().catalog().tables(connection, List.of(qualified)))
                .hasSize(1);
    }

    // Sessions.

    @Test
    void theBaselineKnowsWhatAPoolHadSet() throws SQLException {
        run("SET statement_timeout = '77s'", "SET search_path = public, pg_catalog");
        Dialect dialect = Dialects.of(connection);
        run(
                "SET statement_timeout = 0",
                "SET lock_timeout = '5s'",
                "SET search_path = ''",
                "SET standard_conforming_strings = off");

        for (String statement : dialect.sessionBaseline()) {
            run(statement);
        }

        assertThat(answer("SHOW statement_timeout")).isEqualTo("77s");
        assertThat(answer("SHOW lock_timeout")).isEqualTo("0");
        assertThat(answer("SHOW search_path")).isEqualTo("public, pg_catalog");
        assertThat(answer("SHOW standard_conforming_strings")).isEqualTo("on");
    }

    @Test
    void aSchemaIsPutInFrontOfWhatIsSearchedAlready() throws SQLException {
        String before = answer("SHOW search_path");
        PostgreSqlServer.shared().asAdmin("CREATE SCHEMA \"" + schema.name() + " X\" AUTHORIZATION " + schema.owner());

        live.dialect().useSchema(connection, schema.name() + " X");
        live.dialect().useSchema(connection, schema.name() + " X");

        assertThat(answer("SHOW search_path")).isEqualTo("\"" + schema.name() + " X\", " + before);
        assertThatThrownBy(() -> live.dialect().useSchema(connection, "nowhere"))
                .isInstanceOf(SQLException.class)
                .hasMessage("there is no schema of that name, or the account has no privilege USAGE on it");
    }

    @Test
    void textMeansItselfWhateverABackslashIs() throws SQLException {
        run("SET standard_conforming_strings = off", "SET escape_string_warning = off");

        live.execute(OddText.CREATE);
        run("SET standard_conforming_strings = on");

        assertThat(live.dialect().normalized(live.read()))
                .isEqualTo(live.dialect().normalized(live.model()));
    }
}
