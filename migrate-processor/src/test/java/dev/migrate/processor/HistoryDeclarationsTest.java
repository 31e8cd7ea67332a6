package dev.migrate.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is wrong with named histories, and with what they include: code and line. */
class HistoryDeclarationsTest {

    /** The lines of {@link Project#history}. */
    private static final int NAME = 2;

    private static final int INCLUDES = 3;

    /** The line of {@code @Revision} in {@link Project#revision}. */
    private static final int REVISION = 5;

    @TempDir
    Path directory;

    private Project project;

    @BeforeEach
    void newProject() {
        project = new Project(directory.resolve("project"));
    }

    // Names.

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "1st",
                "two words",
                "a-b",
                "a_b",
                "a.b",
                "x",
                "X",
                "unnamed",
                "\u00e4rger",
                "Unnamed",
                "migration"
            })
    void anIllegalNameIsReportedOnItself(String name) {
        project.history("app", name);
        project.revision("app.R1", "r1");

        List<String> found = report(project.compile("-encoding", "UTF-8"));

        assertThat(found)
                .containsExactly("package-info.java:" + NAME + " [illegal-history] \"" + name
                        + "\" cannot be the name of a history.");
    }

    /** Its anchor would be a MigrationHistory in the same package, and hide the annotation that is imported by a star. */
    @Test
    void aHistoryCannotHideItsOwnAnnotation() {
        project.write("app/package-info.java", """
                @MigrationHistory(name = "migration")
                package app;

                import dev.migrate.*;
                """);

        assertThat(report(project.compile()))
                .containsExactly(
                        "package-info.java:1 [illegal-history] \"migration\" cannot be the name of a history.");
    }

    @Test
    void theLongestNameIsLegalAndOneMoreIsNot() {
        project.history("app", "a".repeat(64));
        assertThat(report(project.compile())).isEmpty();
        project.history("app", "a".repeat(65));

        assertThat(report(project.compile()))
                .singleElement()
                .asString()
                .startsWith("package-info.java:" + NAME + " [illegal-history]");
    }

    @Test
    void aNameThatTwoPackagesHaveIsReportedOnBoth() {
        project.history("app.a", "shop");
        project.history("app.b", "shop");

        assertThat(report(project.compile()))
                .containsExactly(
                        "package-info.java:2 [duplicate-history] 2 packages name one history: \"shop\" (app.a), \"shop\" (app.b).",
                        "package-info.java:2 [duplicate-history] 2 packages name one history: \"shop\" (app.a), \"shop\" (app.b).");
    }

    @Test
    void namesThatDifferInCaseAreReportedOnBoth() {
        project.history("app.a", "shop");
        project.history("app.b", "Shop");

        assertThat(report(project.compile()))
                .hasSize(2)
                .allMatch(found -> found.equals("package-info.java:2 [duplicate-history] 2 histories have names that"
                        + " differ in case only: \"shop\" (app.a), \"Shop\" (app.b)."));
    }

    @Test
    void aClassInTheAnchorsPlaceIsReportedOnTheName() {
        project.history("app", "shop");
        project.write("app/ShopHistory.java", "package app;\npublic class ShopHistory {}\n");

        assertThat(report(project.compile()))
                .containsExactly("package-info.java:2 [illegal-history] The history \"shop\" needs the class"
                        + " app.ShopHistory for its anchor, and there is another class of that name.");
    }

    @Test
    void anAnchorOfTheNameInOtherCaseIsNoneOfThisHistory() {
        project.history("app", "shop");
        assertThat(report(project.compile())).isEmpty();
        Path renamed = project.history("app", "Shop");

        assertThat(report(project.compile(List.of(renamed))))
                .singleElement()
                .asString()
                .startsWith("package-info.java:2 [illegal-history] The history \"Shop\" needs the class");
    }

    @Test
    void nothingButAnAnchorCanBeIncluded() {
        project.history("app", "shop", "java.lang.String");

        Project.Outcome outcome = project.compile();

        assertThat(outcome.success()).isFalse();
        assertThat(outcome.diagnostics().get(0).line()).isEqualTo(INCLUDES);
        assertThat(outcome.messages().get(0)).contains("incompatible types");
    }

    @Test
    void anUnknownAnchorIsTheCompilersToReport() {
        project.history("app", "shop", "app.NobodysHistory");
        project.revision("app.R1", "r1", "downRevision = \"n1\"");

        Project.Outcome outcome = project.compile();

        assertThat(outcome.success()).isFalse();
        assertThat(outcome.messages()).isNotEmpty().allMatch(message -> message.contains("cannot find symbol"));
    }

    @Test
    void anAnchorThatNobodyGeneratedIsReportedOnTheIncludes() {
        project.write("app/My.java", "package app;\npublic final class My implements dev.migrate.HistoryAnchor {}\n");
        project.history("app", "shop", "app.My");

        assertThat(report(project.compile()))
                .containsExactly("package-info.java:" + INCLUDES + " [unknown-history] app.My stands for no history:"
                        + " there is no index beside it that names one.");
    }

    // The graph with what is included.

    @Test
    void aParentThatIsNotIncludedIsUnknown() {
        project.dependsOn(library("lib"));
        project.history("app", "shop");
        project.revision("app.R1", "r1", "downRevision = \"lib1\"");

        assertThat(report(project.compile()))
                .containsExactly("R1.java:5 [unknown-parent] Revision \"r1\" follows \"lib1\", but no migration class"
                        + " declares that id.");
    }

    @Test
    void aParentInAnotherHistoryOfTheModuleIsUnknownAndTheAdviceSaysHowToIncludeIt() {
        project.history("app.core", "core");
        project.revision("app.core.R1", "c1", "branchLabels = \"core\"");
        project.history("app.shop", "shop");
        project.revision("app.shop.R1", "s1", "downRevision = \"c1\"");
        project.revision("app.R1", "u1", "dependsOn = \"core\"");
        project.revision("app.core.R2", "c2", "downRevision = \"c1\"", "dependsOn = \"u1\"");

        assertThat(project.compile().messages())
                .extracting(
                        message -> message.substring(message.indexOf("next:")).strip())
                .containsExactly(
                        "next:  app.core.R1 declares \"core\", in another history: name this one with @MigrationHistory"
                                + " and include it, includes = CoreHistory.class",
                        "next:  app.R1 declares \"u1\", in another history: give that a name with @MigrationHistory, so"
                                + " that it can be included",
                        "next:  app.core.R1 declares \"c1\", in another history: include it, includes ="
                                + " CoreHistory.class");
    }

    @Test
    void anIdOfAnIncludedModuleIsReportedOnTheLocalOne() {
        project.dependsOn(library("lib"));
        project.history("app", "shop", "lib.LibHistory");
        project.revision("app.R1", "lib2");

        assertThat(report(project.compile()))
                .containsExactly("R1.java:" + REVISION + " [duplicate-id] 2 revisions declare the id \"lib2\".");
    }

    @Test
    void aLabelOfAnIncludedModuleIsReportedOnTheLocalOne() {
        project.dependsOn(library("lib"));
        project.history("app", "shop", "lib.LibHistory");
        project.revision("app.R1", "r1", "branchLabels = {\"mine\",\n\"libs\"}");

        assertThat(report(project.compile())).singleElement().asString().startsWith("R1.java:6 [duplicate-label]");
    }

    @Test
    void anIdThatDiffersInCaseFromAnIncludedOneIsReportedOnTheLocalOne() {
        project.dependsOn(library("lib"));
        project.history("app", "shop", "lib.LibHistory");
        project.revision("app.R1", "LIB1");

        assertThat(report(project.compile()))
                .singleElement()
                .asString()
                .startsWith("R1.java:" + REVISION + " [id-case]");
    }

    @Test
    void whatTwoIncludedModulesHaveInCommonIsReportedOnTheIncludes() {
        Project first = library("lib");
        Project second = new Project(directory.resolve("other"));
        second.history("other", "other");
        second.revision("other.R1", "lib1");
        assertThat(second.compile().messages()).isEmpty();
        project.dependsOn(first).dependsOn(second);
        project.history("app", "shop", "lib.LibHistory", "other.OtherHistory");

        assertThat(report(project.compile()))
                .containsExactly(
                        "package-info.java:" + INCLUDES + " [duplicate-id] 2 revisions declare the id \"lib1\".");
    }

    @Test
    void whatTwoHistoriesOfTheModuleHaveInCommonIsReportedWhereTheyMeet() {
        project.history("app.a", "a");
        project.revision("app.a.R1", "r1");
        project.history("app.b", "b");
        project.revision("app.b.R1", "r1");
        assertThat(report(project.compile())).isEmpty();
        project.history("app.c", "c", "app.a.AHistory", "app.b.BHistory");
        project.history("app.d", "d", "app.b.BHistory", "app.a.AHistory");

        assertThat(report(project.compile()))
                .containsExactly(
                        "R1.java:5 [duplicate-id] 2 revisions declare the id \"r1\".",
                        "R1.java:5 [duplicate-id] 2 revisions declare the id \"r1\".");
    }

    @Test
    void aMistakeInAnIncludedHistoryOfTheModuleIsReportedOnce() {
        project.history("app.core", "core");
        project.revision("app.core.R1", "c1", "downRevision = \"nowhere\"");
        project.history("app.shop", "shop", "app.core.CoreHistory");
        project.revision("app.shop.R1", "s1", "downRevision = \"c1\"");

        assertThat(report(project.compile())).singleElement().asString().startsWith("R1.java:5 [unknown-parent]");
    }

    @Test
    void aRevisionThatWasDeletedFromAnIncludedModuleIsUnknown() {
        Project library = library("lib");
        project.dependsOn(library);
        library.delete(library.sources.resolve("lib/R2.java"));
        project.history("app", "shop", "lib.LibHistory");
        project.revision("app.R1", "r1", "downRevision = \"lib2\"");

        assertThat(report(project.compile()))
                .singleElement()
                .asString()
                .startsWith("R1.java:5 [unknown-parent] Revision \"r1\" follows \"lib2\"");
    }

    @Test
    void anIncludedModuleIsReadAsItIsAndNotAsItsOldIndexesSay() {
        Project library = library("lib");
        Path changed = library.revision("lib.R2", "changed", "downRevision = \"lib1\"");
        assertThat(library.compile(List.of(changed)).messages()).isEmpty();
        project.dependsOn(library);
        project.history("app", "shop", "lib.LibHistory");
        project.revision("app.R1", "r1", "downRevision = \"changed\"");
        project.revision("app.R2", "lib2", "downRevision = \"r1\"");

        assertThat(report(project.compile())).isEmpty();
    }

    // Heads and bases.

    @Test
    void headsAndBasesOfAnIncludedHistoryAreNoOffence() {
        Project library = library("lib");
        library.revision("lib.R3", "lib3", "downRevision = \"lib1\"");
        assertThat(library.compile("-Amigrate.heads=allow").messages()).isEmpty();
        project.dependsOn(library);
        project.history("app", "shop", "lib.LibHistory");
        project.revision("app.R1", "r1");

        assertThat(report(project.compile())).isEmpty();
    }

    @Test
    void ownHeadsAreCountedThoughOthersAreIncluded() {
        project.dependsOn(library("lib"));
        project.history("app", "shop", "lib.LibHistory");
        project.revision("app.R1", "r1", "\ndownRevision = \"lib2\"");
        project.revision("app.R2", "r2", "\ndownRevision = \"lib2\"");

        assertThat(report(project.compile()))
                .hasSize(2)
                .allMatch(found -> found.contains(".java:6 [several-heads]")
                        && found.contains("r1")
                        && found.contains("r2")
                        && !found.contains("lib"));
    }

    @Test
    void anOwnRevisionThatAnIncludedOneFollowsIsNoHead() {
        project.history("app.a", "a", "app.b.BHistory");
        project.revision("app.a.R1", "a1");
        project.revision("app.a.R2", "a2", "downRevision = \"a1\"");
        project.history("app.b", "b", "app.a.AHistory");
        project.revision("app.b.R1", "b1", "downRevision = \"a2\"");

        assertThat(report(project.compile())).isEmpty();
    }

    @Test
    void historiesOfOneModuleAreCheckedEachByItself() {
        project.history("app.a", "a");
        project.revision("app.a.R1", "r1");
        project.history("app.b", "b");
        project.revision("app.b.R1", "r1", "branchLabels = \"left\"");
        project.revision("app.R1", "r1", "branchLabels = \"left\"");

        assertThat(report(project.compile())).isEmpty();
    }

    /** A module with two revisions and a label. */
    private Project library(String name) {
        Project library = new Project(directory.resolve(name));
        library.history(name, name);
        library.revision(name + ".R1", name + "1", "branchLabels = \"" + name + "s\"");
        library.revision(name + ".R2", name + "2", "downRevision = \"" + name + "1\"");
        assertThat(library.compile().messages()).isEmpty();
        return library;
    }

    /** File, line and first line of each message. */
    private static List<String> report(Project.Outcome outcome) {
        return outcome.diagnostics().stream()
                .map(HistoryDeclarationsTest::report)
                .toList();
    }

    private static String report(Project.Message found) {
        return found.file().substring(found.file().lastIndexOf('/') + 1) + ":" + found.line() + " "
                + found.text().lines().findFirst().orElse("");
    }
}
