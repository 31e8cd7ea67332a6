package dev.migrate.index;

import dev.migrate.index.IndexedHistory.Indexed;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What the indexes of one module say, all packages together. A module is what was compiled together. It has its place to
 * itself, except in a jar of everything.
 *
 * @param place where the indexes are
 * @param packages those that have an index
 * @param histories the named histories that are declared there
 * @param revisions the revisions, of whatever history
 */
record ModuleIndex(Place place, SortedSet<String> packages, List<HistoryEntry> histories, List<Indexed> revisions) {

    /**
     * What the indexes of a module have in common.
     *
     * @param packages what each of them says of its module; none in an index that was written before they said it
     * @param copy how many of them, up to this one, are of the same package: a module has one of each
     */
    private record Origin(List<String> packages, int copy) {}

    /** Tells the modules of a place apart. Those whose indexes do not name their packages count as one. */
    static List<ModuleIndex> modulesOf(Place place, List<RevisionIndex> indexes) {
        Map<Origin, List<RevisionIndex>> modules = new LinkedHashMap<>();
        Map<List<String>, Map<String, Integer>> copies = new HashMap<>();
        for (RevisionIndex index : indexes) {
            List<String> packages = index.packages();
            int copy = packages.isEmpty()
                    ? 1
                    : copies.computeIfAbsent(packages, first -> new HashMap<>())
                            .merge(index.getClass().getPackageName(), 1, Integer::sum);
            modules.computeIfAbsent(new Origin(packages, copy), first -> new ArrayList<>())
                    .add(index);
        }
        return modules.values().stream().map(each -> of(place, each)).toList();
    }

    private static ModuleIndex of(Place place, List<RevisionIndex> indexes) {
        SortedSet<String> packages = new TreeSet<>();
        List<HistoryEntry> histories = new ArrayList<>();
        List<Indexed> revisions = new ArrayList<>();
        for (RevisionIndex index : indexes) {
            packages.add(index.getClass().getPackageName());
            HistoryEntry.parse(index.history()).ifPresent(histories::add);
            for (RevisionIndex.Part part : index.parts()) {
                RevisionEntry.parse(part.text()).forEach(entry -> revisions.add(new Indexed(entry, part)));
            }
        }
        return new ModuleIndex(place, packages, histories, revisions);
    }

    List<Indexed> revisionsOf(String history) {
        return revisions.stream()
                .filter(revision -> revision.entry().history().equals(history))
                .toList();
    }

    Optional<HistoryEntry> named(String history) {
        return histories.stream().filter(entry -> entry.name().equals(history)).findFirst();
    }

    Optional<HistoryEntry> anchoredAt(String className) {
        return histories.stream()
                .filter(entry -> entry.anchor().equals(className))
                .findFirst();
    }

    /** The histories that one can bring a database to: with revisions in these packages, or with included ones. */
    SortedSet<String> historyNames(IndexScope scope) {
        SortedSet<String> names = new TreeSet<>();
        revisions.stream()
                .map(Indexed::entry)
                .filter(entry -> scope.includesClass(entry.className()))
                .forEach(entry -> names.add(entry.history()));
        histories.stream()
                .filter(entry -> !entry.includes().isEmpty() && scope.includesClass(entry.anchor()))
                .forEach(entry -> names.add(entry.name()));
        return names;
    }
}
