package dev.migrate.maven.source;

import static java.util.Objects.requireNonNull;

import dev.migrate.graph.RevisionNode;
import java.nio.file.Path;

/**
 * A revision as its source declares it.
 *
 * @param node its place in the graph
 * @param history the name of the history it belongs to; empty for the unnamed one
 * @param message what it does
 * @param className the qualified name of its class, nested classes after a dot
 * @param packageName the package of its class, empty for the unnamed one
 * @param root the source root that the file was found under
 * @param file the source file
 * @param line the line of the annotation, from 1
 */
public record SourceRevision(
        RevisionNode node,
        String history,
        String message,
        String className,
        String packageName,
        Path root,
        Path file,
        long line) {

    public SourceRevision {
        requireNonNull(node, "node");
        requireNonNull(history, "history");
        requireNonNull(message, "message");
        requireNonNull(className, "className");
        requireNonNull(packageName, "packageName");
        requireNonNull(root, "root");
        requireNonNull(file, "file");
    }

    /**
     * Its id.
     *
     * @return the id, as declared
     */
    public String id() {
        return node.id();
    }

    SourceRevision in(String named) {
        return new SourceRevision(node, named, message, className, packageName, root, file, line);
    }
}
