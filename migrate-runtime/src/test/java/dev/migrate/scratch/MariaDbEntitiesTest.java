package dev.migrate.scratch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.dialect.Dialects;
import dev.migrate.testing.MariaDbServer;
import dev.migrate.testing.TestSchema;
import java.io.InputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

class MariaDbEntitiesTest extends EntitiesContract {

    @Override
    DataSource fresh() throws SQLException {
        MariaDbServer server = MariaDbServer.shared();
        TestSchema schema = server.createSchema();
        server.grant("ALL PRIVILEGES ON `migrate\\_%`.*", schema.owner());
        return schema.dataSource();
    }

    @Test
    void whatRunsThatWereCutOffLeftBehindIsTold() throws SQLException {
        MariaDbServer server = MariaDbServer.shared();
        TestSchema schema = server.createSchema();
        server.grant("ALL PRIVILEGES ON `migrate\\_%`.*", schema.owner());
        List<String> left = List.of("migrate_00000000000a_home", "migrate_00000000000a_billing");
        List<String> inUse = List.of("migrate_00000000000b_home", "migrate_00000000000b_billing");
        DataSource source = schema.dataSource();
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            for (String database : both(left, inUse)) {
                statement.execute("CREATE DATABASE " + database);
            }
            statement.execute("USE migrate_00000000000b_home");
            try {
                DesiredModel model = new DesiredStates(
                                Dialects.of(connection), Optional.of(schema.name()), new ScratchOf(source))
                        .ofScript("schema.sql", InputStream.nullInputStream());

                assertThat(model.warnings())
                        .singleElement()
                        .satisfies(warning -> assertThat(warning.text())
                                .startsWith("[scratch-left] earlier runs were cut off")
                                .contains(
                                        "DROP DATABASE `migrate_00000000000a_billing`; DROP DATABASE `migrate_00000000000a_home`")
                                .doesNotContain("00000000000b"));
            } finally {
                for (String database : both(left, inUse)) {
                    statement.execute("DROP DATABASE " + database);
                }
            }
        }
    }

    private static List<String> both(List<String> some, List<String> others) {
        return Stream.concat(some.stream(), others.stream()).toList();
    }
}
