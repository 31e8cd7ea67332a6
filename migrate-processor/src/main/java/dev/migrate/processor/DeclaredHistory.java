package dev.migrate.processor;

import static java.util.stream.Collectors.toCollection;

import dev.migrate.index.HistoryEntry;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;

/**
 * A named history as the compiler sees it in one round.
 *
 * @param element the annotated package
 * @param annotation its {@code @MigrationHistory}
 * @param name the history's name; empty where it could not be evaluated
 * @param includes the anchors of included histories, of which each is a class by now
 * @param settled whether every value could be read: an anchor that this compilation writes is not there at first
 * @param local whether the {@code package-info} is part of this compilation
 */
record DeclaredHistory(
        PackageElement element,
        AnnotationMirror annotation,
        String name,
        List<TypeElement> includes,
        boolean settled,
        boolean local) {

    DeclaredHistory {
        includes = List.copyOf(includes);
    }

    String packageName() {
        return element.getQualifiedName().toString();
    }

    /** Whether the name can be one; where not, it is reported, and nothing is written for the history. */
    boolean isNamed() {
        return HistoryEntry.isName(name);
    }

    /** The name of the anchor; only where there is a name. */
    String anchor() {
        return packageName() + "." + HistoryEntry.anchorOf(name);
    }

    HistoryEntry entry() {
        LinkedHashSet<String> included = includes.stream()
                .map(anchor -> anchor.getQualifiedName().toString())
                .collect(toCollection(LinkedHashSet::new));
        return new HistoryEntry(name, anchor(), List.copyOf(included));
    }

    Optional<AnnotationValue> value(String attribute) {
        return Annotations.value(annotation, attribute);
    }
}
