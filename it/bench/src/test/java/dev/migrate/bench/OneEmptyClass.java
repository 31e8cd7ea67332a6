package dev.migrate.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.annotation.processing.SupportedAnnotationTypes;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;

/** What a processor that writes an index costs at least. */
@SupportedAnnotationTypes("dev.migrate.Revision")
public final class OneEmptyClass extends AbstractProcessor {

    private boolean written;

    /** For javac. */
    public OneEmptyClass() {}

    @Override
    public SourceVersion getSupportedSourceVersion() {
        return SourceVersion.latestSupported();
    }

    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
        if (!written) {
            written = true;
            try (Writer file = processingEnv
                    .getFiler()
                    .createSourceFile("app.migrations.Empty")
                    .openWriter()) {
                file.write("package app.migrations;\n\nfinal class Empty {}\n");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return true;
    }
}
