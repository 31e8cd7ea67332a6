package dev.migrate.graph;

import dev.migrate.problem.MigrateException;
import dev.migrate.problem.Problem;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A sound history: which revision follows which, and which depends on which. Immutable.
 *
 * <p>An <em>ancestor</em> is reached through down revisions and dependencies. <em>Follows</em> means down revisions
 * only. Lists of ids are in the order of the graph: ancestors first, and of those whose ancestors are all there the
 * smallest id first. The order is a function of the graph, not of how it was loaded, and a revision added on top never
 * changes the order of those below.
 *
 * <p>Building takes time linear in revisions and edges, sorting aside; so does each question.
 */
public final class RevisionGraph {

    private final List<RevisionNode> nodes;
    private final Map<String, String> labelOwners;
    private final Topology topology;

    private RevisionGraph(Declarations declared) {
        topology = new Topology(declared);
        RevisionNode[] ordered = new RevisionNode[declared.nodes().size()];
        labelOwners = new HashMap<>();
        for (RevisionNode node : declared.nodes()) {
            ordered[topology.number(node.id())] = node;
            node.branchLabels().forEach(label -> labelOwners.put(label, node.id()));
        }
        nodes = List.of(ordered);
    }

    /**
     * Builds the graph.
     *
     * @param declared the revisions, in any order
     * @return the graph
     * @throws MigrateException with everything that {@link GraphChecker#checkStructure} finds
     */
    public static RevisionGraph of(Collection<RevisionNode> declared) {
        Declarations declarations = new Declarations(List.copyOf(declared));
        List<Problem> problems = GraphChecker.checkStructure(declarations).stream()
                .map(GraphProblem::problem)
                .toList();
        if (!problems.isEmpty()) {
            throw new MigrateException(problems);
        }
        return new RevisionGraph(declarations);
    }

    /**
     * This graph and one more revision.
     *
     * @param node the revision
     * @return the larger graph
     * @throws MigrateException when the larger graph is not sound
     */
    public RevisionGraph with(RevisionNode node) {
        List<RevisionNode> larger = new ArrayList<>(nodes);
        larger.add(node);
        return of(larger);
    }

    /**
     * How many revisions there are.
     *
     * @return zero or more
     */
    public int size() {
        return nodes.size();
    }

    /**
     * All revisions.
     *
     * @return in the order of the graph
     */
    public List<RevisionNode> revisions() {
        return nodes;
    }

    /**
     * One revision.
     *
     * @param id its complete id; a label or a prefix is not enough
     * @return the revision; empty where the graph has none of that id
     */
    public Optional<RevisionNode> revision(String id) {
        int number = topology.number(id);
        return number < 0 ? Optional.empty() : Optional.of(nodes.get(number));
    }

    /**
     * The revision that declares a branch label.
     *
     * @param label the label
     * @return its id; empty where nobody declares the label
     */
    public Optional<String> labelOwner(String label) {
        return Optional.ofNullable(labelOwners.get(label));
    }

    /**
     * The revisions that no other follows.
     *
     * @return their ids
     */
    public List<String> heads() {
        return topology.ids(headNumbers());
    }

    /**
     * The revisions that no other follows or depends on: the rows of a database that has everything.
     *
     * @return their ids
     */
    public List<String> effectiveHeads() {
        return topology.ids(effectiveHeadNumbers());
    }

    /**
     * The revisions that follow no other.
     *
     * @return their ids
     */
    public List<String> bases() {
        return topology.ids(baseNumbers());
    }

    /**
     * The revisions that two or more follow.
     *
     * @return their ids
     */
    public List<String> branchPoints() {
        return nodes.stream()
                .map(RevisionNode::id)
                .filter(id -> topology.up(known(id)).length > 1)
                .toList();
    }

    /**
     * The revisions that follow a revision.
     *
     * @param id a complete id of this graph
     * @return their ids; empty for a head
     */
    public List<String> successors(String id) {
        return topology.ids(topology.up(known(id)));
    }

    /**
     * The ancestors of a revision, itself left out.
     *
     * @param id a complete id of this graph
     * @return their ids
     */
    public List<String> ancestors(String id) {
        BitSet ancestors = topology.withAncestors(Topology.only(known(id)));
        ancestors.clear(known(id));
        return topology.ids(ancestors);
    }

    /**
     * Whether one revision is an ancestor of another.
     *
     * @param ancestor a complete id of this graph
     * @param descendant a complete id of this graph
     * @return false also when both are the same
     */
    public boolean isAncestor(String ancestor, String descendant) {
        int from = known(descendant);
        int sought = known(ancestor);
        return sought < from && topology.withAncestors(Topology.only(from)).get(sought);
    }

    /**
     * The members of a set that are no other member's ancestor.
     *
     * @param ids complete ids of this graph
     * @return the ids that remain
     */
    public List<String> maximal(Set<String> ids) {
        return topology.ids(topology.maximal(knownAll(ids)));
    }

    /**
     * The lineage of a revision: itself, what it follows down to the base, and all that follows it; dependencies are
     * left aside.
     *
     * @param id a complete id of this graph
     * @return their ids
     */
    public List<String> lineage(String id) {
        return topology.ids(topology.lineage(known(id)));
    }

    /**
     * The branch labels that each revision carries: its own, those of the revisions it follows, and, as long as the
     * history is a single line from there to its top, those of the revisions above it.
     *
     * @return the labels by id, in the order of the graph; each set in the order of the labels, empty for a revision
     *     without any
     */
    public Map<String, Set<String>> inheritedLabels() {
        List<Set<String>> carried = CarriedLabels.of(this);
        Map<String, Set<String>> labels = new LinkedHashMap<>();
        for (int i = 0; i < size(); i++) {
            labels.put(topology.id(i), carried.get(i));
        }
        return Collections.unmodifiableMap(labels);
    }

    @Override
    public String toString() {
        return "RevisionGraph[" + Words.count(size(), "revision") + ", heads " + heads() + "]";
    }

    Topology topology() {
        return topology;
    }

    Map<String, String> labelOwners() {
        return labelOwners;
    }

    RevisionNode node(int number) {
        return nodes.get(number);
    }

    BitSet headNumbers() {
        BitSet heads = new BitSet();
        for (int i = 0; i < size(); i++) {
            heads.set(i, topology.up(i).length == 0);
        }
        return heads;
    }

    BitSet effectiveHeadNumbers() {
        BitSet heads = new BitSet();
        for (int i = 0; i < size(); i++) {
            heads.set(i, topology.allUp(i).length == 0);
        }
        return heads;
    }

    BitSet baseNumbers() {
        BitSet bases = new BitSet();
        for (int i = 0; i < size(); i++) {
            bases.set(i, topology.down(i).length == 0);
        }
        return bases;
    }

    private int known(String id) {
        int number = topology.number(id);
        if (number < 0) {
            throw new IllegalArgumentException("no revision " + Words.quoted(id) + " in this graph");
        }
        return number;
    }

    private BitSet knownAll(Collection<String> ids) {
        BitSet numbers = new BitSet();
        ids.forEach(id -> numbers.set(known(id)));
        return numbers;
    }
}
