package dev.migrate.dialect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.migrate.diff.SchemaDiff;
import dev.migrate.operation.InsertRows;
import dev.migrate.operation.Operation;
import dev.migrate.operation.UpdateRows;
import dev.migrate.schema.Column;
import dev.migrate.schema.ColumnType;
import dev.migrate.schema.ForeignKey;
import dev.migrate.schema.Index;
import dev.migrate.schema.PrimaryKey;
import dev.migrate.schema.ReferentialAction;
import dev.migrate.schema.SchemaModel;
import dev.migrate.schema.Table;
import dev.migrate.schema.TableName;
import dev.migrate.schema.UniqueConstraint;
import dev.migrate.testing.MariaDbServer;
import dev.migrate.testing.MySqlServer;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Tables that refer to each other, with rows in them. */
class DiffedReferencesTest {

    private static final ColumnType BIGINT = new ColumnType.IntegerType(64);

    enum Server {
        H2,
        SQLITE,
        MARIADB,
        POSTGRESQL,
        MYSQL;

        DiffedDatabase fresh() throws SQLException {
            return DiffedDatabase.of(
                    switch (this) {
                        case H2 -> H2ContractTest.H2Memory.open("");
                        case SQLITE -> SqliteContractTest.SqliteFile.create();
                        case MARIADB -> MySqlSchemas.fresh(MariaDbServer.shared(), false);
                        case POSTGRESQL -> PostgreSqlContractTest.PostgreSqlSchemas.fresh();
                        case MYSQL -> {
                            assumeTrue(MySqlServer.given().isPresent(), "no -Dit.mysql.url");
                            yield MySqlSchemas.fresh(MySqlServer.given().orElseThrow(), true);
                        }
                    });
        }
    }

    @ParameterizedTest
    @EnumSource
    void circlesAreMadeAndDroppedAndMadeAgain(Server server) throws SQLException {
        SchemaModel circles = SchemaModel.of(List.of(
                table("eggs", "hen_id>hens"),
                table("hens", "egg_id>eggs"),
                table("people", "boss_id>people", "home_id>homes"),
                table("homes", "owner_id>people"),
                table("a", "c_id>c"),
                table("b", "a_id>a", "hen_id>hens"),
                table("c", "b_id>b")));

        try (DiffedDatabase database = server.fresh()) {
            becomes(database, circles);
            SchemaModel made = database.read();
            fill(database, circles);
            SchemaDiff drops = database.diff(SchemaModel.empty(), DiffedDatabase.WHOLE);
            database.run(drops.operations());
            assertThat(database.read().tables()).isEmpty();

            database.run(drops.wayBack().orElseThrow());
            assertThat(database.diff(made, DiffedDatabase.WHOLE).differences()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void aKeyChangesUnderThoseThatReferToItAndAllRowsStay(Server server) throws SQLException {
        Table teams = table("teams").with(new UniqueConstraint("uq_teams_code", List.of("code")));
        Table users = table("users", "team_id>teams", "boss_id>users")
                .with(Index.of("ix_users_team", List.of(Index.Part.column("team_id")), false, Optional.empty()))
                .with(new ForeignKey(
                        "fk_users_code",
                        List.of("code"),
                        TableName.parse("teams"),
                        List.of("code"),
                        ReferentialAction.NO_ACTION,
                        ReferentialAction.NO_ACTION));
        Table changed = widened(teams, "id");
        Table following = widened(users.withoutIndex("ix_users_team"), "team_id");

        try (DiffedDatabase database = server.fresh()) {
            SchemaModel before = narrow(SchemaModel.of(List.of(teams, users)));
            becomes(database, before);
            fill(database, before);
            String rows = rows(database);
            becomes(database, narrowOthers(SchemaModel.of(List.of(changed, following))));
            assertThat(rows(database)).isEqualTo(rows);
            becomes(database, before);
            assertThat(rows(database)).isEqualTo(rows);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aDroppedTableLeavesItsNamesToANewOneBeforeItGoes(Server server) throws SQLException {
        Index index = Index.of("ix_of_both", List.of(Index.Part.column("code")), false, Optional.empty());
        UniqueConstraint key = new UniqueConstraint("uq_of_both", List.of("code"));
        SchemaModel old = SchemaModel.of(
                List.of(table("olds", "mate_id>olds").with(index).with(key), table("others", "old_id>olds")));
        SchemaModel renewed = SchemaModel.of(List.of(
                table("news", "mate_id>news")
                        .with(index)
                        .with(key)
                        .withConstraints(Stream.concat(
                                        table("news").with(key).constraints().stream(),
                                        Stream.of(key("fk_olds_mate_id", "mate_id", "news")))
                                .toList()),
                table("others", "old_id>news")));

        try (DiffedDatabase database = server.fresh()) {
            becomes(database, old);
            fill(database, old);
            database.run(List.of(new UpdateRows(
                    TableName.parse("others"),
                    List.of(new UpdateRows.Assignment("old_id", Optional.empty(), null)),
                    Optional.empty())));
            becomes(database, renewed);
        }
    }

    private static void becomes(DiffedDatabase database, SchemaModel desired) throws SQLException {
        SchemaDiff diff = database.diff(desired, DiffedDatabase.WHOLE);
        database.run(diff.operations());

        assertThat(database.diff(desired, DiffedDatabase.WHOLE).differences()).isEmpty();
    }

    /** Keys of 32 bits, so that they can become wider. */
    private static SchemaModel narrow(SchemaModel schema) {
        return schema.changeAll(table -> table.withColumns(table.columns().stream()
                .map(column -> column.type().equals(BIGINT) ? column.withType(new ColumnType.IntegerType(32)) : column)
                .toList()));
    }

    private static SchemaModel narrowOthers(SchemaModel schema) {
        return schema.changeAll(table -> table.withColumns(table.columns().stream()
                .map(column -> column.name().equals("boss_id") || (column.name().equals("id") && !isTeams(table))
                        ? column.withType(new ColumnType.IntegerType(32))
                        : column)
                .toList()));
    }

    private static boolean isTeams(Table table) {
        return table.name().name().equals("teams");
    }

    private static Table widened(Table table, String column) {
        return table.withColumn(column, each -> each.withType(BIGINT));
    }

    private static Table table(String name, String... references) {
        TableName table = TableName.parse(name);
        List<Column> columns = Stream.concat(
                        Stream.of(
                                Column.of("id", BIGINT).withNullable(false),
                                Column.of("code", new ColumnType.VarChar(20))),
                        Arrays.stream(references).map(each -> Column.of(each.substring(0, each.indexOf('>')), BIGINT)))
                .toList();
        Table made = Table.of(table, columns).with(new PrimaryKey("pk_" + name, List.of("id")));
        for (String each : references) {
            String column = each.substring(0, each.indexOf('>'));
            made = made.with(key("fk_" + name + "_" + column, column, each.substring(each.indexOf('>') + 1)));
        }
        return made;
    }

    private static ForeignKey key(String name, String column, String references) {
        return new ForeignKey(
                name,
                List.of(column),
                TableName.parse(references),
                List.of("id"),
                ReferentialAction.NO_ACTION,
                ReferentialAction.NO_ACTION);
    }

    /** One row in each table, that refers to the one of the other. */
    private static void fill(DiffedDatabase database, SchemaModel schema) throws SQLException {
        for (Table table : schema.tables()) {
            database.run(List.<Operation>of(
                    new InsertRows(table.name(), List.of("id", "code"), List.of(List.of(1, "one")))));
        }
        for (Table table : schema.tables()) {
            for (Column column : table.columns()) {
                if (column.name().endsWith("_id")) {
                    database.run(List.of(new UpdateRows(
                            table.name(),
                            List.of(new UpdateRows.Assignment(column.name(), Optional.empty(), 1)),
                            Optional.empty())));
                }
            }
        }
    }

    private static String rows(DiffedDatabase database) throws SQLException {
        return database.answer(
                        "SELECT count(*) FROM users JOIN teams ON users.team_id = teams.id AND users.code = teams.code")
                + " of "
                + database.answer("SELECT count(*) FROM users");
    }
}
