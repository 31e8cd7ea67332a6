package dev.migrate.maven.source;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/**
 * A history that a package declares with {@code @MigrationHistory}. Its sub-packages belong to it, unless they declare
 * one themselves.
 *
 * @param name the name
 * @param packageName the package
 * @param includesOthers whether histories of other modules join it, whose revisions no source of this module shows
 * @param root the source root of the declaration
 */
public record NamedHistory(String name, String packageName, boolean includesOthers, Path root) {

    public NamedHistory {
        requireNonNull(name, "name");
        requireNonNull(packageName, "packageName");
        requireNonNull(root, "root");
    }

    /** The one that a package belongs to: that of the nearest package above. */
    static Optional<NamedHistory> of(String packageName, Collection<NamedHistory> declared) {
        return declared.stream()
                .filter(history -> packageName.equals(history.packageName())
                        || packageName.startsWith(history.packageName() + "."))
                .max(Comparator.comparingInt(history -> history.packageName().length()));
    }
}
