package dev.migrate.execute;

import static java.util.Objects.requireNonNull;

import dev.migrate.graph.RevisionNode;

/**
 * A revision with what people read about it.
 *
 * @param node the revision as it was declared
 * @param message what it does; may be empty
 * @param place where it is written: a file, or a class
 */
public record RevisionInfo(RevisionNode node, String message, String place) {

    public RevisionInfo {
        requireNonNull(node, "node");
        requireNonNull(message, "message");
        requireNonNull(place, "place");
    }
}
