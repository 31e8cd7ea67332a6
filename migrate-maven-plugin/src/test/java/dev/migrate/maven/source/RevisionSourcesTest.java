package dev.migrate.maven.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.migrate.graph.RevisionNode;
import dev.migrate.problem.MigrateException;
import dev.migrate.problem.Problem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RevisionSourcesTest {

    @TempDir
    Path root;

    @Test
    void everyValueOfTheAnnotationIsRead() throws IOException {
        write("app/R1.java", """
                package app;

                import dev.migrate.*;

                @Revision(id = "a1", downRevision = {"x", "y"}, dependsOn = "z", branchLabels = {"l"}, message = "first")
                public final class R1 implements Migration {}
                """);

        SourceHistory history = read();

        assertThat(history.revisions())
                .containsExactly(new SourceRevision(
                        new RevisionNode("a1", List.of("x", "y"), List.of("z"), List.of("l")),
                        "",
                        "first",
                        "app.R1",
                        "app",
                        root,
                        root.resolve("app/R1.java"),
                        5));
        assertThat(history.unreadable()).isEmpty();
        assertThat(history.warnings()).isEmpty();
    }

    @Test
    void constantsAreFollowedWhereverTheSourcesDeclareThem() throws IOException {
        write(
                "ids/Ids.java",
                "package ids; public interface Ids { String FIRST = \"f\" + 1; class Deep { static final String D = \"deep\"; } }");
        write("app/Near.java", "package app; class Near { static final String NEAR = Far.FAR + '!'; }");
        write("app/Far.java", "package app; class Far { static final String FAR = (\"far\"); }");
        write("app/All.java", """
                package app;
                import static ids.Ids.FIRST;
                import dev.migrate.Revision;
                import ids.*;
                class All {
                    private static final String OWN = "own" + 2 + 'c' + 3L + true;
                    @Revision(id = FIRST, downRevision = {Near.NEAR, OWN, ids.Ids.FIRST, Ids.Deep.D}, message = \"""
                            a "text"
                            block\""")
                    static class R {}
                }
                """);

        SourceHistory history = read();

        assertThat(history.unreadable()).isEmpty();
        assertThat(history.revisions()).hasSize(1);
        assertThat(history.revisions().get(0).node())
                .isEqualTo(new RevisionNode("f1", List.of("far!", "own2c3true", "f1", "deep"), List.of(), List.of()));
        assertThat(history.revisions().get(0).message()).isEqualTo("a \"text\"\nblock");
        assertThat(history.revisions().get(0).className()).isEqualTo("app.All.R");
    }

    @Test
    void whatOnlyTheCompilerCouldEvaluateIsReportedAtItsLine() throws IOException {
        write("app/R1.java", """
                package app;
                import dev.migrate.*;
                @Revision(id = "a1",
                        downRevision = lib.Library.ID)
                public final class R1 implements Migration {}
                """);
        write("app/R2.java", "package app; import dev.migrate.*; @Revision(id = \"b\") class R2 {}");

        SourceHistory history = read();

        assertThat(history.unreadable().stream().map(Problem::text))
                .containsExactly("""
                        [unreadable-annotation] @Revision(downRevision = lib.Library.ID) cannot be read without compiling: it \
                        is neither made of literals nor of constants that the sources of this module declare
                          where: %s:4
                          next:  write the text itself""".formatted(root.resolve("app/R1.java")));
        assertThat(ids(history)).containsExactly("b");
    }

    @Test
    void aConstantThatLeadsBackToItselfIsUnreadable() throws IOException {
        write(
                "app/R1.java",
                "package app; import dev.migrate.*; @Revision(id = R1.A) class R1 { static final String A = R1.B; static final String B = A; }");

        assertThat(read().unreadable()).hasSize(1);
    }

    @Test
    void syntaxErrorsAndMissingTypesDoNotMatter() throws IOException {
        write("app/R1.java", """
                package app;
                import dev.migrate.*;
                import not.There;
                @lombok.Data
                @Revision(id = "a1")
                public final class R1 extends Missing implements Migration {
                    public void upgrade(Operations op) { op.( }
                """);
        write("app/Broken.java", "package app; class Revision { int = ; ");
        write("app/R2.java", "package app; import dev.migrate.*; @Revision(id = \"b2\") class R2 {}");

        SourceHistory history = read();

        assertThat(ids(history)).containsExactly("a1", "b2");
        assertThat(history.unreadable()).isEmpty();
    }

    @Test
    void aFileOfWhichNothingCanBeMadeIsReported() throws IOException {
        write("app/R1.java", "package app;\nimport dev.migrate.*;\n@Revision(id = \"a1\"\n");

        assertThat(read().unreadable().stream().map(Problem::what))
                .singleElement()
                .asString()
                .startsWith("a file that mentions @Revision cannot be parsed: line ");
    }

    @Test
    void aFileOfWhichARevisionCannotBeReadIsReported() throws IOException {
        String first = "package app; import dev.migrate.*; class Two { @Revision(id = \"a1\") static class R1 {} ";
        write("app/Comment.java", first + "/* never closed\n@Revision(id = \"b2\") static class R2 {} }");
        write("app/Comma.java", first + "@Revision(id = \"b2\" message = \"b2\" static class R2 {} }");
        write("app/Hidden.java", first + """
                // @Revision(id = "old")
                /* @Revision(
                   id = "older") */
                String s = "\\" @Revision(id";
                String t = \"""
                    @Revision(id = "text")\""";
                void m() { f( ; }
                }
                """);

        assertThat(read().unreadable().stream().map(problem -> problem.where().orElseThrow()))
                .containsExactly(
                        root.resolve("app/Comma.java").toString(),
                        root.resolve("app/Comment.java").toString());
    }

    @Test
    void aConstantIsReadOnBothSidesOfAConflict() throws IOException {
        write("app/Ids.java", """
                package app;
                interface Ids {
                    String A = "a1";
                <<<<<<< HEAD
                    String B = "b2";
                    String X = "ours";
                =======
                    String C = "c3";
                    String X = "theirs";
                >>>>>>> feature
                }
                """);
        for (String name : List.of("A", "B", "C", "X")) {
            write(
                    "app/R" + name + ".java",
                    "package app; import dev.migrate.*; @Revision(id = Ids." + name + ") class R" + name + " {}");
        }

        SourceHistory history = read();

        assertThat(ids(history)).containsExactly("a1", "b2", "c3");
        assertThat(history.unreadable().stream().map(problem -> problem.where().orElseThrow()))
                .containsExactly(root.resolve("app/RX.java") + ":1");
    }

    @Test
    void aConflictOutsideTheAnnotationIsAWarning() throws IOException {
        write("app/R1.java", """
                package app;
                import dev.migrate.*;
                @Revision(id = "a1", downRevision = "a0")
                public final class R1 implements Migration {
                <<<<<<< HEAD
                    void one() {}
                ||||||| base
                =======
                    void two() {}
                >>>>>>> feature
                }
                """);

        SourceHistory history = read();

        assertThat(ids(history)).containsExactly("a1");
        assertThat(history.unreadable()).isEmpty();
        assertThat(history.warnings())
                .containsExactly(
                        root.resolve("app/R1.java") + " holds merge conflicts; both sides declare the same revisions");
    }

    @Test
    void aConflictInTheAnnotationIsReadAsTheOwnSideAndToldWithBoth() throws IOException {
        write("app/R1.java", """
                package app;
                import dev.migrate.*;
                <<<<<<< HEAD
                @Revision(id = "b2", downRevision = "ours")
                ||||||| base
                @Revision(id = "b2", downRevision = "base")
                =======
                @Revision(id = "c3", downRevision = {"theirs", "other"})
                >>>>>>> feature
                public final class R1 implements Migration {}
                """);

        SourceHistory history = read();

        assertThat(history.nodes()).containsExactly(new RevisionNode("b2", List.of("ours"), List.of(), List.of()));
        assertThat(history.revisions().get(0).line()).isEqualTo(4);
        assertThat(history.unreadable().stream().map(Problem::text))
                .containsExactly("""
                [unreadable-annotation] a file holds merge conflicts, and its sides declare different revisions: \
                "b2" after "ours", or "c3" after "theirs" and "other"
                  where: %s
                  next:  resolve the conflict; two revisions are two classes in two files""".formatted(root.resolve("app/R1.java")));
    }

    @Test
    void theNearestPackageNamesTheHistory() throws IOException {
        write("shop/package-info.java", """
                @MigrationHistory(name = Names.SHOP)
                package shop;
                import dev.migrate.MigrationHistory;
                """);
        write("shop/Names.java", "package shop; class Names { static final String SHOP = \"shop\"; }");
        write("shop/billing/package-info.java", """
                @dev.migrate.MigrationHistory(name = "billing", includes = {other.OtherHistory.class})
                package shop.billing;
                """);
        write("shop/R1.java", "package shop; import dev.migrate.*; @Revision(id = \"a\") class R1 {}");
        write("shop/deep/R2.java", "package shop.deep; import dev.migrate.*; @Revision(id = \"b\") class R2 {}");
        write(
                "shop/billing/v1/R3.java",
                "package shop.billing.v1; import dev.migrate.*; @Revision(id = \"c\", downRevision = \"lib1\") class R3 {}");
        write("shopping/R4.java", "package shopping; import dev.migrate.*; @Revision(id = \"d\") class R4 {}");

        SourceHistory history = read();

        assertThat(history.revisions())
                .extracting(SourceRevision::id, SourceRevision::history)
                .containsExactly(tuple("a", "shop"), tuple("c", "billing"), tuple("b", "shop"), tuple("d", ""));
        assertThat(history.declared())
                .containsExactly(
                        new NamedHistory("billing", "shop.billing", true, root),
                        new NamedHistory("shop", "shop", false, root));
        assertThat(history.named("billing").included())
                .containsExactly(new RevisionNode("lib1", List.of(), List.of(), List.of()));
        assertThat(history.named("shop").included()).isEmpty();
        assertThat(history.names()).containsExactly("", "billing", "shop");
    }

    @Test
    void aHistoryWhoseNameOnlyTheCompilerCouldTellIsReported() throws IOException {
        write("app/package-info.java", "@dev.migrate.MigrationHistory(name = lib.Names.X)\npackage app;\n");

        assertThat(read().unreadable().stream().map(Problem::what))
                .singleElement()
                .asString()
                .startsWith("@MigrationHistory cannot be read without compiling");
    }

    @Test
    void annotationsOfTheSameNameFromElsewhereAreNotOurs() throws IOException {
        write("app/A.java", "package app; import other.Revision; @Revision(3) class A {}");
        write("app/B.java", "package app; @dev.migrate.Revision(id = \"b\") class B {}");
        write("app/C.java", "package app; @other.Revision(id = \"c\") class C {}");
        write("app/D.java", "package app; /** Not @Revision(id = \"d\"). */ class D {}");

        SourceHistory history = read();

        assertThat(ids(history)).containsExactly("b");
        assertThat(history.unreadable()).isEmpty();
    }

    @Test
    void anotherEncodingIsRead() throws IOException {
        Files.createDirectories(root.resolve("app"));
        Files.writeString(
                root.resolve("app/R1.java"),
                "package app; import dev.migrate.*; @Revision(id = \"a\", message = \"größer\") class R1 {}",
                StandardCharsets.ISO_8859_1);

        SourceHistory history = RevisionSources.read(List.of(root), StandardCharsets.ISO_8859_1);

        assertThat(history.revisions()).extracting(SourceRevision::message).containsExactly("größer");
    }

    @Test
    void rootsThatAreNotThereArePassedOver() {
        assertThat(RevisionSources.read(List.of(root.resolve("generated")), StandardCharsets.UTF_8))
                .isEqualTo(new SourceHistory(List.of(), List.of(), List.of(), List.of()));
    }

    @Test
    void aJavaWithoutACompilerIsToldClearly() {
        assertThatThrownBy(() -> new SourceParser(() -> null))
                .isInstanceOf(MigrateException.class)
                .hasMessageContaining("[no-compiler] Maven runs on a Java without a compiler: Java ")
                .hasMessageContaining("next:  let JAVA_HOME name a JDK, not a JRE");
    }

    private void write(String path, String text) throws IOException {
        Path file = root.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private SourceHistory read() {
        return RevisionSources.read(List.of(root), StandardCharsets.UTF_8);
    }

    private static List<String> ids(SourceHistory history) {
        return history.revisions().stream().map(SourceRevision::id).toList();
    }
}
