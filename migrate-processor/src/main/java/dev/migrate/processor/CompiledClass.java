package dev.migrate.processor;

import java.util.Optional;
import java.util.stream.Stream;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;

/** Finds the element of a class by the name of its class file. */
final class CompiledClass {

    private CompiledClass() {}

    /** A {@code $} in a class file's name separates a nested class, or is part of the name. */
    static Optional<TypeElement> find(Elements elements, String binaryName) {
        return Stream.of(binaryName.replace('$', '.'), binaryName)
                .map(elements::getTypeElement)
                .filter(type -> type != null && elements.getBinaryName(type).contentEquals(binaryName))
                .findFirst();
    }
}
