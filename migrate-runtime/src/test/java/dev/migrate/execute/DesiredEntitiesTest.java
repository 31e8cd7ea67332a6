package dev.migrate.execute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrate.dialect.Dialects;
import dev.migrate.diff.DiffPolicy;
import dev.migrate.model.ModelReaders;
import dev.migrate.model.ModelRequest;
import dev.migrate.model.OpenModel;
import dev.migrate.problem.MigrateException;
import dev.migrate.testing.MariaDbServer;
import dev.migrate.testing.TestSchema;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** Where entities cannot be tried, they are compared as their provider knows them, and that is said. */
class DesiredEntitiesTest {

    private final List<String> warnings = new ArrayList<>();

    private CompareResult compared(DataSource database) {
        MigratorConfig config = MigratorConfig.builder()
                .history("shop")
                .listener(event -> {
                    if (event instanceof RunEvent.Warning warning) {
                        warnings.add(warning.problem().text());
                    }
                })
                .build();
        return Migrator.compare(
                database,
                config,
                List.of(),
                DesiredState.ofEntities(shop(), DriverManager::getConnection),
                DiffPolicy.USUAL);
    }

    private static OpenModel shop() {
        Path classes = classes();
        return ModelReaders.open(
                DesiredEntitiesTest.class.getClassLoader(),
                new ModelRequest(
                        List.of(classes), List.of(classes), List.of("samples.shop"), Optional.empty(), Map.of()));
    }

    private static Path classes() {
        try {
            return Path.of(DesiredEntitiesTest.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void execute(DataSource database, List<String> statements) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    @Test
    void anAccountThatMayMakeNoDatabaseIsToldWhichWayIsTaken() throws SQLException {
        DataSource database = MariaDbServer.shared().createSchema().dataSource();

        execute(database, compared(database).statements());
        warnings.clear();

        assertThat(compared(database).diff().differences()).isEmpty();
        assertThat(warnings)
                .singleElement()
                .satisfies(warning -> assertThat(warning)
                        .startsWith(
                                "[no-scratch] the model is compared as its provider knows it, without being tried: on this"
                                        + " MariaDB ")
                        .contains("no scratch can be made: ")
                        .contains("Access denied for user")
                        .hasLineCount(1));
    }

    @Test
    void nothingIsTriedBesideADatabaseThatSaysItIsInProduction() throws SQLException {
        MariaDbServer server = MariaDbServer.shared();
        TestSchema production = server.createSchema();
        server.grant("ALL PRIVILEGES ON `migrate\\_%`.*", production.owner());
        DataSource database = production.dataSource();
        try (Connection connection = database.getConnection()) {
            execute(
                    database,
                    List.of(
                            "CREATE TABLE migrate_info (name varchar(64) PRIMARY KEY, content varchar(255))",
                            "INSERT INTO migrate_info VALUES ('production', 'true')"));
            Scratches scratches = new Scratches(database::getConnection, DriverManager::getConnection);

            assertThatThrownBy(scratches::connectBeside)
                    .isInstanceOf(MigrateException.class)
                    .hasMessageContaining("[no-scratch] on this server no scratch is made: its database "
                            + production.name() + " is marked as production");
            assertThat(DesiredState.ofEntities(shop(), DriverManager::getConnection)
                            .of(database, Dialects.of(connection), connection)
                            .triedOut())
                    .isFalse();
        } finally {
            production.drop();
        }
    }
}
