package dev.migrate.index;

import dev.migrate.index.IndexedHistory.Indexed;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What the indexes of one place say, all packages together.
 *
 * @param place where they are
 * @param histories the named histories that are declared there
 * @param revisions the revisions, of whatever history
 */
record PlaceIndex(Place place, List<HistoryEntry> histories, List<Indexed> revisions) {

    static PlaceIndex of(Place place, List<RevisionIndex> indexes) {
        List<HistoryEntry> histories = new ArrayList<>();
        List<Indexed> revisions = new ArrayList<>();
        for (RevisionIndex index : indexes) {
            HistoryEntry.parse(index.history()).ifPresent(histories::add);
            for (RevisionIndex.Part part : index.parts()) {
                RevisionEntry.parse(part.text()).forEach(entry -> revisions.add(new Indexed(entry, part)));
            }
        }
        return new PlaceIndex(place, histories, revisions);
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
