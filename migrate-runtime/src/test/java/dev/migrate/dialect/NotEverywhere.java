package dev.migrate.dialect;

import dev.migrate.operation.AddColumn;
import dev.migrate.operation.AlterColumn;
import dev.migrate.operation.AlterTable;
import dev.migrate.operation.Change;
import dev.migrate.operation.ColumnWords;
import dev.migrate.operation.ConstraintExamples;
import dev.migrate.operation.CreateIndex;
import dev.migrate.operation.CreateTable;
import dev.migrate.operation.DropColumn;
import dev.migrate.operation.OneOfEach;
import dev.migrate.operation.SetTableOptions;
import dev.migrate.operation.TableOperation;
import dev.migrate.schema.Column;
import dev.migrate.schema.ColumnPosition;
import dev.migrate.schema.ColumnType;
import dev.migrate.schema.DefaultValue;
import dev.migrate.schema.Generated;
import dev.migrate.schema.Identity;
import dev.migrate.schema.Index;
import dev.migrate.schema.Numbering;
import dev.migrate.schema.PrimaryKey;
import dev.migrate.schema.Table;
import dev.migrate.schema.TableName;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** Changes of the tables of {@link OneOfEach} that some databases can make and others have no word for. */
final class NotEverywhere {

    private static final ColumnType INTEGER = new ColumnType.IntegerType(32);
    private static final ColumnType BIGINT = new ColumnType.IntegerType(64);
    private static final Index.Part EMAIL = Index.Part.column("email");

    private NotEverywhere() {}

    static Map<String, TableOperation> examples(String collation, Map.Entry<String, String> option) {
        Map<String, TableOperation> examples = new LinkedHashMap<>();
        examples.put("createIndex of some rows", create(List.of(EMAIL), Optional.of("status = 'open'")));
        examples.put("createIndex of an expression", create(List.of(Index.Part.expression("lower(status)"))));
        examples.put("createIndex of a beginning", create(List.of(EMAIL.withPrefix(OptionalInt.of(8)))));
        examples.put(
                "createIndex with nulls in another place",
                create(List.of(Index.Part.column("fax").withNulls(Optional.of(Index.Nulls.FIRST)))));
        examples.put("createIndex that keeps a column", create(List.of("fax"), Optional.empty(), false));
        examples.put("createIndex by hash", create(List.of(), Optional.of("hash"), false));
        examples.put("createIndex that is not used", create(List.of(), Optional.empty(), true));
        examples.put(
                "addColumn that is computed when read",
                add(Column.of("more", INTEGER).withGenerated(Optional.of(new Generated("age + 1", false)))));
        examples.put(
                "addColumn that is invisible", add(Column.of("more", INTEGER).withInvisible(true)));
        examples.put("createTable that only the database numbers", new CreateTable(numberedByItself()));
        examples.put("createTable with numbers of its own", new CreateTable(numberedInItsOwnWay()));
        examples.putAll(tables(collation, option));
        examples.putAll(columns(collation));
        examples.putAll(alteredColumns(collation));
        examples.putAll(ConstraintExamples.notEverywhere());
        return examples;
    }

    private static Table numberedInItsOwnWay() {
        Column id = Column.of("id", INTEGER)
                .withNullable(false)
                .withIdentity(Optional.of(Identity.BY_DEFAULT))
                .withNumbering(Optional.of(new Numbering(
                        Optional.empty(), 1000, -10, Optional.of(-500L), Optional.of(2000L), Optional.of(5L), true)));
        return Table.of(TableName.parse("tickets"), List.of(id)).with(new PrimaryKey("pk_tickets", List.of("id")));
    }

    private static Map<String, TableOperation> tables(String collation, Map.Entry<String, String> option) {
        Map<String, TableOperation> examples = new LinkedHashMap<>();
        examples.put("tableOptions charset", options("charset", "latin1"));
        examples.put("tableOptions collation", options("collation", collation));
        examples.put("tableOptions of the database's own", options(option.getKey(), option.getValue()));
        examples.put("createTable with engine and charset", made(Map.of("engine", "MyISAM", "charset", "latin1")));
        examples.put("createTable with an option of its own", made(Map.of(option.getKey(), option.getValue())));
        return examples;
    }

    private static TableOperation options(String name, String value) {
        return new SetTableOptions(OneOfEach.TEAMS, Map.of(name, new Change.Set<>(value)));
    }

    private static TableOperation made(Map<String, String> options) {
        return new CreateTable(Table.of(
                        TableName.parse("tickets"),
                        List.of(Column.of("code", new ColumnType.VarChar(20)).withNullable(false)))
                .with(new PrimaryKey("pk_tickets", List.of("code")))
                .withOptions(options));
    }

    private static Map<String, TableOperation> columns(String collation) {
        Map<String, TableOperation> examples = new LinkedHashMap<>();
        Column more = Column.of("more", new ColumnType.VarChar(30));
        examples.put("addColumn first", new AddColumn(OneOfEach.USERS, more, Optional.of(ColumnPosition.FIRST)));
        examples.put(
                "addColumn after another",
                new AddColumn(
                        OneOfEach.USERS,
                        more.withNullable(false).withDefault(Optional.of(new DefaultValue.Text("x"))),
                        Optional.of(ColumnPosition.after("email"))));
        examples.put("addColumn of another character set", add(more.withCharset(Optional.of("latin1"))));
        examples.put("addColumn of another collation", add(more.withCollation(Optional.of(collation))));
        examples.put(
                "addColumn that follows an update",
                add(Column.of("more", new ColumnType.Timestamp(3)).withOnUpdate(Optional.of(Column.NOW))));
        return examples;
    }

    private static Map<String, TableOperation> alteredColumns(String collation) {
        Map<String, TableOperation> examples = new LinkedHashMap<>();
        examples.put(
                "alterColumn first",
                alter("status").position(ColumnPosition.FIRST).operation());
        examples.put(
                "alterColumn after another",
                alter("status")
                        .position(ColumnPosition.after("fax"))
                        .nullable(true)
                        .operation());
        examples.put(
                "alterColumn charset",
                alter("status").charset(new Change.Set<>("latin1")).operation());
        examples.put(
                "alterColumn collation",
                alter("status").collation(new Change.Set<>(collation)).operation());
        examples.put("alterColumn invisible", alter("status").invisible(true).operation());
        examples.put(
                "alterColumn onUpdate",
                alter("created_at").onUpdate(new Change.Set<>(Column.NOW)).operation());
        examples.put(
                "alterColumn identity",
                new AlterTable(
                        OneOfEach.USERS,
                        List.of(
                                AlterColumn.of(OneOfEach.USERS, "id")
                                        .identity(new Change.Drop<>())
                                        .operation(),
                                AlterColumn.of(OneOfEach.USERS, "id")
                                        .identity(new Change.Set<>(Identity.BY_DEFAULT))
                                        .operation())));
        examples.put(
                "dropIdentity",
                AlterColumn.of(OneOfEach.USERS, "id")
                        .identity(new Change.Drop<>())
                        .operation());
        examples.put(
                "alterColumn identity always",
                AlterColumn.of(OneOfEach.USERS, "id")
                        .identity(new Change.Set<>(Identity.ALWAYS))
                        .operation());
        examples.put(
                "alterColumn that becomes computed",
                alter("fax")
                        .generated(new Change.Set<>(new Generated("status", true)))
                        .operation());
        examples.put(
                "alterColumn using",
                alter("age")
                        .type(new ColumnType.Decimal(10, 2))
                        .using("age * 2")
                        .operation());
        examples.put("alterColumn of what is computed", computed(true));
        examples.put("alterColumn of what is computed when read", computed(false));
        examples.put(
                "dropGenerated",
                new AlterTable(
                        OneOfEach.USERS,
                        List.of(
                                add(next("age + 1", true)),
                                alter("next").generated(new Change.Drop<>()).operation(),
                                new DropColumn(OneOfEach.USERS, "next"))));
        return examples;
    }

    private static TableOperation computed(boolean stored) {
        TableName table = OneOfEach.TEAMS;
        return new AlterTable(
                table,
                List.of(
                        new AddColumn(table, Column.of("age", INTEGER)),
                        new AddColumn(table, next("age + 1", stored)),
                        AlterColumn.of(table, "next")
                                .generated(new Change.Set<>(new Generated("age + 2", stored)))
                                .operation()));
    }

    private static Column next(String expression, boolean stored) {
        return Column.of("next", INTEGER).withGenerated(Optional.of(new Generated(expression, stored)));
    }

    private static ColumnWords alter(String column) {
        return AlterColumn.of(OneOfEach.USERS, column);
    }

    private static TableOperation create(List<Index.Part> parts) {
        return create(parts, Optional.empty());
    }

    private static TableOperation create(List<Index.Part> parts, Optional<String> where) {
        return new CreateIndex(OneOfEach.USERS, Index.of("ix_users_more", parts, false, where), false);
    }

    private static TableOperation create(List<String> include, Optional<String> method, boolean invisible) {
        return new CreateIndex(
                OneOfEach.USERS,
                new Index("ix_users_more", List.of(EMAIL), false, Optional.empty(), include, method, invisible),
                false);
    }

    private static TableOperation add(Column column) {
        return new AddColumn(OneOfEach.USERS, column);
    }

    private static Table numberedByItself() {
        return Table.of(
                        TableName.parse("tickets"),
                        List.of(Column.of("id", BIGINT).withNullable(false).withIdentity(Optional.of(Identity.ALWAYS))))
                .with(new PrimaryKey("pk_tickets", List.of("id")));
    }
}
