package dev.migrate.execute;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.diff.DiffPolicy;
import dev.migrate.diff.SchemaDifference;
import dev.migrate.operation.CreateTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Locale;
import javax.sql.DataSource;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a file of SQL, or another database, gives no name has one that the database made up: any other is right for it. */
class UnnamedConstraintsTest {

    private static final List<String> SCRIPT = List.of(
            "CREATE TABLE teams (id bigint NOT NULL PRIMARY KEY, name varchar(40) UNIQUE, size integer CHECK (size > 0))",
            "CREATE TABLE members (id bigint NOT NULL PRIMARY KEY, team_id bigint, email varchar(80) NOT NULL,"
                    + " CONSTRAINT by_mail UNIQUE (email), FOREIGN KEY (team_id) REFERENCES teams (id))",
            "CREATE INDEX by_team ON members (team_id, email)");

    @TempDir
    Path directory;

    private static void run(DataSource database, List<String> statements) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    private static CompareResult compared(DataSource database, DesiredState desired) {
        return Migrator.compare(
                database,
                MigratorConfig.builder().history("unnamed").build(),
                List.of(),
                desired,
                DiffPolicy.USUAL.withDropsUnknown(true));
    }

    private static List<String> differences(DataSource database, DesiredState desired) {
        return compared(database, desired).diff().differences().stream()
                .map(SchemaDifference::toString)
                .toList();
    }

    @ParameterizedTest
    @EnumSource(ComparedDatabase.class)
    void anyNameIsRightForThem(ComparedDatabase kind) throws SQLException, IOException {
        Path file = Files.writeString(directory.resolve("schema.sql"), String.join(";\n", SCRIPT) + ";\n");
        DesiredState script = DesiredState.ofScript("schema.sql", file, DriverManager::getConnection);
        DataSource migrated = kind.fresh();
        DataSource written = kind.fresh();
        DesiredState other = DesiredState.ofDatabase(
                "another", "jdbc:another", url -> written.getConnection(), MigratorConfig.defaults());
        run(written, SCRIPT);

        CompareResult found = compared(migrated, script);
        run(migrated, found.statements());

        assertThat(names(found)).contains("uq_teams_name", "ck_teams_size", "fk_members_team_id_teams", "by_mail");
        assertThat(differences(migrated, script)).isEmpty();
        assertThat(differences(written, script)).isEmpty();
        assertThat(differences(migrated, other)).isEmpty();
        assertThat(names(compared(kind.fresh(), other))).isEqualTo(names(found));
    }

    private static List<String> names(CompareResult found) {
        return found.diff().operations().stream()
                .filter(CreateTable.class::isInstance)
                .map(CreateTable.class::cast)
                .flatMap(create -> create.definition().constraints().stream())
                .map(constraint -> constraint.name().toLowerCase(Locale.ROOT))
                .toList();
    }
}
