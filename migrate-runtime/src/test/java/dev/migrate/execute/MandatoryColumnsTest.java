package dev.migrate.execute;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.diff.DiffPolicy;
import dev.migrate.schema.Column;
import dev.migrate.schema.ColumnType;
import dev.migrate.schema.PrimaryKey;
import dev.migrate.schema.SchemaModel;
import dev.migrate.schema.Table;
import dev.migrate.schema.TableName;
import dev.migrate.scratch.DesiredModel;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;

/** What the model does not know is left alone, and may be in the way of every insert all the same. */
class MandatoryColumnsTest {

    private static final SchemaModel USERS = SchemaModel.of(List.of(Table.of(
                    TableName.parse("users"),
                    List.of(Column.of("id", new ColumnType.IntegerType(64)).withNullable(false)))
            .with(new PrimaryKey("pk_users", List.of("id")))));

    @Test
    void aColumnThatNobodyKnowsAndNoRowCanBeWithoutIsWarnedOf() throws SQLException {
        JdbcDataSource database = new JdbcDataSource();
        database.setURL("jdbc:h2:mem:mandatory;DB_CLOSE_DELAY=-1");
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE users (id bigint, legacy integer NOT NULL, note varchar(9),"
                    + " state integer DEFAULT 0 NOT NULL, CONSTRAINT pk_users PRIMARY KEY (id))");
        }
        List<String> warnings = new ArrayList<>();
        MigratorConfig config = MigratorConfig.builder()
                .history("users")
                .listener(event -> {
                    if (event instanceof RunEvent.Warning warning) {
                        warnings.add(warning.problem().text());
                    }
                })
                .build();
        DesiredState state = (sessions, dialect, looking) ->
                new DesiredModel("users", USERS, Map.of(), List.of(), Set.of(), true, List.of());

        CompareResult found = Migrator.compare(database, config, List.of(), state, DiffPolicy.USUAL);

        assertThat(found.diff().isEmpty()).isTrue();
        assertThat(warnings).containsExactly("""
                [model-differs] every insert of an application that has this model fails: column users.legacy must not be \
                null and has no default, and the model does not know it
                  where: h2 2.4.240, PUBLIC
                  next:  drop what the model does not know with -Dmigrate.dropUnknown, or let it be null in a migration of \
                your own""");
    }
}
