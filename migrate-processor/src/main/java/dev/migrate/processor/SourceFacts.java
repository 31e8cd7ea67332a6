package dev.migrate.processor;

import dev.migrate.index.SourcePosition;
import java.util.Optional;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;

/** What only a compiler with syntax trees can tell of a source. */
interface SourceFacts {

    /** Where an annotation stands. */
    Optional<SourcePosition> position(TypeElement type, AnnotationMirror annotation);

    /** The checksum of the file in which a class is written. */
    Optional<String> checksum(TypeElement type);

    /**
     * Whether an annotation has a value for each that is written. A mistyped attribute is the compiler's to report, and
     * its value is lost: the annotation says less than it means.
     */
    boolean isComplete(TypeElement type, AnnotationMirror annotation);

    /**
     * Whether a message can be put on one element of an array. Where not, the whole array is the nearest: Eclipse's
     * compiler knows no elements, and javac none where braces are left out, as in {@code downRevision = "a"}.
     */
    boolean canPointAt(Element element, AnnotationMirror annotation, AnnotationValue value);

    /** The facts of this compiler: none where it is not javac, or is javac behind a wrapper that shows nothing of it. */
    static SourceFacts of(ProcessingEnvironment environment) {
        try {
            return new JavacSourceFacts(environment);
        } catch (IllegalArgumentException | LinkageError e) {
            return WrappedEnvironment.behind(environment).map(SourceFacts::of).orElseGet(None::new);
        }
    }

    /** Without trees. */
    final class None implements SourceFacts {
        @Override
        public Optional<SourcePosition> position(TypeElement type, AnnotationMirror annotation) {
            return Optional.empty();
        }

        @Override
        public Optional<String> checksum(TypeElement type) {
            return Optional.empty();
        }

        @Override
        public boolean isComplete(TypeElement type, AnnotationMirror annotation) {
            return true;
        }

        @Override
        public boolean canPointAt(Element element, AnnotationMirror annotation, AnnotationValue value) {
            return false;
        }
    }
}
