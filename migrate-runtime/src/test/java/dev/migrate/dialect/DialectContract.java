package dev.migrate.dialect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.migrate.execute.FlowExamples;
import dev.migrate.operation.AddColumn;
import dev.migrate.operation.AddConstraint;
import dev.migrate.operation.AlterColumn;
import dev.migrate.operation.Bytes;
import dev.migrate.operation.Change;
import dev.migrate.operation.CreateIndex;
import dev.migrate.operation.CreateSchema;
import dev.migrate.operation.CreateTable;
import dev.migrate.operation.DropColumn;
import dev.migrate.operation.DropConstraint;
import dev.migrate.operation.DropIndex;
import dev.migrate.operation.DropSchema;
import dev.migrate.operation.DropTable;
import dev.migrate.operation.InsertRows;
import dev.migrate.operation.ObjectExamples;
import dev.migrate.operation.OneOfEach;
import dev.migrate.operation.Operation;
import dev.migrate.operation.RenameColumn;
import dev.migrate.operation.RenameConstraint;
import dev.migrate.operation.RenameIndex;
import dev.migrate.operation.RenameTable;
import dev.migrate.operation.SchemaLines;
import dev.migrate.operation.SetTableOptions;
import dev.migrate.operation.TableOperation;
import dev.migrate.problem.MigrateException;
import dev.migrate.problem.ProblemCode;
import dev.migrate.schema.CheckConstraint;
import dev.migrate.schema.Column;
import dev.migrate.schema.ColumnType;
import dev.migrate.schema.Constraint;
import dev.migrate.schema.DefaultValue;
import dev.migrate.schema.ForeignKey;
import dev.migrate.schema.Identity;
import dev.migrate.schema.Index;
import dev.migrate.schema.Namespace;
import dev.migrate.schema.PrimaryKey;
import dev.migrate.schema.ReferentialAction;
import dev.migrate.schema.SchemaModel;
import dev.migrate.schema.Table;
import dev.migrate.schema.TableName;
import dev.migrate.schema.UniqueConstraint;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;
import org.opentest4j.TestAbortedException;

/** What every dialect has to do on every database it is made for. */
@ExtendWith(SupportMatrix.class)
abstract class DialectContract {

    private static final ColumnType INTEGER = new ColumnType.IntegerType(32);

    abstract DatabaseUnderTest fresh() throws SQLException;

    /** What a test does when the dialect says that the database cannot do it. */
    void refused(MigrateException refusal) {
        throw refusal;
    }

    /** A number that the database computes. */
    String anExpression() {
        return "EXTRACT(YEAR FROM CURRENT_DATE)";
    }

    /** A collation that the database has, and no table by itself. */
    String aCollation() {
        return "latin1_bin";
    }

    /** An option that the database has for tables. */
    Map.Entry<String, String> anOption() {
        return Map.entry("row_format", "dynamic");
    }

    private void on(LiveTest test) throws SQLException {
        try (DatabaseUnderTest database = fresh();
                Connection connection = database.connect()) {
            test.run(LiveSchema.of(connection).alone());
        } catch (MigrateException e) {
            if (e.problem().code() != ProblemCode.UNSUPPORTED) {
                throw e;
            }
            refused(e);
        }
    }

    private interface LiveTest {
        void run(LiveSchema live) throws SQLException;
    }

    // Definitions.

    @TestFactory
    Stream<DynamicTest> whatIsReadBackIsWhatTheOperationSays() {
        return OneOfEach.examples().entrySet().stream()
                .filter(example -> example.getValue() instanceof TableOperation)
                .filter(example -> !(example.getValue() instanceof SetTableOptions)) // not everywhere
                .map(example -> dynamicTest(
                        example.getKey(),
                        () -> on(live -> {
                            for (Table table : OneOfEach.IN_ORDER) {
                                Table made = supported(live.dialect(), table);
                                if (!made.equals(table) && example.getKey().contains("Constraint check")) {
                                    live.run(new CreateTable(table)); // is refused: there will be no check to change
                                }
                                live.given(new CreateTable(made));
                            }
                            live.runAndUndo(example.getValue());
                        })));
    }

    /** What a database has no word for is refused before anything runs; the README tells which refuses what. */
    @TestFactory
    Stream<DynamicTest> whatNotEveryDatabaseHasIsDoneOrRefused() {
        return NotEverywhere.examples(aCollation(), anOption()).entrySet().stream()
                .map(example -> dynamicTest(example.getKey(), () -> {
                    try (DatabaseUnderTest database = fresh();
                            Connection connection = database.connect()) {
                        LiveSchema live = LiveSchema.of(connection).alone();
                        for (Table table : OneOfEach.IN_ORDER) {
                            live.given(new CreateTable(supported(live.dialect(), table)));
                        }
                        try {
                            live.dialect().render(example.getValue(), live.model());
                        } catch (MigrateException e) {
                            assertThat(e.problem().code()).isEqualTo(ProblemCode.UNSUPPORTED);
                            throw new TestAbortedException(e.getMessage(), e);
                        }
                        doneAndUndone(live, example.getValue());
                    }
                }));
    }

    /** There may be a way that has no way back: PostgreSQL forgets an expression, and computes nothing that is there. */
    private static void doneAndUndone(LiveSchema live, TableOperation operation) throws SQLException {
        try {
            live.runAndUndo(operation);
        } catch (MigrateException e) {
            assertThat(e.problem().code()).isEqualTo(ProblemCode.UNSUPPORTED);
        }
    }

    /** Sequences, types and views are done and read back, or refused; the README tells which refuses what. */
    @TestFactory
    Stream<DynamicTest> whatIsNotOfOneTableIsDoneOrRefused() {
        return ObjectExamples.inOneSchema().entrySet().stream()
                .map(example -> dynamicTest(example.getKey(), () -> {
                    try (DatabaseUnderTest database = fresh();
                            Connection connection = database.connect()) {
                        doneOrRefused(LiveSchema.of(connection).alone(), example.getValue());
                    }
                }));
    }

    /** What a migration can do beside changing a schema, run as it is run. */
    @TestFactory
    Stream<DynamicTest> whatDoesNotChangeTheSchemaRuns() {
        return FlowExamples.names().stream()
                .map(name -> dynamicTest(name, () -> {
                    try (DatabaseUnderTest database = fresh()) {
                        FlowExamples.run(name, database.dataSource());
                    }
                }));
    }

    private static void doneOrRefused(LiveSchema live, Operation operation) throws SQLException {
        try {
            live.dialect().render(operation, ObjectExamples.BEFORE);
        } catch (MigrateException e) {
            assertThat(e.problem().code()).isEqualTo(ProblemCode.UNSUPPORTED);
            throw new TestAbortedException(e.getMessage(), e);
        }
        for (Table table : OneOfEach.IN_ORDER) {
            live.given(new CreateTable(supported(live.dialect(), table)));
        }
        for (Operation made : ObjectExamples.SETUP) {
            if (isSupported(live.dialect(), made)) {
                live.given(made);
            }
        }
        if (operation.inverse(ObjectExamples.BEFORE).isPresent()) {
            live.runAndUndo(operation);
        } else {
            live.run(operation);
        }
    }

    static boolean isSupported(Dialect dialect, Operation operation) {
        try {
            dialect.render(operation, SchemaModel.incomplete(List.of(), "nobody looked"));
            return true;
        } catch (MigrateException e) {
            assertThat(e.problem().code()).isEqualTo(ProblemCode.UNSUPPORTED);
            return false;
        }
    }

    @Test
    void aSchemaIsCreatedAndDroppedOnlyWhenItIsEmpty() throws SQLException {
        try (DatabaseUnderTest database = fresh();
                Connection connection = database.connect()) {
            LiveSchema live = LiveSchema.of(connection);
            TableName schema = TableName.parse(database.newSchema());
            CreateSchema create = new CreateSchema(new Namespace(schema, Optional.empty()));
            if (!isSupported(live.dialect(), create)) {
                throw new TestAbortedException(assertThrows(
                                MigrateException.class, () -> live.dialect().render(create, SchemaModel.empty()))
                        .getMessage());
            }
            TableName table = new TableName(Optional.of(schema.name()), "things");

            live.runAndUndo(create);
            live.run(create);
            live.run(new CreateTable(numbered(table)));
            live.run(new AddColumn(table, Column.of("n", INTEGER)));
            assertThrows(SQLException.class, () -> live.executeUnseen(new DropSchema(schema)));
            live.run(new DropTable(table));
            live.runAndUndo(new DropSchema(schema));
        }
    }

    /** A table without its checks, where the database forgets them. */
    static Table supported(Dialect dialect, Table table) {
        try {
            dialect.render(new CreateTable(table), SchemaModel.empty());
            return table;
        } catch (MigrateException e) {
            Table without = table;
            for (CheckConstraint check : table.checks()) {
                without = without.withoutConstraint(check.name());
            }
            return without;
        }
    }

    @TestFactory
    Stream<DynamicTest> aNameIsTakenAsItIsWritten() {
        return Stream.of(
                        "order",
                        "select",
                        "key",
                        "value",
                        "day",
                        "rank",
                        "with space",
                        "Mixed",
                        "quo\"te",
                        "apo'strophe",
                        "back`tick",
                        "back\\slash",
                        "per%cent",
                        "ünïcödé",
                        "中文",
                        "_underscore",
                        "1st",
                        "a$b")
                .map(name -> dynamicTest(name, () -> on(live -> takesTheName(live, name))));
    }

    static void takesTheName(LiveSchema live, String name) throws SQLException {
        TableName table = new TableName(Optional.empty(), name);
        Column id = Column.of("id", INTEGER).withNullable(false);
        live.run(new CreateTable(new Table(
                table,
                List.of(id, Column.of(name, INTEGER)),
                Optional.of(new PrimaryKey("pk " + name, List.of("id"))),
                List.of(new UniqueConstraint("uq " + name, List.of(name))),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                Optional.of(name),
                Map.of())));
        live.run(new CreateIndex(table, index("ix " + name, "id", name), false));
        live.run(new RenameColumn(table, name, "plain"));
        live.run(new RenameColumn(table, "plain", name));
        live.run(new AddColumn(
                table,
                Column.of("more", new ColumnType.VarChar(40))
                        .withDefault(Optional.of(new DefaultValue.Text(name)))
                        .withComment(Optional.of(name))));
        live.run(alter(table, "more", Optional.of(new ColumnType.VarChar(41)), new Change.Keep<>()));
        live.run(new AddConstraint(
                table,
                new ForeignKey(
                        "fk " + name,
                        List.of(name),
                        table,
                        List.of("id"),
                        ReferentialAction.NO_ACTION,
                        ReferentialAction.NO_ACTION)));
        live.run(new RenameTable(table, "plain"));
        live.run(new RenameTable(TableName.parse("plain"), name));
        live.run(new InsertRows(table, List.of("id", name), List.of(row(1L, 1L))));
        live.run(new DropConstraint(table, "fk " + name));
        live.run(new DropIndex(table, "ix " + name, false));
        live.run(new DropColumn(table, name));
        live.run(new DropTable(table));
    }

    @Test
    void aTableOfAnotherSchemaIsChangedThere() throws SQLException {
        try (DatabaseUnderTest database = fresh();
                Connection connection = database.connect()) {
            LiveSchema live = LiveSchema.of(connection);
            Optional<String> schema = Optional.of(database.otherSchema());
            TableName parents = new TableName(schema, "parents");
            TableName children = new TableName(schema, "children");
            TableName outside = TableName.parse("outside");

            live.run(new CreateTable(numbered(TableName.parse("parents")))); // its namesake in the default schema
            live.run(new CreateTable(numbered(parents)));
            live.run(new CreateTable(withParent(children, TableName.parse("parents"))));
            if (database.choosesSchemas()) {
                live.run(new CreateTable(withParent(outside, parents)));
            }
            live.run(new AddColumn(children, Column.of("n", INTEGER).withComment(Optional.of("number"))));
            live.run(new CreateIndex(children, index("ix_children_n", "n"), false));
            live.run(
                    alter(children, "n", Optional.empty(), new Change.Set<>(new DefaultValue.Numeric(BigDecimal.ONE))));
            live.run(new RenameColumn(children, "n", "m"));
            live.run(new AddConstraint(children, new UniqueConstraint("uq_children_m", List.of("m"))));
            live.run(new RenameTable(parents, "elders"));
            live.run(new DropIndex(children, "ix_children_n", false));
            live.run(new DropConstraint(children, "uq_children_m"));
            live.run(new DropColumn(children, "parent_id"));
            live.run(new DropTable(children));
        }
    }

    @Test
    void aColumnIsDroppedWithItsKeyAndTheIndexThatItLeansOn() throws SQLException {
        try (DatabaseUnderTest database = fresh();
                Connection connection = database.connect()) {
            LiveSchema live = LiveSchema.of(connection);
            TableName children = TableName.parse("children");
            live.run(new CreateTable(numbered(TableName.parse("parents"))));
            live.run(new CreateTable(numbered(children).with(Column.of("parent_id", INTEGER))));
            live.run(new CreateIndex(children, index("ix_children_parent_id", "parent_id"), false));
            live.run(new AddConstraint(children, parentKey(children, TableName.parse("parents"))));

            live.runAndUndo(new DropColumn(children, "parent_id"));
        }
    }

    @Test
    void aColumnIsDroppedWithACheckOfItsOwnAndHeldByOneOfSeveral() throws SQLException {
        on(live -> {
            TableName things = TableName.parse("things");
            live.run(new CreateTable(
                    numbered(things).with(Column.of("n", INTEGER)).with(Column.of("m", INTEGER))));
            live.run(new InsertRows(things, List.of("id", "n", "m"), List.of(row(1L, 1L, 2L))));
            live.run(new AddConstraint(things, new CheckConstraint("ck_things_n", "n > 0 OR n IS NULL")));

            live.runAndUndo(new DropColumn(things, "n"));

            live.run(new AddConstraint(things, new CheckConstraint("ck_things_both", "n < m")));
            assertThatThrownBy(() -> live.run(new DropColumn(things, "n")))
                    .isInstanceOf(MigrateException.class)
                    .hasMessageContaining("drop constraint ck_things_both first");
        });
    }

    @Test
    void aPrimaryKeyIsDroppedWhateverItIsCalled() throws SQLException {
        try (DatabaseUnderTest database = fresh();
                Connection connection = database.connect()) {
            LiveSchema live = LiveSchema.of(connection);
            TableName things = TableName.parse("things");
            live.run(new CreateTable(Table.of(things, List.of(Column.of("id", INTEGER), Column.of("n", INTEGER)))));
            live.run(new AddConstraint(things, new PrimaryKey("pk_things", List.of("id", "n"))));
            live.run(new InsertRows(things, List.of("id", "n"), List.of(row(1L, 1L), row(2L, 1L))));

            live.runAndUndo(new DropConstraint(things, "pk_whatever", Optional.of(Constraint.Kind.PRIMARY_KEY)));
        }
    }

    /** On MySQL and MariaDB a foreign key is dropped and added, with the index that it leans on, and its rows. */
    @Test
    void keysAndIndexesAreRenamedOnFilledTables() throws SQLException {
        try (DatabaseUnderTest database = fresh();
                Connection connection = database.connect()) {
            LiveSchema live = LiveSchema.of(connection);
            TableName parents = TableName.parse("parents");
            TableName children = TableName.parse("children");
            live.run(new CreateTable(numbered(parents)));
            live.run(new CreateTable(withParent(children, parents).with(Column.of("n", INTEGER))));
            live.run(new AddConstraint(children, new UniqueConstraint("uq_children_n", List.of("n"))));
            live.run(new InsertRows(parents, List.of("id"), List.of(row(1L), row(2L))));
            live.run(new InsertRows(
                    children, List.of("id", "parent_id", "n"), List.of(row(1L, 1L, 7L), row(2L, 2L, null))));

            live.runAndUndo(new RenameConstraint(children, "fk_children", "fk_children_parent", Optional.empty()));
            live.runAndUndo(new RenameConstraint(children, "uq_children_n", "uq_n", Optional.empty()));
            live.runAndUndo(new RenameIndex(children, "uq_children_n", "uq_n"));
            live.run(new CreateIndex(children, index("ix_children_parent_id", "parent_id"), false));
            live.runAndUndo(new RenameIndex(children, "ix_children_parent_id", "ix_parent"));
            live.runAndUndo(new RenameConstraint(children, "fk_children", "fk_children_parent", Optional.empty()));

            assertThat(LiveSchema.answer(connection, "SELECT SUM(parent_id * id) FROM children"))
                    .isEqualTo("5");
            assertThrows(
                    SQLException.class,
                    () -> LiveSchema.execute(
                            connection, "INSERT INTO children (id, parent_id, n) VALUES (3, NULL, 7)"));
        }
    }

    static Table numbered(TableName name) {
        return new Table(
                name,
                List.of(Column.of("id", INTEGER).withNullable(false).withIdentity(Optional.of(Identity.BY_DEFAULT))),
                Optional.of(new PrimaryKey("pk_" + name.name(), List.of("id"))),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                Optional.empty(),
                Map.of());
    }

    static Table withParent(TableName name, TableName parent) {
        return numbered(name).with(Column.of("parent_id", INTEGER)).with(parentKey(name, parent));
    }

    private static ForeignKey parentKey(TableName name, TableName parent) {
        return new ForeignKey(
                "fk_" + name.name(),
                List.of("parent_id"),
                parent,
                List.of("id"),
                ReferentialAction.CASCADE,
                ReferentialAction.NO_ACTION);
    }

    /** Each default in the kind in which a person may write it, on each type where that makes sense. */
    @TestFactory
    Stream<DynamicTest> aDefaultIsReadBack() {
        Map<ColumnType, List<DefaultValue>> defaults = new LinkedHashMap<>();
        DefaultValue one = new DefaultValue.Numeric(BigDecimal.ONE);
        DefaultValue negative = new DefaultValue.Numeric(new BigDecimal("-12.50"));
        DefaultValue yes = new DefaultValue.Bool(true);
        DefaultValue now = new DefaultValue.Now();
        defaults.put(new ColumnType.IntegerType(8), List.of(one, new DefaultValue.Text("7")));
        defaults.put(new ColumnType.IntegerType(64), List.of(one, new DefaultValue.Expression(anExpression())));
        defaults.put(new ColumnType.Bool(), List.of(yes, new DefaultValue.Bool(false)));
        defaults.put(new ColumnType.Decimal(10, 3), List.of(one, negative, new DefaultValue.Numeric(BigDecimal.ZERO)));
        defaults.put(new ColumnType.Floating(64), List.of(one, negative));
        defaults.put(
                new ColumnType.VarChar(60),
                List.of(
                        text(""),
                        text("NULL"),
                        text("CURRENT_TIMESTAMP"),
                        text("it's \"quoted\" \\ and `ticked`"),
                        text("12"),
                        text("two\nlines\tand a tab"),
                        text("%s ? :x ${y}"),
                        text("żółw")));
        defaults.put(new ColumnType.Char(3), List.of(text("abc")));
        defaults.put(new ColumnType.Text(), List.of(text("long 'text'")));
        defaults.put(new ColumnType.Json(), List.of(text("{\"a\":1}")));
        defaults.put(new ColumnType.EnumOf(List.of("a", "it's")), List.of(text("it's")));
        defaults.put(new ColumnType.Date(), List.of(text("2026-01-31")));
        defaults.put(new ColumnType.Time(3), List.of(text("10:20:30"), text("10:20:30.500")));
        defaults.put(new ColumnType.Timestamp(0), List.of(now, text("2026-01-31 10:20:30")));
        defaults.put(new ColumnType.Timestamp(6), List.of(now, text("2026-01-31 10:20:30.25"), text("2026-01-31")));
        defaults.put(new ColumnType.TimestampTz(6), List.of(now));
        return defaults.entrySet().stream()
                .flatMap(type -> type.getValue().stream()
                        .map(value -> dynamicTest(
                                type.getKey() + " " + value, () -> on(live -> keeps(live, type.getKey(), value)))));
    }

    static void keeps(LiveSchema live, ColumnType type, DefaultValue value) throws SQLException {
        TableName table = TableName.parse("things");
        live.run(new CreateTable(numbered(table)));
        live.runAndUndo(new AddColumn(table, Column.of("c", type).withDefault(Optional.of(value))));
        live.run(new AddColumn(table, Column.of("c", type)));
        live.run(alter(table, "c", Optional.empty(), new Change.Set<>(value)));
        live.run(alter(table, "c", Optional.empty(), new Change.Drop<>()));
    }

    static DefaultValue text(String value) {
        return new DefaultValue.Text(value);
    }

    @Test
    void aTableThatDoesNotExistIsNotRead() throws SQLException {
        try (DatabaseUnderTest database = fresh();
                Connection connection = database.connect()) {
            LiveSchema live = LiveSchema.of(connection);
            live.run(new CreateTable(numbered(TableName.parse("there"))));

            List<Table> found = live.dialect()
                    .catalog()
                    .tables(connection, List.of(TableName.parse("nowhere"), TableName.parse("there")));

            assertThat(found.stream().map(Table::name)).containsExactly(TableName.parse("there"));
            assertThat(live.dialect().catalog().tables(connection, List.of())).isEmpty();
        }
    }

    @Test
    void aWholeSchemaIsReadAtOnce() throws SQLException {
        try (DatabaseUnderTest database = fresh();
                Connection connection = database.connect()) {
            LiveSchema live = LiveSchema.of(connection);
            live.run(new CreateTable(numbered(TableName.parse("parents"))));
            live.run(new CreateTable(withParent(TableName.parse("children"), TableName.parse("parents"))));
            LiveSchema.execute(connection, "CREATE VIEW grown AS SELECT id FROM children WHERE parent_id IS NULL");
            Dialect dialect = live.dialect();

            CountingConnection counted = new CountingConnection(connection);
            SchemaModel read = dialect.catalog().schema(counted.connection(), Optional.empty());
            SchemaModel named = dialect.catalog().schema(connection, dialect.currentSchema(connection));
            SchemaModel other = dialect.catalog().schema(connection, Optional.of(database.otherSchema()));

            assertThat(SchemaLines.of(dialect.normalized(read.withViews(List.of()))))
                    .isEqualTo(SchemaLines.of(dialect.normalized(live.model())));
            assertThat(read.views().stream().map(view -> view.name().name())).containsExactly("grown");
            assertThat(named.tables().stream().map(table -> table.name().name()))
                    .containsExactly("children", "parents");
            assertThat(named.tables().stream().flatMap(table -> table.name().schema().stream()))
                    .hasSize(2);
            assertThat(other).isEqualTo(SchemaModel.empty());
            assertThat(counted.statements()).isLessThanOrEqualTo(14);
        }
    }

    @Test
    void manyTablesAreReadWithAsManyQueriesAsTwo() throws SQLException {
        try (DatabaseUnderTest database = fresh();
                Connection connection = database.connect()) {
            Dialect dialect = Dialects.of(connection);
            List<TableName> names = IntStream.range(0, 20)
                    .mapToObj(i -> TableName.parse("t" + i))
                    .toList();
            LiveSchema live = LiveSchema.of(connection);
            for (TableName name : names) {
                live.execute(
                        new CreateTable(name.equals(names.get(0)) ? numbered(name) : withParent(name, names.get(0))));
            }

            CountingConnection two = new CountingConnection(connection);
            dialect.catalog().tables(two.connection(), names.subList(0, 2));
            CountingConnection all = new CountingConnection(connection);
            List<Table> tables = dialect.catalog().tables(all.connection(), names);

            assertThat(tables).hasSize(20);
            assertThat(all.statements()).isEqualTo(two.statements()).isLessThanOrEqualTo(12);
        }
    }

    // Rows.

    @Test
    void valuesArriveAsTheyWereGiven() throws SQLException {
        try (DatabaseUnderTest database = fresh();
                Connection connection = database.connect()) {
            LiveSchema live = LiveSchema.of(connection);
            TableName table = TableName.parse("things");
            UUID uuid = UUID.fromString("123e4567-e89b-12d3-a456-426614174000");
            live.run(new CreateTable(Table.of(
                    table,
                    List.of(
                            Column.of("id", INTEGER),
                            Column.of("a_text", new ColumnType.VarChar(100)),
                            Column.of("a_number", new ColumnType.Decimal(20, 4)),
                            Column.of("a_bool", new ColumnType.Bool()),
                            Column.of("a_date", new ColumnType.Date()),
                            Column.of("a_time", new ColumnType.Time(3)),
                            Column.of("a_timestamp", new ColumnType.Timestamp(6)),
                            Column.of("a_uuid", new ColumnType.Uuid()),
                            Column.of("a_blob", new ColumnType.Blob())))));
            List<Object> values = Arrays.asList(
                    1L,
                    "it's \\ ü 中 😀",
                    new BigDecimal("12345.6789"),
                    true,
                    LocalDate.of(2026, 1, 31),
                    LocalTime.of(10, 20, 30, 500_000_000),
                    LocalDateTime.of(2026, 1, 31, 10, 20, 30, 123_456_000),
                    uuid,
                    new Bytes(new byte[] {0, 1, -1}));
            List<String> columns = live.model().table(table).columns().stream()
                    .map(Column::name)
                    .toList();

            live.run(new InsertRows(
                    table, columns, List.of(values, row(2L, null, null, null, null, null, null, null, null))));

            try (Statement statement = connection.createStatement();
                    ResultSet row = statement.executeQuery("SELECT * FROM things ORDER BY id")) {
                assertThat(row.next()).isTrue();
                assertThat(row.getString(2)).isEqualTo("it's \\ ü 中 😀");
                assertThat(row.getBigDecimal(3)).isEqualTo(new BigDecimal("12345.6789"));
                assertThat(row.getBoolean(4)).isTrue();
                assertThat(row.getObject(5, LocalDate.class)).isEqualTo(LocalDate.of(2026, 1, 31));
                assertThat(row.getObject(6, LocalTime.class)).isEqualTo(LocalTime.of(10, 20, 30, 500_000_000));
                assertThat(moment(row, 7)).isEqualTo(LocalDateTime.of(2026, 1, 31, 10, 20, 30, 123_456_000));
                assertThat(uuid(row)).isEqualTo(uuid);
                assertThat(row.getBytes(9)).containsExactly(0, 1, -1);
                assertThat(row.next()).isTrue();
                assertThat(row.getString(2)).isNull();
                assertThat(row.getObject(8)).isNull();
                assertThat(row.next()).isFalse();
            }
        }
    }

    /** How the driver gives a moment. */
    LocalDateTime moment(ResultSet row, int column) throws SQLException {
        return row.getObject(column, LocalDateTime.class);
    }

    /** How the server's own type, or the bytes that stand for it, are read. */
    private static UUID uuid(ResultSet row) throws SQLException {
        Object value = row.getObject(8);
        if (value instanceof byte[] bytes) {
            ByteBuffer buffer = ByteBuffer.wrap(bytes);
            return new UUID(buffer.getLong(), buffer.getLong());
        }
        return UUID.fromString(value.toString());
    }

    @Test
    void manyRowsAreInsertedInBatches() throws SQLException {
        try (DatabaseUnderTest database = fresh();
                Connection connection = database.connect()) {
            LiveSchema live = LiveSchema.of(connection);
            TableName table = TableName.parse("things");
            live.run(new CreateTable(Table.of(
                    table, List.of(Column.of("a", INTEGER), Column.of("b", INTEGER), Column.of("c", INTEGER)))));
            List<List<Object>> rows = new ArrayList<>();
            for (long i = 0; i < 1001; i++) {
                rows.add(List.of(i, 2 * i, 3 * i));
            }
            InsertRows insert = new InsertRows(table, List.of("a", "b", "c"), List.copyOf(rows));

            live.run(insert);

            assertThat(live.dialect().render(insert, live.model())).hasSize(4);
            assertThat(LiveSchema.answer(connection, "SELECT SUM(a + b + c) FROM things"))
                    .isEqualTo("3003000");
        }
    }

    // Sessions.

    @Test
    void twoConnectionsDoNotHoldOneLock() throws SQLException {
        String name = "migrate:0123456789abcdef";
        try (DatabaseUnderTest database = fresh();
                Connection one = database.connect();
                Connection onlooker = database.connect()) {
            MigrationLock lock = Dialects.of(one).lock();
            try (Connection other = database.connect()) {
                assertThat(lock.holder(onlooker, name)).isEmpty();
                assertThat(lock.tryTake(one, name)).isTrue();
                assertThat(lock.tryTake(other, name)).isFalse();
                assertThat(lock.tryTake(other, "migrate:another")).isTrue();
                lock.release(other, "migrate:another");
                assertThat(lock.holder(onlooker, name).orElseThrow())
                        .contains(Dialects.of(one).identity(one).session());

                lock.release(one, name);
                assertThat(lock.tryTake(other, name)).isTrue();
            }
            // Its holder is gone without having given it back; the server notices in its own time.
            assertThat(takenWithinSeconds(lock, one, name)).isTrue();
        }
    }

    private static boolean takenWithinSeconds(MigrationLock lock, Connection connection, String name)
            throws SQLException {
        long end = System.nanoTime() + 10_000_000_000L;
        while (System.nanoTime() < end) {
            if (lock.tryTake(connection, name)) {
                return true;
            }
            Thread.onSpinWait();
        }
        return false;
    }

    @Test
    void definitionsChangeWhileAnotherConnectionHoldsTheLock() throws SQLException {
        try (DatabaseUnderTest database = fresh();
                Connection holder = database.connect();
                Connection worker = database.connect()) {
            LiveSchema live = LiveSchema.of(worker);
            assertThat(live.dialect().lock().tryTake(holder, "migrate:x")).isTrue();

            live.run(new CreateTable(numbered(TableName.parse("things"))));
            live.run(new AddColumn(TableName.parse("things"), Column.of("n", INTEGER)));
        }
    }

    @Test
    void theBaselineBringsASessionBackToWhereItBegan() throws SQLException {
        try (DatabaseUnderTest database = fresh();
                Connection connection = database.connect()) {
            Dialect dialect = Dialects.of(connection);
            if (!database.choosesSchemas()) {
                throw new TestAbortedException(
                        assertThrows(SQLException.class, () -> dialect.useSchema(connection, database.otherSchema()))
                                .getMessage());
            }
            Optional<String> began = dialect.currentSchema(connection);
            dialect.useSchema(connection, database.otherSchema());
            assertThat(dialect.currentSchema(connection)).isNotEqualTo(began);

            for (String statement : dialect.sessionBaseline()) {
                LiveSchema.execute(connection, statement);
            }

            assertThat(dialect.currentSchema(connection)).isEqualTo(began);
        }
    }

    @Test
    void eachSessionHasItsOwnIdentityOnTheSameServer() throws SQLException {
        try (DatabaseUnderTest database = fresh();
                Connection one = database.connect();
                Connection other = database.connect()) {
            Dialect dialect = Dialects.of(one);

            assertThat(dialect.identity(one).session())
                    .isNotEqualTo(dialect.identity(other).session());
            assertThat(dialect.identity(one).server()).isNotBlank();
        }
    }

    @Test
    void ownTablesCanBeMadeOfTheirTypes() throws SQLException {
        try (DatabaseUnderTest database = fresh();
                Connection connection = database.connect()) {
            Dialect.OwnTypes types = Dialects.of(connection).ownTypes();
            LiveSchema.execute(
                    connection,
                    "CREATE TABLE own (id " + types.id() + " PRIMARY KEY, s " + types.shortText() + ", l "
                            + types.longText() + ", m " + types.moment() + ")" + types.tableOptions());

            LiveSchema.execute(
                    connection, "INSERT INTO own VALUES ('Aa', 's', 'l', " + types.now() + "), ('aA', 's', 'l', null)");

            assertThat(LiveSchema.answer(connection, "SELECT COUNT(*) FROM own WHERE id = 'aA'"))
                    .isEqualTo("1");
        }
    }

    static Index index(String name, String... columns) {
        return Index.of(name, Stream.of(columns).map(Index.Part::column).toList(), false, Optional.empty());
    }

    static AlterColumn alter(
            TableName table, String column, Optional<ColumnType> type, Change<DefaultValue> defaultValue) {
        return new AlterColumn(
                table, column, type, Optional.empty(), defaultValue, new Change.Keep<>(), Optional.empty());
    }

    static List<Object> row(Object... values) {
        return new ArrayList<>(Arrays.asList(values));
    }
}
