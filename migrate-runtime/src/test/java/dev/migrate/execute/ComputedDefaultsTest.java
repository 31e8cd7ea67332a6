package dev.migrate.execute;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.diff.DiffPolicy;
import dev.migrate.diff.SchemaDifference;
import dev.migrate.schema.Column;
import dev.migrate.schema.ColumnType;
import dev.migrate.schema.DefaultValue;
import dev.migrate.schema.SchemaModel;
import dev.migrate.schema.Table;
import dev.migrate.schema.TableName;
import dev.migrate.scratch.DesiredModel;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;

/** H2 keeps what it computed of a default, and a model that was not tried says what is to be computed. */
class ComputedDefaultsTest {

    private final List<String> warnings = new ArrayList<>();

    private List<String> differences(String present, DefaultValue wanted, boolean triedOut) throws SQLException {
        JdbcDataSource database = new JdbcDataSource();
        database.setURL("jdbc:h2:mem:computed");
        try (Connection held = database.getConnection();
                Statement statement = held.createStatement()) {
            statement.execute("CREATE TABLE things (a integer DEFAULT " + present + ")");
            Column column = Column.of("a", new ColumnType.IntegerType(32)).withDefault(Optional.of(wanted));
            SchemaModel model = SchemaModel.of(List.of(Table.of(TableName.parse("things"), List.of(column))));
            MigratorConfig config = MigratorConfig.builder()
                    .history("things")
                    .listener(event -> {
                        if (event instanceof RunEvent.Warning warning) {
                            warnings.add(warning.problem().text());
                        }
                    })
                    .build();
            DesiredState state = (sessions, dialect, looking) ->
                    new DesiredModel("things", model, Map.of(), List.of(), Set.of(), triedOut, List.of());
            return Migrator.compare(database, config, List.of(), state, DiffPolicy.USUAL).diff().differences().stream()
                    .map(SchemaDifference::toString)
                    .toList();
        }
    }

    private static DefaultValue expression(String sql) {
        return new DefaultValue.Expression(sql);
    }

    @Test
    void aSumIsItsResult() throws SQLException {
        assertThat(differences("9", expression("((1 + 2) * 3)"), false)).isEmpty();
        assertThat(warnings).isEmpty();
    }

    @Test
    void anotherResultIsADifference() throws SQLException {
        assertThat(differences("9", expression("((1 + 2) * 4)"), false))
                .containsExactly("change column things.a: default 9, should be ((1 + 2) * 4)");
        assertThat(differences("9", new DefaultValue.Numeric(BigDecimal.TEN), false))
                .containsExactly("change column things.a: default 9, should be 10");
        assertThat(differences("9", expression("cast(rand() * 9 as integer)"), false))
                .containsExactly("change column things.a: default 9, should be cast(rand() * 9 as integer)");
        assertThat(warnings).isEmpty();
    }

    @Test
    void whatOnlyATrialTellsIsLeftAloneAndTold() throws SQLException {
        assertThat(differences("abs(-7)", expression("abs(-7)"), false)).isEmpty();
        assertThat(warnings).containsExactly("""
                [model-differs] the database has computed the default of column things.a, and without a scratch nobody can \
                tell whether it is the model's
                  where: h2 2.4.240, PUBLIC
                  next:  say the value itself in the model, or let a scratch be made""");
    }

    @Test
    void aTrialHasToldIt() throws SQLException {
        assertThat(differences("7", expression("abs(-7)"), true))
                .containsExactly("change column things.a: default 7, should be abs(-7)");
        assertThat(warnings).isEmpty();
    }
}
