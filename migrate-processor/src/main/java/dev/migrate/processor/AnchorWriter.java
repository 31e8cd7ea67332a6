package dev.migrate.processor;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import dev.migrate.HistoryAnchor;
import dev.migrate.index.HistoryEntry;
import java.io.IOException;
import java.io.Writer;
import java.util.HashSet;
import java.util.Set;
import javax.annotation.processing.Filer;
import javax.lang.model.element.Element;
import javax.lang.model.element.Modifier;
import javax.lang.model.util.Elements;

/**
 * Writes the anchor of each named history of the module, once: it says nothing that changes, so that one which an
 * earlier compilation left is as good as new.
 */
final class AnchorWriter {

    /** The constant with the history's name. */
    static final String NAME = "NAME";

    private final Filer filer;
    private final Elements elements;
    private final ModuleOutput output;
    private final Set<String> written = new HashSet<>();

    AnchorWriter(Filer filer, Elements elements, ModuleOutput output) {
        this.filer = filer;
        this.elements = elements;
        this.output = output;
    }

    /** Writes the anchors that are not there yet. Not in the last round: javac warns of sources made in it. */
    void writeSources(DeclaredModule module) throws IOException {
        for (DeclaredHistory history : module.histories()) {
            if (history.isNamed() && !isThere(history.anchor()) && written.add(history.anchor())) {
                write(history);
            }
        }
    }

    /** An anchor that the compiler finds elsewhere, on its source path, needs no second one. */
    private boolean isThere(String anchor) {
        return output.holds(anchor) ? output.keeps(anchor) : elements.getTypeElement(anchor) != null;
    }

    private void write(DeclaredHistory history) throws IOException {
        Element[] origin = history.local() ? new Element[] {history.element()} : new Element[0];
        try (Writer file = filer.createSourceFile(history.anchor(), origin).openWriter()) {
            file.write(text(history));
        }
    }

    private static String text(DeclaredHistory history) {
        ClassName name = ClassName.get(history.packageName(), HistoryEntry.anchorOf(history.name()));
        TypeSpec type = TypeSpec.classBuilder(name)
                .addModifiers(Modifier.PUBLIC, Modifier.FINAL)
                .addSuperinterface(HistoryAnchor.class)
                .addJavadoc("""
                        Stands for the history {@code $1L}: the migrations of this package and its sub-packages.

                        <p>{@code Migrator.on(dataSource, $2L.class)} runs it;
                        {@code includes = $2L.class} takes it into another history.
                        """, history.name(), name.simpleName())
                .addField(FieldSpec.builder(String.class, NAME, Modifier.PUBLIC, Modifier.STATIC, Modifier.FINAL)
                        .addJavadoc("The name of the history, as in {@code migrate.$L.url}.\n", history.name())
                        .initializer("$S", history.name())
                        .build())
                .addMethod(MethodSpec.constructorBuilder()
                        .addModifiers(Modifier.PRIVATE)
                        .build())
                .build();
        return AsciiSource.of(
                JavaFile.builder(history.packageName(), type).indent("    ").build());
    }
}
