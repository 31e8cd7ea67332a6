package dev.migrate.index;

import dev.migrate.problem.MigrateException;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Of the modules that have the history, the one that is meant. Where the asking class shares its place with several, as
 * in a jar of everything, the names of packages tell which of them it belongs to, or nothing does: a guess would apply a
 * library's migrations to the application's database.
 */
final class MeantModule {

    /** From this many names on, a package tells whose it is: {@code com.acme}, not {@code com}. */
    private static final int TELLING = 2;

    private MeantModule() {}

    /**
     * Leaves out what is not meant.
     *
     * @param having the modules in scope that have the history
     * @return the module; none where none has the history, and all where they were compiled into the output directories
     * @throws MigrateException {@code ambiguous-history}
     */
    static List<ModuleIndex> among(List<ModuleIndex> having, Indexes indexes, IndexScope scope, String history) {
        if (!scope.outputDirectories().isEmpty() || scope.anchor().isPresent()) {
            return having;
        }
        // Where the services files were not merged, a library's may be the one that is left.
        SortedSet<String> forgotten = scope.caller()
                .filter(type -> !Indexes.isInNamedModule(type))
                .map(type -> ForgottenIndexes.beside(type, indexes.beside(type), scope, history))
                .orElseGet(TreeSet::new);
        Optional<Class<?>> caller = scope.packages().isEmpty() ? scope.caller() : Optional.empty();
        List<ModuleIndex> around = having.stream()
                .filter(module -> caller.filter(type -> isAround(module, type)).isPresent())
                .toList();
        if (around.size() == 1
                && caller.filter(type -> isAround(forgotten, type)).isEmpty()) {
            return around;
        }
        if (!forgotten.isEmpty()) {
            throw new MigrateException(
                    IndexProblems.forgotten(history, Place.of(scope.caller().orElseThrow()), having, forgotten));
        }
        if (having.size() > 1) {
            throw new MigrateException(IndexProblems.ambiguous(history, having));
        }
        return having;
    }

    private static boolean isAround(ModuleIndex module, Class<?> type) {
        return module.place().equals(Place.of(type)) && isAround(module.packages(), type);
    }

    private static boolean isAround(SortedSet<String> packages, Class<?> type) {
        return packages.stream().anyMatch(name -> isAround(name, type.getPackageName()));
    }

    /** Whether the packages are the same, or one is in the other. */
    private static boolean isAround(String one, String other) {
        return one.equals(other) || isIn(one, other) || isIn(other, one);
    }

    private static boolean isIn(String inner, String outer) {
        return outer.split("\\.", -1).length >= TELLING && inner.startsWith(outer + ".");
    }
}
