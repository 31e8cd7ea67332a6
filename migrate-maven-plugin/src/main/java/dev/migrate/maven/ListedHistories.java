package dev.migrate.maven;

import dev.migrate.execute.RevisionDetail;
import dev.migrate.execute.RevisionInfo;
import dev.migrate.execute.Revisions;
import dev.migrate.graph.RevisionNode;
import dev.migrate.maven.source.SourceHistory;
import dev.migrate.maven.source.SourceRevision;
import dev.migrate.problem.MigrateException;
import dev.migrate.problem.Problem;
import dev.migrate.problem.ProblemCode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * The histories of a module as they can be listed, by name.
 *
 * @param histories at least one
 */
record ListedHistories(List<Listed> histories) {

    /** What a name fails with in a history that does not know it, while another may. */
    private static final Set<ProblemCode> NOT_KNOWN_HERE =
            Set.of(ProblemCode.UNKNOWN_REVISION, ProblemCode.UNKNOWN_BRANCH);

    /**
     * One history.
     *
     * @param name its name; empty for the unnamed one
     * @param sources what was read
     * @param revisions the same, for lists
     */
    record Listed(String name, SourceHistory sources, Revisions revisions) {

        /** Whether a source declares the revision; others only stand for what is somewhere else. */
        boolean declares(RevisionDetail revision) {
            return sources.revision(revision.id()).isPresent();
        }
    }

    ListedHistories {
        histories = List.copyOf(histories);
    }

    /**
     * The histories that parsed sources hold.
     *
     * @param history what was read
     * @param shown how a file is named
     * @throws MigrateException {@code no-migrations}, when there are none, and whatever is wrong with a graph
     */
    static ListedHistories of(SourceHistory history, Function<Path, String> shown) {
        if (history.revisions().isEmpty() && history.unreadable().isEmpty()) {
            throw new MigrateException(Problem.of(ProblemCode.NO_MIGRATIONS, "the sources hold no @Revision")
                    .next("begin with: mvn migrate:init, then mvn migrate:revision -Dmessage=\"…\""));
        }
        List<Listed> histories = history.revisions().stream()
                .map(SourceRevision::history)
                .distinct()
                .sorted()
                .map(name -> listed(name, history.named(name), shown))
                .toList();
        return new ListedHistories(histories.isEmpty() ? List.of(listed("", history, shown)) : histories);
    }

    private static Listed listed(String name, SourceHistory history, Function<Path, String> shown) {
        List<RevisionInfo> infos = new ArrayList<>();
        for (SourceRevision revision : history.revisions()) {
            infos.add(new RevisionInfo(
                    name,
                    revision.node(),
                    revision.message(),
                    revision.className(),
                    shown.apply(revision.file()) + ":" + revision.line()));
        }
        if (history.unreadable().isEmpty()) {
            infos.addAll(standIns(name, history.included(), "(in an included history)"));
        } else { // a list with a gap is better than none
            infos.addAll(standIns(name, history.missing(), "(could not be read)"));
        }
        return new Listed(name, history, Revisions.of(infos));
    }

    private static List<RevisionInfo> standIns(String name, List<RevisionNode> nodes, String why) {
        return nodes.stream()
                .map(node -> new RevisionInfo(name, node, why, "", "?"))
                .toList();
    }

    /** What each history answers, one after the other. */
    <T> List<T> each(Function<Listed, List<T>> question) {
        return histories.stream()
                .flatMap(history -> question.apply(history).stream())
                .toList();
    }

    /**
     * What those histories answer that know the names in a question.
     *
     * @throws MigrateException when none of them does
     */
    <T> List<T> knowing(Function<Listed, List<T>> question) {
        List<T> answers = new ArrayList<>();
        List<MigrateException> failures = new ArrayList<>();
        for (Listed history : histories) {
            try {
                answers.addAll(question.apply(history));
            } catch (MigrateException e) {
                if (!NOT_KNOWN_HERE.contains(e.problem().code())) {
                    throw e;
                }
                failures.add(e);
            }
        }
        if (failures.size() == histories.size()) {
            throw failures.get(0);
        }
        return answers;
    }
}
