package dev.migrate.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoTest;
import org.apache.maven.plugin.MojoFailureException;
import org.junit.jupiter.api.Test;

/** A database that knows what it is. Sources need not be compiled for that. */
@MojoTest
class EnsureVersionGoalTest extends GoalCase {

    private static final String REVISION = "package app; import dev.migrate.*;\n"
            + "@Revision(id = \"a1\") public final class R1 implements Migration {"
            + " public void upgrade(Operations op) { op.createTable(\"t\", t -> t.bigint(\"id\")); }"
            + " public void downgrade(Operations op) { op.dropTable(\"t\"); } }";

    private List<String> told() {
        return lines().stream()
                .filter(line -> line.startsWith("info ") && !line.startsWith("info database "))
                .toList();
    }

    @Test
    void aProfileMarksTheDatabaseAndForgettingItIsRefused(
            @InjectMojo(goal = "ensure-version") EnsureVersionMojo ensure,
            @InjectMojo(goal = "upgrade") UpgradeMojo upgrade,
            @InjectMojo(goal = "current") CurrentMojo current)
            throws Exception {
        fixture().source("app/R1.java", REVISION).pom("migrate.url", "jdbc:h2:" + directory.resolve("db"));
        fixture().profile("prod", "migrate.environment", "prod").user("migrate.production", "true");
        ensure.execute();
        ensure.execute();
        compiled("app/R1.java", REVISION);
        fixture().request.getUserProperties().remove("migrate.production");

        assertThatThrownBy(upgrade::execute)
                .isInstanceOf(MojoFailureException.class)
                .hasMessage(
                        "[environment-mismatch] the database is \"prod\", production; the run is meant for \"prod\","
                                + " not production. Nothing was written.\n"
                                + "  where: migrate_info\n"
                                + "  next:  if this database is the one you mean: -Pprod, where that profile sets"
                                + " migrate.environment and migrate.production, or -Dmigrate.environment=prod -Dmigrate.production\n"
                                + "         else correct the url, or the profile that it comes from");
        current.execute();

        assertThat(told())
                .containsExactly(
                        "info created migrate_version, migrate_lock, migrate_info, migrate_history, migrate_journal"
                                + " (schema PUBLIC)",
                        "info the database was not marked, now it is \"prod\", production",
                        "info nothing to create: migrate's own tables are there (schema PUBLIC)",
                        "info the database is \"prod\", production",
                        "info the database is \"prod\", production",
                        "info no revision is applied");
    }

    @Test
    void aCopyOfProductionBecomesAnotherWhenItIsSaid(@InjectMojo(goal = "ensure-version") EnsureVersionMojo ensure)
            throws Exception {
        fixture().source("app/R1.java", REVISION).pom("migrate.url", "jdbc:h2:" + directory.resolve("db"));
        fixture().profile("prod", "migrate.environment", "prod").user("migrate.production", "true");
        ensure.execute();
        fixture().profile("staging", "migrate.environment", "staging").user("migrate.production", "false");

        assertThatThrownBy(ensure::execute).hasMessageContaining("-Dmigrate.replaces=prod");
        lines().clear();
        fixture().user("migrate.replaces", "prod").user("migrate.outputFile", "target/mark.json");
        ensure.execute();

        assertThat(told()).last().isEqualTo("info the database was \"prod\", production, now it is \"staging\"");
        assertThat(directory.resolve("target/mark.json"))
                .content()
                .contains("\"after\": {\n    \"environment\": \"staging\",\n    \"production\": false\n  }");
    }

    @Test
    void theTablesCanBeAScript(@InjectMojo(goal = "ensure-version") EnsureVersionMojo ensure) throws Exception {
        fixture()
                .source("app/R1.java", REVISION)
                .user("migrate.dialect", "postgresql:17")
                .user("sql", "true");

        ensure.execute();

        Path file = Path.of("target", "migrate", "ensure_migrate_version.sql");
        assertThat(lines()).contains("info written to " + file);
        assertThat(directory.resolve(file)).content().contains("CREATE TABLE IF NOT EXISTS", "migrate_history");
    }
}
