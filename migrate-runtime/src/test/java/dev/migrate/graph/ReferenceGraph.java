package dev.migrate.graph;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The few notions that answers are judged by, in the plainest possible form: a second opinion, not fast. */
final class ReferenceGraph {

    private final Map<String, RevisionNode> nodes = new HashMap<>();
    private final Map<String, String> labelOwners = new HashMap<>();

    ReferenceGraph(Collection<RevisionNode> declared) {
        for (RevisionNode node : declared) {
            nodes.put(node.id(), node);
            node.branchLabels().forEach(label -> labelOwners.put(label, node.id()));
        }
    }

    /** Reached through down revisions and dependencies, the revision itself left out. */
    Set<String> ancestors(String id) {
        Set<String> found = new LinkedHashSet<>();
        Deque<String> open = new ArrayDeque<>(List.of(id));
        while (!open.isEmpty()) {
            RevisionNode node = nodes.get(open.pop());
            node.downRevisions().stream().filter(found::add).forEach(open::push);
            node.dependsOn().stream()
                    .map(name -> labelOwners.getOrDefault(name, name))
                    .filter(found::add)
                    .forEach(open::push);
        }
        return found;
    }

    Set<String> applied(Collection<String> rows) {
        Set<String> applied = new TreeSet<>(rows);
        rows.forEach(row -> applied.addAll(ancestors(row)));
        return applied;
    }

    Set<String> maximal(Collection<String> ids) {
        Set<String> maximal = new TreeSet<>(ids);
        ids.forEach(id -> maximal.removeAll(ancestors(id)));
        return maximal;
    }

    /** Whether each revision stands before all its ancestors that are also listed. */
    boolean isNewestFirst(List<String> ids) {
        for (int i = 0; i < ids.size(); i++) {
            Set<String> ancestors = ancestors(ids.get(i));
            if (ids.subList(0, i).stream().anyMatch(ancestors::contains)) {
                return false;
            }
        }
        return true;
    }
}
