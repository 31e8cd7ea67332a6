package dev.migrate.processor;

import dev.migrate.Irreversible;
import dev.migrate.Revision;
import dev.migrate.graph.RevisionNode;
import dev.migrate.index.RevisionEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;

/** Reads {@code @Revision} from a class, whether it is source or compiled. */
final class RevisionReader {

    private final Elements elements;
    private final SourceMemory sources;
    private final SourceFacts facts;
    private final Histories histories;

    /**
     * {@code sources} knows what the annotations do not say, {@code facts} whether they say all that is written,
     * {@code histories} what the packages say.
     */
    RevisionReader(Elements elements, SourceMemory sources, SourceFacts facts, Histories histories) {
        this.elements = elements;
        this.sources = sources;
        this.facts = facts;
        this.histories = histories;
    }

    /** The revision that a class declares; {@code local} where its source is part of this compilation. */
    Optional<DeclaredRevision> read(TypeElement type, boolean local) {
        return Annotations.find(type, Revision.class).map(annotation -> {
            Values values = new Values(annotation);
            String className = elements.getBinaryName(type).toString();
            String packageName = elements.getPackageOf(type).getQualifiedName().toString();
            RevisionEntry entry = new RevisionEntry(
                    new RevisionNode(
                            values.text("id"),
                            values.texts("downRevision"),
                            values.texts("dependsOn"),
                            values.texts("branchLabels")),
                    histories.of(packageName),
                    values.text("message"),
                    className,
                    sources.position(className),
                    sources.checksum(className),
                    Annotations.find(type, Irreversible.class).map(why -> new Values(why).text("value")));
            boolean readable = values.readable
                    && Annotations.value(annotation, "id").isPresent()
                    && facts.isComplete(type, annotation);
            return new DeclaredRevision(type, annotation, entry, packageName, readable, local);
        });
    }

    /** The values of one annotation, and whether all that were asked for could be read. */
    private static final class Values {
        private final AnnotationMirror annotation;
        private boolean readable = true;

        Values(AnnotationMirror annotation) {
            this.annotation = annotation;
        }

        String text(String name) {
            return Annotations.value(annotation, name).map(this::textOf).orElse("");
        }

        List<String> texts(String name) {
            List<String> texts = new ArrayList<>();
            Annotations.value(annotation, name)
                    .ifPresent(value -> Annotations.elements(value).forEach(element -> texts.add(textOf(element))));
            return texts;
        }

        private String textOf(AnnotationValue value) {
            Optional<String> text = Annotations.text(value);
            readable &= text.isPresent();
            return text.orElse("");
        }
    }
}
