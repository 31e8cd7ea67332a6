package dev.migrate.processor;

import static java.util.stream.Collectors.joining;

import dev.migrate.Migration;
import dev.migrate.problem.Problem;
import dev.migrate.problem.ProblemCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/** Whether generated code in the same package, and nothing else, can make an instance of a migration. */
final class ClassShape {

    private final Elements elements;
    private final Types types;

    ClassShape(Elements elements, Types types) {
        this.elements = elements;
        this.types = types;
    }

    /** What is wrong with the class, all of it; empty for a good one. */
    Optional<Problem> check(TypeElement type) {
        List<String> faults = new ArrayList<>();
        if (isClass(type)) {
            collectFaults(type, faults);
        } else {
            faults.add("is " + kindOf(type));
        }
        if (faults.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(Problem.of(
                        ProblemCode.CLASS_SHAPE,
                        "%s cannot be a migration: it %s."
                                .formatted(
                                        type.getQualifiedName(), faults.stream().collect(joining(", it "))))
                .next("make it a public, concrete, top-level or static nested class that implements Migration and has"
                        + " a public constructor without parameters"));
    }

    /**
     * Whether an instance of the class can be a migration. Where a supertype is not known (yet: another processor may
     * write it), nobody can tell.
     */
    boolean isGood(TypeElement type) {
        return check(type).isEmpty() && !hasUnknownSupertype(type.asType());
    }

    private void collectFaults(TypeElement type, List<String> faults) {
        if (type.getModifiers().contains(Modifier.ABSTRACT)) {
            faults.add("is abstract");
        }
        if (!type.getModifiers().contains(Modifier.PUBLIC)) {
            faults.add("is not public");
        }
        Element nested = type;
        while (nested.getEnclosingElement() instanceof TypeElement around) {
            if (!nested.getModifiers().contains(Modifier.STATIC)) {
                faults.add(
                        nested == type
                                ? "is an inner class: static is missing"
                                : "lies in %s, which is an inner class".formatted(nested));
            }
            if (!around.getModifiers().contains(Modifier.PUBLIC)) {
                faults.add("lies in %s, which is not public".formatted(around));
            }
            nested = around;
        }
        if (!implementsMigration(type)) {
            faults.add("does not implement " + Migration.class.getName());
        }
        collectConstructorFaults(type, faults);
    }

    private void collectConstructorFaults(TypeElement type, List<String> faults) {
        Optional<ExecutableElement> constructor = ElementFilter.constructorsIn(type.getEnclosedElements()).stream()
                .filter(candidate -> candidate.getParameters().isEmpty())
                .findFirst();
        if (constructor.isEmpty()) {
            faults.add("has no constructor without parameters");
        } else if (type.getModifiers().contains(Modifier.PUBLIC)
                && !constructor.get().getModifiers().contains(Modifier.PUBLIC)) {
            // A class that is not public has a default constructor that is not public either: one fault, not two.
            faults.add("has a constructor without parameters that is not public");
        }
        constructor.stream()
                .flatMap(found -> found.getThrownTypes().stream())
                .filter(this::isChecked)
                .forEach(thrown -> faults.add("has a constructor that throws " + thrown));
    }

    /** True also where a supertype is not known: the compiler reports that one. */
    private boolean implementsMigration(TypeElement type) {
        TypeElement migration = elements.getTypeElement(Migration.class.getCanonicalName());
        // Not the erasures: javac keeps that of a class whose supertype another processor has yet to write.
        return types.isSubtype(type.asType(), migration.asType()) || hasUnknownSupertype(type.asType());
    }

    private boolean hasUnknownSupertype(TypeMirror type) {
        return type.getKind() == TypeKind.ERROR
                || types.directSupertypes(type).stream().anyMatch(this::hasUnknownSupertype);
    }

    private boolean isChecked(TypeMirror thrown) {
        return thrown.getKind() == TypeKind.DECLARED
                && !types.isSubtype(thrown, typeOf(RuntimeException.class))
                && !types.isSubtype(thrown, typeOf(Error.class));
    }

    private TypeMirror typeOf(Class<?> type) {
        return elements.getTypeElement(type.getCanonicalName()).asType();
    }

    private static boolean isClass(TypeElement type) {
        return type.getKind() == ElementKind.CLASS || type.getKind() == ElementKind.RECORD;
    }

    private static String kindOf(TypeElement type) {
        return switch (type.getKind()) {
            case ENUM -> "an enum";
            case ANNOTATION_TYPE -> "an annotation";
            default -> "an interface";
        };
    }
}
