package dev.migrate.processor;

import dev.migrate.MigrationHistory;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.util.Elements;

/** Reads {@code @MigrationHistory} from a package, whether its {@code package-info} is source or compiled. */
final class HistoryReader {

    private final Elements elements;

    HistoryReader(Elements elements) {
        this.elements = elements;
    }

    /** The history that a package names; {@code local} where its source is part of this compilation. */
    Optional<DeclaredHistory> read(String packageName, boolean local) {
        PackageElement element = elements.getPackageElement(packageName);
        if (element == null) {
            return Optional.empty();
        }
        return Annotations.find(element, MigrationHistory.class).map(annotation -> read(element, annotation, local));
    }

    private static DeclaredHistory read(PackageElement element, AnnotationMirror annotation, boolean local) {
        Optional<String> name = Annotations.value(annotation, "name").flatMap(Annotations::text);
        List<AnnotationValue> literals = Annotations.value(annotation, "includes")
                .map(Annotations::elements)
                .orElse(List.of());
        List<TypeElement> anchors = new ArrayList<>();
        literals.forEach(literal -> anchorOf(literal).ifPresent(anchors::add));
        boolean settled = name.isPresent() && anchors.size() == literals.size();
        return new DeclaredHistory(element, annotation, name.orElse(""), anchors, settled, local);
    }

    /** Empty where the class is not there: then the value is an error type, or a text that says so. */
    private static Optional<TypeElement> anchorOf(AnnotationValue literal) {
        return literal.getValue() instanceof DeclaredType type
                        && type.getKind() == TypeKind.DECLARED
                        && type.asElement() instanceof TypeElement anchor
                ? Optional.of(anchor)
                : Optional.empty();
    }
}
