package dev.migrate.processor;

import dev.migrate.index.RevisionEntry;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.TypeElement;

/**
 * A revision as the compiler sees it in one round. The elements are those of that round: a later round reads afresh.
 *
 * @param type the class
 * @param annotation its {@code @Revision}
 * @param entry what the index will say of it
 * @param packageName the package of the class; empty for the unnamed one
 * @param readable whether every value of the annotation could be evaluated; where not, the compiler reports it
 * @param local whether its source is part of this compilation, so that a message has a place to go to
 */
record DeclaredRevision(
        TypeElement type,
        AnnotationMirror annotation,
        RevisionEntry entry,
        String packageName,
        boolean readable,
        boolean local) {}
