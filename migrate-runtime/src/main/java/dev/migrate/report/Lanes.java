package dev.migrate.report;

import dev.migrate.execute.RevisionDetail;
import dev.migrate.graph.RevisionNode;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Where revisions and the lines between them are drawn: one revision a row, newest first, and as many lanes side by side
 * as lines are under way at once. A line keeps its lane to itself or shares it with others that lead to the same
 * revision, so that no line runs through a revision it has nothing to do with.
 */
final class Lanes {

    /**
     * A line from a revision down to one that it follows or depends on.
     *
     * @param from the row of the newer revision
     * @param to the row of the older one; the row below {@code from} where the older one is not listed
     * @param lane the lane between them
     * @param kind what the line means
     */
    record Line(int from, int to, int lane, Kind kind) {}

    /** What a line means. */
    enum Kind {
        FOLLOWS,
        DEPENDS,
        /** Leads to a revision that is not listed. */
        LEAVES
    }

    /** A lane on the way to a revision. */
    private record Way(String target, boolean follows) {}

    private final List<Line> lines = new ArrayList<>();
    private final int[] lanes;
    private final BitSet taken = new BitSet();

    /** The lanes that lead to a revision, and the rows where the lines in each of them start. */
    private final Map<Way, NavigableMap<Integer, List<Integer>>> underWay = new HashMap<>();

    private int width = 1;

    private Lanes(int rows) {
        lanes = new int[rows];
    }

    /**
     * Draws a list.
     *
     * @param revisions newest first: no revision after one that it follows or depends on
     */
    static Lanes of(List<RevisionDetail> revisions) {
        Lanes drawing = new Lanes(revisions.size());
        Map<String, String> names = new HashMap<>();
        for (RevisionDetail revision : revisions) {
            revision.info().node().branchLabels().forEach(label -> names.put(label, revision.id()));
        }
        revisions.forEach(revision -> names.put(revision.id(), revision.id()));
        for (int row = 0; row < revisions.size(); row++) {
            drawing.place(row, revisions.get(row).info().node(), names);
        }
        return drawing;
    }

    /** The lane of the revision in a row. */
    int lane(int row) {
        return lanes[row];
    }

    /** All lines, in order of the row in which they end. */
    List<Line> lines() {
        return List.copyOf(lines);
    }

    /** How many lanes there are. */
    int width() {
        return width;
    }

    private void place(int row, RevisionNode node, Map<String, String> names) {
        Way followed = new Way(node.id(), true);
        Way needed = new Way(node.id(), false);
        lanes[row] = Optional.ofNullable(underWay.get(followed))
                .or(() -> Optional.ofNullable(underWay.get(needed)))
                .map(NavigableMap::firstKey)
                .orElseGet(() -> taken.nextClearBit(0));
        end(row, followed, Kind.FOLLOWS);
        end(row, needed, Kind.DEPENDS);
        width = Math.max(width, lanes[row] + 1);

        List<String> listed =
                node.downRevisions().stream().filter(names::containsKey).toList();
        listed.stream().distinct().forEach(parent -> start(row, new Way(parent, true)));
        node.dependsOn().stream()
                .filter(names::containsKey)
                .map(names::get)
                .distinct()
                .forEach(dependency -> start(row, new Way(dependency, false)));
        if (listed.size() < node.downRevisions().size()) {
            lines.add(new Line(row, row + 1, lanes[row], Kind.LEAVES));
        }
    }

    /** Straight down where that is free and further left than a lane that leads there already; else that lane. */
    private void start(int row, Way way) {
        NavigableMap<Integer, List<Integer>> there = underWay.computeIfAbsent(way, key -> new TreeMap<>());
        int straight = taken.get(lanes[row]) ? taken.nextClearBit(0) : lanes[row];
        int lane = there.isEmpty() ? straight : Math.min(straight, there.firstKey());
        taken.set(lane);
        width = Math.max(width, lane + 1);
        there.computeIfAbsent(lane, key -> new ArrayList<>()).add(row);
    }

    private void end(int row, Way way, Kind kind) {
        underWay.getOrDefault(way, new TreeMap<>()).forEach((lane, starts) -> {
            taken.clear(lane);
            starts.forEach(from -> lines.add(new Line(from, row, lane, kind)));
        });
        underWay.remove(way);
    }
}
