package dev.migrate.execute;

import dev.migrate.execute.Standing.AppliedSource;
import dev.migrate.graph.AppliedRevisions;
import dev.migrate.graph.Direction;
import dev.migrate.graph.RevisionGraph;
import dev.migrate.index.IndexedHistory;
import dev.migrate.index.RevisionEntry;
import dev.migrate.operation.CanonicalForm;
import dev.migrate.problem.MigrateException;
import dev.migrate.problem.Problem;
import dev.migrate.problem.ProblemCode;
import dev.migrate.record.OperationRecorder;
import dev.migrate.record.Recording;
import dev.migrate.record.RecordingContext;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Compares the migrations that are applied with what was written down when they were. The source checksum in the index is
 * the filter: where it is what it was, no class is loaded. Where it differs, the operations decide.
 */
final class SourceCheck {

    /**
     * A migration whose source looks different and does the same.
     *
     * @param step the key of its history row
     * @param checksum what its checksum is now
     */
    record Reformatted(String step, String checksum) {}

    /**
     * A migration that does something else than when it was applied.
     *
     * @param entry the migration as it is now
     * @param was what was written down when it was applied
     * @param now what it records now
     */
    record Changed(RevisionEntry entry, HistoryTable.Recorded was, Recording now) {

        /** In words, with the next command. */
        Problem problem() {
            return Problem.of(
                            ProblemCode.CHANGED_AFTER_APPLIED,
                            "revision " + entry.id() + " was changed after it was applied (" + applied() + "): "
                                    + difference())
                    .at(place())
                    .next("undo the edit, and let a new revision do what should be different;\n"
                            + "where the database is as the class says now: mvn migrate:repair accepts it, on the"
                            + " record;\nto run once in spite of it: -Dmigrate.changed=warning");
        }

        /** When it was applied, and by whom. */
        String applied() {
            return was.when() + " UTC by " + was.who();
        }

        /** Its class, and where that is written. */
        String place() {
            return entry.source()
                    .map(source -> entry.className() + " (" + source.file() + ":" + source.line() + ")")
                    .orElse(entry.className());
        }

        private String difference() {
            List<String> before = HistoryTable.lines(was.operations());
            List<String> after = HistoryTable.lines(CanonicalForm.text(now.operations()));
            int same = 0;
            while (same < Math.min(before.size(), after.size())
                    && before.get(same).equals(after.get(same))) {
                same++;
            }
            return "it recorded " + count(before.size()) + " then and " + count(after.size())
                    + " now, and they differ from operation " + (same + 1) + " on";
        }

        private static String count(int operations) {
            return operations + (operations == 1 ? " operation" : " operations");
        }
    }

    /**
     * What was found.
     *
     * @param reformatted what only looks different
     * @param changed what does something else, in order of id
     */
    record Found(List<Reformatted> reformatted, List<Changed> changed) {

        static final Found NOTHING = new Found(List.of(), List.of());

        Found {
            reformatted = List.copyOf(reformatted);
            changed = List.copyOf(changed);
        }
    }

    private final IndexedHistory history;
    private final RevisionGraph graph;
    private final RecordingContext context;
    private final Map<String, Optional<Recording>> recorded = new HashMap<>();

    SourceCheck(IndexedHistory history, RevisionGraph graph, RecordingContext context) {
        this.history = history;
        this.graph = graph;
        this.context = context;
    }

    /**
     * Compares.
     *
     * @param standing where the database stands; its rows are known to the graph
     * @param table asked about those only whose checksum differs
     */
    Found in(Standing standing, HistoryTable table) throws SQLException {
        if (standing.sources().isEmpty()) {
            return Found.NOTHING;
        }
        Set<String> applied =
                new HashSet<>(AppliedRevisions.of(graph, standing.rows()).all());
        List<Reformatted> reformatted = new ArrayList<>();
        List<Changed> changed = new ArrayList<>();
        for (RevisionEntry entry : history.entries()) {
            AppliedSource source = standing.sources().get(entry.id());
            String checksum = entry.checksum().orElse("");
            if (source == null
                    || checksum.isEmpty()
                    || checksum.equals(source.checksum())
                    || !applied.contains(entry.id())) {
                continue;
            }
            Optional<Recording> now = recorded.computeIfAbsent(entry.id(), this::record);
            if (now.isEmpty()) {
                continue;
            }
            HistoryTable.Recorded was = table.recorded(source.step());
            switch (OperationsHash.parse(was.hash()).against(OperationsHash.of(now.get()))) {
                case SAME -> reformatted.add(new Reformatted(source.step(), checksum));
                case CHANGED -> changed.add(new Changed(entry, was, now.get()));
                case NOT_COMPARABLE -> {} // it was recorded for another database or with other values
            }
        }
        return new Found(reformatted, changed);
    }

    /** What a migration records now. Without a value that it asks for nobody can tell. */
    private Optional<Recording> record(String id) {
        try {
            return Optional.of(OperationRecorder.recording(history.instantiate(id), Direction.UP, context));
        } catch (MigrateException e) {
            if (e.problem().code() == ProblemCode.MISSING_X) {
                return Optional.empty();
            }
            throw e;
        }
    }
}
