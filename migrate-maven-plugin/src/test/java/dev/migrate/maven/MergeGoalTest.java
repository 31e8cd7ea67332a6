package dev.migrate.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoParameter;
import org.apache.maven.api.plugin.testing.MojoTest;
import org.apache.maven.plugin.MojoFailureException;
import org.junit.jupiter.api.Test;

@MojoTest
class MergeGoalTest extends GoalCase {

    @Test
    @InjectMojo(goal = "merge")
    @MojoParameter(name = "fileTemplate", value = "R_{Slug}")
    void everyHeadIsJoinedUnlessSomeAreNamed(MergeMojo mojo) throws Exception {
        revision("a1", "").revision("b2", "a1").revision("c3", "a1").fixture().user("migrate.revId", "m4");

        mojo.execute();

        assertThat(lines())
                .containsExactly(
                        "info Generating " + file("app/R_MergeB2AndC3.java") + " ...  done",
                        "info revision m4 in app.R_MergeB2AndC3, follows b2, c3",
                        "info next: mvn migrate:upgrade");
        assertThat(directory.resolve(file("app/R_MergeB2AndC3.java"))).hasContent("""
                package app;

                import dev.migrate.*;

                /** Joins branches. It changes nothing itself, which is usual and fine: each parent brings its own changes. */
                @Revision(id = "m4", downRevision = {"b2", "c3"}, message = "merge b2 and c3")
                public final class R_MergeB2AndC3 implements Migration {

                    @Override
                    public void upgrade(Operations op) {
                        // empty, unless the branches together need something
                    }

                    @Override
                    public void downgrade(Operations op) {
                        // empty, as upgrade is
                    }
                }
                """);
    }

    @Test
    @InjectMojo(goal = "merge")
    @MojoParameter(name = "branchLabel", value = "joined")
    void whatIsNamedIsJoinedAndWrittenAsJson(MergeMojo mojo) throws Exception {
        revision("a1", "").revision("b2", "a1").revision("c3", "a1").revision("d4", "a1");
        fixture()
                .user("migrate.revisions", "d4,b2")
                .user("migrate.revId", "m5")
                .user("message", "join two")
                .user("migrate.outputFile", "merge.json");

        mojo.execute();

        assertThat(Files.readString(directory.resolve("merge.json")))
                .startsWith("""
                        {
                          "revision": {
                            "id": "m5",
                            "history": "",
                            "message": "join two",
                            "downRevisions": ["d4", "b2"],
                            "dependsOn": [],
                            "branchLabels": ["joined"],
                        """)
                .contains("\"mergePoint\": true", "_JoinTwo.java\"\n}\n");
    }

    @Test
    @InjectMojo(goal = "merge")
    void aHeadThatSomethingDependsOnIsJoinedToo(MergeMojo mojo) throws Exception {
        revision("a1", "").revision("x1", "", "dependsOn = \"a1\"").fixture().user("migrate.revId", "m4");

        mojo.execute();

        assertThat(lines()).anyMatch(line -> line.endsWith(", follows a1, x1"));
    }

    @Test
    @InjectMojo(goal = "merge")
    void oneHeadIsNothingToMerge(MergeMojo mojo) throws Exception {
        revision("a1", "").revision("b2", "a1");

        refused(mojo, """
                [nothing-to-merge] nothing to merge: "b2" is the only revision to join
                  next:  mvn migrate:heads lists what can be joined; name two or more with  -Dmigrate.revisions=…""");
    }

    @Test
    @InjectMojo(goal = "merge")
    void whatCannotBeJoinedIsRefusedBeforeAnythingIsWritten(MergeMojo mojo) throws Exception {
        revision("a1", "").revision("b2", "a1").revision("c3", "a1");

        for (String[] refused : new String[][] {
            {"b2,b2", "false", "[duplicate-heads] Revision \"b2\" is named more than once"},
            {"b2,a1", "false", "[not-a-head] Revision \"a1\" is not a head"},
            {"b2,a1", "true", "[overlapping-revisions] \"b2\" follows \"a1\" already"},
            {"b2", "false", "[nothing-to-merge] nothing to merge: \"b2\" is the only revision"},
            {"b2,nosuch", "false", "[unknown-revision]"},
            {"base", "false", "[nothing-to-merge] nothing to merge: there is no revision"},
        }) {
            fixture().user("migrate.revisions", refused[0]).user("migrate.splice", refused[1]);

            assertThatThrownBy(mojo::execute).hasMessageStartingWith(refused[2]);
            assertThat(sources()).isEqualTo(3);
        }
    }

    @Test
    @InjectMojo(goal = "merge")
    void aLabelThatIsTakenIsRefusedBeforeAnythingIsWritten(MergeMojo mojo) throws Exception {
        revision("a1", "", "branchLabels = \"shop\"").revision("b2", "a1").revision("c3", "a1");
        fixture().user("migrate.branchLabel", "shop");

        assertThatThrownBy(mojo::execute).hasMessageContaining("[duplicate-label]");
        assertThat(sources()).isEqualTo(3);
    }

    @Test
    @InjectMojo(goal = "merge")
    void whatCannotBeReadStandsInTheWayOfAMergeOnly(MergeMojo mojo) throws Exception {
        revision("a1", "").revision("b2", "a1").revision("c3", "a1");
        fixture()
                .source(
                        "app/R9.java",
                        "package app;\nimport dev.migrate.*;\n@Revision(id = lib.Ids.X)\nclass R9 implements Migration {}");

        assertThatThrownBy(mojo::execute)
                .hasMessageContaining("[unreadable-annotation] @Revision(id = lib.Ids.X)")
                .hasMessageContaining("R9.java:3");
        assertThat(sources()).isEqualTo(4);
    }

    @Test
    @InjectMojo(goal = "merge")
    void aTemplateOfItsOwnIsUsedWhereTheModuleHasOne(MergeMojo mojo) throws Exception {
        revision("a1", "").revision("b2", "");
        Path template = directory.resolve("src/main/migrate/merge.java.template");
        Files.createDirectories(template.getParent());
        Files.writeString(
                template, "package ${package};\nimport dev.migrate.*;\n// house\n${annotation}\nclass ${class} {}\n");
        fixture().user("migrate.fileTemplate", "M");

        mojo.execute();

        assertThat(directory.resolve(file("app/M.java"))).content().contains("// house");
    }

    private void refused(MergeMojo mojo, String words) throws IOException {
        long before = sources();

        assertThatThrownBy(mojo::execute)
                .isInstanceOf(MojoFailureException.class)
                .hasMessage(words);
        assertThat(sources()).isEqualTo(before);
    }

    private long sources() throws IOException {
        try (Stream<Path> files = Files.walk(directory.resolve("src"))) {
            return files.filter(Files::isRegularFile).count();
        }
    }
}
