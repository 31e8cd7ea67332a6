package dev.migrate.simulate;

import static java.util.Objects.requireNonNull;

import dev.migrate.graph.RevisionGraph;
import dev.migrate.graph.RevisionNode;
import dev.migrate.operation.Operation;
import dev.migrate.schema.SchemaModel;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The schema before each revision: what its ancestors and those of what it depends on make, and nothing else. On one line
 * that is what the revision before left behind; where lines join, what one of them lacks is applied to it.
 */
final class Schemas {

    private final RevisionGraph graph;
    private final SchemaModel beginning;
    private final Map<String, SchemaModel> after = new HashMap<>();
    private final Map<String, Integer> awaited = new HashMap<>();
    private final Map<String, List<Operation>> recorded = new HashMap<>();

    /** Applies one operation of a revision, and tells what is wrong with that. */
    interface Step {
        SchemaModel apply(String revision, int ordinal, Operation operation, SchemaModel before);
    }

    /**
     * @param beginning the schema before the first revision
     */
    Schemas(RevisionGraph graph, SchemaModel beginning) {
        this.graph = graph;
        this.beginning = beginning;
        for (RevisionNode node : graph.revisions()) {
            parents(node).forEach(parent -> awaited.merge(parent, 1, Integer::sum));
        }
    }

    private Set<String> parents(RevisionNode node) {
        Set<String> parents = new HashSet<>(node.downRevisions());
        node.dependsOn().forEach(needed -> parents.add(graph.labelOwner(needed).orElse(needed)));
        return parents;
    }

    /**
     * The schema that a revision starts from.
     *
     * @param joining applies the operations of the lines that join in this revision
     */
    SchemaModel before(RevisionNode node, Step joining) {
        List<String> parents = graph.maximal(parents(node)).stream()
                .sorted(Comparator.<String>comparingInt(
                                parent -> graph.ancestors(parent).size())
                        .reversed()
                        .thenComparing(Comparator.naturalOrder()))
                .toList();
        if (parents.isEmpty()) {
            return beginning;
        }
        SchemaModel model = requireNonNull(after.get(parents.get(0)), "it is kept until no revision starts from it");
        if (parents.size() > 1) {
            Set<String> applied = new HashSet<>(graph.ancestors(parents.get(0)));
            applied.add(parents.get(0));
            for (String ancestor : graph.ancestors(node.id())) {
                if (applied.contains(ancestor)) {
                    continue;
                }
                List<Operation> operations = recorded.getOrDefault(ancestor, List.of());
                for (int i = 0; i < operations.size(); i++) {
                    model = joining.apply(ancestor, i + 1, operations.get(i), model);
                }
            }
        }
        return model;
    }

    /** Keeps what a revision leaves behind for as long as another one starts from it. */
    void done(RevisionNode node, List<Operation> operations, SchemaModel model) {
        recorded.put(node.id(), operations);
        if (awaited.containsKey(node.id())) {
            after.put(node.id(), model);
        }
        for (String parent : new ArrayList<>(parents(node))) {
            if (awaited.merge(parent, -1, Integer::sum) == 0) {
                after.remove(parent);
            }
        }
    }
}
