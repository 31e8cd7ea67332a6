package dev.migrate.maven.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrate.graph.RevisionNode;
import dev.migrate.problem.MigrateException;
import dev.migrate.problem.ProblemCode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RevisionWriterTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-04-10T17:05:09Z"), ZoneOffset.UTC);
    private static final UUID RANDOM = UUID.fromString("00000000-0000-0000-0000-8f3c2a91d07e");

    @TempDir
    Path root;

    @Test
    void aRevisionFollowsTheHeadInItsPackage() throws IOException {
        existing("com/acme/migrations/R1.java", "com.acme.migrations", "5b1f0c77a2de");

        RevisionWriter.Written written = write(request("add user avatar"));

        assertThat(written)
                .isEqualTo(new RevisionWriter.Written(
                        new RevisionNode("8f3c2a91d07e", List.of("5b1f0c77a2de"), List.of(), List.of()),
                        root.resolve("com/acme/migrations/R20260410_AddUserAvatar.java"),
                        "com.acme.migrations.R20260410_AddUserAvatar"));
        assertThat(Files.readString(written.file())).isEqualTo("""
                        package com.acme.migrations;

                        import dev.migrate.*;

                        @Revision(id = "8f3c2a91d07e", downRevision = "5b1f0c77a2de", message = "add user avatar")
                        public final class R20260410_AddUserAvatar implements Migration {

                            @Override
                            public void upgrade(Operations op) {}

                            @Override
                            public void downgrade(Operations op) {}
                        }
                        """);
    }

    @Test
    void theFirstRevisionIsABaseInTheDefaultPackage() throws IOException {
        RevisionWriter.Written written = write(request("first tables"));

        assertThat(written.className()).isEqualTo("com.acme.standard.R20260410_FirstTables");
        assertThat(Files.readString(written.file()))
                .contains("@Revision(id = \"8f3c2a91d07e\", message = \"first tables\")\n");
    }

    @Test
    void aLongAnnotationIsBrokenAsPalantirWould() throws IOException {
        existing("a/R1.java", "a", "a1");
        existing("a/R2.java", "a", "b2");

        RevisionWriter.Written written = write(new RevisionWriter.Request(
                "words and more words ".repeat(25).strip(),
                List.of("a1", "b2"),
                false,
                List.of("billing"),
                List.of(),
                Optional.of("m1"),
                false,
                "Merge"));

        assertThat(Files.readString(written.file())).contains("""
                        @Revision(
                                id = "m1",
                                downRevision = {"a1", "b2"},
                                branchLabels = "billing",
                                message = "words and more words words and more words words and more words words and more words words and "
                                        + "more words words and more words words and more words words and more words words and more words "
                        """);
        assertThat(Files.readAllLines(written.file())).allMatch(line -> line.length() <= 120);
        assertThat(read().revision("m1").orElseThrow().message())
                .isEqualTo("words and more words ".repeat(25).strip());
    }

    static Stream<String> messages() {
        return Stream.of(
                "quotes \" and ' and \\ at the end \\",
                "the end */ of a comment /* and // one more",
                "\\u000a \\u0022 \\uuuu0041",
                "line\nbreaks\r\nand\ttabs",
                "🎉 emoji 👩‍👩‍👧 and more",
                "null\0bell\u0007 and escape\u001b",
                "hidden \u202e text \u200b and a lone surrogate \ud83c",
                "${package} ${nothing} {Slug} %s $1",
                "class",
                "!!!",
                "x".repeat(500),
                "🎉".repeat(250),
                "\"\\".repeat(200),
                "größer 添加用户 עברית");
    }

    @ParameterizedTest
    @MethodSource("messages")
    void anyMessageIsStoredWhole(String message) throws IOException {
        write(request(message));

        assertThat(read().revision("8f3c2a91d07e").orElseThrow().message()).isEqualTo(message);
    }

    @Test
    void whatIsWrittenCompilesWithoutAWarning() throws IOException {
        List<Path> files = new ArrayList<>();
        for (String message : messages().toList()) {
            UUID id = UUID.nameUUIDFromBytes(message.getBytes(StandardCharsets.UTF_8));
            files.add(new RevisionWriter(CLOCK, () -> id)
                    .write(request(message), read(), RevisionTemplate.standard(), target())
                    .file());
        }

        assertThat(compile(files)).isEmpty();
    }

    @Test
    void whatTheEncodingCannotHoldIsEscaped() throws IOException {
        RevisionWriter.Target target =
                new RevisionWriter.Target(root, Optional.empty(), "a", StandardCharsets.US_ASCII);

        RevisionWriter.Written written = writer().write(request("ü🎉"), read(), RevisionTemplate.standard(), target);

        assertThat(Files.readString(written.file())).contains("message = \"\\u00fc\\ud83c\\udf89\"");
    }

    @Test
    void aNameThatIsTakenGetsACounter() throws IOException {
        existing("a/R20260410_AddUser.java", "a", "a1");
        Files.writeString(root.resolve("a/r20260410_adduser_2.java"), "");

        assertThat(write(request("add user")).className()).isEqualTo("a.R20260410_AddUser_3");
    }

    @Test
    void anIdThatIsTakenIsDrawnAgain() throws IOException {
        existing("a/R1.java", "a", "8f3c2a91d07e");
        Deque<UUID> ids = new ArrayDeque<>(List.of(RANDOM, UUID.fromString("00000000-0000-0000-0000-00000000beef")));

        RevisionWriter.Written written = new RevisionWriter(CLOCK, ids::remove)
                .write(request("add user"), read(), RevisionTemplate.standard(), target());

        assertThat(written.node().id()).isEqualTo("00000000beef");
    }

    @Test
    void idsMayBeMadeFromTheTime() throws IOException {
        existing("a/R1.java", "a", "20260410170509");

        RevisionWriter.Written written = write(new RevisionWriter.Request(
                "add", List.of("head"), false, List.of(), List.of(), Optional.empty(), true, "R{id}"));

        assertThat(written.className()).isEqualTo("a.R20260410170510");
        assertThat(written.node().id()).isEqualTo("20260410170510");
    }

    @Test
    void severalHeadsAreRefused() throws IOException {
        existing("a/R1.java", "a", "a1");
        existing("a/R2.java", "a", "b2");

        assertThatThrownBy(() -> write(request("add user")))
                .hasMessageContaining("[several-heads]")
                .hasMessageContaining("a1")
                .hasMessageContaining("b2");
        assertThat(files("a")).containsExactly("R1.java", "R2.java");
    }

    @Test
    void whatCannotBeReadBlocksTheNextRevision() throws IOException {
        existing("a/R1.java", "a", "a1");
        Files.writeString(
                root.resolve("a/R2.java"), "package a; import dev.migrate.*; @Revision(id = lib.Ids.B) class R2 {}");

        assertThatThrownBy(() -> write(request("add user")))
                .isInstanceOf(MigrateException.class)
                .extracting(e -> ((MigrateException) e).problem().code())
                .isEqualTo(ProblemCode.UNREADABLE_ANNOTATION);
    }

    @Test
    void anOwnTemplateIsFilled() throws IOException {
        RevisionTemplate template = template("""
                package ${package};
                import dev.migrate.*;
                /** ${comment} */
                @Revision(id = ${id}, downRevision = ${downRevision}, dependsOn = ${dependsOn},
                    branchLabels = ${branchLabels}, message = ${message})
                public class ${class} extends Base {}
                """);

        RevisionWriter.Written written = writer().write(request("end */ <b> @x"), read(), template, target());

        assertThat(Files.readString(written.file())).isEqualTo("""
                        package com.acme.standard;
                        import dev.migrate.*;
                        /** end &#42;&#47; &lt;b&gt; &#64;x */
                        @Revision(id = "8f3c2a91d07e", downRevision = {}, dependsOn = {},
                            branchLabels = {}, message = "end */ <b> @x")
                        public class R20260410_EndBX extends Base {}
                        """);
    }

    @Test
    void aTemplateWithoutTheRevisionIsRefusedBeforeThereIsAFile() throws IOException {
        RevisionTemplate template = template("package ${package};\npublic class ${class} {}\n");

        assertThatThrownBy(() -> writer().write(request("add user"), read(), template, target()))
                .hasMessageContaining("[bad-template] the template does not give a class "
                        + "com.acme.standard.R20260410_AddUser with the revision 8f3c2a91d07e: it declares []")
                .hasMessageContaining("next:  use package ${package}; … ${annotation} … class ${class}");
        assertThat(root.resolve("com")).doesNotExist();
    }

    @Test
    void aTemplateThatDoesNotParseIsRefused() throws IOException {
        RevisionTemplate template = template("package ${package};\n${annotation}\nclass ${class} {\n");

        assertThatThrownBy(() -> writer().write(request("add user"), read(), template, target()))
                .hasMessageContaining("[bad-template]")
                .hasMessageContaining("reached end of file while parsing");
    }

    @Test
    void anUnknownPlaceholderIsNamedWithThoseThereAre() throws IOException {
        RevisionTemplate template = template("${revision}");

        assertThatThrownBy(() -> writer().write(request("add user"), read(), template, target()))
                .hasMessageContaining("[bad-template] there is no placeholder ${revision}")
                .hasMessageContaining("use one of ${annotation}, ${branchLabels}, ${class}, ${comment}, ${dependsOn}, "
                        + "${downRevision}, ${downgrade}, ${id}, ${imports}, ${message}, ${package}, ${parts}, "
                        + "${upgrade}");
    }

    @Test
    void nothingIsLeftBehindWhenTheFileIsThere() throws IOException {
        Path file = root.resolve("a/R.java");
        SourceFile.create(file, "one", StandardCharsets.UTF_8);

        assertThatThrownBy(() -> SourceFile.create(file, "two", StandardCharsets.UTF_8))
                .hasMessageContaining("[file-exists]");
        assertThat(files("a")).containsExactly("R.java");
        assertThat(Files.readString(file)).isEqualTo("one");
    }

    private List<String> files(String directory) throws IOException {
        try (Stream<Path> files = Files.list(root.resolve(directory))) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private RevisionTemplate template(String text) throws IOException {
        return RevisionTemplate.of(Files.writeString(root.resolve("own.template"), text), StandardCharsets.UTF_8);
    }

    private void existing(String path, String packageName, String id) throws IOException {
        Path file = root.resolve(path);
        Files.createDirectories(file.getParent());
        String name = file.getFileName().toString().replace(".java", "");
        Files.writeString(
                file,
                "package %s; import dev.migrate.*; @Revision(id = \"%s\") class %s {}"
                        .formatted(packageName, id, name));
    }

    private static RevisionWriter.Request request(String message) {
        return new RevisionWriter.Request(
                message, List.of("head"), false, List.of(), List.of(), Optional.empty(), false, "R{yyyyMMdd}_{Slug}");
    }

    private RevisionWriter.Target target() {
        return new RevisionWriter.Target(root, Optional.empty(), "com.acme.standard", StandardCharsets.UTF_8);
    }

    private static RevisionWriter writer() {
        return new RevisionWriter(CLOCK, () -> RANDOM);
    }

    private RevisionWriter.Written write(RevisionWriter.Request request) {
        return writer().write(request, read(), RevisionTemplate.standard(), target());
    }

    private SourceHistory read() {
        return RevisionSources.read(List.of(root), StandardCharsets.UTF_8);
    }

    private List<String> compile(List<Path> sources) throws IOException {
        var compiler = ToolProvider.getSystemJavaCompiler();
        var diagnostics = new DiagnosticCollector<JavaFileObject>();
        try (var files = compiler.getStandardFileManager(diagnostics, null, StandardCharsets.UTF_8)) {
            compiler.getTask(
                            null,
                            files,
                            diagnostics,
                            List.of(
                                    "-Xlint:all",
                                    "-Werror",
                                    "-proc:none",
                                    "-cp",
                                    System.getProperty("java.class.path"),
                                    "-d",
                                    root.toString()),
                            null,
                            files.getJavaFileObjectsFromPaths(sources))
                    .call();
        }
        return diagnostics.getDiagnostics().stream().map(Object::toString).toList();
    }
}
