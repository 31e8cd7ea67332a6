package dev.migrate.execute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrate.diff.DiffPolicy;
import dev.migrate.diff.Renames;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What a view holds is told when the database is compared, not when it refuses. */
class PostgreSqlViewsInTheWayTest {

    @TempDir
    Path directory;

    static Stream<Arguments> changes() {
        return Stream.of(
                Arguments.of(
                        "CREATE MATERIALIZED VIEW crew_names AS SELECT * FROM crew",
                        "CREATE TABLE crew (id bigint PRIMARY KEY, name text)",
                        DiffPolicy.USUAL,
                        "materialized view crew_names shows column crew.name, which gets another type"),
                Arguments.of(
                        "CREATE VIEW crew_names AS SELECT * FROM crew",
                        "CREATE TABLE crew (id bigint PRIMARY KEY, full_name text)",
                        DiffPolicy.USUAL.withRenames(Renames.parse("crew.name>full_name")),
                        "view crew_names shows column crew.name, which gets another type"),
                Arguments.of(
                        "CREATE VIEW crew_names AS SELECT * FROM crew",
                        "CREATE TABLE crew (id bigint PRIMARY KEY)",
                        DiffPolicy.USUAL.withDropsUnknown(true),
                        "view crew_names shows column crew.name, which is dropped"),
                Arguments.of(
                        "CREATE VIEW crew_names AS SELECT 1 FROM crew",
                        "CREATE TABLE other (id bigint PRIMARY KEY)",
                        DiffPolicy.USUAL.withDropsUnknown(true),
                        "view crew_names shows table crew, which is dropped"));
    }

    @ParameterizedTest
    @MethodSource("changes")
    void isToldBeforeTheDatabaseRefusesIt(String view, String model, DiffPolicy policy, String told) throws Exception {
        DataSource database = ComparedDatabase.POSTGRESQL.fresh();
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE crew (id bigint PRIMARY KEY, name varchar(80))");
            statement.execute(view);
            Path file = Files.writeString(directory.resolve("schema.sql"), model + ";");
            List<String> warnings = new ArrayList<>();

            CompareResult found = Migrator.compare(
                    database,
                    MigratorConfig.builder()
                            .history("views")
                            .listener(event -> {
                                if (event instanceof RunEvent.Warning warning) {
                                    warnings.add(warning.problem().what());
                                }
                            })
                            .build(),
                    List.of(),
                    DesiredState.ofScript("schema.sql", file, DriverManager::getConnection),
                    policy);

            assertThat(warnings).anyMatch(warning -> warning.startsWith(told + ", and the database refuses that"));
            assertThatThrownBy(() -> {
                        for (String sql : found.statements()) {
                            statement.execute(sql);
                        }
                    })
                    .hasMessageContaining("view crew_names depends on");
        }
    }
}
