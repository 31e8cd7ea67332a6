package dev.migrate.execute;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * A revision and where it stands in its history.
 *
 * @param info the revision
 * @param labels the branch labels it carries, inherited ones included, sorted
 * @param next the revisions that follow it, sorted
 * @param dependents the revisions that depend on it without following it, sorted
 * @param current whether the version table names it, or would if no other row implied it
 * @param applied whether it is applied: always false where no database was asked
 */
public record RevisionDetail(
        RevisionInfo info,
        List<String> labels,
        List<String> next,
        List<String> dependents,
        boolean current,
        boolean applied) {

    public RevisionDetail {
        requireNonNull(info, "info");
        labels = List.copyOf(labels);
        next = List.copyOf(next);
        dependents = List.copyOf(dependents);
    }

    /**
     * The revision's id.
     *
     * @return the id
     */
    public String id() {
        return info.node().id();
    }

    /**
     * Whether nothing follows it.
     *
     * @return true for a head
     */
    public boolean head() {
        return next.isEmpty();
    }

    /**
     * Whether nothing follows it and nothing depends on it.
     *
     * @return true for a head that no other branch needs
     */
    public boolean unneededHead() {
        return head() && dependents.isEmpty();
    }

    /**
     * The history that the revision belongs to.
     *
     * @return its name; empty for the unnamed one
     */
    public String history() {
        return info.history();
    }

    /**
     * Whether several revisions follow it.
     *
     * @return true for a branch point
     */
    public boolean branchPoint() {
        return next.size() > 1;
    }

    /**
     * Whether it follows several revisions.
     *
     * @return true for a merge
     */
    public boolean mergePoint() {
        return info.node().downRevisions().size() > 1;
    }
}
