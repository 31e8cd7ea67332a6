package dev.migrate.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.index.RevisionEntry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is written for named histories, and that the runtime reads it. */
class HistoriesTest {

    @TempDir
    Path directory;

    private Project project;

    @BeforeEach
    void newProject() {
        project = new Project(directory.resolve("project"));
    }

    @Test
    void anchorAndIndexArePleasantToRead() throws IOException {
        Project library = library();
        project.dependsOn(library);
        project.write(
                "com/acme/shop/R1.java",
                """
                package com.acme.shop;
                import dev.migrate.*;
                @Revision(id = "s1", message = "first")
                public final class R1 implements Migration {
                    @Override public void upgrade(Operations op) {}
                    @Override public void downgrade(Operations op) {}
                }
                """);

        project.history("com.acme.shop", "shop", "lib.AuditHistory");
        Project.Outcome outcome = project.compile();

        assertThat(outcome.messages()).isEmpty();
        assertThat(project.generatedFiles()).hasSize(2);
        Golden.compare("ShopHistory.golden", Files.readString(project.generatedFiles().last()));
        Golden.compare("RevisionIndexOfHistory.golden", Files.readString(project.generatedFiles().first()));
    }

    private Project library() {
        Project library = new Project(directory.resolve("library"));
        library.history("lib", "audit");
        library.revision("lib.L1", "l1");
        library.revision("lib.more.L2", "l2", "downRevision = \"l1\"", "branchLabels = \"logging\"");
        assertThat(library.compile().messages()).isEmpty();
        return library;
    }
}
