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

    /** The revisions that name this one as a down revision. */
    Set<String> followers(String id) {
        Set<String> followers = new TreeSet<>();
        for (RevisionNode node : nodes.values()) {
            if (node.downRevisions().contains(id)) {
                followers.add(node.id());
            }
        }
        return followers;
    }

    /** The labels that a revision carries, one declaration after the other. */
    Set<String> labels(String id) {
        Set<String> labels = new TreeSet<>();
        for (RevisionNode node : nodes.values()) {
            if (!node.branchLabels().isEmpty()
                    && (isBelow(node.id(), id) || linesBelow(node.id()).contains(id))) {
                labels.addAll(node.branchLabels());
            }
        }
        return labels;
    }

    private boolean isBelow(String ancestor, String id) {
        return ancestor.equals(id)
                || nodes.get(id).downRevisions().stream().anyMatch(parent -> isBelow(ancestor, parent));
    }

    /**
     * From each tip above a revision down through down revisions, up to the first that is a merge, or that two follow or
     * depend on; where the revision itself is passed.
     */
    private Set<String> linesBelow(String declaring) {
        Set<String> passed = new TreeSet<>();
        for (String tip : nodes.keySet()) {
            if (followers(tip).isEmpty() && isBelow(declaring, tip)) {
                passed.addAll(line(tip));
            }
        }
        return passed;
    }

    private Set<String> line(String tip) {
        Set<String> line = new LinkedHashSet<>();
        RevisionNode node = nodes.get(tip);
        while (node != null && node.downRevisions().size() <= 1 && aboveCount(node.id()) <= 1) {
            line.add(node.id());
            node = node.downRevisions().isEmpty()
                    ? null
                    : nodes.get(node.downRevisions().get(0));
        }
        return line;
    }

    private int aboveCount(String id) {
        Set<String> above = followers(id);
        for (RevisionNode node : nodes.values()) {
            if (node.dependsOn().stream()
                    .anyMatch(name -> labelOwners.getOrDefault(name, name).equals(id))) {
                above.add(node.id());
            }
        }
        return above.size();
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
