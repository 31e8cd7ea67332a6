package dev.migrate.execute;

import static dev.migrate.execute.MigratorContract.NOTHING;
import static dev.migrate.execute.MigratorContract.config;
import static dev.migrate.execute.TestHistory.history;
import static org.assertj.core.api.Assertions.assertThat;

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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** From a table of another schema, one at home can only be referred to by the name that home has on some database. */
class HomeInHistoryTest {

    private static final Column ID =
            Column.of("id", new ColumnType.IntegerType(64)).withNullable(false);

    private static final Dialect MARIADB = Dialects.offline("mariadb:11.4");

    private static FoldedComparison folded(String referred) {
        TestHistory history = history()
                .revision(
                        "a1",
                        "",
                        op -> {
                            op.createTable("users", t -> t.bigint("id").primaryKey());
                            op.createTable("billing.visits", t -> {
                                t.bigint("id").primaryKey();
                                t.foreignKey(k -> k.columns("id").references(referred, "id"));
                            });
                        },
                        NOTHING);
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

    @Test
    void aSchemaInWhichSomethingIsMadeIsAnother() {
        assertThat(folded("billing.visits").home()).isEmpty();
    }
}
