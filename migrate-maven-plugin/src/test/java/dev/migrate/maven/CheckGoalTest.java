package dev.migrate.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoTest;
import org.apache.maven.plugin.MojoFailureException;
import org.junit.jupiter.api.Test;

/** What should be, said by a file or by another database, beside what the migrations make. */
@MojoTest
class CheckGoalTest extends GoalCase {

    private void migration(String up) throws IOException {
        compiled(
                "app/R1.java",
                "package app; import dev.migrate.*;\n@Revision(id = \"a1\") public final class R1 implements Migration {"
                        + " public void upgrade(Operations op) {" + up + "}"
                        + " public void downgrade(Operations op) { op.dropTable(\"t\"); } }");
    }

    private void schema(String sql) throws IOException {
        Files.writeString(directory.resolve("schema.sql"), sql);
        fixture().user("migrate.model", "sql:schema.sql");
    }

    @Test
    @InjectMojo(goal = "check")
    void withTheHistoryItNeedsNoDatabase(CheckMojo check) throws Exception {
        migration("op.createTable(\"t\", t -> { t.bigint(\"id\").primaryKey(); t.varchar(\"name\", 20); });");
        schema("CREATE TABLE t (id BIGINT PRIMARY KEY, name VARCHAR(20));");
        fixture().user("migrate.against", "history");

        check.execute();

        assertThat(lines())
                .containsExactly(
                        "info model: schema.sql",
                        "info no difference between the model and what the migrations make on H2 2.4.240");
    }

    @Test
    @InjectMojo(goal = "check")
    void whatTheHistoryLacksFailsTheBuildAndIsPrintedAsJavaAndAsSql(CheckMojo check) throws Exception {
        migration("op.createTable(\"t\", t -> t.bigint(\"id\").primaryKey());");
        schema("CREATE TABLE t (id BIGINT PRIMARY KEY, name VARCHAR(20));");
        fixture().user("migrate.against", "history");

        MojoFailureException refused = catchThrowableOfType(MojoFailureException.class, check::execute);

        assertThat(refused)
                .hasMessageStartingWith(
                        "[model-differs] what the migrations make on H2 2.4.240 is not what the model says: 1 difference\n");
        assertThat(lines())
                .contains(
                        "info   op.addColumn(\"t\", c -> c.varchar(\"name\", 20));",
                        "info   ALTER TABLE t ADD COLUMN name VARCHAR(20);");
    }

    @Test
    @InjectMojo(goal = "check")
    void whatSqlHidesIsToldAndLeftOut(CheckMojo check) throws Exception {
        migration("op.createTable(\"t\", t -> t.bigint(\"id\").primaryKey());"
                + " op.execute(\"ALTER TABLE u ADD COLUMN x INTEGER\");");
        schema("CREATE TABLE t (id BIGINT PRIMARY KEY); CREATE TABLE u (id BIGINT PRIMARY KEY, x INTEGER);");
        fixture().user("migrate.against", "history");

        check.execute();

        assertThat(lines())
                .contains(
                        "info no difference between the model and what the migrations make on H2 2.4.240",
                        "info not compared, since nobody can tell without a database what the migrations make of it:")
                .anyMatch(line -> line.startsWith("info   u: "));
    }

    @Test
    @InjectMojo(goal = "check")
    void whatSqlHidesMayBeUnknownToTheModel(CheckMojo check) throws Exception {
        migration("op.createTable(\"t\", t -> t.bigint(\"id\").primaryKey());"
                + " op.execute(\"CREATE TABLE u (id INTEGER)\");");
        schema("CREATE TABLE t (id BIGINT PRIMARY KEY);");
        fixture().user("migrate.against", "history");

        check.execute();

        assertThat(lines())
                .contains(
                        "info no difference between the model and what the migrations make on H2 2.4.240",
                        "info not compared, since nobody can tell without a database what the migrations make of it:")
                .anyMatch(line -> line.startsWith("info   u: "));
    }

    @Test
    @InjectMojo(goal = "check")
    void aFileOfAServersSqlNeedsThatServer(CheckMojo check) throws Exception {
        migration("op.createTable(\"t\", t -> t.bigint(\"id\"));");
        schema("CREATE TABLE t (id BIGINT);");
        fixture().user("migrate.against", "history").user("migrate.dialect", "mysql:8.4");

        MojoFailureException refused = catchThrowableOfType(MojoFailureException.class, check::execute);

        assertThat(refused).hasMessage("""
                [unsupported] what should be can only be found out on a database, and none is connected to
                  where: migrate.model
                  next:  compare with a database: leave out migrate.against""");
    }

    @Test
    @InjectMojo(goal = "check")
    void aFileThatIsNotThereAndAWrongWordAreTold(CheckMojo check) throws Exception {
        migration("op.createTable(\"t\", t -> t.bigint(\"id\"));");
        fixture().user("migrate.against", "history").user("migrate.model", "sql:nowhere.sql");

        MojoFailureException missing = catchThrowableOfType(MojoFailureException.class, check::execute);
        fixture().user("migrate.model", "schema.sql");
        MojoFailureException wrong = catchThrowableOfType(MojoFailureException.class, check::execute);

        assertThat(missing).hasMessage("""
                [bad-parameter] there is no file nowhere.sql
                  where: user property migrate.model
                  next:  name a file, as seen from the directory of the module: sql:src/main/db/schema.sql""");
        assertThat(wrong).hasMessage("""
                [bad-parameter] "schema.sql" does not say what should be
                  where: user property migrate.model
                  next:  hibernate for the project's entities, sql:src/main/db/schema.sql for a file, jdbc:… for another \
                database""");
    }

    @Test
    void anotherDatabaseSaysWhatShouldBe(
            @InjectMojo(goal = "upgrade") UpgradeMojo upgrade, @InjectMojo(goal = "check") CheckMojo check)
            throws Exception {
        migration("op.createTable(\"t\", t -> t.bigint(\"id\").primaryKey());");
        fixture().user("migrate.url", "jdbc:h2:" + directory.resolve("one"));
        upgrade.execute();
        fixture().user("migrate.url", "jdbc:h2:" + directory.resolve("two"));
        upgrade.execute();
        fixture().user("migrate.model", "jdbc:h2:" + directory.resolve("one"));

        check.execute();

        assertThat(lines()).last().asString().startsWith("info no difference between the model and h2 ");
    }
}
