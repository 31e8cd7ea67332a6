package dev.migrate.execute;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.diff.DiffPolicy;
import dev.migrate.diff.Renames;
import dev.migrate.diff.SchemaDiff;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A column that must not be null from now on is in nobody's way but that of rows without a value. */
class ColumnsThatLackValuesTest {

    @TempDir
    Path directory;

    @ParameterizedTest
    @EnumSource
    void rowsAreLookedForByTheNamesThatTheyStandUnder(ComparedDatabase kind) throws SQLException, IOException {
        DataSource database = kind.fresh();
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE crew (id bigint PRIMARY KEY, mail varchar(80), boss varchar(40))");
            statement.execute("INSERT INTO crew VALUES (1, NULL, 'Ada'), (2, 'bob@example.org', 'Ada')");
            statement.execute("CREATE TABLE empty_one (id bigint PRIMARY KEY, mail varchar(80))");
        }
        Path file = Files.writeString(directory.resolve("schema.sql"), """
                CREATE TABLE people (id bigint PRIMARY KEY, email varchar(80) NOT NULL, boss varchar(40) NOT NULL,
                  grade integer NOT NULL);
                CREATE TABLE empty_one (id bigint PRIMARY KEY, mail varchar(80) NOT NULL, grade integer NOT NULL);
                """);

        SchemaDiff diff = Migrator.compare(
                        database,
                        MigratorConfig.builder().history("lacking").build(),
                        List.of(),
                        DesiredState.ofScript("schema.sql", file, DriverManager::getConnection),
                        DiffPolicy.USUAL.withRenames(Renames.parse("crew>people, people.mail>email")))
                .diff();

        assertThat(diff.unfilled())
                .extracting(SchemaDiff.Unfilled::toString)
                .containsExactlyInAnyOrder(
                        "column people.grade, whose table has rows",
                        "column people.boss, only where every row has a value",
                        "column people.email, and rows are there without a value",
                        "column empty_one.grade, for an empty table only",
                        "column empty_one.mail, only where every row has a value");
    }
}
