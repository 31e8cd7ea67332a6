package dev.migrate.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Stream;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoTest;
import org.apache.maven.plugin.MojoFailureException;
import org.junit.jupiter.api.Test;

/** What a comparison writes into a class, and what it refuses to write. */
@MojoTest
class AutogenerateGoalTest extends GoalCase {

    private void database(String... statements) throws SQLException {
        String url = "jdbc:h2:" + directory.resolve("data");
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
        fixture()
                .user("migrate.url", url)
                .user("message", "change")
                .user("autogenerate", "true")
                .user("migrate.revId", "a1");
    }

    private void model(String sql) throws IOException {
        Files.writeString(directory.resolve("schema.sql"), sql);
        fixture().user("migrate.model", "sql:schema.sql");
    }

    @Test
    @InjectMojo(goal = "revision")
    void aColumnThatMustNotBeNullIsRefusedWhereRowsHaveNoValueAndNobodySaysOne(RevisionMojo mojo) throws Exception {
        database("CREATE TABLE t (id INT PRIMARY KEY, name VARCHAR(9))", "INSERT INTO t VALUES (1, NULL)");
        model("CREATE TABLE t (id INT PRIMARY KEY, name VARCHAR(9) DEFAULT 'x' NOT NULL, grade INT NOT NULL);");

        MojoFailureException refused = catchThrowableOfType(MojoFailureException.class, mojo::execute);

        assertThat(refused).hasMessage("""
                [bad-parameter] column t.grade must not be null without a default, and there are rows; column t.name must \
                not be null from now on, and there are rows that have no value in it: nobody says what they get. No class \
                was written.
                  where: migrate.fill
                  next:  name it in SQL: -Dmigrate.fill="t.grade=…; t.name=…" (a default in the model is for rows to come)""");
        assertThat(directory.resolve("src")).doesNotExist();
    }

    @Test
    @InjectMojo(goal = "revision")
    void whereEveryRowHasAValueTheClassSaysThatOthersWouldStopIt(RevisionMojo mojo) throws Exception {
        database("CREATE TABLE t (id INT PRIMARY KEY, name VARCHAR(9))", "INSERT INTO t VALUES (1, 'x')");
        model("CREATE TABLE t (id INT PRIMARY KEY, name VARCHAR(9) NOT NULL);");

        mojo.execute();

        assertThat(written()).content().contains("""
                        // rows without a value stop this; to give them one, generate it again with -Dmigrate.fill="t.name=…"
                        op.alterColumn("t", "name", c -> c.notNull());
                """);
    }

    @Test
    @InjectMojo(goal = "revision")
    void aValueFillsTheRowsThatHaveNone(RevisionMojo mojo) throws Exception {
        database("CREATE TABLE t (id INT PRIMARY KEY, name VARCHAR(9))", "INSERT INTO t VALUES (1, NULL)");
        model("CREATE TABLE t (id INT PRIMARY KEY, name VARCHAR(9) NOT NULL);");
        fixture().user("migrate.fill", "t.name='none'");

        mojo.execute();

        assertThat(written()).content().contains("""
                        op.update("t", u -> u.setExpression("name", "'none'").where("name IS NULL"));
                        op.alterColumn("t", "name", c -> c.notNull());
                """);
    }

    @Test
    @InjectMojo(goal = "revision")
    void namesInQuotesAreKeptAndSaidWithoutThemInParameters(RevisionMojo mojo) throws Exception {
        database(
                "CREATE TABLE \"people\" (\"id\" INT PRIMARY KEY, \"user\" INT)",
                "INSERT INTO \"people\" VALUES (1, 2)");
        model("""
                CREATE TABLE "persons" ("id" INT PRIMARY KEY, "owner" INT, "grade" INT NOT NULL);
                CREATE INDEX "by_grade" ON "persons" ("grade");""");
        fixture().user("migrate.renames", "people>persons, persons.user>owner").user("migrate.fill", "persons.grade=1");

        mojo.execute();

        assertThat(written()).content().contains("""
                        op.renameTable("`people`", "`persons`");
                        op.renameColumn("`persons`", "`user`", "`owner`");
                        op.addColumn("`persons`", c -> c.integer("`grade`"));
                        op.update("`persons`", u -> u.setExpression("`grade`", "1").everywhere());
                        op.alterTable("`persons`", t -> {
                            t.alterColumn("`grade`", c -> c.notNull());
                            t.addIndex(i -> i.named("`by_grade`").on("`grade`"));
                        });
                """);
    }

    @Test
    @InjectMojo(goal = "revision")
    void namesThatLoseTheirQuotesAreRenamedWhereBothSidesAreSaidAlike(RevisionMojo mojo) throws Exception {
        database("CREATE TABLE \"people\" (\"id\" INT PRIMARY KEY, \"grade\" INT)");
        model("CREATE TABLE people (id INT PRIMARY KEY, grade INT);");
        fixture().user("migrate.renames", "people>people, people.id>id, people.grade>grade");

        mojo.execute();

        assertThat(written()).content().contains("""
                    public void upgrade(Operations op) {
                        op.renameTable("`people`", "people");
                        op.renameColumn("people", "`id`", "id");
                        op.renameColumn("people", "`grade`", "grade");
                    }
                """);
    }

    @Test
    @InjectMojo(goal = "revision")
    void ofTwoNamesSaidAlikeThatIsRenamedWhichTheModelHasNoMore(RevisionMojo mojo) throws Exception {
        database(
                "CREATE TABLE people (id INT PRIMARY KEY, \"order\" INT, \"ORDER\" INT)",
                "CREATE TABLE \"people\" (id INT PRIMARY KEY)");
        model("CREATE TABLE people (id INT PRIMARY KEY, \"where\" INT, \"ORDER\" INT);"
                + "CREATE TABLE persons (id INT PRIMARY KEY);");
        fixture().user("migrate.renames", "people>persons, people.order>where");

        mojo.execute();

        assertThat(written()).content().contains("""
                    public void upgrade(Operations op) {
                        op.renameTable("`people`", "persons");
                        op.renameColumn("people", "`order`", "`where`");
                    }
                """);
    }

    @Test
    @InjectMojo(goal = "revision")
    void ofTwoNamesThatBothGoThatIsRenamedWhichIsSaid(RevisionMojo mojo) throws Exception {
        database("CREATE TABLE users (id INT PRIMARY KEY)", "CREATE TABLE \"users\" (id INT PRIMARY KEY)");
        model("CREATE TABLE people (id INT PRIMARY KEY);");
        fixture().user("migrate.renames", "users>people");

        mojo.execute();

        assertThat(written()).content().contains("op.renameTable(\"users\", \"people\");");
    }

    @Test
    @InjectMojo(goal = "revision")
    void whatIsComputedFollowsTheNameInQuotesThatItIsComputedFrom(RevisionMojo mojo) throws Exception {
        database("CREATE TABLE \"t\" (\"id\" INT PRIMARY KEY, \"order\" INT CHECK (\"order\" > 0),"
                + " \"twice\" INT GENERATED ALWAYS AS (\"order\" * 2))");
        model("CREATE TABLE \"t\" (\"id\" INT PRIMARY KEY, \"rank\" INT CHECK (\"rank\" > 0),"
                + " \"twice\" INT GENERATED ALWAYS AS (\"rank\" * 2));");
        fixture().user("migrate.renames", "t.order>rank");

        mojo.execute();

        assertThat(written()).content().contains("""
                    public void upgrade(Operations op) {
                        op.renameColumn("`t`", "`order`", "`rank`");
                    }
                """);
    }

    @Test
    @InjectMojo(goal = "revision")
    void namesThatHaveLostTheirQuotesAreLeftAlone(RevisionMojo mojo) throws Exception {
        database("CREATE TABLE people (id INT PRIMARY KEY, \"by\" INT)");
        model("CREATE TABLE people (id INT PRIMARY KEY, \"from\" INT);");
        fixture().user("migrate.renames", "people>people, people.id>id, people.by>from");

        mojo.execute();

        assertThat(written()).content().contains("""
                    public void upgrade(Operations op) {
                        op.renameColumn("people", "`by`", "`from`");
                    }
                """);
    }

    @Test
    @InjectMojo(goal = "revision")
    void whatIsMissingInQuotesIsAskedForWithoutBackticksWhichAShellWouldRun(RevisionMojo mojo) throws Exception {
        database("CREATE TABLE \"t\" (\"id\" INT PRIMARY KEY)", "INSERT INTO \"t\" VALUES (1)");
        model("CREATE TABLE \"t\" (\"id\" INT PRIMARY KEY, \"grade\" INT NOT NULL);");

        assertThat(catchThrowableOfType(MojoFailureException.class, mojo::execute))
                .hasMessageContaining("-Dmigrate.fill=\"t.grade=…\"");
    }

    @Test
    @InjectMojo(goal = "revision")
    void whatAnotherCallWroteDuringTheComparisonIsNotWrittenAgain(RevisionMojo mojo) throws Exception {
        database("CREATE TABLE t (id INT PRIMARY KEY)");
        model("CREATE TABLE t (id INT PRIMARY KEY, name VARCHAR(9));");
        Path other = directory.resolve(file("app/R_b2.java"));
        Files.createDirectories(other.getParent());
        Files.writeString(
                directory.resolve("meanwhile.sql"),
                "CALL FILE_WRITE('package app; import dev.migrate.*; @Revision(id = \"b2\") public final class R_b2"
                        + " implements Migration { public void upgrade(Operations op) {}"
                        + " public void downgrade(Operations op) {} }', '" + other + "')");
        fixture()
                .user(
                        "migrate.url",
                        "jdbc:h2:" + directory.resolve("data") + ";INIT=RUNSCRIPT FROM '"
                                + directory.resolve("meanwhile.sql") + "'");

        MojoFailureException refused = catchThrowableOfType(MojoFailureException.class, mojo::execute);

        assertThat(refused).hasMessage("""
                [concurrent-change] the history ended at base when the database was compared, and ends at b2 now: what was \
                found may be written there already. No class was written.
                  next:  mvn migrate:upgrade, then the same again""");
        assertThat(sources()).containsExactly(other);
    }

    @Test
    @InjectMojo(goal = "revision")
    void whereThereIsNothingToDoTheResultSaysSoInPlaceOfAnEarlierOne(RevisionMojo mojo) throws Exception {
        database("CREATE TABLE t (id INT PRIMARY KEY)");
        model("CREATE TABLE t (id INT PRIMARY KEY);");
        Path result = Files.writeString(directory.resolve("result.json"), "what an earlier call found");
        fixture().user("migrate.outputFile", "result.json");

        mojo.execute();

        assertThat(result).hasContent("""
                {
                  "revision": null,
                  "file": null
                }
                """);
        assertThat(lines()).contains("info nothing to do: no class is written");
    }

    @Test
    @InjectMojo(goal = "revision")
    void whereACallFailsTheResultOfAnEarlierOneIsGone(RevisionMojo mojo) throws Exception {
        database("CREATE TABLE t (id INT PRIMARY KEY)", "CREATE TABLE u (id INT PRIMARY KEY)");
        model("CREATE TABLE t (id INT PRIMARY KEY);");
        Path result = Files.writeString(directory.resolve("result.json"), "what an earlier call found");
        fixture().user("migrate.outputFile", "result.json").user("migrate.dropUnknown", "true");

        MojoFailureException refused = catchThrowableOfType(MojoFailureException.class, mojo::execute);

        assertThat(refused).hasMessageContaining("[data-loss]");
        assertThat(result).doesNotExist();
    }

    @Test
    @InjectMojo(goal = "revision")
    void aTemplateThatIsADirectoryIsRefused(RevisionMojo mojo) throws Exception {
        Path template = Files.createDirectories(directory.resolve("src/main/migrate/revision.java.template"));
        fixture().user("message", "change").user("migrate.revId", "a1");

        MojoFailureException refused = catchThrowableOfType(MojoFailureException.class, mojo::execute);

        assertThat(refused).hasMessage("""
                [bad-template] the template is a directory
                  where: %s
                  next:  name a file with migrate.template, or leave it out and remove what is there for the standard \
                template""".formatted(template));
    }

    /** Maven 4 does not compile again for a goal what the same call has compiled before. */
    @Test
    void aRevisionThatTheSameCallWroteAndNobodyCompiledIsNotPassedBy(
            @InjectMojo(goal = "revision") RevisionMojo revision, @InjectMojo(goal = "upgrade") UpgradeMojo upgrade)
            throws Exception {
        database();
        fixture()
                .user("autogenerate", "false")
                .user("migrate.fileTemplate", "R_{Slug}")
                .user("migrate.packageName", "app");
        revision.execute();

        MojoFailureException refused = catchThrowableOfType(MojoFailureException.class, upgrade::execute);

        assertThat(refused).hasMessage("""
                [stale-classes] app.R_Change was written in this call of Maven, and not compiled: its phases had run before
                  where: module shop
                  next:  in a call of its own: mvn migrate:goal""");

        compiled("app/R_Change.java", Files.readString(written()));
        upgrade.execute();

        assertThat(lines()).anyMatch(line -> line.contains("a1"));
    }

    private List<Path> sources() throws IOException {
        try (Stream<Path> files = Files.walk(directory.resolve("src/main/java"))) {
            return files.filter(Files::isRegularFile).toList();
        }
    }
}
