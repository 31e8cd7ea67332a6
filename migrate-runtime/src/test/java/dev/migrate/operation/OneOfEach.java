package dev.migrate.operation;

import dev.migrate.schema.CheckConstraint;
import dev.migrate.schema.Column;
import dev.migrate.schema.ColumnType;
import dev.migrate.schema.DefaultValue;
import dev.migrate.schema.ForeignKey;
import dev.migrate.schema.Generated;
import dev.migrate.schema.Identity;
import dev.migrate.schema.Index;
import dev.migrate.schema.PrimaryKey;
import dev.migrate.schema.ReferentialAction;
import dev.migrate.schema.SchemaModel;
import dev.migrate.schema.Table;
import dev.migrate.schema.TableName;
import dev.migrate.schema.UniqueConstraint;
import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A small schema, and at least one example of every operation on it, each with a name. */
public final class OneOfEach {

    public static final TableName TEAMS = TableName.parse("teams");
    public static final TableName USERS = TableName.parse("users");
    private static final TableName ORDERS = TableName.parse("orders");

    private static final ColumnType BIGINT = new ColumnType.IntegerType(64);
    private static final ColumnType INTEGER = new ColumnType.IntegerType(32);

    private static final Table TEAMS_TABLE = new Table(
            TEAMS,
            List.of(
                    numbered("id"),
                    Column.of("name", new ColumnType.VarChar(120)).withNullable(false)),
            Optional.of(new PrimaryKey("pk_teams", List.of("id"))),
            List.of(new UniqueConstraint("uq_teams_name", List.of("name"))),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            Optional.empty(),
            Map.of());

    private static final Table USERS_TABLE = new Table(
            USERS,
            List.of(
                    numbered("id"),
                    Column.of("email", new ColumnType.VarChar(320)).withNullable(false),
                    Column.of("status", new ColumnType.VarChar(16))
                            .withNullable(false)
                            .withDefault(text("active")),
                    Column.of("created_at", new ColumnType.Timestamp(6))
                            .withNullable(false)
                            .withDefault(Optional.of(new DefaultValue.Now())),
                    Column.of("team_id", BIGINT),
                    Column.of("age", INTEGER).withComment(Optional.of("in years, 'about'")),
                    Column.of("fax", new ColumnType.VarChar(32))),
            Optional.of(new PrimaryKey("pk_users", List.of("id"))),
            List.of(new UniqueConstraint("uq_users_email", List.of("email"))),
            List.of(teamKey()),
            List.of(new CheckConstraint("ck_users_adult", "age >= 18")),
            List.of(),
            List.of(
                    index("ix_users_created_at", Index.Part.column("created_at")),
                    index("ix_users_fax", Index.Part.column("fax"))),
            Optional.of("People who can log in"),
            Map.of());

    /** Two tables, one of which refers to the other. */
    public static final SchemaModel BEFORE = SchemaModel.of(List.of(TEAMS_TABLE, USERS_TABLE));

    /** The tables of {@link #BEFORE} in an order in which they can be created. */
    public static final List<Table> IN_ORDER = List.of(TEAMS_TABLE, USERS_TABLE);

    private OneOfEach() {}

    /** Examples by name, in a fixed order. */
    public static Map<String, Operation> examples() {
        Map<String, Operation> examples = new LinkedHashMap<>();
        examples.putAll(tables());
        examples.putAll(columns());
        examples.putAll(alteredColumns());
        examples.putAll(indexes());
        examples.putAll(constraints());
        examples.putAll(ConstraintExamples.everywhere());
        examples.putAll(several());
        examples.putAll(ObjectExamples.examples());
        examples.putAll(rows());
        examples.putAll(flow());
        return examples;
    }

    /** The schema from which an example starts. */
    public static SchemaModel before(Operation operation) {
        return operation instanceof ObjectOperation ? ObjectExamples.BEFORE : BEFORE;
    }

    private static Map<String, Operation> tables() {
        Map<String, Operation> examples = new LinkedHashMap<>();
        examples.put("createTable", new CreateTable(orders()));
        examples.put("createTable with every type", new CreateTable(everyType()));
        examples.put("createTable referring to itself", new CreateTable(categories()));
        examples.put("dropTable", new DropTable(USERS));
        examples.put("renameTable", new RenameTable(USERS, "people"));
        examples.put("tableComment", new SetTableComment(USERS, Optional.of("it's \"them\" \\ 中")));
        examples.put("tableComment of one that has none", new SetTableComment(TEAMS, Optional.of("Who plays")));
        examples.put("dropTableComment", new SetTableComment(USERS, Optional.empty()));
        examples.put("tableOptions", new SetTableOptions(TEAMS, Map.of("row_format", new Change.Set<>("compressed"))));
        return examples;
    }

    private static Map<String, Operation> columns() {
        Map<String, Operation> examples = new LinkedHashMap<>();
        examples.put(
                "addColumn",
                add(Column.of("avatar", new ColumnType.VarChar(255)).withComment(Optional.of("URL of the picture"))));
        examples.put(
                "addColumn with a default",
                add(Column.of("level", INTEGER).withNullable(false).withDefault(number("1"))));
        examples.put(
                "addColumn with a truth value",
                add(Column.of("admin", new ColumnType.Bool())
                        .withNullable(false)
                        .withDefault(Optional.of(new DefaultValue.Bool(false)))));
        examples.put(
                "addColumn not null of a moment",
                add(Column.of("seen_at", new ColumnType.TimestampTz(3)).withNullable(false)));
        examples.put("addColumn of a moment", add(Column.of("seen_at", new ColumnType.TimestampTz(6))));
        examples.put(
                "addColumn that is computed",
                add(Column.of("next_age", INTEGER).withGenerated(Optional.of(new Generated("age + 1", true)))));
        examples.put(
                "addColumn with difficult text",
                add(Column.of("odd", new ColumnType.VarChar(40))
                        .withDefault(text("it's a \\ \"back\\slash\" ü 中"))
                        .withComment(Optional.of("100 % 'quoted' \\ and \"double\" and ü 中"))));
        examples.put("dropColumn", new DropColumn(USERS, "status"));
        examples.put("dropColumn with its index", new DropColumn(USERS, "fax"));
        examples.put("dropColumn with its foreign key", new DropColumn(USERS, "team_id"));
        examples.put("renameColumn", new RenameColumn(USERS, "status", "state"));
        examples.put("renameColumn of a key", new RenameColumn(TEAMS, "id", "team_id"));
        return examples;
    }

    private static Map<String, Operation> alteredColumns() {
        Map<String, Operation> examples = new LinkedHashMap<>();
        examples.put(
                "alterColumn type",
                alter("email").type(new ColumnType.VarChar(512)).get());
        examples.put(
                "alterColumn type of a commented one", alter("age").type(BIGINT).get());
        examples.put(
                "alterColumn type and default",
                alter("status")
                        .type(new ColumnType.VarChar(40))
                        .defaultValue(new Change.Set<>(new DefaultValue.Text("invited")))
                        .get());
        examples.put("alterColumn not null", alter("age").nullable(false).get());
        examples.put("alterColumn nullable", alter("status").nullable(true).get());
        examples.put(
                "alterColumn default",
                alter("status")
                        .defaultValue(new Change.Set<>(new DefaultValue.Text("invited")))
                        .get());
        examples.put(
                "alterColumn default of a nullable one",
                alter("age")
                        .defaultValue(new Change.Set<>(new DefaultValue.Numeric(BigDecimal.TEN)))
                        .get());
        examples.put(
                "alterColumn without default",
                alter("status").defaultValue(new Change.Drop<>()).get());
        examples.put(
                "alterColumn without default now",
                alter("created_at").defaultValue(new Change.Drop<>()).get());
        examples.put(
                "alterColumn comment",
                alter("email").comment(new Change.Set<>("see \"RFC 5322\"")).get());
        examples.put(
                "alterColumn without comment",
                alter("age").comment(new Change.Drop<>()).get());
        examples.put(
                "alterColumn of several things",
                AlterColumn.of(USERS, "age")
                        .type(BIGINT)
                        .nullable(false)
                        .defaultValue(new Change.Set<>(new DefaultValue.Numeric(BigDecimal.ONE)))
                        .comment(new Change.Set<>("in full years"))
                        .operation());
        return examples;
    }

    private static Map<String, Operation> indexes() {
        Map<String, Operation> examples = new LinkedHashMap<>();
        examples.put("createIndex", create(index("ix_users_status", Index.Part.column("status"))));
        examples.put(
                "createIndex descending",
                create(index(
                        "ix_users_status_created_at",
                        Index.Part.column("status"),
                        Index.Part.column("created_at").withDescending(true))));
        examples.put(
                "createIndex unique",
                create(Index.of(
                        "ix_users_status_fax",
                        List.of(Index.Part.column("status"), Index.Part.column("fax")),
                        true,
                        Optional.empty())));
        examples.put(
                "createIndex behind a foreign key", create(index("ix_users_team_id", Index.Part.column("team_id"))));
        examples.put("dropIndex", new DropIndex(USERS, "ix_users_created_at", false));
        return examples;
    }

    private static Map<String, Operation> constraints() {
        Map<String, Operation> examples = new LinkedHashMap<>();
        examples.put(
                "addConstraint unique",
                new AddConstraint(USERS, new UniqueConstraint("uq_users_status_fax", List.of("status", "fax"))));
        examples.put(
                "addConstraint foreign key",
                new AddConstraint(
                        TEAMS,
                        new ForeignKey(
                                "fk_teams_id_users",
                                List.of("id"),
                                USERS,
                                List.of("id"),
                                ReferentialAction.CASCADE,
                                ReferentialAction.NO_ACTION)));
        examples.put(
                "addConstraint check",
                new AddConstraint(USERS, new CheckConstraint("ck_users_email", "email LIKE '%@%'")));
        examples.put("dropConstraint unique", new DropConstraint(USERS, "uq_users_email"));
        examples.put("dropConstraint foreign key", new DropConstraint(USERS, "fk_users_team_id_teams"));
        examples.put("dropConstraint check", new DropConstraint(USERS, "ck_users_adult"));
        return examples;
    }

    private static Map<String, Operation> several() {
        Map<String, Operation> examples = new LinkedHashMap<>();
        examples.put(
                "alterTable",
                new AlterTable(
                        USERS,
                        List.of(
                                new AddColumn(USERS, Column.of("phone", new ColumnType.VarChar(32))),
                                new AddConstraint(USERS, new UniqueConstraint("uq_users_phone", List.of("phone"))),
                                new DropColumn(USERS, "fax"),
                                alter("email").type(new ColumnType.VarChar(512)).get(),
                                new RenameColumn(USERS, "status", "state"))));
        examples.put(
                "alterTable with its comment",
                new AlterTable(
                        USERS,
                        List.of(
                                new SetTableComment(USERS, Optional.of("Who can log in")),
                                new AddColumn(USERS, Column.of("phone", new ColumnType.VarChar(32))),
                                new SetTableComment(USERS, Optional.empty()))));
        examples.put(
                "alterTable in a way of its own",
                new AlterTable(
                        USERS,
                        List.of(
                                create(index("ix_users_status", Index.Part.column("status"))),
                                new DropIndex(USERS, "ix_users_created_at", false)),
                        Optional.of(AlterTable.Algorithm.INPLACE),
                        Optional.of(AlterTable.Lock.NONE)));
        examples.put(
                "alterTable on what it has just made",
                new AlterTable(
                        USERS,
                        List.of(
                                new RenameColumn(USERS, "status", "state"),
                                alter("state").type(new ColumnType.VarChar(20)).get(),
                                create(index("ix_users_state", Index.Part.column("state"))),
                                new DropIndex(USERS, "ix_users_created_at", false),
                                create(index(
                                        "ix_users_created_at",
                                        Index.Part.column("created_at"),
                                        Index.Part.column("id"))))));
        return examples;
    }

    private static final RunScript.Source SCRIPT = () -> new ByteArrayInputStream(
            "-- two statements\nUPDATE teams SET name = 'a;b';\nDELETE FROM users;\n".getBytes(StandardCharsets.UTF_8));

    private static Map<String, Operation> rows() {
        Map<String, Operation> examples = new LinkedHashMap<>();
        examples.put(
                "insertRows", new InsertRows(TEAMS, List.of("id", "name"), List.of(row(1L, "red"), row(2L, "blue"))));
        examples.put(
                "updateRows",
                new UpdateRows(
                        USERS,
                        List.of(
                                new UpdateRows.Assignment("status", Optional.empty(), "gone"),
                                new UpdateRows.Assignment("age", Optional.of("age + 1"), null),
                                new UpdateRows.Assignment("fax", Optional.empty(), null)),
                        Optional.of(new Condition("team_id = ? AND age > ?", row(1L, 17L)))));
        examples.put(
                "updateRows of all",
                new UpdateRows(
                        TEAMS,
                        List.of(new UpdateRows.Assignment("name", Optional.of("upper(name)"), null)),
                        Optional.empty()));
        examples.put("deleteRows", new DeleteRows(TEAMS, Optional.of(new Condition("id = ?", row(2L)))));
        examples.put("deleteRows of all", new DeleteRows(USERS, Optional.empty()));
        examples.put(
                "executeSql", new ExecuteSql("UPDATE teams SET name = ? WHERE id = 7", row("seven"), Assurance.NONE));
        examples.put("runScript", new RunScript("db/views.sql", "0".repeat(64), Assurance.NONE, SCRIPT));
        examples.put("runCode", new RunCode("hash the API keys", 1, Assurance.NONE, session -> {}));
        examples.put("verifyAnswer", new VerifyAnswer("nobody is lost", "SELECT count(*) FROM users", 0L));
        examples.put(
                "verifyAnswer with a value",
                new VerifyAnswer(
                        "nobody is lost",
                        "SELECT count(*) FROM users WHERE status = ?",
                        0L,
                        new ArrayList<>(List.of("it's lost"))));
        return examples;
    }

    private static Map<String, Operation> flow() {
        Map<String, Operation> examples = new LinkedHashMap<>();
        examples.put("createTable if it does not exist", new IfNeeded(new CreateTable(categories())));
        examples.put("dropTable if it exists", new IfNeeded(new DropTable(USERS)));
        examples.put(
                "addColumn if it does not exist", new IfNeeded(new AddColumn(USERS, Column.of("avatar", INTEGER))));
        examples.put("dropColumn if it exists", new IfNeeded(new DropColumn(USERS, "status")));
        examples.put(
                "createIndex if it does not exist",
                new IfNeeded(new CreateIndex(USERS, index("ix_users_age", Index.Part.column("age")), false)));
        examples.put("dropIndex if it exists", new IfNeeded(new DropIndex(USERS, "ix_users_fax", false)));
        examples.put("dropConstraint if it exists", new IfNeeded(new DropConstraint(USERS, "uq_users_email")));
        examples.put("renameColumn if it exists", new IfNeeded(new RenameColumn(USERS, "status", "state")));
        examples.put(
                "alterTable if the table exists",
                new IfNeeded(new AlterTable(USERS, List.of(new DropColumn(USERS, "fax"))), true));
        examples.put("decide", new Decide("drop every foreign key to teams", view -> List.of()));
        examples.put(
                "atomically",
                new Atomically(List.of(
                        new InsertRows(TEAMS, List.of("name"), List.of(row("red"))),
                        new ExecuteSql("UPDATE users SET fax = NULL", List.of(), Assurance.NONE))));
        examples.put(
                "outsideTransaction",
                new OutsideTransaction(new ExecuteSql("ANALYZE users", List.of(), Assurance.NONE)));
        examples.put(
                "backfill",
                new Backfill(
                        USERS,
                        List.of("id"),
                        "age = age + 1",
                        Optional.of("age IS NOT NULL"),
                        new Backfill.Pace(5_000, 50)));
        examples.put(
                "backfill with values",
                new Backfill(
                        USERS,
                        List.of("id"),
                        "status = ?",
                        Optional.of("age > ?"),
                        List.of("it's old", 99L),
                        new Backfill.Pace(5_000, 50)));
        return examples;
    }

    private static List<@Nullable Object> row(@Nullable Object... values) {
        return new ArrayList<>(Arrays.asList(values));
    }

    private static Table orders() {
        return new Table(
                ORDERS,
                List.of(
                        numbered("id"),
                        Column.of("user_id", BIGINT).withNullable(false),
                        Column.of("team_id", BIGINT),
                        Column.of("total", new ColumnType.Decimal(12, 2))
                                .withNullable(false)
                                .withDefault(number("0.50"))
                                .withComment(Optional.of("in euro")),
                        Column.of("placed_on", new ColumnType.Date())),
                Optional.of(new PrimaryKey("pk_orders", List.of("id"))),
                List.of(new UniqueConstraint("uq_orders_user_id_placed_on", List.of("user_id", "placed_on"))),
                List.of(
                        new ForeignKey(
                                "fk_orders_user_id_users",
                                List.of("user_id"),
                                USERS,
                                List.of("id"),
                                ReferentialAction.CASCADE,
                                ReferentialAction.NO_ACTION),
                        new ForeignKey(
                                "fk_orders_team_id_teams",
                                List.of("team_id"),
                                TEAMS,
                                List.of("id"),
                                ReferentialAction.SET_NULL,
                                ReferentialAction.CASCADE)),
                List.of(new CheckConstraint("ck_orders_total", "total >= 0")),
                List.of(),
                List.of(index(
                        "ix_orders_placed_on",
                        Index.Part.column("placed_on").withDescending(true),
                        Index.Part.column("total"))),
                Optional.of("Who bought \\ what's \"new\""),
                Map.of());
    }

    private static Table categories() {
        TableName name = TableName.parse("categories");
        return new Table(
                name,
                List.of(
                        Column.of("shop", INTEGER).withNullable(false),
                        Column.of("code", new ColumnType.Char(8)).withNullable(false),
                        Column.of("parent", new ColumnType.Char(8))),
                Optional.of(new PrimaryKey("pk_categories", List.of("shop", "code"))),
                List.of(),
                List.of(new ForeignKey(
                        "fk_categories_shop_parent_categories",
                        List.of("shop", "parent"),
                        name,
                        List.of("shop", "code"),
                        ReferentialAction.NO_ACTION,
                        ReferentialAction.NO_ACTION)),
                List.of(),
                List.of(),
                List.of(),
                Optional.empty(),
                Map.of());
    }

    private static Table everyType() {
        Map<String, ColumnType> types = new LinkedHashMap<>();
        types.put("a_tinyint", new ColumnType.IntegerType(8));
        types.put("a_smallint", new ColumnType.IntegerType(16));
        types.put("an_integer", INTEGER);
        types.put("a_bigint", BIGINT);
        types.put("a_bool", new ColumnType.Bool());
        types.put("a_decimal", new ColumnType.Decimal(20, 4));
        types.put("a_real", new ColumnType.Floating(32));
        types.put("a_double", new ColumnType.Floating(64));
        types.put("a_varchar", new ColumnType.VarChar(20));
        types.put("a_character", new ColumnType.Char(3));
        types.put("a_text", new ColumnType.Text());
        types.put("a_binary", new ColumnType.Binary(16));
        types.put("a_varbinary", new ColumnType.VarBinary(20));
        types.put("a_blob", new ColumnType.Blob());
        types.put("a_date", new ColumnType.Date());
        types.put("a_time", new ColumnType.Time(0));
        types.put("a_precise_time", new ColumnType.Time(3));
        types.put("a_timestamp", new ColumnType.Timestamp(0));
        types.put("a_precise_timestamp", new ColumnType.Timestamp(6));
        types.put("a_moment", new ColumnType.TimestampTz(0));
        types.put("a_precise_moment", new ColumnType.TimestampTz(6));
        types.put("a_uuid", new ColumnType.Uuid());
        types.put("a_json", new ColumnType.Json());
        types.put("an_enum", new ColumnType.EnumOf(List.of("sad", "o'k", "very happy")));
        return Table.of(
                TableName.parse("every_type"),
                types.entrySet().stream()
                        .map(type -> Column.of(type.getKey(), type.getValue()))
                        .toList());
    }

    private static ForeignKey teamKey() {
        return new ForeignKey(
                "fk_users_team_id_teams",
                List.of("team_id"),
                TEAMS,
                List.of("id"),
                ReferentialAction.SET_NULL,
                ReferentialAction.NO_ACTION);
    }

    private static Column numbered(String name) {
        return Column.of(name, BIGINT).withNullable(false).withIdentity(Optional.of(Identity.BY_DEFAULT));
    }

    private static Optional<DefaultValue> text(String value) {
        return Optional.of(new DefaultValue.Text(value));
    }

    private static Optional<DefaultValue> number(String value) {
        return Optional.of(new DefaultValue.Numeric(new BigDecimal(value)));
    }

    private static AddColumn add(Column column) {
        return new AddColumn(USERS, column);
    }

    private static CreateIndex create(Index index) {
        return new CreateIndex(USERS, index, false);
    }

    private static Index index(String name, Index.Part... parts) {
        return Index.of(name, List.of(parts), false, Optional.empty());
    }

    private static Alter alter(String column) {
        return new Alter(new AlterColumn(
                USERS,
                column,
                Optional.empty(),
                Optional.empty(),
                new Change.Keep<>(),
                new Change.Keep<>(),
                Optional.empty()));
    }

    private record Alter(AlterColumn get) {

        Alter type(ColumnType type) {
            return new Alter(new AlterColumn(
                    get.table(),
                    get.column(),
                    Optional.of(type),
                    get.nullable(),
                    get.defaultValue(),
                    get.comment(),
                    get.using()));
        }

        Alter nullable(boolean nullable) {
            return new Alter(new AlterColumn(
                    get.table(),
                    get.column(),
                    get.type(),
                    Optional.of(nullable),
                    get.defaultValue(),
                    get.comment(),
                    get.using()));
        }

        Alter defaultValue(Change<DefaultValue> change) {
            return new Alter(new AlterColumn(
                    get.table(), get.column(), get.type(), get.nullable(), change, get.comment(), get.using()));
        }

        Alter comment(Change<String> change) {
            return new Alter(new AlterColumn(
                    get.table(), get.column(), get.type(), get.nullable(), get.defaultValue(), change, get.using()));
        }
    }
}
