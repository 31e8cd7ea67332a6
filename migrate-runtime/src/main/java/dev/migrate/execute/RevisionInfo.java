package dev.migrate.execute;

import static java.util.Objects.requireNonNull;

import dev.migrate.graph.RevisionNode;

/**
 * A revision with what people read about it.
 *
 * @param history the name of the history that it belongs to; empty for the unnamed one
 * @param node the revision as it was declared
 * @param message what it does; may be empty
 * @param className the qualified name of its class; empty where that is not known
 * @param place where it is written: a file, or a class
 */
public record RevisionInfo(String history, RevisionNode node, String message, String className, String place) {

    public RevisionInfo {
        requireNonNull(history, "history");
        requireNonNull(node, "node");
        requireNonNull(message, "message");
        requireNonNull(className, "className");
        requireNonNull(place, "place");
    }
}
