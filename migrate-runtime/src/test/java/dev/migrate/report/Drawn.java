package dev.migrate.report;

import dev.migrate.execute.HistoryResult;
import dev.migrate.execute.RevisionInfo;
import dev.migrate.execute.Revisions;
import dev.migrate.graph.RevisionNode;
import dev.migrate.graph.RevisionRange;
import java.util.List;
import java.util.stream.Stream;

/** Histories to draw and to print. */
final class Drawn {

    /** A branch point, a merge, a label, a dependency; the database stands at b2. */
    static HistoryResult history() {
        return Revisions.of(List.of(
                        revision("", "a1", List.of(), List.of(), List.of(), "users"),
                        revision("", "b2", List.of("a1"), List.of(), List.of(), "avatar\n\nof every user"),
                        revision("", "c3", List.of("a1"), List.of(), List.of("orders"), ""),
                        revision("", "m4", List.of("b2", "c3"), List.of(), List.of(), "merge avatar and orders"),
                        revision("", "y1", List.of(), List.of("orders"), List.of("reports"), "reports")))
                .history(RevisionRange.ALL, List.of("b2"));
    }

    /** Texts that end quotes, begin comments, or are words of a language. */
    static HistoryResult hostile() {
        return Revisions.of(List.of(
                        revision("", "end", List.of(), List.of(), List.of(), "\"quoted\" \\ and [bracketed] {}"),
                        revision(
                                "",
                                "graph",
                                List.of("end"),
                                List.of(),
                                List.of(),
                                "1. <b>x</b> %%{init: 1}%% `a` #quot;"),
                        revision(
                                "",
                                "a\"b\\",
                                List.of("graph"),
                                List.of(),
                                List.of(),
                                "*a* _b_ style:x; größer 漢字\u0007"),
                        revision("", "v1.0", List.of("a\"b\\"), List.of(), List.of(), "w".repeat(50) + "\nsecond")))
                .history(RevisionRange.ALL, List.of());
    }

    /** The same id in two histories. */
    static HistoryResult two() {
        return new HistoryResult(Stream.of("", "billing")
                .flatMap(name -> Revisions.of(List.of(
                                revision(name, "a1", List.of(), List.of(), List.of(), "first"),
                                revision(name, "b2", List.of("a1"), List.of(), List.of(), "second")))
                        .history(RevisionRange.ALL, List.of())
                        .revisions()
                        .stream())
                .toList());
    }

    private Drawn() {}

    static RevisionInfo revision(
            String history, String id, List<String> down, List<String> needs, List<String> labels, String message) {
        return new RevisionInfo(history, new RevisionNode(id, down, needs, labels), message, "app.R" + id, "R" + id);
    }
}
