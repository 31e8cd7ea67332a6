package dev.migrate.execute;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.diff.DiffPolicy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Names that change places between two tables, where a schema may have each but once. */
class SwappedNamesTest {

    @TempDir
    Path directory;

    /** The names of two keys each: in a ring of both tables, and the two of each table. */
    static Stream<Arguments> wanted() {
        return Stream.of(ComparedDatabase.values())
                .flatMap(kind -> Stream.of(
                        Arguments.of(kind, table("crew", "two", "four"), table("ship", "three", "one")),
                        Arguments.of(kind, table("crew", "three", "one"), table("ship", "four", "two"))));
    }

    @ParameterizedTest
    @MethodSource("wanted")
    void oneGoesBeforeTheOtherComes(ComparedDatabase kind, String crew, String ship) throws SQLException, IOException {
        DataSource database = kind.fresh();
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(table("crew", "one", "three"));
            statement.execute(table("ship", "two", "four"));
            Path file = Files.writeString(directory.resolve("schema.sql"), crew + ";\n" + ship + ";");

            for (String sql : compared(database, file).statements()) {
                statement.execute(sql);
            }

            assertThat(compared(database, file).diff().differences()).isEmpty();
        }
    }

    private static String table(String name, String number, String other) {
        return "CREATE TABLE " + name + " (id bigint PRIMARY KEY, grade integer, boss bigint,"
                + " CONSTRAINT ck_" + number + " CHECK (grade > 0),"
                + " CONSTRAINT ck_" + other + " CHECK (grade < 9),"
                + " CONSTRAINT uq_" + number + " UNIQUE (grade),"
                + " CONSTRAINT fk_" + number + " FOREIGN KEY (boss) REFERENCES " + name + " (id))";
    }

    private static CompareResult compared(DataSource database, Path file) {
        return Migrator.compare(
                database,
                MigratorConfig.builder().history("swapped").build(),
                List.of(),
                DesiredState.ofScript("schema.sql", file, DriverManager::getConnection),
                DiffPolicy.USUAL);
    }
}
