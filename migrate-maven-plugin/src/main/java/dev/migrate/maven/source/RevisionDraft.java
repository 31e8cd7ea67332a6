package dev.migrate.maven.source;

import static java.util.Objects.requireNonNull;

import dev.migrate.graph.RevisionNode;

/**
 * A revision that is about to be written.
 *
 * @param node its place in the graph
 * @param message what it does; any text
 * @param packageName the package of its class
 * @param className the simple name of its class
 */
public record RevisionDraft(RevisionNode node, String message, String packageName, String className) {

    public RevisionDraft {
        requireNonNull(node, "node");
        requireNonNull(message, "message");
        requireNonNull(packageName, "packageName");
        requireNonNull(className, "className");
    }
}
