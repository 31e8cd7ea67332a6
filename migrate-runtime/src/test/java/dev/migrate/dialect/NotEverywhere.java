package dev.migrate.dialect;

import dev.migrate.operation.AddColumn;
import dev.migrate.operation.ConstraintExamples;
import dev.migrate.operation.CreateIndex;
import dev.migrate.operation.CreateTable;
import dev.migrate.operation.OneOfEach;
import dev.migrate.operation.TableOperation;
import dev.migrate.schema.Column;
import dev.migrate.schema.ColumnType;
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

    static Map<String, TableOperation> examples() {
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
