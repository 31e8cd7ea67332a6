package dev.migrate.processor;

import java.lang.annotation.Annotation;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;

/** Annotations as the compiler has them: by name, so that no class of the project is ever loaded. */
final class Annotations {

    /** What javac puts in the place of a value that it cannot evaluate. No id, no label and no name can be this. */
    private static final String ERRONEOUS = "<error>";

    private Annotations() {}

    static Optional<? extends AnnotationMirror> find(Element element, Class<? extends Annotation> annotation) {
        return element.getAnnotationMirrors().stream()
                .filter(mirror -> ((TypeElement) mirror.getAnnotationType().asElement())
                        .getQualifiedName()
                        .contentEquals(annotation.getCanonicalName()))
                .findFirst();
    }

    /** The value that is written for an attribute; empty where the default stands. */
    static Optional<AnnotationValue> value(AnnotationMirror annotation, String name) {
        return annotation.getElementValues().entrySet().stream()
                .filter(entry -> entry.getKey().getSimpleName().contentEquals(name))
                .<AnnotationValue>map(entry -> entry.getValue())
                .findFirst();
    }

    /** The elements of an array; a value that is none is its own only element. */
    static List<AnnotationValue> elements(AnnotationValue value) {
        if (value.getValue() instanceof List<?> list) {
            return list.stream().map(AnnotationValue.class::cast).toList();
        }
        return List.of(value);
    }

    /** The text of a value; empty where it could not be evaluated. */
    static Optional<String> text(AnnotationValue value) {
        return value.getValue() instanceof String text && !text.equals(ERRONEOUS)
                ? Optional.of(text)
                : Optional.empty();
    }
}
