package dev.migrate.index;

import dev.migrate.index.IndexedHistory.Indexed;
import dev.migrate.problem.MigrateException;
import dev.migrate.problem.Problem;
import dev.migrate.problem.ProblemCode;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Finds the indexes that the annotation processor wrote.
 *
 * <p>An index belongs to the place its class was loaded from. Given the project's output directories, only indexes from
 * there count, and they are compared with the class files that are there. Otherwise the index of exactly one place must
 * have revisions of the history that is asked for.
 */
public final class RevisionIndexes {

    /** The revisions of all indexes in scope, of whatever history, and the places where they were found. */
    private record Found(Place place, Indexed revision) {}

    /** Where a class came from: the path where it is a file, and its name for messages. */
    private record Place(Optional<Path> path, String name) {}

    private RevisionIndexes() {}

    /**
     * Reads the index of one history. No migration class is loaded.
     *
     * @param loader sees the migrations
     * @param scope which of those that it sees are meant
     * @param history the history's name; empty for the unnamed one
     * @return its revisions, at least one
     * @throws MigrateException {@code no-migrations} when there are none; {@code no-index} when there are, but the
     *     annotation processor did not run; {@code stale-index} when index and class files disagree;
     *     {@code ambiguous-history} when the scope names no place and revisions come from several; {@code file-failed}
     *     when a directory cannot be read
     */
    public static IndexedHistory load(ClassLoader loader, IndexScope scope, String history) {
        List<Found> all = find(loader, scope);
        List<Found> wanted = all.stream()
                .filter(found -> found.revision().entry().history().equals(history))
                .filter(found -> scope.includesClass(found.revision().entry().className()))
                .toList();
        try {
            if (wanted.isEmpty()) {
                throw new MigrateException(whyNone(all, loader, scope, history));
            }
            compareWithClassFiles(all, wanted, scope);
        } catch (IOException e) {
            throw new MigrateException(
                    Problem.of(ProblemCode.FILE_FAILED, "The compiled classes cannot be read: %s.".formatted(e)), e);
        }
        if (scope.outputDirectories().isEmpty()) {
            requireOnePlace(wanted, history);
        }
        return new IndexedHistory(history, wanted.stream().map(Found::revision).toList());
    }

    private static List<Found> find(ClassLoader loader, IndexScope scope) {
        List<Found> found = new ArrayList<>();
        try {
            ServiceLoader.load(RevisionIndex.class, loader).stream().forEach(provider -> {
                Place place = placeOf(provider.type());
                if (isIn(scope, place)) {
                    for (RevisionIndex.Part part : provider.get().parts()) {
                        RevisionEntry.parse(part.text())
                                .forEach(entry -> found.add(new Found(place, new Indexed(entry, part))));
                    }
                }
            });
        } catch (ServiceConfigurationError | LinkageError e) {
            throw new MigrateException(IndexProblems.brokenIndex(String.valueOf(e.getMessage())), e);
        }
        return found;
    }

    private static boolean isIn(IndexScope scope, Place place) {
        return scope.outputDirectories().isEmpty()
                || place.path().map(scope.outputDirectories()::contains).orElse(false);
    }

    private static Place placeOf(Class<?> type) {
        CodeSource source = type.getProtectionDomain().getCodeSource();
        if (source == null || source.getLocation() == null) {
            return new Place(Optional.empty(), "class loader " + type.getClassLoader());
        }
        return new Place(pathOf(source.getLocation()), source.getLocation().toString());
    }

    private static Optional<Path> pathOf(URL location) {
        try {
            URI uri = location.toURI();
            return "file".equals(uri.getScheme())
                    ? Optional.of(Path.of(uri).toAbsolutePath().normalize())
                    : Optional.empty();
        } catch (URISyntaxException | IllegalArgumentException | FileSystemNotFoundException e) {
            return Optional.empty(); // not a file, then: an application server's own kind of address
        }
    }

    private static Problem whyNone(List<Found> all, ClassLoader loader, IndexScope scope, String history)
            throws IOException {
        Set<String> indexed = new HashSet<>();
        SortedSet<String> histories = new TreeSet<>();
        all.forEach(found -> {
            indexed.add(found.revision().entry().className());
            histories.add(found.revision().entry().history());
        });
        SortedSet<String> classes = new TreeSet<>();
        for (Path directory : directoriesOf(loader, scope)) {
            classes.addAll(ClassFiles.revisionsIn(directory));
        }
        classes.removeIf(name -> indexed.contains(name) || !scope.includesClass(name));
        histories.remove(history);
        return classes.isEmpty()
                ? IndexProblems.noMigrations(history, histories, scope)
                : IndexProblems.noIndex(List.copyOf(classes));
    }

    private static Set<Path> directoriesOf(ClassLoader loader, IndexScope scope) throws IOException {
        if (!scope.outputDirectories().isEmpty()) {
            return new LinkedHashSet<>(scope.outputDirectories());
        }
        Set<Path> directories = new LinkedHashSet<>();
        // The empty name is every directory of a class path, and no jar: where an IDE or a build puts classes.
        for (URL root : Collections.list(loader.getResources(""))) {
            pathOf(root).ifPresent(directories::add);
        }
        return directories;
    }

    private static void compareWithClassFiles(List<Found> all, List<Found> wanted, IndexScope scope)
            throws IOException {
        if (scope.outputDirectories().isEmpty()) {
            return;
        }
        Set<String> indexed = new HashSet<>();
        SortedSet<String> packages = new TreeSet<>();
        for (Found found : all) {
            String className = found.revision().entry().className();
            indexed.add(className);
            packages.add(className.substring(0, Math.max(0, className.lastIndexOf('.'))));
        }
        Set<String> present = new HashSet<>();
        SortedSet<String> notIndexed = new TreeSet<>();
        for (Path directory : scope.outputDirectories()) {
            for (String packageName : packages) {
                List<String> classes = ClassFiles.classesIn(directory, packageName);
                present.addAll(classes);
                notIndexed.addAll(ClassFiles.revisions(
                        directory,
                        classes.stream().filter(name -> !indexed.contains(name)).toList()));
            }
        }
        List<String> gone = wanted.stream()
                .map(found -> found.revision().entry().className())
                .filter(name -> !present.contains(name))
                .sorted()
                .toList();
        notIndexed.removeIf(name -> !scope.includesClass(name));
        List<Problem> problems = new ArrayList<>();
        if (!gone.isEmpty()) {
            problems.add(IndexProblems.gone(gone));
        }
        if (!notIndexed.isEmpty()) {
            problems.add(IndexProblems.notIndexed(List.copyOf(notIndexed)));
        }
        if (!problems.isEmpty()) {
            throw new MigrateException(problems);
        }
    }

    private static void requireOnePlace(List<Found> wanted, String history) {
        SortedSet<String> places = new TreeSet<>();
        wanted.forEach(found -> places.add(found.place().name()));
        if (places.size() > 1) {
            throw new MigrateException(IndexProblems.ambiguous(history, places));
        }
    }
}
