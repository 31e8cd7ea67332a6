package dev.migrate.graph;

import static dev.migrate.graph.GraphProblem.Attribute.BRANCH_LABELS;
import static java.util.Objects.requireNonNull;

import dev.migrate.graph.GraphProblem.Place;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Revisions as they were declared, right or wrong, found by their names. */
final class Declarations {

    private final List<RevisionNode> nodes;
    /** Of several revisions with one id the first speaks for all; the others are only counted as duplicates. */
    private final Map<String, Integer> nodeById;

    private final Map<String, List<Integer>> duplicates = new LinkedHashMap<>();
    private final Map<String, List<Place>> placesByLabel = new LinkedHashMap<>();

    Declarations(List<RevisionNode> nodes) {
        this.nodes = List.copyOf(nodes);
        nodeById = new HashMap<>(nodes.size() * 2);
        for (int node = 0; node < this.nodes.size(); node++) {
            RevisionNode declared = this.nodes.get(node);
            Integer first = nodeById.putIfAbsent(declared.id(), node);
            if (first != null) {
                duplicates
                        .computeIfAbsent(declared.id(), id -> new ArrayList<>(List.of(first)))
                        .add(node);
            }
            for (int value = 0; value < declared.branchLabels().size(); value++) {
                placesByLabel
                        .computeIfAbsent(declared.branchLabels().get(value), label -> new ArrayList<>())
                        .add(new Place(node, BRANCH_LABELS, value));
            }
        }
    }

    List<RevisionNode> nodes() {
        return nodes;
    }

    RevisionNode node(int number) {
        return nodes.get(number);
    }

    String id(int number) {
        return nodes.get(number).id();
    }

    boolean isId(String name) {
        return nodeById.containsKey(name);
    }

    boolean isLabel(String name) {
        return placesByLabel.containsKey(name);
    }

    /** The first revision with an id. */
    int firstOf(String id) {
        return requireNonNull(nodeById.get(id), id);
    }

    /** Whether a revision is the first with its id. */
    boolean isFirst(int number) {
        return firstOf(id(number)) == number;
    }

    /** The first revision with an id; -1 where there is none. */
    int numberOf(String id) {
        return nodeById.getOrDefault(id, -1);
    }

    /** The revision that declares this id or label; -1 where nobody does, or where one cannot tell who is meant. */
    int declaring(String name) {
        int byId = numberOf(name);
        boolean several = placesByLabel.getOrDefault(name, List.of()).size() > 1;
        return byId >= 0 || several ? byId : labelOwner(name).map(this::firstOf).orElse(-1);
    }

    /** The id of the first revision that declares a label. */
    Optional<String> labelOwner(String label) {
        return Optional.ofNullable(placesByLabel.get(label))
                .map(places -> id(places.get(0).node()));
    }

    /** All revisions with an id: one, unless it is declared several times. */
    List<Integer> allOf(String id) {
        return duplicates.getOrDefault(id, List.of(firstOf(id)));
    }

    /** The ids that are declared several times, with the revisions that do. */
    Map<String, List<Integer>> duplicates() {
        return duplicates;
    }

    /** Where each label is declared. */
    Map<String, List<Place>> placesByLabel() {
        return placesByLabel;
    }

    Set<String> ids() {
        return nodeById.keySet();
    }

    Set<String> idsAndLabels() {
        Set<String> names = new HashSet<>(nodeById.keySet());
        names.addAll(placesByLabel.keySet());
        return names;
    }
}
