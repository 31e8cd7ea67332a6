package dev.migrate.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.index.RevisionEntry;
import dev.migrate.index.SourcePosition;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import javax.annotation.processing.Completion;
import javax.annotation.processing.Filer;
import javax.annotation.processing.Messager;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.Processor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;
import org.jetbrains.jps.javac.APIWrappers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Behind the wrapper of a build tool the processor works, and finds javac's trees where they can be found. */
class WrappedEnvironmentTest {

    @TempDir
    Path directory;

    @Test
    void gradlesKeepsTheCompilersInAField() {
        assertThat(entryWith(GradleLike::new).source()).contains(new SourcePosition("R1.java", 5, 1));
    }

    @Test
    void intelliJsTellsWhatItStandsFor() {
        RevisionEntry entry = entryWith(environment -> proxy(new APIWrappers.Wrapper(environment)));

        assertThat(entry.source()).contains(new SourcePosition("R1.java", 5, 1));
        assertThat(entry.checksum()).isPresent();
    }

    @Test
    void withoutAWayBehindItTheIndexLacksPositionsAndChecksumsOnly() {
        RevisionEntry entry =
                entryWith(environment -> proxy((self, method, arguments) -> method.invoke(environment, arguments)));

        assertThat(entry.id()).isEqualTo("r1");
        assertThat(entry.source()).isEmpty();
        assertThat(entry.checksum()).isEmpty();
    }

    private RevisionEntry entryWith(UnaryOperator<ProcessingEnvironment> wrapping) {
        Project project = new Project(directory);
        Path source = project.revision("app.R1", "r1");

        Project.Outcome outcome = project.compile(List.of(new Wrapping(wrapping)), List.of(source));

        assertThat(outcome.messages()).isEmpty();
        return project.load().entry("r1").orElseThrow();
    }

    private static ProcessingEnvironment proxy(InvocationHandler handler) {
        return (ProcessingEnvironment) Proxy.newProxyInstance(
                WrappedEnvironmentTest.class.getClassLoader(), new Class<?>[] {ProcessingEnvironment.class}, handler);
    }

    /** The processor, initialised as a build tool does it. */
    private record Wrapping(RevisionProcessor processor, UnaryOperator<ProcessingEnvironment> wrapping)
            implements Processor {

        Wrapping(UnaryOperator<ProcessingEnvironment> wrapping) {
            this(new RevisionProcessor(), wrapping);
        }

        @Override
        public void init(ProcessingEnvironment environment) {
            processor.init(wrapping.apply(environment));
        }

        @Override
        public Set<String> getSupportedOptions() {
            return processor.getSupportedOptions();
        }

        @Override
        public Set<String> getSupportedAnnotationTypes() {
            return processor.getSupportedAnnotationTypes();
        }

        @Override
        public SourceVersion getSupportedSourceVersion() {
            return processor.getSupportedSourceVersion();
        }

        @Override
        public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
            return processor.process(annotations, round);
        }

        @Override
        public Iterable<? extends Completion> getCompletions(
                Element element, AnnotationMirror annotation, ExecutableElement member, String userText) {
            return processor.getCompletions(element, annotation, member, userText);
        }
    }

    /** As Gradle's {@code IncrementalProcessingEnvironment}. */
    private static final class GradleLike implements ProcessingEnvironment {
        private final ProcessingEnvironment delegate;

        GradleLike(ProcessingEnvironment delegate) {
            this.delegate = delegate;
        }

        @Override
        public Map<String, String> getOptions() {
            return delegate.getOptions();
        }

        @Override
        public Messager getMessager() {
            return delegate.getMessager();
        }

        @Override
        public Filer getFiler() {
            return delegate.getFiler();
        }

        @Override
        public Elements getElementUtils() {
            return delegate.getElementUtils();
        }

        @Override
        public Types getTypeUtils() {
            return delegate.getTypeUtils();
        }

        @Override
        public SourceVersion getSourceVersion() {
            return delegate.getSourceVersion();
        }

        @Override
        public Locale getLocale() {
            return delegate.getLocale();
        }
    }
}
