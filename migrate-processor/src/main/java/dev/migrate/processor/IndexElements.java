package dev.migrate.processor;

import static java.util.Comparator.comparing;

import dev.migrate.index.RevisionEntry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.util.ElementFilter;

/** Reads back, from its class file, what {@link IndexSource} wrote. */
final class IndexElements {

    /** What the names of all index types begin with. */
    static final String PREFIX = "RevisionIndex_";

    /** The constant with the packages of the module that have revisions or name a history. */
    static final String PACKAGES = "PACKAGES";

    /** What the names of the constants with entries begin with; the order of the names is that of the pieces. */
    static final String TEXT = "R";

    /** What the names of the constants with the history begin with. */
    static final String HISTORY = "HISTORY";

    private static final String SUFFIX = ".class";

    private IndexElements() {}

    static List<String> packagesOf(TypeElement index) {
        return ElementFilter.fieldsIn(index.getEnclosedElements()).stream()
                .filter(field -> field.getSimpleName().contentEquals(PACKAGES))
                .map(VariableElement::getConstantValue)
                .flatMap(packages -> Stream.of(String.valueOf(packages).split(" ")))
                .toList();
    }

    static List<RevisionEntry> entriesOf(TypeElement index) {
        return ElementFilter.typesIn(index.getEnclosedElements()).stream()
                .flatMap(part -> RevisionEntry.parse(textOf(part)).stream())
                .toList();
    }

    private static List<String> textOf(TypeElement part) {
        return ElementFilter.fieldsIn(part.getEnclosedElements()).stream()
                .filter(field -> field.getSimpleName().toString().startsWith(TEXT))
                .sorted(comparing(
                                (VariableElement field) -> field.getSimpleName().length())
                        .thenComparing(field -> field.getSimpleName().toString()))
                .map(field -> String.valueOf(field.getConstantValue()))
                .toList();
    }

    /** The index types whose class files lie in the directory of a package, newest or not. */
    static List<String> namesIn(Path outputDirectory, String packageName) throws IOException {
        Path directory = outputDirectory.resolve(packageName.replace('.', '/'));
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        String before = packageName.isEmpty() ? "" : packageName + ".";
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.startsWith(PREFIX) && name.endsWith(SUFFIX) && !name.contains("$"))
                    .map(name -> before + name.substring(0, name.length() - SUFFIX.length()))
                    .sorted()
                    .toList();
        }
    }
}
