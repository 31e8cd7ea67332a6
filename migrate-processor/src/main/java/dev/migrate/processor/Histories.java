package dev.migrate.processor;

import dev.migrate.MigrationHistory;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.PackageElement;
import javax.lang.model.util.Elements;

/** Which history a package belongs to: that of the nearest package around it which names one. */
final class Histories {

    private static final String UNNAMED = "";

    private final Elements elements;
    private final Map<String, String> known = new HashMap<>();

    Histories(Elements elements) {
        this.elements = elements;
    }

    String of(String packageName) {
        if (packageName.isEmpty()) {
            return UNNAMED;
        }
        String history = known.get(packageName);
        if (history == null) {
            history = declaredBy(packageName)
                    .orElseGet(() -> of(packageName.substring(0, Math.max(0, packageName.lastIndexOf('.')))));
            known.put(packageName, history);
        }
        return history;
    }

    private Optional<String> declaredBy(String packageName) {
        PackageElement element = elements.getPackageElement(packageName);
        return Optional.ofNullable(element)
                .flatMap(found -> Annotations.find(found, MigrationHistory.class))
                .flatMap(annotation -> Annotations.value(annotation, "name"))
                .map(value -> String.valueOf(value.getValue()));
    }
}
