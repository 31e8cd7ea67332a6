package dev.migrate.plan;

import dev.migrate.graph.Direction;
import dev.migrate.graph.RevisionGraph;
import dev.migrate.graph.RevisionPath;
import dev.migrate.graph.RevisionStep;
import dev.migrate.index.IndexedHistory;
import dev.migrate.operation.Operation;
import dev.migrate.record.OperationRecorder;
import dev.migrate.record.RecordingContext;
import dev.migrate.schema.SchemaModel;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The schema before a revision, as the operations of its ancestors leave it behind. It is asked for by computed
 * downgrades only, and then mostly for many revisions of one line: one walk along the line serves them all.
 */
final class HistoryFold {

    private final IndexedHistory history;
    private final RevisionGraph graph;
    private final RecordingContext context;
    private final Set<String> onThePath = new HashSet<>();
    private final Map<String, SchemaModel> known = new HashMap<>();

    HistoryFold(IndexedHistory history, RevisionGraph graph, RevisionPath path, RecordingContext context) {
        this.history = history;
        this.graph = graph;
        this.context = context.withBefore(
                () -> SchemaModel.empty().forgotten("an upgrade on the way to it undoes other operations"));
        path.steps().stream().map(RevisionStep::revision).forEach(onThePath::add);
    }

    SchemaModel before(String revision) {
        SchemaModel model = known.get(revision);
        if (model == null) {
            model = fold(revision);
            known.put(revision, model);
        }
        return model;
    }

    private SchemaModel fold(String revision) {
        SchemaModel model = SchemaModel.empty();
        List<String> ancestors = graph.ancestors(revision);
        for (int i = 0; i < ancestors.size(); i++) {
            String ancestor = ancestors.get(i);
            if (onThePath.contains(ancestor)
                    && !known.containsKey(ancestor)
                    && graph.ancestors(ancestor).size() == i) {
                known.put(ancestor, model);
            }
            for (Operation operation : upgrade(ancestor)) {
                model = operation.applyTo(model);
            }
        }
        return model;
    }

    /** What a revision's upgrade recorded. */
    List<Operation> upgrade(String revision) {
        return OperationRecorder.record(history.instantiate(revision), Direction.UP, context);
    }
}
