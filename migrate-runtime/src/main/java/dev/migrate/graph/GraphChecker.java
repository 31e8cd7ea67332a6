package dev.migrate.graph;

import static dev.migrate.graph.GraphProblem.Attribute.BRANCH_LABELS;
import static dev.migrate.graph.GraphProblem.Attribute.DEPENDS_ON;
import static dev.migrate.graph.GraphProblem.Attribute.DOWN_REVISION;
import static dev.migrate.graph.GraphProblem.Attribute.ID;
import static java.util.Objects.requireNonNull;

import dev.migrate.graph.GraphProblem.Place;
import dev.migrate.graph.GraphProblem.Severity;
import dev.migrate.problem.NearestName;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Says what is wrong with a set of declared revisions: everything at once, in an order that depends on the declarations
 * alone.
 *
 * <p>There are two levels. {@link #checkStructure} finds what makes a graph meaningless, and nothing else: a graph that
 * passes can be loaded. {@link #check} adds the rules for those who write revisions: names that every database and
 * every command can bear, and one head unless branches are labelled.
 *
 * <p>The time taken is linear in revisions, parents, dependencies and labels.
 */
public final class GraphChecker {

    private final List<RevisionNode> nodes;
    /** Of several revisions with one id the first speaks for all; the others are only counted as duplicates. */
    private final Map<String, Integer> nodeById = new HashMap<>();

    private final Map<String, List<Integer>> duplicates = new LinkedHashMap<>();
    private final Map<String, List<Place>> placesByLabel = new LinkedHashMap<>();
    private final NearestName nearestParent = new NearestName(nodeById::keySet);
    private final NearestName nearestDependency = new NearestName(this::allNames);
    private final List<GraphProblem> problems = new ArrayList<>();

    private GraphChecker(List<RevisionNode> nodes) {
        this.nodes = List.copyOf(nodes);
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

    /**
     * Checks revisions by the rules for those who write them.
     *
     * <p>Several heads and several bases are looked for only where no revision is missing, repeated or part of a
     * cycle: a mistyped parent makes a head of the revision that was meant, and one mistake is one problem.
     *
     * @param declared the revisions, in any order; duplicates are welcome
     * @param policy what to say to several heads
     * @return every problem; empty when the history is sound
     */
    public static List<GraphProblem> check(List<RevisionNode> declared, HeadPolicy policy) {
        GraphChecker checker = new GraphChecker(declared);
        checker.names();
        checker.structure();
        if (checker.problems.stream().noneMatch(GraphChecker::hidesHeads)) {
            checker.severalHeads(policy);
            checker.severalBases();
        }
        return List.copyOf(checker.problems);
    }

    /**
     * Checks that revisions form a graph at all.
     *
     * @param declared the revisions, in any order; duplicates are welcome
     * @return every problem, all of them errors; empty when {@link RevisionGraph#of} accepts the revisions
     */
    public static List<GraphProblem> checkStructure(List<RevisionNode> declared) {
        GraphChecker checker = new GraphChecker(declared);
        checker.addressableIds();
        checker.structure();
        return List.copyOf(checker.problems);
    }

    /** The rules for the names in one declaration, wherever it will stand. */
    static List<GraphProblem> checkNames(RevisionNode declared) {
        GraphChecker checker = new GraphChecker(List.of(declared));
        checker.names();
        return List.copyOf(checker.problems);
    }

    private void structure() {
        selfLoops();
        duplicateIds();
        labels();
        unknownDependencies();
        unknownParents();
        cycles();
    }

    private static boolean hidesHeads(GraphProblem problem) {
        return switch (problem.problem().code()) {
            case DUPLICATE_ID, UNKNOWN_PARENT, SELF_LOOP, CYCLE -> true;
            default -> false;
        };
    }

    // Names.

    private void addressableIds() {
        for (int node = 0; node < nodes.size(); node++) {
            String id = nodes.get(node).id();
            if (!NameRules.isAddressable(id)) {
                problems.add(new GraphProblem.IllegalId(id, List.of(Place.of(node, ID))));
            }
        }
    }

    private void names() {
        Map<String, Set<String>> spellings = new LinkedHashMap<>();
        for (int node = 0; node < nodes.size(); node++) {
            String id = nodes.get(node).id();
            List<Place> place = List.of(Place.of(node, ID));
            if (!NameRules.hasIdCharacters(id)) {
                problems.add(new GraphProblem.IllegalId(id, place));
            }
            if (NameRules.isTooLong(id)) {
                problems.add(new GraphProblem.IdTooLong(id, place));
            }
            if (NameRules.isReserved(id)) {
                problems.add(new GraphProblem.ReservedId(id, place));
            }
            spellings
                    .computeIfAbsent(id.toLowerCase(Locale.ROOT), folded -> new LinkedHashSet<>())
                    .add(id);
        }
        for (Set<String> ids : spellings.values()) {
            if (ids.size() > 1) {
                List<Place> places = ids.stream()
                        .flatMap(id -> duplicates.getOrDefault(id, List.of(firstOf(id))).stream())
                        .sorted()
                        .map(node -> Place.of(node, ID))
                        .toList();
                problems.add(new GraphProblem.IdCase(ids.stream().sorted().toList(), places));
            }
        }
        placesByLabel.forEach((label, places) -> {
            if (!NameRules.isLabel(label)) {
                problems.add(new GraphProblem.IllegalLabel(
                        label, nodes.get(places.get(0).node()).id(), places));
            }
        });
    }

    private void duplicateIds() {
        duplicates.forEach((id, found) -> problems.add(new GraphProblem.DuplicateId(
                id, found.stream().map(node -> Place.of(node, ID)).toList())));
    }

    private void labels() {
        placesByLabel.forEach((label, places) -> {
            List<String> owners = places.stream()
                    .map(place -> nodes.get(place.node()).id())
                    .distinct()
                    .toList();
            if (places.size() > 1) {
                problems.add(new GraphProblem.DuplicateLabel(label, owners, places));
            }
            if (nodeById.containsKey(label)) {
                problems.add(new GraphProblem.LabelEqualsId(label, owners.get(0), places));
            }
        });
    }

    // References.

    private void selfLoops() {
        for (int node = 0; node < nodes.size(); node++) {
            RevisionNode declared = nodes.get(node);
            for (int value = 0; value < declared.downRevisions().size(); value++) {
                if (declared.downRevisions().get(value).equals(declared.id())) {
                    problems.add(
                            new GraphProblem.SelfLoop(declared.id(), List.of(new Place(node, DOWN_REVISION, value))));
                }
            }
            for (int value = 0; value < declared.dependsOn().size(); value++) {
                String name = declared.dependsOn().get(value);
                // A label that is another's id is reported as such; the dependency means the id.
                boolean ownLabel = declared.branchLabels().contains(name) && !nodeById.containsKey(name);
                if (name.equals(declared.id()) || ownLabel) {
                    problems.add(new GraphProblem.DependencySelfLoop(
                            declared.id(), name, List.of(new Place(node, DEPENDS_ON, value))));
                }
            }
        }
    }

    private void unknownDependencies() {
        for (int node = 0; node < nodes.size(); node++) {
            List<String> dependsOn = nodes.get(node).dependsOn();
            for (int value = 0; value < dependsOn.size(); value++) {
                String name = dependsOn.get(value);
                if (!nodeById.containsKey(name) && !placesByLabel.containsKey(name)) {
                    problems.add(new GraphProblem.UnknownDependency(
                            nodes.get(node).id(),
                            name,
                            nearestDependency.to(name),
                            List.of(new Place(node, DEPENDS_ON, value))));
                }
            }
        }
    }

    private void unknownParents() {
        for (int node = 0; node < nodes.size(); node++) {
            List<String> downRevisions = nodes.get(node).downRevisions();
            for (int value = 0; value < downRevisions.size(); value++) {
                String name = downRevisions.get(value);
                if (!nodeById.containsKey(name)) {
                    problems.add(new GraphProblem.UnknownParent(
                            nodes.get(node).id(),
                            name,
                            parentNear(name),
                            List.of(new Place(node, DOWN_REVISION, value))));
                }
            }
        }
    }

    private Optional<String> parentNear(String name) {
        List<Place> labelled = placesByLabel.get(name);
        return labelled != null ? Optional.of(nodes.get(labelled.get(0).node()).id()) : nearestParent.to(name);
    }

    // Cycles.

    private void cycles() {
        int[][] below = below();
        if (isAcyclic(below)) {
            return;
        }
        CycleSearch down = new CycleSearch(nodes.size(), this::idOf);
        CycleSearch all = new CycleSearch(nodes.size(), this::idOf);
        for (int node : nodeById.values()) {
            RevisionNode declared = nodes.get(node);
            for (int value = 0; value < declared.downRevisions().size(); value++) {
                Integer parent = nodeById.get(declared.downRevisions().get(value));
                if (parent != null) {
                    down.edge(node, parent, new Place(node, DOWN_REVISION, value));
                    all.edge(node, parent, new Place(node, DOWN_REVISION, value));
                }
            }
            for (int value = 0; value < declared.dependsOn().size(); value++) {
                int needed = declaring(declared.dependsOn().get(value));
                if (needed >= 0) {
                    all.edge(node, needed, new Place(node, DEPENDS_ON, value));
                }
            }
        }
        Set<Integer> reported = new HashSet<>();
        for (CycleSearch.Found cycle : down.cycles()) {
            problems.add(new GraphProblem.Cycle(cycle.path(), List.of(cycle.place())));
            reported.addAll(cycle.members());
        }
        for (CycleSearch.Found cycle : all.cycles()) {
            if (cycle.members().stream().noneMatch(reported::contains)) {
                problems.add(new GraphProblem.DependencyCycle(cycle.path(), List.of(cycle.place())));
            }
        }
    }

    /** What each revision follows or depends on, itself and what is unknown left out. */
    private int[][] below() {
        int[][] below = new int[nodes.size()][];
        for (int node = 0; node < below.length; node++) {
            RevisionNode declared = nodes.get(node);
            if (firstOf(declared.id()) != node) {
                below[node] = new int[0];
                continue;
            }
            int[] found = new int
                    [declared.downRevisions().size() + declared.dependsOn().size()];
            int count = 0;
            for (String name : declared.downRevisions()) {
                int parent = nodeById.getOrDefault(name, -1);
                if (parent >= 0 && parent != node) {
                    found[count++] = parent;
                }
            }
            for (String name : declared.dependsOn()) {
                int needed = declaring(name);
                if (needed >= 0 && needed != node) {
                    found[count++] = needed;
                }
            }
            below[node] = Arrays.copyOf(found, count);
        }
        return below;
    }

    /** Takes away what nothing is above of, again and again; what remains lies on cycles or below them. */
    private static boolean isAcyclic(int[][] below) {
        int[] above = new int[below.length];
        for (int[] targets : below) {
            for (int target : targets) {
                above[target]++;
            }
        }
        int[] open = new int[below.length];
        int end = 0;
        for (int node = 0; node < below.length; node++) {
            if (above[node] == 0) {
                open[end++] = node;
            }
        }
        for (int next = 0; next < end; next++) {
            for (int target : below[open[next]]) {
                if (--above[target] == 0) {
                    open[end++] = target;
                }
            }
        }
        return end == below.length;
    }

    private String idOf(int node) {
        return nodes.get(node).id();
    }

    private int firstOf(String declaredId) {
        return requireNonNull(nodeById.get(declaredId), declaredId);
    }

    /** The revision that declares this id or label; -1 where nobody does, or where one cannot tell who is meant. */
    private int declaring(String name) {
        Integer byId = nodeById.get(name);
        if (byId != null) {
            return byId;
        }
        List<Place> byLabel = placesByLabel.get(name);
        return byLabel == null || byLabel.size() > 1 ? -1 : firstOf(idOf(byLabel.get(0).node()));
    }

    private Set<String> allNames() {
        Set<String> names = new HashSet<>(nodeById.keySet());
        names.addAll(placesByLabel.keySet());
        return names;
    }

    // Heads and bases.

    private void severalHeads(HeadPolicy policy) {
        if (policy == HeadPolicy.ALLOW) {
            return;
        }
        Set<String> followed = new LinkedHashSet<>();
        nodes.forEach(node -> followed.addAll(node.downRevisions()));
        Map<String, Integer> heads = new TreeMap<>();
        for (int node = 0; node < nodes.size(); node++) {
            if (!followed.contains(idOf(node))) {
                heads.put(idOf(node), node);
            }
        }
        if (heads.size() < 2) {
            return;
        }
        Set<Integer> labelled = new OwnLabels(nodes, this::firstOf).of(heads.values());
        Map<String, Integer> unlabelled = new TreeMap<>(heads);
        unlabelled.values().removeAll(labelled);
        if (!unlabelled.isEmpty()) {
            Severity severity = policy == HeadPolicy.ERROR ? Severity.ERROR : Severity.WARNING;
            problems.add(new GraphProblem.SeveralHeads(
                    List.copyOf(heads.keySet()),
                    List.copyOf(unlabelled.keySet()),
                    severity,
                    unlabelled.values().stream()
                            .sorted()
                            .map(node -> Place.of(node, DOWN_REVISION))
                            .toList()));
        }
    }

    private void severalBases() {
        Map<String, Integer> bases = new TreeMap<>();
        for (int node = 0; node < nodes.size(); node++) {
            RevisionNode declared = nodes.get(node);
            if (declared.downRevisions().isEmpty() && declared.branchLabels().isEmpty()) {
                bases.put(declared.id(), node);
            }
        }
        if (bases.size() > 1) {
            problems.add(new GraphProblem.SeveralBases(
                    List.copyOf(bases.keySet()),
                    bases.values().stream()
                            .sorted()
                            .map(node -> Place.of(node, DOWN_REVISION))
                            .toList()));
        }
    }
}
