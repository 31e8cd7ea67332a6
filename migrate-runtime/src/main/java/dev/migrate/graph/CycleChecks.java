package dev.migrate.graph;

import static dev.migrate.graph.GraphProblem.Attribute.DEPENDS_ON;
import static dev.migrate.graph.GraphProblem.Attribute.DOWN_REVISION;

import dev.migrate.graph.GraphProblem.Place;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** Looks for cycles: of down revisions, then of down revisions and dependencies. */
final class CycleChecks {

    private final Declarations declared;
    private final Consumer<GraphProblem> problems;

    CycleChecks(Declarations declared, Consumer<GraphProblem> problems) {
        this.declared = declared;
        this.problems = problems;
    }

    void cycles() {
        if (!isAcyclic(below())) {
            search();
        }
    }

    private void search() {
        CycleSearch down = new CycleSearch(declared.nodes().size(), declared::id);
        CycleSearch all = new CycleSearch(declared.nodes().size(), declared::id);
        for (int node = 0; node < declared.nodes().size(); node++) {
            if (declared.isFirst(node)) {
                addEdges(node, down, all);
            }
        }
        Set<Integer> reported = new HashSet<>();
        for (CycleSearch.Found cycle : down.cycles()) {
            problems.accept(new ReferenceProblem.Cycle(cycle.path(), List.of(cycle.place())));
            reported.addAll(cycle.members());
        }
        for (CycleSearch.Found cycle : all.cycles()) {
            if (cycle.members().stream().noneMatch(reported::contains)) {
                problems.accept(new ReferenceProblem.DependencyCycle(cycle.path(), List.of(cycle.place())));
            }
        }
    }

    private void addEdges(int node, CycleSearch down, CycleSearch all) {
        RevisionNode revision = declared.node(node);
        for (int value = 0; value < revision.downRevisions().size(); value++) {
            int parent = declared.numberOf(revision.downRevisions().get(value));
            if (parent >= 0) {
                down.edge(node, parent, new Place(node, DOWN_REVISION, value));
                all.edge(node, parent, new Place(node, DOWN_REVISION, value));
            }
        }
        for (int value = 0; value < revision.dependsOn().size(); value++) {
            int needed = declared.declaring(revision.dependsOn().get(value));
            if (needed >= 0) {
                all.edge(node, needed, new Place(node, DEPENDS_ON, value));
            }
        }
    }

    /** What each revision follows or depends on, itself and what is unknown left out. */
    private int[][] below() {
        int[][] below = new int[declared.nodes().size()][];
        for (int node = 0; node < below.length; node++) {
            below[node] = declared.isFirst(node) ? below(node) : new int[0];
        }
        return below;
    }

    private int[] below(int node) {
        RevisionNode revision = declared.node(node);
        int[] found =
                new int[revision.downRevisions().size() + revision.dependsOn().size()];
        int count = 0;
        for (String name : revision.downRevisions()) {
            int parent = declared.numberOf(name);
            if (parent >= 0 && parent != node) {
                found[count++] = parent;
            }
        }
        for (String name : revision.dependsOn()) {
            int needed = declared.declaring(name);
            if (needed >= 0 && needed != node) {
                found[count++] = needed;
            }
        }
        return Arrays.copyOf(found, count);
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
}
