package dev.migrate.index;

import dev.migrate.index.IndexedHistory.Indexed;
import dev.migrate.problem.MigrateException;
import dev.migrate.problem.Problem;
import dev.migrate.problem.ProblemCode;
import java.io.IOException;
import java.net.URL;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Finds histories in the indexes that the annotation processor wrote.
 *
 * <p>An index belongs to a module in the place its class was loaded from. Given the project's output directories, only
 * indexes from there count, and they are compared with the class files that are there. Otherwise an anchor leads to the
 * module, or the caller does; failing these, exactly one module must have revisions of the history that is asked for.
 * What the history includes is found where the included anchors are, and nowhere else.
 */
public final class RevisionIndexes {

    private RevisionIndexes() {}

    /**
     * Reads the index of one history and of what it includes. No migration class is loaded.
     *
     * @param loader sees the migrations
     * @param scope which of those that it sees are meant
     * @param history the history's name; empty for the unnamed one
     * @return its revisions, at least one
     * @throws MigrateException {@code no-migrations} when there are none; {@code no-index} when there are, but the
     *     annotation processor did not run; {@code stale-index} when index and class files disagree;
     *     {@code unknown-history} when no history has that name, or an included one is missing;
     *     {@code ambiguous-history} when the scope names no place and revisions come from several modules; {@code file-failed}
     *     when a directory cannot be read; {@code class-loading} when a named module keeps its index to itself
     */
    public static IndexedHistory load(ClassLoader loader, IndexScope scope, String history) {
        Indexes indexes = new Indexes();
        List<ModuleIndex> candidates = inScope(indexes, loader, scope);
        List<ModuleIndex> having =
                candidates.stream().filter(index -> isIn(index, scope, history)).toList();
        List<ModuleIndex> own = MeantModule.among(having, indexes, scope, history);
        List<Indexed> wanted = own.stream()
                .flatMap(index -> index.revisionsOf(history).stream())
                .filter(revision -> scope.includesClass(revision.entry().className()))
                .toList();
        Inclusion inclusion = new Inclusion(indexes);
        own.forEach(index ->
                index.named(history).ifPresent(entry -> inclusion.follow(index, entry, loaderOf(scope, loader))));
        try {
            if (wanted.isEmpty() && inclusion.revisions().isEmpty()) {
                throw new MigrateException(whyNone(indexes, candidates, loader, scope, history));
            }
            compareWithClassFiles(candidates, wanted, scope);
        } catch (IOException e) {
            throw new MigrateException(
                    Problem.of(ProblemCode.FILE_FAILED, "The compiled classes cannot be read: %s.".formatted(e)), e);
        }
        return new IndexedHistory(history, wanted, inclusion.revisions());
    }

    /**
     * The histories that one can bring a database to. No migration class is loaded.
     *
     * @param loader sees the migrations
     * @param scope which of those that it sees are meant
     * @return their names, the empty one for the unnamed history; none where there is no index
     */
    public static SortedSet<String> histories(ClassLoader loader, IndexScope scope) {
        SortedSet<String> names = new TreeSet<>();
        inScope(new Indexes(), loader, scope).forEach(index -> names.addAll(index.historyNames(scope)));
        return names;
    }

    /**
     * The histories beside one: those that the same scope means under another name, and that have revisions.
     *
     * @param loader sees the migrations
     * @param scope which of those that it sees are meant
     * @param history the one
     * @return the others, in the order of their names
     * @throws MigrateException as {@link #load} does
     */
    public static List<IndexedHistory> beside(ClassLoader loader, IndexScope scope, IndexedHistory history) {
        return histories(loader, scope).stream()
                .filter(name -> !name.equals(history.name()))
                .map(name -> load(loader, scope, name))
                .toList();
    }

    private static List<ModuleIndex> inScope(Indexes indexes, ClassLoader loader, IndexScope scope) {
        if (scope.anchor().isPresent()) {
            return List.of(indexes.anchoredAt(scope.anchor().get()));
        }
        if (scope.outputDirectories().isEmpty() && scope.packages().isEmpty()) {
            List<ModuleIndex> beside = scope.caller().map(indexes::beside).orElse(List.of());
            if (!beside.isEmpty()) {
                return beside;
            }
        }
        return indexes.visibleTo(loader, scope::includesPlace);
    }

    private static ClassLoader loaderOf(IndexScope scope, ClassLoader loader) {
        return scope.anchor().<ClassLoader>map(Class::getClassLoader).orElse(loader);
    }

    private static boolean isIn(ModuleIndex index, IndexScope scope, String history) {
        return index.historyNames(scope).contains(history);
    }

    private static Problem whyNone(
            Indexes indexes, List<ModuleIndex> candidates, ClassLoader loader, IndexScope scope, String history)
            throws IOException {
        Set<String> indexed = new HashSet<>();
        indexes.visibleTo(loader, scope::includesPlace)
                .forEach(index -> index.revisions()
                        .forEach(revision -> indexed.add(revision.entry().className())));
        SortedSet<String> histories = new TreeSet<>();
        candidates.forEach(index -> histories.addAll(index.historyNames(scope)));
        SortedSet<String> classes = new TreeSet<>();
        for (Path directory : directoriesOf(loader, scope)) {
            classes.addAll(ClassFiles.revisionsIn(directory));
        }
        classes.removeIf(name -> indexed.contains(name) || !scope.includesClass(name));
        if (!classes.isEmpty()) {
            return IndexProblems.noIndex(List.copyOf(classes));
        }
        boolean declared =
                candidates.stream().anyMatch(index -> index.named(history).isPresent());
        return history.isEmpty() || declared || histories.isEmpty()
                ? IndexProblems.noMigrations(history, histories, scope)
                : IndexProblems.unknown(history, histories);
    }

    private static Set<Path> directoriesOf(ClassLoader loader, IndexScope scope) throws IOException {
        if (!scope.outputDirectories().isEmpty()) {
            return new LinkedHashSet<>(scope.outputDirectories());
        }
        Set<Path> directories = new LinkedHashSet<>();
        // The empty name is every directory of a class path, and no jar: where an IDE or a build puts classes.
        for (URL root : Collections.list(loader.getResources(""))) {
            Place.pathOf(root).ifPresent(directories::add);
        }
        return directories;
    }

    private static void compareWithClassFiles(List<ModuleIndex> candidates, List<Indexed> wanted, IndexScope scope)
            throws IOException {
        if (scope.outputDirectories().isEmpty()) {
            return;
        }
        Set<String> indexed = new HashSet<>();
        SortedSet<String> packages = new TreeSet<>();
        for (ModuleIndex index : candidates) {
            for (Indexed revision : index.revisions()) {
                String className = revision.entry().className();
                indexed.add(className);
                packages.add(className.substring(0, Math.max(0, className.lastIndexOf('.'))));
            }
        }
        Set<String> present = new HashSet<>();
        SortedSet<String> compiled = new TreeSet<>();
        for (Path directory : scope.outputDirectories()) {
            for (String packageName : packages) {
                List<String> classes = ClassFiles.classesIn(directory, packageName);
                present.addAll(classes);
                compiled.addAll(ClassFiles.revisions(directory, classes));
            }
        }
        List<String> named = wanted.stream()
                .map(revision -> revision.entry().className())
                .sorted()
                .toList();
        List<String> gone =
                named.stream().filter(name -> !present.contains(name)).toList();
        List<String> unmarked = named.stream()
                .filter(name -> present.contains(name) && !compiled.contains(name))
                .toList();
        List<String> notIndexed = compiled.stream()
                .filter(name -> !indexed.contains(name) && scope.includesClass(name))
                .toList();
        List<Problem> problems = new ArrayList<>();
        if (!gone.isEmpty()) {
            problems.add(IndexProblems.gone(gone));
        }
        if (!unmarked.isEmpty()) {
            problems.add(IndexProblems.unmarked(unmarked));
        }
        if (!notIndexed.isEmpty()) {
            problems.add(IndexProblems.notIndexed(notIndexed));
        }
        if (!problems.isEmpty()) {
            throw new MigrateException(problems);
        }
    }
}
