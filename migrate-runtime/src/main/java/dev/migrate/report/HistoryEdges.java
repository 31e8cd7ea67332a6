package dev.migrate.report;

import dev.migrate.execute.RevisionDetail;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What leads from one listed revision of a history to another. */
final class HistoryEdges {

    /**
     * A line of a picture.
     *
     * @param below what is followed, or needed
     * @param above what follows it, or depends on it
     * @param dependency whether it only depends on it
     */
    record Edge(RevisionDetail below, RevisionDetail above, boolean dependency) {}

    private HistoryEdges() {}

    /** Those whose ends are both listed, in the order in which the upper ones are. */
    static List<Edge> of(List<RevisionDetail> listed) {
        Map<String, RevisionDetail> byName = new HashMap<>();
        for (RevisionDetail revision : listed) {
            byName.put(revision.id(), revision);
            revision.info().node().branchLabels().forEach(label -> byName.put(label, revision));
        }
        List<Edge> edges = new ArrayList<>();
        for (RevisionDetail revision : listed) {
            add(edges, revision.info().node().downRevisions(), byName, revision, false);
            add(edges, revision.info().node().dependsOn(), byName, revision, true);
        }
        return edges;
    }

    private static void add(
            List<Edge> edges,
            List<String> below,
            Map<String, RevisionDetail> byName,
            RevisionDetail above,
            boolean dependency) {
        for (String name : below) {
            RevisionDetail found = byName.get(name);
            if (found != null) {
                edges.add(new Edge(found, above, dependency));
            }
        }
    }
}
