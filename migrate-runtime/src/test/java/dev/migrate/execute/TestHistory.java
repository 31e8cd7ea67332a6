package dev.migrate.execute;

import dev.migrate.Migration;
import dev.migrate.Operations;
import dev.migrate.graph.RevisionNode;
import dev.migrate.index.HistoryOf;
import dev.migrate.index.IndexedHistory;
import dev.migrate.index.RevisionEntry;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Builds a history, one revision after the other. */
public final class TestHistory {

    private final Map<String, Declared> revisions = new LinkedHashMap<>();

    /** A revision as it was declared. */
    private record Declared(
            RevisionNode node,
            String message,
            Optional<String> checksum,
            Optional<String> irreversible,
            Consumer<Operations> up,
            Consumer<Operations> down) {}

    public static TestHistory history() {
        return new TestHistory();
    }

    /** The same history with a revision that follows one other; {@code ""} for none. */
    public TestHistory revision(String id, String after, Consumer<Operations> up, Consumer<Operations> down) {
        return revision(id, after.isEmpty() ? List.of() : List.of(after), List.of(), up, down);
    }

    /** The same history with a revision that joins others. */
    public TestHistory merge(String id, String... after) {
        return revision(id, List.of(after), List.of(), op -> {}, op -> {});
    }

    public TestHistory revision(
            String id, List<String> after, List<String> labels, Consumer<Operations> up, Consumer<Operations> down) {
        return with(new Declared(
                new RevisionNode(id, after, List.of(), labels),
                "does " + id,
                Optional.empty(),
                Optional.empty(),
                up,
                down));
    }

    /** The same history with a revision that does nothing. */
    public TestHistory node(RevisionNode node) {
        return with(new Declared(node, "does " + node.id(), Optional.empty(), Optional.empty(), op -> {}, op -> {}));
    }

    private TestHistory with(Declared revision) {
        TestHistory more = new TestHistory();
        more.revisions.putAll(revisions);
        more.revisions.put(revision.node().id(), revision);
        return more;
    }

    /** The same history with a revision marked irreversible. */
    public TestHistory irreversible(String id, String why) {
        Declared was = revisions.get(id);
        return with(new Declared(was.node(), was.message(), was.checksum(), Optional.of(why), was.up(), was.down()));
    }

    /** The same history with the checksum of a revision's source. */
    public TestHistory written(String id, String checksum) {
        Declared was = revisions.get(id);
        return with(new Declared(
                was.node(), was.message(), Optional.of(checksum), was.irreversible(), was.up(), was.down()));
    }

    public IndexedHistory indexed() {
        Map<RevisionEntry, Migration> migrations = new LinkedHashMap<>();
        revisions.forEach((id, revision) -> migrations.put(
                new RevisionEntry(
                        revision.node(),
                        "",
                        revision.message(),
                        "app.R" + id,
                        Optional.empty(),
                        revision.checksum(),
                        revision.irreversible()),
                new Recorded(revision)));
        return HistoryOf.migrations(migrations);
    }

    private record Recorded(Declared revision) implements Migration {
        @Override
        public void upgrade(Operations op) {
            revision.up().accept(op);
        }

        @Override
        public void downgrade(Operations op) {
            revision.down().accept(op);
        }
    }
}
