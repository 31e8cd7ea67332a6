package dev.migrate.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoTest;
import org.apache.maven.plugin.MojoFailureException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Real sources, a real compiler, a real database. */
@MojoTest
class VerifyGoalTest extends GoalCase {

    @BeforeEach
    void nameADatabase() {
        fixture().pom("migrate.url", "jdbc:h2:" + directory.resolve("db"));
    }

    private void migration(String down) throws IOException {
        compiled(
                "app/R1.java",
                "package app; import dev.migrate.*;\n@Revision(id = \"a1\", message = \"first\")"
                        + " public final class R1 implements Migration {"
                        + " public void upgrade(Operations op) { op.createTable(\"t\", t -> t.bigint(\"id\").primaryKey()); }"
                        + " public void downgrade(Operations op) {" + down + "} }");
    }

    @Test
    @InjectMojo(goal = "verify")
    void aSoundHistoryIsToldInALineAndTheDatabaseStaysAsItIs(VerifyMojo verify) throws Exception {
        migration("op.dropTable(\"t\");");

        verify.execute();

        assertThat(lines())
                .filteredOn(line -> line.startsWith("info ") && !line.startsWith("info database "))
                .satisfiesExactly(
                        model -> assertThat(model)
                                .isEqualTo(
                                        "info no model to compare with: the project has no Hibernate on its class path;"
                                                + " the entities of Hibernate 6.4 to 7 can be read, and no others"),
                        progress -> assertThat(progress).isEqualTo("info verified a1, first"),
                        result -> assertThat(result)
                                .matches("info 1 of 1 revision up, down and up again on H2 .*, in a database in memory:"
                                        + " sound"));
    }

    @Test
    @InjectMojo(goal = "verify-no-fork")
    void everyProblemIsALineAndFailsTheBuildWithItsWords(VerifyNoForkMojo verify) throws Exception {
        migration("op.execute(\"SELECT 1\");");
        Files.writeString(directory.resolve("schema.sql"), "CREATE TABLE t (id BIGINT PRIMARY KEY, name VARCHAR(20));");
        fixture().user("migrate.model", "sql:schema.sql").user("migrate.outputFile", "target/found.json");

        MojoFailureException refused = catchThrowableOfType(MojoFailureException.class, verify::execute);

        assertThat(refused).hasMessage("""
                [empty-downgrade] the downgrade changes nothing of what the upgrade changed:
                  table t is still there
                  where: app.R1.downgrade (R1.java:2)
                  next:  complete the downgrade, or mark the class @Irreversible("why")
                [model-differs] what the migrations make is not what the model says:
                  add column t.name
                  next:  mvn migrate:revision -Dautogenerate -Dmessage="…\"""");
        assertThat(lines())
                .contains("info   [empty-downgrade] app.R1", "info   [model-differs] all migrations together");
        assertThat(directory.resolve("target/found.json"))
                .content()
                .contains("\"class\": \"app.R1\"", "\"code\": \"empty-downgrade\"", "\"verified\": 0");
    }

    @Test
    @InjectMojo(goal = "verify-no-fork")
    void aHistoryThatDoesNotGoUpIsHeldAgainstNothing(VerifyNoForkMojo verify) throws Exception {
        compiled(
                "app/R1.java",
                "package app; import dev.migrate.*;\n@Revision(id = \"a1\") public final class R1 implements Migration {"
                        + " public void upgrade(Operations op) { op.execute(\"DROP TABLE nowhere\"); }"
                        + " public void downgrade(Operations op) { op.execute(\"SELECT 1\"); } }");
        Files.writeString(directory.resolve("schema.sql"), "CREATE TABLE t (id BIGINT PRIMARY KEY);");
        fixture().user("migrate.model", "sql:schema.sql").user("migrate.outputFile", "target/found.json");

        catchThrowableOfType(MojoFailureException.class, verify::execute);

        assertThat(lines())
                .contains("info the schema was not held against the model: not every revision could be applied")
                .doesNotContain("info the schema at the end was held against the model");
        assertThat(directory.resolve("target/found.json")).content().contains("\"compared\": false");
    }

    @Test
    @InjectMojo(goal = "verify-no-fork")
    void inProductionNothingIsTried(VerifyNoForkMojo verify) throws Exception {
        migration("op.dropTable(\"t\");");
        fixture().profile("prod", "migrate.environment", "prod").user("migrate.production", "true");

        MojoFailureException refused = catchThrowableOfType(MojoFailureException.class, verify::execute);

        assertThat(refused).hasMessageStartingWith("[in-production] the run is meant for a database in production");
    }
}
