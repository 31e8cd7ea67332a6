package dev.migrate.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.List;
import java.util.Properties;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoParameter;
import org.apache.maven.api.plugin.testing.MojoTest;
import org.junit.jupiter.api.Test;

@MojoTest
class ListingGoalTest extends GoalCase {

    @Test
    @InjectMojo(goal = "branches")
    void branchesListsWhereTheHistoryForks(BranchesMojo mojo) throws Exception {
        revision("a1", "", "message = \"users\"")
                .revision("b2", "a1", "branchLabels = \"x\", message = \"avatar\"")
                .revision("c3", "a1");

        mojo.execute();

        assertThat(lines())
                .containsExactly(
                        "info a1 (branchpoint)", "info    -> b2 (x) (head), avatar", "info    -> c3 (head)", "info ");
    }

    @Test
    @InjectMojo(goal = "branches")
    void aHistoryThatDoesNotForkIsToldSo(BranchesMojo mojo) throws Exception {
        revision("a1", "");

        mojo.execute();

        assertThat(lines()).containsExactly("info the history does not fork");
    }

    @Test
    @InjectMojo(goal = "heads")
    void headsThatSomethingDependsOnAreLeftOutWhenDependenciesAreResolved(HeadsMojo mojo) throws Exception {
        revision("a1", "").revision("x1", "", "dependsOn = \"a1\"");

        mojo.execute();
        fixture().user("migrate.resolveDependencies", "true");
        mojo.execute();

        assertThat(lines()).containsExactly("info a1 (effective head)", "info x1 (head)", "info x1 (head)");
    }

    @Test
    @InjectMojo(goal = "heads")
    @MojoParameter(name = "outputFile", value = "target/heads.JSON")
    void aResultIsJsonWhereTheFileSaysSo(HeadsMojo mojo) throws Exception {
        revision("a1", "");

        mojo.execute();

        assertThat(lines()).containsExactly("info a1 (head)");
        assertThat(directory.resolve("target/heads.JSON"))
                .content()
                .startsWith("{\n  \"revisions\": [\n    {\n      \"id\": \"a1\",");
    }

    @Test
    @InjectMojo(goal = "history")
    @MojoParameter(name = "format", value = "dot")
    void aDocumentDoesNotGoThroughTheLog(HistoryMojo mojo) throws Exception {
        revision("a1", "", "message = \"größer\"");

        String printed = printed(mojo::execute);

        assertThat(printed)
                .startsWith("digraph history {\n")
                .contains("\"a1\" [label=\"a1 (head)\\ngrößer\"")
                .endsWith("}\n");
        assertThat(lines()).isEmpty();
    }

    @Test
    @InjectMojo(goal = "history")
    @MojoParameter(name = "format", value = "mermaid")
    @MojoParameter(name = "outputFile", value = "history.md")
    void aDocumentGoesToTheOutputFileInstead(HistoryMojo mojo) throws Exception {
        revision("a1", "");

        String printed = printed(mojo::execute);

        assertThat(printed).isEmpty();
        assertThat(directory.resolve("history.md")).content().startsWith("flowchart BT\n  n0[\"a1 (head)\"]\n");
    }

    @Test
    @InjectMojo(goal = "history")
    @MojoParameter(name = "format", value = "html")
    void aPageGoesWhereABrowserFindsIt(HistoryMojo mojo) throws Exception {
        revision("a1", "");

        mojo.execute();

        assertThat(lines()).containsExactly("info Generating " + Path.of("target/migrate/history.html") + " ...  done");
        assertThat(directory.resolve("target/migrate/history.html")).content().contains("No database was asked.");
    }

    @Test
    @InjectMojo(goal = "history")
    void currentIsAskedOfTheDatabaseInARedBuild(HistoryMojo mojo) throws Exception {
        revision("a1", "").revision("b2", "a1").fixture().source("app/Broken.java", "class {");
        fixture().user("migrate.url", database("a1", "gone")).user("migrate.indicateCurrent", "true");

        mojo.execute();

        assertThat(lines().get(2)).startsWith("warn [unknown-revision] the version table holds \"gone\"");
        assertThat(lines().subList(3, 5)).containsExactly("info a1 -> b2 (head)", "info <base> -> a1 (current)");
    }

    @Test
    @InjectMojo(goal = "show")
    void aRowThatNoSourceDeclaresCannotBeShown(ShowMojo mojo) throws Exception {
        revision("a1", "").fixture().user("migrate.url", database("gone")).user("to", "current");

        assertThatThrownBy(mojo::execute).hasMessageStartingWith("[unknown-revision] the version table holds \"gone\"");
    }

    @Test
    @InjectMojo(goal = "edit")
    void editPrintsEachSourceOnceAndOpensNothingWithoutATerminal(EditMojo mojo) throws Exception {
        revision("a1", "")
                .revision("b2", "a1")
                .fixture()
                .environment("EDITOR", "false")
                .user("to", "b2,a1,head");

        mojo.execute();

        assertThat(lines()).containsExactly("info " + file("app/R_b2.java"), "info " + file("app/R_a1.java"));
    }

    @Test
    void theEditorIsTheUsersAndOnlyWhereSomebodySits() {
        Properties both = new Properties();
        both.setProperty("env.EDITOR", "code --wait");
        both.setProperty("env.VISUAL", "emacs");
        Properties visual = new Properties();
        visual.setProperty("env.EDITOR", " ");
        visual.setProperty("env.VISUAL", "emacs");

        assertThat(Editor.of(both, true)).contains(new Editor("code --wait"));
        assertThat(Editor.of(visual, true)).contains(new Editor("emacs"));
        assertThat(Editor.of(both, false)).isEmpty();
        assertThat(Editor.of(new Properties(), true)).isEmpty();
        assertThat(new ShellCommand("code --wait").words(false, List.of(Path.of("a b.java"))))
                .containsExactly("sh", "-c", "code --wait \"$@\"", "code --wait", "a b.java");
    }

    @Test
    void anEditorThatFailsIsTold() {
        assertThatThrownBy(() -> new Editor("exit 3;").open(List.of(Path.of("x"))))
                .hasMessageStartingWith("[file-failed] the editor \"exit 3;\" ended with status 3");
    }

    private static String database(String... rows) throws Exception {
        String url = "jdbc:h2:mem:listing;DB_CLOSE_DELAY=-1";
        try (Connection connection = DriverManager.getConnection(url)) {
            connection.createStatement().execute("DROP ALL OBJECTS");
            connection
                    .createStatement()
                    .execute("CREATE TABLE migrate_version (version_num VARCHAR(64) NOT NULL PRIMARY KEY)");
            for (String row : rows) {
                connection.createStatement().execute("INSERT INTO migrate_version VALUES ('" + row + "')");
            }
        }
        return url;
    }

    @FunctionalInterface
    private interface Call {
        void run() throws Exception;
    }

    /** Maven's own log is another stream here. */
    private static String printed(Call call) throws Exception {
        PrintStream out = System.out;
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (PrintStream caught = new PrintStream(bytes, true, StandardCharsets.US_ASCII)) {
            System.setOut(caught);
            call.run();
        } finally {
            System.setOut(out);
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
