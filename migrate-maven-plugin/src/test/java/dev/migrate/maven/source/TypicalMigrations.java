package dev.migrate.maven.source;

import dev.migrate.maven.source.OperationSource.Way;
import dev.migrate.operation.AddColumn;
import dev.migrate.operation.AddConstraint;
import dev.migrate.operation.AddEnumValue;
import dev.migrate.operation.AlterColumn;
import dev.migrate.operation.AlterSequence;
import dev.migrate.operation.AlterTable;
import dev.migrate.operation.Backfill;
import dev.migrate.operation.Change;
import dev.migrate.operation.CreateEnum;
import dev.migrate.operation.CreateIndex;
import dev.migrate.operation.CreateSchema;
import dev.migrate.operation.CreateSequence;
import dev.migrate.operation.CreateTable;
import dev.migrate.operation.CreateView;
import dev.migrate.operation.DropColumn;
import dev.migrate.operation.DropConstraint;
import dev.migrate.operation.DropEnum;
import dev.migrate.operation.DropIndex;
import dev.migrate.operation.DropSchema;
import dev.migrate.operation.DropSequence;
import dev.migrate.operation.DropTable;
import dev.migrate.operation.DropView;
import dev.migrate.operation.InsertRows;
import dev.migrate.operation.Operation;
import dev.migrate.operation.RenameColumn;
import dev.migrate.operation.RenameTable;
import dev.migrate.operation.ReplaceView;
import dev.migrate.operation.SetEnumValues;
import dev.migrate.operation.SetTableComment;
import dev.migrate.schema.CheckConstraint;
import dev.migrate.schema.Column;
import dev.migrate.schema.ColumnPosition;
import dev.migrate.schema.ColumnType;
import dev.migrate.schema.Constraint;
import dev.migrate.schema.DefaultValue;
import dev.migrate.schema.Deferral;
import dev.migrate.schema.EnumType;
import dev.migrate.schema.ForeignKey;
import dev.migrate.schema.Generated;
import dev.migrate.schema.Identity;
import dev.migrate.schema.Index;
import dev.migrate.schema.Namespace;
import dev.migrate.schema.PrimaryKey;
import dev.migrate.schema.ReferentialAction;
import dev.migrate.schema.Sequence;
import dev.migrate.schema.Table;
import dev.migrate.schema.TableName;
import dev.migrate.schema.UniqueConstraint;
import dev.migrate.schema.View;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** What a team's migrations usually do, by the name of the class. */
final class TypicalMigrations {

    private static final TableName USERS = TableName.parse("users");
    private static final TableName TEAMS = TableName.parse("teams");
    private static final TableName ORDERS = TableName.parse("shop.orders");

    private static final ColumnType BIGINT = new ColumnType.IntegerType(64);
    private static final ColumnType TEXT = new ColumnType.Text();

    private TypicalMigrations() {}

    static Map<String, OperationSource> all() {
        Map<String, OperationSource> all = new LinkedHashMap<>();
        all.put("FirstTables", firstTables());
        all.put("OneColumn", oneColumn());
        all.put("SeveralChanges", severalChanges());
        all.put("DroppedColumns", droppedColumns());
        all.put("FilledColumn", filledColumn());
        all.put("CircleOfKeys", circleOfKeys());
        all.put("OtherSchema", otherSchema());
        all.put("MySqlTable", mySqlTable());
        all.put("MySqlSequence", mySqlSequence());
        all.put("PostgreSqlIndexes", postgreSqlIndexes());
        all.put("EnumValues", enumValues());
        all.put("Sequences", sequences());
        all.put("Views", views());
        all.put("DifficultWords", difficultWords());
        return all;
    }

    private static OperationSource source(List<Operation> up, List<Operation> down) {
        return WrittenMigrations.source(up, down);
    }

    private static OperationSource firstTables() {
        Table teams = table(TEAMS, numbered("id"), varchar("name", 120).withNullable(false))
                .with(new PrimaryKey("pk_teams", List.of("id")))
                .with(new UniqueConstraint("uq_teams_name", List.of("name")));
        Table users = table(
                        USERS,
                        numbered("id"),
                        varchar("email", 320).withNullable(false),
                        varchar("status", 16)
                                .withNullable(false)
                                .withDefault(Optional.of(new DefaultValue.Text("active"))),
                        Column.of("created_at", new ColumnType.Timestamp(6))
                                .withNullable(false)
                                .withDefault(Optional.of(new DefaultValue.Now())),
                        Column.of("team_id", BIGINT))
                .with(new PrimaryKey("pk_users", List.of("id")))
                .with(new UniqueConstraint("uq_users_email", List.of("email")))
                .with(key("fk_users_team_id_teams", "team_id", TEAMS))
                .with(new CheckConstraint("ck_users_email_has_at", "email LIKE '%@%'"))
                .with(index("ix_users_created_at", Index.Part.column("created_at")))
                .withComment(Optional.of("People who can log in"));
        Table memberships = table(
                        TableName.parse("memberships"),
                        Column.of("team_id", BIGINT).withNullable(false),
                        Column.of("user_id", BIGINT).withNullable(false),
                        Column.of("since", new ColumnType.Date()))
                .with(new PrimaryKey("pk_memberships", List.of("team_id", "user_id")))
                .with(new UniqueConstraint("a_user_starts_once", List.of("user_id", "since")));
        return source(
                List.of(new CreateTable(teams), new CreateTable(users), new CreateTable(memberships)),
                List.of(new DropTable(memberships.name()), new DropTable(USERS), new DropTable(TEAMS)));
    }

    private static OperationSource oneColumn() {
        return source(
                List.of(new AddColumn(USERS, varchar("avatar", 255).withComment(Optional.of("URL of the picture")))),
                List.of(new DropColumn(USERS, "avatar")));
    }

    private static OperationSource severalChanges() {
        AlterColumn longer =
                AlterColumn.of(USERS, "email").type(new ColumnType.VarChar(512)).operation();
        AlterColumn shorter = AlterColumn.of(USERS, "email")
                .type(new ColumnType.VarChar(320))
                .nullable(false)
                .defaultValue(new Change.Drop<>())
                .comment(new Change.Set<>("as in RFC 5322"))
                .operation();
        AlterTable up = new AlterTable(
                USERS,
                List.of(
                        new DropConstraint(USERS, "uq_users_email", Optional.of(Constraint.Kind.UNIQUE)),
                        new AddColumn(USERS, Column.of("team_id", BIGINT)),
                        new AddConstraint(USERS, key("fk_users_team_id_teams", "team_id", TEAMS)),
                        longer,
                        new CreateIndex(USERS, index("ix_users_team_id", Index.Part.column("team_id")), false)));
        AlterTable down = new AlterTable(
                USERS,
                List.of(
                        new DropIndex(USERS, "ix_users_team_id", false),
                        shorter,
                        new DropColumn(USERS, "team_id"),
                        new AddConstraint(USERS, new UniqueConstraint("uq_users_email", List.of("email")))));
        return source(List.of(up, new SetTableComment(TEAMS, Optional.of("Who plays"))), List.of(down));
    }

    private static OperationSource droppedColumns() {
        DropColumn fax = new DropColumn(USERS, "fax");
        DropColumn name = new DropColumn(USERS, "name");
        Operation narrower =
                AlterColumn.of(USERS, "status").type(new ColumnType.VarChar(8)).operation();
        DropTable audit = new DropTable(TableName.parse("audit"));
        Way up = new Way(
                List.of(
                        new AlterTable(USERS, List.of(new AddColumn(USERS, varchar("full_name", 200)), fax, name)),
                        narrower,
                        audit),
                Map.of(
                        fax, List.of("loses data: the values of users.fax"),
                        name, List.of("loses data: the values of users.name"),
                        narrower, List.of("may lose data: values longer than 8 characters do not fit"),
                        audit, List.of("loses data: the rows of audit")),
                List.of("users.name may have become users.full_name. If so, write this migration again with"
                        + " -Dmigrate.renames=\"users.name>full_name\", and no value is lost."));
        Way down = Way.of(List.of(
                new CreateTable(table(TableName.parse("audit"), Column.of("line", TEXT))),
                AlterColumn.of(USERS, "status").type(new ColumnType.VarChar(16)).operation(),
                new AlterTable(
                        USERS,
                        List.of(
                                new AddColumn(
                                        USERS,
                                        varchar("name", 200),
                                        Optional.of(ColumnPosition.after("id").wherePossible())),
                                new AddColumn(USERS, varchar("fax", 32)),
                                new DropColumn(USERS, "full_name")))));
        return OperationSource.of(up, down, WrittenMigrations.LIMIT, true);
    }

    private static OperationSource filledColumn() {
        return source(
                List.of(
                        new AddColumn(ORDERS, Column.of("total_cents", BIGINT)),
                        new Backfill(
                                ORDERS,
                                List.of(),
                                "total_cents = round(total * 100)",
                                Optional.of("total_cents IS NULL"),
                                new Backfill.Pace(1_000, 0)),
                        AlterColumn.of(ORDERS, "total_cents").nullable(false).operation()),
                List.of(new DropColumn(ORDERS, "total_cents")));
    }

    private static OperationSource circleOfKeys() {
        TableName heads = TableName.parse("heads");
        Table departments = table(heads, numbered("id"), Column.of("deputy_id", BIGINT), Column.of("person_id", BIGINT))
                .with(new PrimaryKey("pk_heads", List.of("id")))
                .with(key("fk_heads_deputy_id_heads", "deputy_id", heads));
        ForeignKey person = key("fkq8jrv8a0o3xb", "person_id", USERS).withDeferral(Optional.of(Deferral.DEFERRED));
        return source(
                List.of(new CreateTable(departments), new AddConstraint(heads, person)),
                List.of(
                        new DropConstraint(heads, person.name(), Optional.of(Constraint.Kind.FOREIGN_KEY)),
                        new DropTable(heads)));
    }

    private static OperationSource otherSchema() {
        Table orders = table(ORDERS, numbered("id"), Column.of("customer_id", BIGINT))
                .with(new PrimaryKey("pk_orders", List.of("id")))
                .with(key("fk_orders_customer_id_customers", "customer_id", TableName.parse("shop.customers")))
                .with(key("fk_customer_of_crm", "customer_id", TableName.parse("crm.\"our.customers\"")));
        return source(
                List.of(
                        new CreateSchema(new Namespace(TableName.parse("shop"), Optional.of("What is sold"))),
                        new CreateTable(orders),
                        new RenameTable(TableName.parse("shop.clients"), "customers")),
                List.of(
                        new RenameTable(TableName.parse("shop.customers"), "clients"),
                        new DropTable(ORDERS),
                        new DropSchema(TableName.parse("shop"))));
    }

    private static OperationSource mySqlTable() {
        TableName articles = TableName.parse("articles");
        Table table = table(
                        articles,
                        Column.of("id", new ColumnType.Raw("INT UNSIGNED"))
                                .withNullable(false)
                                .withIdentity(Optional.of(Identity.BY_DEFAULT)),
                        varchar("title", 200).withNullable(false).withCollation(Optional.of("utf8mb4_bin")),
                        Column.of("body", TEXT),
                        Column.of("state", new ColumnType.EnumOf(List.of("draft", "published")))
                                .withDefault(Optional.of(new DefaultValue.Text("draft"))),
                        Column.of("words", new ColumnType.IntegerType(32))
                                .withGenerated(Optional.of(new Generated("char_length(body)", false)))
                                .withInvisible(true),
                        Column.of("changed_at", new ColumnType.Timestamp(6))
                                .withDefault(Optional.of(new DefaultValue.Now()))
                                .withOnUpdate(Optional.of(Column.NOW)))
                .with(new PrimaryKey("pk_articles", List.of("id")))
                .with(index("ix_articles_body", Index.Part.column("body").withPrefix(OptionalInt.of(64))))
                .with(index("ft_articles", Index.Part.column("title"), Index.Part.column("body"))
                        .withMethod(Optional.of("fulltext")))
                .withOptions(Map.of("engine", "InnoDB", "charset", "utf8mb4", "row_format", "dynamic"));
        return source(
                List.of(
                        new CreateTable(table),
                        new AlterColumn(
                                articles,
                                "title",
                                Optional.of(new ColumnType.VarChar(255)),
                                Optional.empty(),
                                new Change.Keep<>(),
                                new Change.Keep<>(),
                                Optional.empty(),
                                new Change.Keep<>(),
                                new Change.Keep<>(),
                                new Change.Drop<>(),
                                new Change.Drop<>(),
                                new Change.Keep<>(),
                                Optional.empty(),
                                Optional.of(ColumnPosition.FIRST))),
                List.of(new DropTable(articles)));
    }

    private static OperationSource mySqlSequence() {
        TableName sequence = TableName.parse("invoice_seq");
        return source(
                List.of(
                        new CreateTable(table(sequence, Column.of("next_val", BIGINT))),
                        new InsertRows(sequence, List.of("next_val"), List.of(List.of(1L)))),
                List.of(new DropTable(sequence)));
    }

    private static OperationSource postgreSqlIndexes() {
        Index lower = Index.of(
                "ix_users_lower_email", List.of(Index.Part.expression("lower(email)")), true, Optional.empty());
        Index open = Index.of(
                        "ix_orders_open",
                        List.of(
                                Index.Part.column("customer_id"),
                                Index.Part.column("placed_on")
                                        .withDescending(true)
                                        .withNulls(Optional.of(Index.Nulls.LAST))),
                        false,
                        Optional.of("status = 'open' AND NOT archived"))
                .withInclude(List.of("total"));
        Index tags = index("ix_orders_tags", Index.Part.column("tags").withQualifier(Optional.of("jsonb_path_ops")))
                .withMethod(Optional.of("gin"));
        AlterColumn number = AlterColumn.of(ORDERS, "number")
                .type(BIGINT)
                .using("number::bigint")
                .operation();
        return source(
                List.of(
                        new CreateIndex(USERS, lower, false),
                        new AlterTable(
                                ORDERS,
                                List.of(
                                        number,
                                        new CreateIndex(ORDERS, open, false),
                                        new CreateIndex(ORDERS, tags, false)))),
                List.of(
                        new AlterTable(
                                ORDERS,
                                List.of(
                                        new DropIndex(ORDERS, tags.name(), false),
                                        new DropIndex(ORDERS, open.name(), false),
                                        AlterColumn.of(ORDERS, "number")
                                                .type(TEXT)
                                                .operation())),
                        new DropIndex(USERS, lower.name(), false)));
    }

    private static OperationSource enumValues() {
        TableName mood = TableName.parse("mood");
        Table diary = table(
                TableName.parse("diary"),
                Column.of("day", new ColumnType.Date()).withNullable(false),
                Column.of("mood", new ColumnType.Named(mood, false)),
                Column.of("moods", new ColumnType.Named(mood, true)));
        return source(
                List.of(
                        new CreateEnum(new EnumType(mood, List.of("sad", "ok", "happy"), Optional.of("how it is"))),
                        new CreateTable(diary),
                        new AddEnumValue(mood, "great", Optional.of(new AddEnumValue.Place(false, "happy")), false)),
                List.of(
                        new SetEnumValues(mood, List.of("sad", "ok", "happy")),
                        new DropTable(diary.name()),
                        new DropEnum(mood)));
    }

    private static OperationSource sequences() {
        TableName numbers = TableName.parse("order_numbers");
        Sequence sequence = new Sequence(
                numbers,
                Optional.empty(),
                1000,
                50,
                Optional.empty(),
                Optional.empty(),
                Optional.of(20L),
                false,
                Optional.of(new Sequence.Owner(ORDERS, "number")),
                Optional.empty());
        return source(
                List.of(
                        new CreateSequence(sequence),
                        new AlterSequence(
                                TableName.parse("users_seq"),
                                new Change.Keep<>(),
                                Optional.empty(),
                                Optional.of(50L),
                                new Change.Keep<>(),
                                new Change.Keep<>(),
                                new Change.Keep<>(),
                                Optional.empty(),
                                new Change.Keep<>(),
                                Optional.of(5_000_000_000L))),
                List.of(new DropSequence(numbers)));
    }

    private static OperationSource views() {
        TableName active = TableName.parse("active_users");
        String query = """
                SELECT u.id, u.email, t.name AS team
                  FROM users u
                  LEFT JOIN teams t ON t.id = u.team_id
                 WHERE u.status = 'active'""";
        String long1 = "SELECT users.id, users.email, users.status, teams.name AS team, count(orders.id) AS orders"
                + " FROM users LEFT JOIN teams ON teams.id = users.team_id LEFT JOIN orders ON orders.user_id = users.id"
                + " WHERE users.status = 'active' GROUP BY users.id, users.email, users.status, teams.name";
        return source(
                List.of(new CreateView(View.of(active, query)), new ReplaceView(TableName.parse("everybody"), long1)),
                List.of(new DropView(active)));
    }

    private static OperationSource difficultWords() {
        TableName name = new TableName(Optional.empty(), "class \"A.B\" \\u0022");
        String text = "It's 100 % \"quoted\": \\u000a is no line break, */ and /* end no comment, and a tab\tis one.\n"
                + "A second line, which is ${upgrade} so long that it goes on and on and on, beyond what one line holds.";
        Table table = table(
                        name,
                        Column.of("select", BIGINT).withNullable(false).withComment(Optional.of(text)),
                        varchar("ü 中", 10).withDefault(Optional.of(new DefaultValue.Text("\"\"\"\u202e\\"))),
                        Column.of("rate", new ColumnType.Decimal(10, 4))
                                .withDefault(Optional.of(new DefaultValue.Numeric(new BigDecimal("0.0625")))))
                .with(new CheckConstraint("ck_\"", "\"select\" <> 0\n  AND \"ü 中\" <> '\"\"\"\\'   \n  AND rate > 0"))
                .withComment(Optional.of(text));
        DropTable drop = new DropTable(name);
        return OperationSource.of(
                Way.of(List.of(new CreateTable(table), new RenameColumn(name, "select", "a\"b"))),
                new Way(
                        List.of(drop),
                        Map.of(drop, List.of("loses data:\nthe rows of " + name + " \\u000a *" + "/ \u202e")),
                        List.of()),
                WrittenMigrations.LIMIT,
                true);
    }

    private static Table table(TableName name, Column... columns) {
        return Table.of(name, List.of(columns));
    }

    private static Column numbered(String name) {
        return Column.of(name, BIGINT).withNullable(false).withIdentity(Optional.of(Identity.BY_DEFAULT));
    }

    private static Column varchar(String name, int length) {
        return Column.of(name, new ColumnType.VarChar(length));
    }

    private static Index index(String name, Index.Part... parts) {
        return Index.of(name, List.of(parts), false, Optional.empty());
    }

    private static ForeignKey key(String name, String column, TableName other) {
        return new ForeignKey(
                name, List.of(column), other, List.of("id"), ReferentialAction.SET_NULL, ReferentialAction.NO_ACTION);
    }
}
