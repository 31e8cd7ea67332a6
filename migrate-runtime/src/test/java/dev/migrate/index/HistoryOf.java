package dev.migrate.index;

import dev.migrate.Migration;
import java.util.List;
import java.util.Map;

/** A history for tests, made of instances instead of an index. */
public final class HistoryOf {

    private HistoryOf() {}

    /** The unnamed history of some migrations. */
    public static IndexedHistory migrations(Map<RevisionEntry, Migration> migrations) {
        return new IndexedHistory(
                "",
                migrations.entrySet().stream()
                        .map(each -> new IndexedHistory.Indexed(each.getKey(), part(each.getKey(), each.getValue())))
                        .toList(),
                List.of());
    }

    private static RevisionIndex.Part part(RevisionEntry entry, Migration migration) {
        return new RevisionIndex.Part() {
            @Override
            public List<String> text() {
                return List.of(entry.text());
            }

            @Override
            public Migration create(String id) {
                return migration;
            }
        };
    }
}
