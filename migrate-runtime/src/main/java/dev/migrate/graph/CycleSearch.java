package dev.migrate.graph;

import dev.migrate.graph.GraphProblem.Place;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntFunction;

/**
 * Finds one cycle in each knot of a graph: in each strongly connected component of more than one node. An edge from a
 * node to itself is not its business.
 */
final class CycleSearch {

    private record Edge(int to, Place place) {}

    /** A cycle: the ids along it, from the smallest of its knot; the edge it starts with; and the whole knot. */
    record Found(List<String> path, Place place, Set<Integer> members) {}

    private static final int UNSEEN = -1;

    private final List<List<Edge>> edges;
    private final IntFunction<String> ids;
    private final int[] seen;
    private final int[] lowest;
    private final boolean[] open;
    private final Deque<Integer> path = new ArrayDeque<>();
    private final List<Set<Integer>> knots = new ArrayList<>();
    private int clock;

    CycleSearch(int nodes, IntFunction<String> ids) {
        this.ids = ids;
        edges = new ArrayList<>(Collections.nCopies(nodes, List.of()));
        seen = new int[nodes];
        Arrays.fill(seen, UNSEEN);
        lowest = new int[nodes];
        open = new boolean[nodes];
    }

    void edge(int from, int to, Place place) {
        if (from == to) {
            return;
        }
        if (edges.get(from).isEmpty()) {
            edges.set(from, new ArrayList<>(2));
        }
        edges.get(from).add(new Edge(to, place));
    }

    /** One cycle for each knot, by the smallest id. */
    List<Found> cycles() {
        for (int node = 0; node < edges.size(); node++) {
            if (seen[node] == UNSEEN) {
                visit(node);
            }
        }
        return knots.stream()
                .map(this::shortestCycle)
                .sorted(Comparator.comparing(found -> found.path().get(0)))
                .toList();
    }

    /** Tarjan's algorithm, with a stack of its own: a chain of 100,000 revisions is too deep for the thread's. */
    private void visit(int root) {
        Deque<int[]> calls = new ArrayDeque<>();
        calls.push(enter(root));
        while (!calls.isEmpty()) {
            int[] call = calls.peek();
            int node = call[0];
            if (call[1] < edges.get(node).size()) {
                int next = edges.get(node).get(call[1]++).to();
                if (seen[next] == UNSEEN) {
                    calls.push(enter(next));
                } else if (open[next]) {
                    lowest[node] = Math.min(lowest[node], seen[next]);
                }
            } else {
                calls.pop();
                if (!calls.isEmpty()) {
                    int caller = calls.peek()[0];
                    lowest[caller] = Math.min(lowest[caller], lowest[node]);
                }
                if (lowest[node] == seen[node]) {
                    leave(node);
                }
            }
        }
    }

    private int[] enter(int node) {
        seen[node] = lowest[node] = clock++;
        open[node] = true;
        path.push(node);
        return new int[] {node, 0};
    }

    private void leave(int first) {
        if (path.peek() == first) {
            open[path.pop()] = false;
            return;
        }
        Set<Integer> knot = new HashSet<>();
        int node;
        do {
            node = path.pop();
            open[node] = false;
            knot.add(node);
        } while (node != first);
        knots.add(knot);
    }

    private Found shortestCycle(Set<Integer> knot) {
        int start = Collections.min(knot, Comparator.comparing(ids::apply));
        Map<Integer, Integer> cameFrom = new HashMap<>();
        Deque<Integer> open = new ArrayDeque<>(List.of(start));
        while (!cameFrom.containsKey(start)) {
            int node = open.remove();
            for (Edge edge : edges.get(node)) {
                if (knot.contains(edge.to()) && cameFrom.putIfAbsent(edge.to(), node) == null) {
                    open.add(edge.to());
                }
            }
        }
        List<Integer> cycle = new ArrayList<>();
        for (int node = cameFrom.getOrDefault(start, start); node != start; node = cameFrom.getOrDefault(node, start)) {
            cycle.add(node);
        }
        cycle.add(start);
        Collections.reverse(cycle);
        int second = cycle.get(1);
        Place place = edges.get(start).stream()
                .filter(edge -> edge.to() == second)
                .findFirst()
                .orElseThrow()
                .place();
        return new Found(cycle.stream().map(ids::apply).toList(), place, knot);
    }
}
