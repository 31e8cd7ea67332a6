package dev.migrate.execute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.migrate.diff.DiffPolicy;
import dev.migrate.problem.MigrateException;
import dev.migrate.problem.ProblemCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Names that have backticks of their own at both ends. */
class UnsayableTest {

    private static final MigratorConfig CONFIG =
            MigratorConfig.builder().history("unsayable").build();

    @TempDir
    Path directory;

    @ParameterizedTest
    @CsvSource({"POSTGRESQL, '\"`rank`\"'", "MARIADB, ```rank```"})
    void areNotWrittenIntoAMigrationWhichWouldMeanOthers(ComparedDatabase kind, String column)
            throws SQLException, IOException {
        DataSource database = kind.fresh();
        execute(database, "CREATE TABLE crew (id bigint PRIMARY KEY)");

        MigrateException refused = catchThrowableOfType(
                MigrateException.class,
                () -> compare(database, "CREATE TABLE crew (id bigint PRIMARY KEY, " + column + " bigint);"));

        assertThat(refused.problem().code()).isEqualTo(ProblemCode.UNSUPPORTED);
        assertThat(refused).hasMessageContaining("the name `rank`, in table crew, begins and ends with a backtick");
    }

    @ParameterizedTest
    @CsvSource({"POSTGRESQL, '\"`rank`\"'", "MARIADB, ```rank```"})
    void areRefusedByABaselineWithTheTableToLeaveOut(ComparedDatabase kind, String column) throws SQLException {
        DataSource database = kind.fresh();
        execute(database, "CREATE TABLE crew (id bigint PRIMARY KEY, " + column + " bigint)");

        MigrateException refused = catchThrowableOfType(
                MigrateException.class, () -> Migrator.baseline(database, CONFIG, Optional.empty(), DiffPolicy.USUAL));

        assertThat(refused.problem().next().orElseThrow()).contains("-Dmigrate.excludeTables=\"crew\"");
    }

    @ParameterizedTest
    @CsvSource({"POSTGRESQL, '\"`rank`\"'", "MARIADB, ```rank```"})
    void areInNobodysWayWhileTheyStayAsTheyAre(ComparedDatabase kind, String column) throws SQLException, IOException {
        DataSource database = kind.fresh();
        String table = "CREATE TABLE crew (id bigint PRIMARY KEY, " + column + " bigint)";
        execute(database, table);

        CompareResult compared = compare(database, table + "; CREATE TABLE others (id bigint PRIMARY KEY);");

        assertThat(compared.statements()).singleElement().asString().startsWith("CREATE TABLE others");
    }

    private CompareResult compare(DataSource database, String script) throws IOException {
        Path file = Files.writeString(directory.resolve("schema.sql"), script);
        DesiredState desired = DesiredState.ofScript("schema.sql", file, DriverManager::getConnection);
        return Migrator.compare(database, CONFIG, List.of(), desired, DiffPolicy.USUAL);
    }

    private static void execute(DataSource database, String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
