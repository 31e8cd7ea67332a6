package dev.migrate.index;

import dev.migrate.index.IndexedHistory.Indexed;
import dev.migrate.problem.MigrateException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What histories take in, and what that takes in again; each history once, on however many ways it is reached. */
final class Inclusion {

    /** A history where it is. */
    private record Reached(Place place, String anchor) {}

    private final Indexes indexes;
    private final Set<Reached> reached = new HashSet<>();
    private final List<Indexed> revisions = new ArrayList<>();

    Inclusion(Indexes indexes) {
        this.indexes = indexes;
    }

    /** Follows the includes of a history, which itself is not included. */
    void follow(ModuleIndex index, HistoryEntry history, ClassLoader loader) {
        if (!reached.add(new Reached(index.place(), history.anchor()))) {
            return;
        }
        for (String name : history.includes()) {
            Class<?> anchor = load(name, history, loader);
            ModuleIndex there = indexes.anchoredAt(anchor);
            HistoryEntry included = there.anchoredAt(name).orElseThrow();
            if (!reached.contains(new Reached(there.place(), included.anchor()))) {
                revisions.addAll(there.revisionsOf(included.name()));
                follow(there, included, anchor.getClassLoader());
            }
        }
    }

    /** The revisions of all histories that were followed to. */
    List<Indexed> revisions() {
        return revisions;
    }

    private static Class<?> load(String anchor, HistoryEntry history, ClassLoader loader) {
        try {
            return Class.forName(anchor, false, loader);
        } catch (ClassNotFoundException | LinkageError e) {
            throw new MigrateException(IndexProblems.includedIsMissing(history, anchor), e);
        }
    }
}
