package dev.migrate.index;

import dev.migrate.HistoryAnchor;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Which of the migrations that a class loader sees are meant. Without a word about it, those of exactly one module: a
 * library that ships migrations of its own must not have them applied to the database of an application that merely
 * has it on the class path.
 *
 * @param outputDirectories where the project's own classes are; an index from anywhere else is none of ours. Empty when
 *     it is not known, as when an application starts by itself
 * @param packages the packages whose migrations count, sub-packages included; empty for all. What a history includes is
 *     not asked
 * @param anchor the anchor of the history that is meant, which leads to the place where it is
 * @param caller the class that asks: where nothing else is said, the migrations beside it are meant, if there are any
 */
public record IndexScope(
        List<Path> outputDirectories,
        List<String> packages,
        Optional<Class<? extends HistoryAnchor>> anchor,
        Optional<Class<?>> caller) {

    public IndexScope {
        outputDirectories = outputDirectories.stream()
                .map(directory -> directory.toAbsolutePath().normalize())
                .toList();
        packages = List.copyOf(packages);
    }

    /**
     * All that is found, provided that it comes from one place: what an application means that starts by itself.
     *
     * @return the scope
     */
    public static IndexScope unrestricted() {
        return new IndexScope(List.of(), List.of(), Optional.empty(), Optional.empty());
    }

    /**
     * What was compiled into a directory: what a build means.
     *
     * @param directories the output directories of the project
     * @return the scope
     */
    public static IndexScope outputDirectories(Path... directories) {
        return new IndexScope(List.of(directories), List.of(), Optional.empty(), Optional.empty());
    }

    /**
     * The same scope, of some packages only.
     *
     * @param names the packages whose migrations count, sub-packages included; empty for all
     * @return a copy
     */
    public IndexScope packages(List<String> names) {
        return new IndexScope(outputDirectories, names, anchor, caller);
    }

    /**
     * The same scope, of the history that an anchor stands for.
     *
     * @param history the anchor
     * @return a copy
     */
    public IndexScope anchoredAt(Class<? extends HistoryAnchor> history) {
        return new IndexScope(outputDirectories, packages, Optional.of(history), caller);
    }

    /**
     * The same scope, asked for by a class.
     *
     * @param type the class whose own migrations are meant, if there are any beside it
     * @return a copy
     */
    public IndexScope askedBy(Class<?> type) {
        return new IndexScope(outputDirectories, packages, anchor, Optional.of(type));
    }

    boolean includesPlace(Place place) {
        return outputDirectories.isEmpty()
                || place.path().map(outputDirectories::contains).orElse(false);
    }

    boolean includesClass(String className) {
        return packages.isEmpty() || packages.stream().anyMatch(name -> className.startsWith(name + "."));
    }
}
