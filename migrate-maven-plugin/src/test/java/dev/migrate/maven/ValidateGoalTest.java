package dev.migrate.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoTest;
import org.apache.maven.plugin.MojoFailureException;
import org.junit.jupiter.api.Test;

/** Real sources and a real compiler, and no database. */
@MojoTest
class ValidateGoalTest extends GoalCase {

    private void migration(String up, String down) throws IOException {
        compiled(
                "app/R1.java",
                "package app; import dev.migrate.*;\n@Revision(id = \"a1\") public final class R1 implements Migration {"
                        + " public void upgrade(Operations op) {" + up + "}"
                        + " public void downgrade(Operations op) {" + down + "} }");
    }

    @Test
    @InjectMojo(goal = "validate")
    void aSoundHistoryIsToldInALine(ValidateMojo validate) throws Exception {
        migration("op.createTable(\"t\", t -> t.bigint(\"id\"));", "op.dropTable(\"t\");");
        fixture().pom("migrate.url", "jdbc:mysql://nobody.invalid/shop");

        validate.execute();

        assertThat(fixture().lines)
                .containsExactly("info 1 revision, 2 operations up and down, held against MySQL 8.4.0: sound");
    }

    @Test
    @InjectMojo(goal = "validate")
    void whatIsRecordedOtherwiseInAnotherJvmFailsTheBuild(ValidateMojo validate) throws Exception {
        migration("op.createTable(\"t\", t -> t.bigint(\"ID\".toLowerCase()));", "op.dropTable(\"t\");");

        MojoFailureException refused = catchThrowableOfType(MojoFailureException.class, validate::execute);

        assertThat(refused)
                .hasMessageContaining(
                        "[not-deterministic] operation 1 was recorded again in time zone Pacific/Kiritimati"
                                + " and language tr and differed:\n  first  CreateTable{")
                .hasMessageContaining("Column{name=\"id\";")
                .hasMessageContaining("Column{name=\"ıd\";")
                .hasMessageContaining("where: app.R1.upgrade (R1.java:2)");
    }

    @Test
    @InjectMojo(goal = "validate")
    void tablesOfAnotherHistoryOfTheModuleAreNotMissed(ValidateMojo validate) throws Exception {
        compiled("billing/package-info.java", "@dev.migrate.MigrationHistory(name = \"billing\")\npackage billing;");
        compiled(
                "billing/B1.java",
                "package billing; import dev.migrate.*;\n@Revision(id = \"b1\") public final class B1 implements Migration {"
                        + " public void upgrade(Operations op) { op.createTable(\"bills\", t -> t.bigint(\"id\").primaryKey()); }"
                        + " public void downgrade(Operations op) { op.dropTable(\"bills\"); } }");
        migration(
                "op.createTable(\"t\", t -> t.bigint(\"bill_id\").references(\"bills\", \"id\"));",
                "op.dropTable(\"t\");");
        fixture().user("migrate.history", "unnamed");

        validate.execute();

        assertThat(lines()).last().asString().endsWith(": sound");
    }

    @Test
    @InjectMojo(goal = "validate")
    void callsOfTheClockAreToldUnlessTheyRunLater(ValidateMojo validate) throws Exception {
        migration(
                "op.createTable(\"t\", t -> { java.util.UUID.randomUUID(); t.bigint(\"id\"); });"
                        + " op.run(\"r\", 1, ctx -> System.nanoTime());",
                "op.dropTable(\"t\");");
        fixture().user("migrate.secondRecording", "false");

        validate.execute();

        assertThat(lines()).first().asString().isEqualTo("""
                warn [not-deterministic] it calls java.util.UUID.randomUUID(), which does not answer the same each time
                  where: app.R1.upgrade (R1.java:2)
                  next:  take time and random values from SQL or inside op.run, and values from outside with op.x""");
        assertThat(lines()).noneMatch(line -> line.contains("nanoTime"));
    }

    @Test
    @InjectMojo(goal = "validate")
    void everyProblemFailsTheBuildWithClassAndOperation(ValidateMojo validate) throws Exception {
        migration(
                "op.createTable(\"t\", t -> t.bigint(\"id\")); op.dropColumn(\"t\", \"name\"); op.execute(\"CALL magic()\");",
                "");
        fixture()
                .user("migrate.dialect", "postgresql:17")
                .user("migrate.outputFile", "found.json")
                .user("migrate.secondRecording", "false");

        MojoFailureException refused = catchThrowableOfType(MojoFailureException.class, validate::execute);

        assertThat(refused).hasMessage("""
                [unknown-object] table t has no column name; it has id
                  where: app.R1.upgrade (R1.java:2), operation 2: drop column t.name
                  next:  correct the name, or the order of the migrations
                [empty-downgrade] revision a1 does something on the way up and nothing on the way down
                  where: app.R1.downgrade (R1.java:2)
                  next:  write what undoes it, or mark the class @Irreversible("why")""");
        assertThat(fixture().lines)
                .containsExactly(
                        "info 1 revision, 3 operations up and down, held against PostgreSQL 17.0: 2 problems",
                        "info not followed any further, since nobody can tell without a database what it does:",
                        "info   app.R1.upgrade (R1.java:2), operation 3: execute CALL magic()");
        assertThat(directory.resolve("found.json")).content().contains("\"code\": \"empty-downgrade\"");
    }

    @Test
    @InjectMojo(goal = "validate")
    void withoutAnyWordAboutADatabaseItIsH2(ValidateMojo validate) throws Exception {
        migration("op.createTable(\"t\", t -> t.bigint(\"id\"));", "op.dropTable(\"t\");");
        fixture().user("migrate.secondRecording", "false");

        validate.execute();

        assertThat(lines()).singleElement().asString().contains("held against H2 ");
    }
}
