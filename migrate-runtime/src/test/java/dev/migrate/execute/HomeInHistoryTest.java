package dev.migrate.execute;

import static dev.migrate.execute.MigratorContract.NOTHING;
import static dev.migrate.execute.MigratorContract.config;
import static dev.migrate.execute.MigratorContract.migrator;
import static dev.migrate.execute.TestHistory.history;
import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.Operations;
import dev.migrate.dialect.Dialect;
import dev.migrate.dialect.Dialects;
import dev.migrate.diff.DiffPolicy;
import dev.migrate.graph.RevisionGraph;
import dev.migrate.schema.Column;
import dev.migrate.schema.ColumnType;
import dev.migrate.schema.ForeignKey;
import dev.migrate.schema.PrimaryKey;
import dev.migrate.schema.ReferentialAction;
import dev.migrate.schema.SchemaModel;
import dev.migrate.schema.Table;
import dev.migrate.schema.TableName;
import dev.migrate.scratch.DesiredModel;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** From a table of another schema, one at home can only be referred to by the name that home has on some database. */
class HomeInHistoryTest {

    private static final Column ID =
            Column.of("id", new ColumnType.IntegerType(64)).withNullable(false);

    private static final Dialect MARIADB = Dialects.offline("mariadb:11.4");

    private static TestHistory referring(Function<Operations, String> referred) {
        return history()
                .revision("s1", "", op -> op.createSchema("billing"), NOTHING)
                .revision(
                        "a1",
                        "s1",
                        op -> {
                            op.createTable("users", t -> t.bigint("id").primaryKey());
                            op.createTable("billing.visits", t -> {
                                t.bigint("id").primaryKey();
                                t.foreignKey(k -> k.columns("id").references(referred.apply(op), "id"));
                            });
                        },
                        NOTHING);
    }

    private static FoldedComparison folded(String referred) {
        TestHistory history = referring(op -> referred);
        return FoldedComparison.of(
                history.indexed(), RevisionGraph.of(history.indexed().nodes()), MARIADB, config().build());
    }

    /** What the mapping of such entities says, wherever home is. */
    private static DesiredModel desired(Optional<String> home) {
        Table users = Table.of(TableName.parse("users"), List.of(ID)).with(new PrimaryKey("pk_users", List.of("id")));
        Table visits = Table.of(TableName.parse("billing.visits"), List.of(ID))
                .with(new PrimaryKey("pk_visits", List.of("id")))
                .with(new ForeignKey(
                        "fk_visits_id_users",
                        List.of("id"),
                        new TableName(home, "users"),
                        List.of("id"),
                        ReferentialAction.NO_ACTION,
                        ReferentialAction.NO_ACTION));
        return new DesiredModel(
                "users", SchemaModel.of(List.of(users, visits)), Map.of(), List.of(), Set.of(), true, List.of());
    }

    @Test
    void theSchemaThatOthersReferToAndNothingIsMadeInIsHome() {
        FoldedComparison folded = folded("shop_dev.users");

        assertThat(folded.home()).contains("shop_dev");
        assertThat(folded.compare(desired(folded.home()), DiffPolicy.USUAL)
                        .diff()
                        .differences())
                .isEmpty();
    }

    /** The only way for a history that runs where home is called otherwise. */
    @ParameterizedTest
    @CsvSource({"'', public", ";DATABASE_TO_LOWER=TRUE, public", ";DATABASE_TO_UPPER=FALSE, PUBLIC"})
    void aValueSaysWhatHomeIsCalled(String setting, String home) throws SQLException {
        JdbcDataSource database = new JdbcDataSource();
        database.setURL("jdbc:h2:mem:home" + System.nanoTime() + ";DB_CLOSE_DELAY=-1" + setting);
        TestHistory history = referring(op -> op.x("home", "public") + ".users");

        migrator(history, database, config().x("home", home)).upgrade("head");

        try (Connection connection = database.getConnection()) {
            assertThat(Dialects.of(connection).homeSchema(connection)).contains(home);
            assertThat(Dialects.of(connection)
                            .catalog()
                            .schema(connection, Optional.of("billing"))
                            .table(TableName.parse("billing.visits"))
                            .foreignKeys())
                    .extracting(key -> key.references().name())
                    .containsExactly("users");
        }
    }

    @Test
    void aSchemaInWhichSomethingIsMadeIsAnother() {
        assertThat(folded("billing.visits").home()).isEmpty();
    }
}
