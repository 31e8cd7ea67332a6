package dev.migrate.graph;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.stream.IntStream;

/**
 * A sound graph with numbers for names. A revision's number is its place in the order of the whole graph: ancestors have
 * smaller numbers, and of the revisions whose ancestors are all there the smallest id comes next. So the order depends
 * on the graph alone, a revision added on top never changes the order of those below, and a sweep over a bit set visits
 * relatives in the right order without a queue.
 */
final class Topology {

    private final Declarations declared;
    private final String[] ids;
    /** The number of each revision by its place among the declared ones. */
    private final int[] numbers;
    /** The revisions that a revision follows; and what it follows or depends on, each once. */
    private final int[][] down;

    private final int[][] allDown;
    /** The same edges from the other end. */
    private final int[][] up;

    private final int[][] allUp;

    Topology(Declarations declared) {
        this.declared = declared;
        int size = declared.nodes().size();
        int[] byRank = IntStream.range(0, size)
                .boxed()
                .sorted(Comparator.comparing(declared::id))
                .mapToInt(Integer::intValue)
                .toArray();
        int[] ranks = turnedRound(byRank);
        int[][] downByRank = new int[size][];
        int[][] allDownByRank = new int[size][];
        for (int rank = 0; rank < size; rank++) {
            RevisionNode node = declared.node(byRank[rank]);
            downByRank[rank] = ranksOf(node.downRevisions(), List.of(), ranks);
            allDownByRank[rank] = node.dependsOn().isEmpty()
                    ? downByRank[rank]
                    : ranksOf(node.downRevisions(), node.dependsOn(), ranks);
        }
        int[] order = order(allDownByRank);
        int[] numberByRank = turnedRound(order);
        ids = new String[size];
        numbers = new int[size];
        down = new int[size][];
        allDown = new int[size][];
        for (int i = 0; i < size; i++) {
            int place = byRank[order[i]];
            ids[i] = declared.id(place);
            numbers[place] = i;
            down[i] = renumbered(downByRank[order[i]], numberByRank);
            allDown[i] = allDownByRank[order[i]] == downByRank[order[i]]
                    ? down[i]
                    : renumbered(allDownByRank[order[i]], numberByRank);
        }
        up = turned(down);
        allUp = turned(allDown);
    }

    /** Who stands where, from who stands there. */
    private static int[] turnedRound(int[] places) {
        int[] turned = new int[places.length];
        for (int i = 0; i < places.length; i++) {
            turned[places[i]] = i;
        }
        return turned;
    }

    private static int[] order(int[][] below) {
        int size = below.length;
        int[][] above = turned(below);
        int[] missing = new int[size];
        PriorityQueue<Integer> ready = new PriorityQueue<>();
        for (int i = 0; i < size; i++) {
            missing[i] = below[i].length;
            if (missing[i] == 0) {
                ready.add(i);
            }
        }
        int[] order = new int[size];
        int next = 0;
        while (!ready.isEmpty()) {
            int node = ready.remove();
            order[next++] = node;
            for (int successor : above[node]) {
                if (--missing[successor] == 0) {
                    ready.add(successor);
                }
            }
        }
        if (next < size) {
            throw new IllegalStateException("a cycle in a checked graph");
        }
        return order;
    }

    private int[] ranksOf(List<String> followed, List<String> needed, int[] ranks) {
        int[] found = new int[followed.size() + needed.size()];
        int count = 0;
        for (String name : followed) {
            found[count++] = ranks[declared.firstOf(name)];
        }
        for (String name : needed) {
            found[count++] = ranks[declared.declaring(name)];
        }
        return count < 2 ? found : IntStream.of(found).distinct().toArray();
    }

    private static int[] renumbered(int[] values, int[] number) {
        int[] result = new int[values.length];
        for (int i = 0; i < values.length; i++) {
            result[i] = number[values[i]];
        }
        return result;
    }

    private static int[][] turned(int[][] edges) {
        int[] counts = new int[edges.length];
        for (int[] targets : edges) {
            for (int target : targets) {
                counts[target]++;
            }
        }
        int[][] turned = new int[edges.length][];
        for (int i = 0; i < edges.length; i++) {
            turned[i] = new int[counts[i]];
        }
        Arrays.fill(counts, 0);
        for (int i = 0; i < edges.length; i++) {
            for (int target : edges[i]) {
                turned[target][counts[target]++] = i;
            }
        }
        return turned;
    }

    int size() {
        return ids.length;
    }

    String id(int number) {
        return ids[number];
    }

    /** The number of a complete id; -1 where there is none. */
    int number(String id) {
        int place = declared.numberOf(id);
        return place < 0 ? -1 : numbers[place];
    }

    /** What a revision follows, in declared order. */
    int[] down(int number) {
        return down[number];
    }

    /** What follows a revision, in the order of the graph. */
    int[] up(int number) {
        return up[number];
    }

    int[] allDown(int number) {
        return allDown[number];
    }

    int[] allUp(int number) {
        return allUp[number];
    }

    /** The given revisions, what they follow and depend on, and so on down. */
    BitSet withAncestors(BitSet start) {
        return sweptDown(start, allDown);
    }

    /** The given revisions, what follows and depends on them, and so on up. */
    BitSet withDescendants(BitSet start) {
        return sweptUp(start, allUp);
    }

    /** The given revisions and what they follow, dependencies left aside. */
    BitSet withFollowed(BitSet start) {
        return sweptDown(start, down);
    }

    /** The given revisions and what follows them, dependencies left aside. */
    BitSet withFollowers(BitSet start) {
        return sweptUp(start, up);
    }

    /** The given revision, its ancestors and its descendants, dependencies left aside. */
    BitSet lineage(int number) {
        BitSet self = only(number);
        BitSet lineage = withFollowed(self);
        lineage.or(withFollowers(self));
        return lineage;
    }

    /** The members that are no other member's ancestor. */
    BitSet maximal(BitSet members) {
        BitSet below = new BitSet(ids.length);
        for (int i = members.nextSetBit(0); i >= 0; i = members.nextSetBit(i + 1)) {
            setAll(below, allDown[i]);
        }
        BitSet maximal = (BitSet) members.clone();
        maximal.andNot(withAncestors(below));
        return maximal;
    }

    static BitSet only(int number) {
        BitSet set = new BitSet();
        set.set(number);
        return set;
    }

    /** The ids of the members, in the order of the graph. */
    List<String> ids(BitSet members) {
        List<String> result = new ArrayList<>(members.cardinality());
        for (int i = members.nextSetBit(0); i >= 0; i = members.nextSetBit(i + 1)) {
            result.add(ids[i]);
        }
        return result;
    }

    /** The ids of numbers, in their order. */
    List<String> ids(int[] members) {
        List<String> result = new ArrayList<>(members.length);
        for (int member : members) {
            result.add(ids[member]);
        }
        return result;
    }

    private static BitSet sweptDown(BitSet start, int[][] edges) {
        BitSet reached = (BitSet) start.clone();
        for (int i = reached.length() - 1; i >= 0; i = reached.previousSetBit(i - 1)) {
            setAll(reached, edges[i]);
        }
        return reached;
    }

    private static BitSet sweptUp(BitSet start, int[][] edges) {
        BitSet reached = (BitSet) start.clone();
        for (int i = reached.nextSetBit(0); i >= 0; i = reached.nextSetBit(i + 1)) {
            setAll(reached, edges[i]);
        }
        return reached;
    }

    private static void setAll(BitSet set, int[] numbers) {
        for (int number : numbers) {
            set.set(number);
        }
    }
}
