package dev.migrate.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoTest;
import org.apache.maven.model.Model;
import org.apache.maven.plugin.Mojo;
import org.apache.maven.project.MavenProject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A module that serves several databases. */
@MojoTest
class SeveralHistoriesGoalTest extends GoalCase {

    @BeforeEach
    void shopAndBilling() throws Exception {
        fixture()
                .source("shop/package-info.java", "@dev.migrate.MigrationHistory(name = \"shop\")\npackage shop;\n")
                .source(
                        "billing/package-info.java",
                        "@dev.migrate.MigrationHistory(name = \"billing\", includes = lib.LibHistory.class)\n"
                                + "package billing;\n")
                .source("empty/package-info.java", "@dev.migrate.MigrationHistory(name = \"empty\")\npackage empty;\n")
                .user("migrate.fileTemplate", "New")
                .user("migrate.revId", "n1");
        revisionIn("shop", "a1", "").revisionIn("shop", "b2", "a1");
        revisionIn("billing", "a1", "").revisionIn("billing", "x1", "a1,lib7").revisionIn("billing", "x2", "a1");
    }

    @Test
    @InjectMojo(goal = "history")
    void eachIsListedUnderItsName(HistoryMojo mojo) throws Exception {
        mojo.execute();

        assertThat(lines())
                .containsExactly(
                        "info history billing:",
                        "info a1 -> x2 (head)",
                        "info a1, lib7 -> x1 (head) (mergepoint)",
                        "info <base> -> lib7, (in an included history)",
                        "info <base> -> a1 (branchpoint)",
                        "info ",
                        "info history shop:",
                        "info a1 -> b2 (head)",
                        "info <base> -> a1");
    }

    @Test
    @InjectMojo(goal = "heads")
    void oneIsListedAloneWhenItIsNamed(HeadsMojo mojo) throws Exception {
        fixture().user("migrate.history", "shop");

        mojo.execute();

        assertThat(lines()).containsExactly("info b2 (head)");
    }

    @Test
    @InjectMojo(goal = "heads")
    void aNameThatNoneHasIsToldWithThoseThereAre(HeadsMojo mojo) {
        fixture().user("migrate.history", "shopp");

        fails(mojo, """
                [unknown-history] module shop has no history "shopp": there is "billing", "empty", "shop"
                  where: user property migrate.history
                  next:  name one of these, or declare it: @MigrationHistory(name = "shopp") in the package-info of its package""");
    }

    @Test
    @InjectMojo(goal = "heads")
    void aModuleWithoutTheHistoryThatIsNamedIsPassedOver(HeadsMojo mojo) throws Exception {
        MavenProject second = GoalFixture.project(directory.resolve("other"), new Model(), "other");
        fixture().session.setProjects(List.of(fixture().project, second));
        fixture().user("migrate.history", "elsewhere");

        mojo.execute();

        assertThat(lines()).containsExactly("info no migrations in this module");
    }

    @Test
    @InjectMojo(goal = "heads")
    void theUnnamedOneIsFoundByItsWordBesideOtherModules(HeadsMojo mojo) throws Exception {
        MavenProject second = GoalFixture.project(directory.resolve("second"), new Model(), "second");
        fixture().session.setProjects(List.of(fixture().project, second));
        revisionIn("other", "o1", "");
        fixture().user("migrate.history", "unnamed");

        mojo.execute();

        assertThat(lines()).containsExactly("info o1 (head)");
    }

    @Test
    @InjectMojo(goal = "edit")
    void aNameIsLookedUpInEach(EditMojo mojo) throws Exception {
        fixture().user("to", "b2,x1");

        mojo.execute();

        assertThat(lines()).containsExactly("info " + file("shop/R_b2.java"), "info " + file("billing/R_x1.java"));
    }

    @Test
    @InjectMojo(goal = "edit")
    void whatNoSourceDeclaresCannotBeOpened(EditMojo mojo) {
        fixture().user("to", "lib7");

        fails(mojo, """
                [unreadable-annotation] no source of this module declares "lib7" (in an included history)
                  next:  look for the id in the sources of the module that declares it""");
    }

    @Test
    @InjectMojo(goal = "revision")
    void whereNothingTellsWhichIsMeantNothingIsWritten(RevisionMojo mojo) {
        fixture().user("message", "x");

        fails(mojo, """
                [ambiguous-history] this module holds several histories: "billing", "empty", "shop", and nothing tells which is meant
                  where: module shop
                  next:  name one: mvn migrate:goal -Dmigrate.history=billing""");
    }

    @Test
    @InjectMojo(goal = "revision")
    void theParentTellsWhichIsMeant(RevisionMojo mojo) throws Exception {
        fixture().user("message", "x").user("migrate.head", "x2");

        mojo.execute();

        assertThat(directory.resolve(file("billing/New.java"))).exists();
    }

    @Test
    @InjectMojo(goal = "revision")
    void thePackageTellsWhichIsMeant(RevisionMojo mojo) throws Exception {
        fixture().user("message", "x").user("migrate.packageName", "shop.later");

        mojo.execute();

        assertThat(Files.readString(directory.resolve(file("shop/later/New.java"))))
                .contains("downRevision = \"b2\"");
    }

    @Test
    @InjectMojo(goal = "revision")
    void theFirstRevisionOfADeclaredHistoryGoesIntoItsPackage(RevisionMojo mojo) throws Exception {
        fixture().user("message", "x").user("migrate.history", "empty").user("migrate.outputFile", "new.json");

        mojo.execute();

        assertThat(Files.readString(directory.resolve(file("empty/New.java"))))
                .contains("@Revision(id = \"n1\", message = \"x\")");
        assertThat(directory.resolve("new.json")).content().contains("\"history\": \"empty\"", "\"base\": true");
    }

    @Test
    @InjectMojo(goal = "revision")
    void aPackageOfAnotherHistoryIsRefused(RevisionMojo mojo) {
        fixture().user("message", "x").user("migrate.history", "shop").user("migrate.packageName", "billing.v2");

        fails(mojo, """
                [bad-parameter] package billing.v2 belongs to "billing", not to "shop"
                  where: user property migrate.history
                  next:  leave one of the two out, or correct it""");
    }

    @Test
    @InjectMojo(goal = "merge")
    void theOnlyHistoryWithSeveralHeadsIsMerged(MergeMojo mojo) throws Exception {
        mojo.execute();

        assertThat(Files.readString(directory.resolve(file("billing/New.java"))))
                .contains("downRevision = {\"x1\", \"x2\"}");
    }

    @Test
    void whatStandsForAnIncludedRevisionIsNoHead(
            @InjectMojo(goal = "heads") HeadsMojo heads,
            @InjectMojo(goal = "merge") MergeMojo merge,
            @InjectMojo(goal = "revision") RevisionMojo revision)
            throws Exception {
        fixture()
                .source(
                        "reports/package-info.java",
                        "@dev.migrate.MigrationHistory(name = \"reports\", includes = lib.LibHistory.class)\n"
                                + "package reports;\n")
                .user("migrate.history", "reports")
                .user("message", "x");
        revisionIn("reports", "r1", "", "dependsOn = \"lib7\"");

        heads.execute();
        assertThat(lines()).containsExactly("info r1 (head)");
        assertThatThrownBy(merge::execute).hasMessageStartingWith("[nothing-to-merge] nothing to merge: \"r1\"");
        revision.execute();
        assertThat(Files.readString(directory.resolve(file("reports/New.java"))))
                .contains("downRevision = \"r1\"");
    }

    @ParameterizedTest
    @CsvSource({"migrate.history, shop", "migrate.packages, shop"})
    void aNewMigrationOfAnotherOneMakesNoClassesStale(
            String setting, String value, @InjectMojo(goal = "revision") RevisionMojo mojo) throws Exception {
        Path compiled =
                Files.createDirectories(directory.resolve("target/classes")).resolve("Order.class");
        Files.writeString(compiled, "");
        FileTime noon = FileTime.from(Instant.now().plusSeconds(60));
        Files.setLastModifiedTime(compiled, noon);
        Files.setLastModifiedTime(
                directory.resolve(file("billing/R_a1.java")),
                FileTime.from(noon.toInstant().plusSeconds(60)));
        fixture()
                .user("message", "x")
                .user("autogenerate", "true")
                .user("migrate.head", "b2")
                .user(setting, value);

        assertThatThrownBy(mojo::execute).hasMessageStartingWith("[no-url]"); // with the classes it has no quarrel
    }

    private void fails(Mojo mojo, String words) {
        assertThatThrownBy(mojo::execute).hasMessage(words);
    }

    @Test
    @InjectMojo(goal = "history")
    void aPageOfSeveralIsRefusedWithTheNamesToGive(HistoryMojo mojo) throws Exception {
        revisionIn("other", "o1", "");
        fixture().user("migrate.format", "html");

        fails(mojo, """
                [ambiguous-history] a page shows one history, and this module holds several: unnamed, billing, shop
                  next:  name one: mvn migrate:history -Dmigrate.format=html -Dmigrate.history=shop""");
    }
}
