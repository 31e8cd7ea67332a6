package dev.migrate.execute;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.execute.OfflineScriptContract.State;
import dev.migrate.schema.Column;
import dev.migrate.schema.ColumnType;
import dev.migrate.schema.SchemaModel;
import dev.migrate.schema.Table;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javax.sql.DataSource;

/** A statement of {@link OfflineScriptContract#SHOP} of which nobody knows whether it took effect. */
final class DoubtOfAScript {

    /** What tells that a statement is done, the most telling first. */
    private record Sign(String inStatement, Predicate<SchemaModel> inSchema) {}

    private static final List<Sign> SIGNS = List.of(
            new Sign(
                    "CREATE TABLE teams",
                    schema -> table(schema, "teams").findAny().isPresent()),
            new Sign(
                    "CREATE TABLE users",
                    schema -> table(schema, "users").findAny().isPresent()),
            new Sign("VARCHAR(400)", column("email", column -> column.type().equals(new ColumnType.VarChar(400)))),
            new Sign("telephone", column("telephone", column -> true)),
            new Sign("phone", column("phone", column -> true)),
            new Sign("ix_users_status", index("ix_users_status")),
            new Sign("ix_users_code", index("ix_users_code")),
            new Sign("ADD COLUMN status_code", column("status_code", column -> true)),
            new Sign(
                    "status_code SET DEFAULT",
                    column("status_code", column -> column.defaultValue().isPresent())),
            new Sign("status_code", column("status_code", column -> !column.nullable())));

    private DoubtOfAScript() {}

    /** Looks, as a person would who is asked, and writes down what is true. */
    static void settle(DataSource database) throws SQLException {
        List<String> doubts = Asked.rows(database, "SELECT sql_text FROM migrate_journal WHERE state <> 'done'");
        assertThat(doubts).hasSize(1);
        Asked.run(
                database,
                isDone(doubts.get(0), State.of(database).schema())
                        ? "UPDATE migrate_journal SET state = 'done' WHERE state <> 'done'"
                        : "DELETE FROM migrate_journal WHERE state <> 'done'");
    }

    private static boolean isDone(String sql, SchemaModel schema) {
        return SIGNS.stream()
                .filter(sign -> sql.contains(sign.inStatement()))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no way to look for: " + sql))
                .inSchema()
                .test(schema);
    }

    private static Stream<Table> table(SchemaModel schema, String name) {
        return schema.tables().stream().filter(table -> table.name().name().equals(name));
    }

    private static Predicate<SchemaModel> column(String name, Predicate<Column> what) {
        return schema -> table(schema, "users")
                .flatMap(table -> table.columns().stream())
                .anyMatch(column -> column.name().equals(name) && what.test(column));
    }

    private static Predicate<SchemaModel> index(String name) {
        return schema -> table(schema, "users")
                .flatMap(table -> table.indexes().stream())
                .anyMatch(index -> index.name().equals(name));
    }
}
