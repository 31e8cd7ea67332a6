package dev.migrate.index;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import dev.migrate.problem.NearestName;
import dev.migrate.problem.Problem;
import dev.migrate.problem.ProblemCode;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The words for an index that is missing or does not fit the classes. */
final class IndexProblems {

    static final String COMPILE_AFRESH = "compile afresh: mvn clean process-classes";

    private static final String PACKAGES_OR_ANCHOR =
            "name the packages that are meant (migrate.packages, or MigratorConfig's scope with IndexScope.packages), or"
                    + " give the migrations a history with @MigrationHistory and pass its anchor:"
                    + " Migrator.on(dataSource, <its anchor>.class)";

    private static final String MERGE_SERVICES =
            "have the services files merged when the jar is made: by shade's ServicesResourceTransformer, or"
                    + " assembly's metaInf-services";

    private static final int NAMED = 5;

    private IndexProblems() {}

    static Problem gone(List<String> classNames) {
        return Problem.of(
                        ProblemCode.STALE_INDEX,
                        classNames.size() == 1
                                ? "The index names the class %s, which is gone.".formatted(classNames.get(0))
                                : "The index names %d classes that are gone: %s."
                                        .formatted(classNames.size(), listed(classNames)))
                .next(COMPILE_AFRESH);
    }

    /** A class that loses its annotation and is compiled alone calls no annotation processor. */
    static Problem unmarked(List<String> classNames) {
        return Problem.of(
                        ProblemCode.STALE_INDEX,
                        "The index names %s, which %s no @Revision any more."
                                .formatted(listed(classNames), classNames.size() == 1 ? "is" : "are"))
                .next(COMPILE_AFRESH);
    }

    static Problem notIndexed(List<String> classNames) {
        return Problem.of(
                        ProblemCode.STALE_INDEX,
                        "The index knows nothing of %s, which %s a @Revision: it was compiled without the annotation"
                                        .formatted(listed(classNames), classNames.size() == 1 ? "is" : "are each")
                                + " processor, or the index was overwritten.")
                .next(COMPILE_AFRESH);
    }

    static Problem brokenIndex(String message) {
        return Problem.of(
                        ProblemCode.STALE_INDEX,
                        "An index that META-INF/services names cannot be used: %s.".formatted(message))
                .next(COMPILE_AFRESH);
    }

    static Problem noIndex(List<String> classNames) {
        return Problem.of(
                        ProblemCode.NO_INDEX,
                        "%s with @Revision %s there, but no index of them: the annotation processor did not run."
                                .formatted(
                                        classNames.size() == 1
                                                ? "The class " + classNames.get(0)
                                                : "%d classes (%s)".formatted(classNames.size(), listed(classNames)),
                                        classNames.size() == 1 ? "is" : "are"))
                .next("""
                        add the processor to the compiler plugin and compile again (from version 23 on, Java runs no
                        processor that is merely on the class path):
                        <plugin>
                          <groupId>org.apache.maven.plugins</groupId>
                          <artifactId>maven-compiler-plugin</artifactId>
                          <configuration>
                            <annotationProcessorPaths>
                              <path>
                                <groupId>dev.migrate</groupId>
                                <artifactId>migrate-processor</artifactId>
                                <version>%s</version>
                              </path>
                            </annotationProcessorPaths>
                          </configuration>
                        </plugin>""".formatted(version()));
    }

    static Problem noMigrations(String history, Collection<String> others, IndexScope scope) {
        String what =
                history.isEmpty() ? "There are no migrations" : "The history \"" + history + "\" has no migrations";
        if (!scope.packages().isEmpty()) {
            what += " in " + String.join(", ", scope.packages());
        }
        if (!others.isEmpty()) {
            what += "; there are some of "
                    + others.stream().map(IndexProblems::historyName).collect(Collectors.joining(", "));
        }
        return Problem.of(ProblemCode.NO_MIGRATIONS, what + ".")
                .next(
                        others.isEmpty()
                                ? "write the first one: mvn migrate:revision -Dmessage=\"first tables\""
                                : "name the history that is meant: migrate.history, or"
                                        + " Migrator.on(dataSource, <its anchor>.class)");
    }

    static Problem unknown(String history, SortedSet<String> others) {
        return Problem.of(
                        ProblemCode.UNKNOWN_HISTORY,
                        "There is no history \"%s\".%s There %s %s."
                                .formatted(
                                        history,
                                        NearestName.didYouMean(new NearestName(() -> others).to(history)),
                                        others.size() == 1 ? "is" : "are",
                                        others.stream()
                                                .map(IndexProblems::historyName)
                                                .collect(Collectors.joining(", "))))
                .next("correct migrate.history, or name the history with @MigrationHistory in a package-info");
    }

    static Problem includedIsMissing(HistoryEntry history, String anchor) {
        return Problem.of(
                        ProblemCode.UNKNOWN_HISTORY,
                        "The history \"%s\" includes %s, which is not on the class path."
                                .formatted(history.name(), anchor))
                .next("add the module with that history to what runs here");
    }

    static Problem anchorWithoutIndex(String anchor) {
        return Problem.of(
                        ProblemCode.STALE_INDEX,
                        "%s stands for a history that no index beside it names.".formatted(anchor))
                .next(COMPILE_AFRESH + "; and give an application an anchor that the annotation processor wrote.\n"
                        + "For a jar of everything, " + MERGE_SERVICES);
    }

    static Problem notExported(Module module, String packageName, Module runtime) {
        return Problem.of(
                        ProblemCode.CLASS_LOADING,
                        "The module %s does not let migrate read the index in its package %s."
                                .formatted(module.getName(), packageName))
                .next("add to its module-info.java:\nexports %s%s;"
                        .formatted(packageName, runtime.isNamed() ? " to " + runtime.getName() : ""));
    }

    static Problem ambiguous(String history, List<ModuleIndex> modules) {
        Map<String, List<ModuleIndex>> places =
                modules.stream().collect(groupingBy(module -> module.place().name(), TreeMap::new, toList()));
        boolean apart = places.size() == modules.size();
        return Problem.of(
                        ProblemCode.AMBIGUOUS_HISTORY,
                        "Migrations of %s come from %d %s, and one cannot tell which of them this database is for:"
                                        .formatted(historyName(history), modules.size(), apart ? "places" : "modules")
                                + "\n"
                                + (apart ? String.join("\n", places.keySet()) : packagesIn(places)))
                .next(
                        apart
                                ? "call Migrator.on from a class beside the migrations that are meant, name their packages"
                                        + " (migrate.packages), or give a library's migrations a history of their own"
                                        + " with @MigrationHistory"
                                : PACKAGES_OR_ANCHOR);
    }

    private static String packagesIn(Map<String, List<ModuleIndex>> places) {
        return places.entrySet().stream()
                .flatMap(place -> place.getValue().stream()
                        .map(module -> packages(module.packages()))
                        .sorted()
                        .map(packages -> packages + " in " + place.getKey()))
                .collect(Collectors.joining("\n"));
    }

    /**
     * Migrations that nothing leads to.
     *
     * @param place the jar that holds them
     * @param having the modules that have the history, of whatever place
     * @param forgotten the packages that the services file does not name
     */
    static Problem forgotten(String history, Place place, List<ModuleIndex> having, SortedSet<String> forgotten) {
        SortedSet<String> named = new TreeSet<>();
        having.stream()
                .filter(module -> module.place().equals(place))
                .forEach(module -> named.addAll(module.packages()));
        return Problem.of(
                        ProblemCode.AMBIGUOUS_HISTORY,
                        "%s holds migrations of %s that its META-INF/services does not name, those in %s"
                                        .formatted(place.name(), historyName(history), packages(forgotten))
                                + (named.isEmpty()
                                        ? "."
                                        : "; it names %s only. One cannot tell which of them this database is for."
                                                .formatted(packages(named))))
                .next(MERGE_SERVICES);
    }

    private static String packages(SortedSet<String> names) {
        return names.stream()
                .map(name -> name.isEmpty() ? "the unnamed package" : name)
                .collect(Collectors.joining(", "));
    }

    private static String historyName(String history) {
        return history.isEmpty() ? "the unnamed history" : "the history \"" + history + "\"";
    }

    private static String listed(Collection<String> classNames) {
        String names = new TreeSet<>(classNames).stream().limit(NAMED).collect(Collectors.joining(", "));
        return classNames.size() <= NAMED ? names : names + " and " + (classNames.size() - NAMED) + " more";
    }

    /** The version of this jar; a property to fill where it runs from a directory. */
    private static String version() {
        return Objects.requireNonNullElse(
                IndexProblems.class.getPackage().getImplementationVersion(), "${version.migrate}");
    }
}
