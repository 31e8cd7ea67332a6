package dev.migrate.processor;

import static java.util.stream.Collectors.toCollection;

import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What a module declares, as one round sees it.
 *
 * @param histories its named histories, by package
 * @param revisions its revisions, of all histories, by class
 */
record DeclaredModule(List<DeclaredHistory> histories, List<DeclaredRevision> revisions) {

    DeclaredModule {
        histories = List.copyOf(histories);
        revisions = List.copyOf(revisions);
    }

    /** Whether everything could be read. */
    boolean isReadable() {
        return revisions.stream().allMatch(DeclaredRevision::readable)
                && histories.stream().allMatch(DeclaredHistory::settled);
    }

    /** The names of all histories that are declared or have revisions; the unnamed one is the empty name. */
    SortedSet<String> historyNames() {
        return Stream.concat(
                        histories.stream().map(DeclaredHistory::name),
                        revisions.stream().map(revision -> revision.entry().history()))
                .collect(toCollection(TreeSet::new));
    }

    List<DeclaredRevision> revisionsOf(String history) {
        return revisions.stream()
                .filter(revision -> revision.entry().history().equals(history))
                .toList();
    }

    Optional<DeclaredHistory> named(String history) {
        return histories.stream().filter(each -> each.name().equals(history)).findFirst();
    }

    Optional<DeclaredHistory> anchoredAt(String className) {
        return histories.stream()
                .filter(history -> history.isNamed() && history.anchor().equals(className))
                .findFirst();
    }
}
