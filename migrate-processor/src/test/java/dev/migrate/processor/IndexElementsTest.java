package dev.migrate.processor;

import static com.google.testing.compile.Compiler.javac;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import com.google.testing.compile.JavaFileObjects;
import dev.migrate.index.RevisionEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.annotation.processing.SupportedAnnotationTypes;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;
import org.junit.jupiter.api.Test;

class IndexElementsTest {

    @Test
    void piecesAreReadInTheirOrderAlsoBeyondAThousand() {
        Reading reading = new Reading();

        javac().withProcessors(reading).compile(JavaFileObjects.forSourceString("app.RevisionIndex_0", """
                package app;

                final class RevisionIndex_0 {
                    static final class Part1 {
                        static final String R1000 = "sage thousand\\n";
                        static final String R1001 = "class app.R1\\n";
                        static final String R100 = "revision r1\\n";
                        static final String R999 = "mes";
                    }
                }
                """));

        assertThat(reading.entries)
                .extracting(RevisionEntry::id, RevisionEntry::message, RevisionEntry::className)
                .containsExactly(tuple("r1", "thousand", "app.R1"));
    }

    /** Reads the index that it is shown. */
    @SupportedAnnotationTypes("*")
    private static final class Reading extends AbstractProcessor {
        private final List<RevisionEntry> entries = new ArrayList<>();

        @Override
        public SourceVersion getSupportedSourceVersion() {
            return SourceVersion.latestSupported();
        }

        @Override
        public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
            round.getRootElements().forEach(type -> entries.addAll(IndexElements.entriesOf((TypeElement) type)));
            return false;
        }
    }
}
