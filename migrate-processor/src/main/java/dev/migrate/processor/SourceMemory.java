package dev.migrate.processor;

import dev.migrate.index.RevisionEntry;
import dev.migrate.index.SourcePosition;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.TypeElement;

/**
 * What is known of the sources: of those in this compilation from their trees, taken in the round in which they appear;
 * of all others from the index that an earlier compilation wrote.
 */
final class SourceMemory {

    private final Map<String, Optional<SourcePosition>> positions = new HashMap<>();
    private final Map<String, Optional<String>> checksums = new HashMap<>();

    void remember(RevisionEntry entry) {
        positions.put(entry.className(), entry.source());
        checksums.put(entry.className(), entry.checksum());
    }

    /** Takes what the trees tell; keeps what was known where they tell nothing. */
    void remember(String className, TypeElement type, AnnotationMirror annotation, SourceFacts facts) {
        facts.position(type, annotation).ifPresent(position -> positions.put(className, Optional.of(position)));
        facts.checksum(type).ifPresent(checksum -> checksums.put(className, Optional.of(checksum)));
    }

    Optional<SourcePosition> position(String className) {
        return positions.getOrDefault(className, Optional.empty());
    }

    Optional<String> checksum(String className) {
        return checksums.getOrDefault(className, Optional.empty());
    }
}
