package dev.migrate.index;

import java.nio.file.Path;
import java.util.List;

/**
 * Which of the migrations that a class loader sees are meant. Without a word about it, those of exactly one place: a
 * library that ships migrations of its own must not have them applied to the database of an application that merely
 * has it on the class path.
 *
 * @param outputDirectories where the project's own classes are; an index from anywhere else is none of ours. Empty when
 *     it is not known, as when an application starts by itself
 * @param packages the packages whose migrations count, sub-packages included; empty for all
 */
public record IndexScope(List<Path> outputDirectories, List<String> packages) {

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
        return new IndexScope(List.of(), List.of());
    }

    /**
     * What was compiled into a directory: what a build means.
     *
     * @param directories the output directories of the project
     * @return the scope
     */
    public static IndexScope outputDirectories(Path... directories) {
        return new IndexScope(List.of(directories), List.of());
    }

    /**
     * The same scope, of some packages only.
     *
     * @param names the packages whose migrations count, sub-packages included; empty for all
     * @return a copy
     */
    public IndexScope packages(List<String> names) {
        return new IndexScope(outputDirectories, names);
    }

    boolean includesClass(String className) {
        return packages.isEmpty() || packages.stream().anyMatch(name -> className.startsWith(name + "."));
    }
}
