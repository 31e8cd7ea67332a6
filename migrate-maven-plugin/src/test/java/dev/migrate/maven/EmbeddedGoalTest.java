package dev.migrate.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoTest;
import org.apache.maven.plugin.MojoFailureException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A server that a goal starts for itself. */
@MojoTest
class EmbeddedGoalTest extends GoalCase {

    @BeforeEach
    void writeAMigration() throws IOException {
        compiled(
                "app/R1.java",
                "package app; import dev.migrate.*;\n@Revision(id = \"a1\", message = \"first\")"
                        + " public final class R1 implements Migration {"
                        + " public void upgrade(Operations op) { op.createTable(\"t\", t -> t.bigint(\"id\").primaryKey()); }"
                        + " public void downgrade(Operations op) { op.dropTable(\"t\"); } }");
    }

    private void schema(String sql) throws IOException {
        Files.writeString(directory.resolve("schema.sql"), sql);
        fixture().user("migrate.model", "sql:schema.sql");
    }

    @Test
    void aHistoryIsVerifiedAndComparedOnMariaDb(
            @InjectMojo(goal = "verify-no-fork") VerifyNoForkMojo verify,
            @InjectMojo(goal = "check-no-fork") CheckNoForkMojo check)
            throws Exception {
        schema("CREATE TABLE t (id BIGINT PRIMARY KEY);");

        verifiedAndCompared(verify, check, "mariadb", "MariaDB 11\\.4\\.5", "jdbc:mariadb://127.0.0.1:\\d+/migrate");
    }

    @Test
    void aHistoryIsVerifiedAndComparedOnPostgreSql(
            @InjectMojo(goal = "verify-no-fork") VerifyNoForkMojo verify,
            @InjectMojo(goal = "check-no-fork") CheckNoForkMojo check)
            throws Exception {
        schema("CREATE TABLE t (id BIGINT PRIMARY KEY);");

        verifiedAndCompared(
                verify, check, "postgresql", "PostgreSQL 18\\.6", "jdbc:postgresql://127.0.0.1:\\d+/postgres");
    }

    /** Two goals of one build, with a schema of the migrations' own. */
    private void verifiedAndCompared(
            VerifyNoForkMojo verify, CheckNoForkMojo check, String name, String product, String url) throws Exception {
        fixture().pom("migrate.url", "embedded:" + name).pom("migrate.schema", "shop");
        String started =
                "info embedded " + product.replaceFirst(" .*", "") + " started in \\d+\\.\\d s, for this goal: " + url;

        verify.execute();

        assertThat(lines())
                .filteredOn(line -> line.startsWith("info "))
                .satisfiesExactly(
                        first -> assertThat(first).matches(started),
                        model -> assertThat(model).isEqualTo("info model: schema.sql"),
                        progress -> assertThat(progress).isEqualTo("info verified a1, first"),
                        result -> assertThat(result)
                                .matches("info 1 of 1 revision up, down and up again on " + product
                                        + ", in database migrate_\\w+_home: sound"),
                        end -> assertThat(end).isEqualTo("info the schema at the end was held against the model"));
        assertThat(leftOf(name)).containsExactly("programs");

        lines().clear();
        fixture().user("migrate.against", "history");
        schema("CREATE TABLE t (id BIGINT PRIMARY KEY, name VARCHAR(20));");

        MojoFailureException refused = catchThrowableOfType(MojoFailureException.class, check::execute);

        assertThat(refused)
                .message()
                .matches("(?s)\\[model-differs] what the migrations make on " + product
                        + " is not what the model says: 1 difference\n.*");
        assertThat(lines()).first().asString().matches(started);
        assertThat(leftOf(name)).containsExactly("programs");
    }

    private List<String> leftOf(String name) throws IOException {
        Path folder = directory.resolve("target/migrate-embedded").resolve(name);
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }

    @Test
    @InjectMojo(goal = "upgrade-no-fork")
    void aGoalThatNeedsADatabaseThatStaysTakesNone(UpgradeNoForkMojo upgrade) {
        fixture().pom("migrate.url", "embedded:mariadb");

        MojoFailureException refused = catchThrowableOfType(MojoFailureException.class, upgrade::execute);

        assertThat(refused).hasMessage("""
                [unsupported] embedded:mariadb is a server that lives as long as one goal; this goal needs a database that \
                stays
                  where: property migrate.url of POM shop
                  next:  name one: -Dmigrate.url=jdbc:…; an embedded server is for migrate:verify, and for migrate:check \
                with -Dmigrate.against=history""");
    }

    @Test
    @InjectMojo(goal = "check-no-fork")
    void theDatabaseItselfIsNotComparedWhereThereIsNone(CheckNoForkMojo check) {
        fixture().pom("migrate.url", "embedded:postgresql");

        MojoFailureException refused = catchThrowableOfType(MojoFailureException.class, check::execute);

        assertThat(refused).hasMessageStartingWith("[unsupported] embedded:postgresql is a server that lives");
    }

    @Test
    @InjectMojo(goal = "verify-no-fork")
    void aNameThatNobodyKnowsIsToldBesideThoseThatAreKnown(VerifyNoForkMojo verify) {
        fixture().pom("migrate.url", "embedded:mysql");

        MojoFailureException refused = catchThrowableOfType(MojoFailureException.class, verify::execute);

        assertThat(refused).hasMessage("""
                [bad-url] "embedded:mysql" names no server that can be embedded
                  where: property migrate.url of POM shop
                  next:  write embedded:mariadb or embedded:postgresql""");
    }

    @Test
    @InjectMojo(goal = "validate-no-fork")
    void whatNeedsNoDatabaseTakesItForTheKindThatIsMeant(ValidateNoForkMojo validate) throws Exception {
        fixture().pom("migrate.url", "embedded:postgresql").user("migrate.secondRecording", "false");

        validate.execute();

        assertThat(lines()).last().asString().contains("PostgreSQL");
    }
}
