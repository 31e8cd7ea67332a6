package dev.migrate.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoTest;
import org.apache.maven.plugin.MojoFailureException;
import org.junit.jupiter.api.Test;

/** Real sources, a real compiler, a real database: only Maven around it is missing. */
@MojoTest
class RepairGoalTest extends GoalCase {

    private void compiled(String body) throws IOException {
        compiled(
                "app/R1.java",
                "package app; import dev.migrate.*;\n@Revision(id = \"a1\") public final class R1 implements Migration {"
                        + " public void upgrade(Operations op) {" + body + "}"
                        + " public void downgrade(Operations op) { op.dropTable(\"t\"); } }");
    }

    @Test
    void anEditThatCameTooLateStopsUpgradeUntilItIsAccepted(
            @InjectMojo(goal = "upgrade") UpgradeMojo upgrade, @InjectMojo(goal = "repair") RepairMojo repair)
            throws Exception {
        fixture().pom("migrate.url", "jdbc:h2:" + directory.resolve("db"));
        compiled("op.createTable(\"t\", t -> t.bigint(\"id\"));");
        upgrade.execute();
        compiled("// the same\n op.createTable( \"t\",  t -> t.bigint(\"id\") );");
        upgrade.execute();
        compiled("op.createTable(\"t\", t -> t.integer(\"id\"));");
        MojoFailureException refused = catchThrowableOfType(MojoFailureException.class, upgrade::execute);
        fixture().lines.clear();

        repair.execute();
        repair.execute();
        upgrade.execute();

        assertThat(refused)
                .hasMessageContaining("[changed-after-applied] revision a1 was changed after it was applied (")
                .hasMessageContaining("where: app.R1 (R1.java:2)");
        assertThat(fixture().lines.stream()
                        .filter(line -> line.startsWith("info ") && !line.startsWith("info database "))
                        .map(line -> line.replaceAll(", applied .*", "")))
                .containsExactly(
                        "info accepted as it is now: a1, app.R1 (R1.java:2)",
                        "info nothing to repair: the version table holds a1, and no migration is known to have been"
                                + " changed after it was applied",
                        "info nothing to do: the database is at a1");
    }

    @Test
    void whatAChangedMigrationIsCanBeSaid(@InjectMojo(goal = "upgrade") UpgradeMojo upgrade) throws Exception {
        fixture().pom("migrate.url", "jdbc:h2:" + directory.resolve("db"));
        compiled("op.createTable(\"t\", t -> t.bigint(\"id\"));");
        upgrade.execute();
        compiled("op.createTable(\"t\", t -> t.integer(\"id\"));");
        fixture().user("migrate.changed", "warning");
        fixture().lines.clear();

        upgrade.execute();

        assertThat(fixture().lines)
                .filteredOn(line -> line.startsWith("warn "))
                .singleElement()
                .satisfies(line -> assertThat(line).contains("[changed-after-applied]"));
    }
}
