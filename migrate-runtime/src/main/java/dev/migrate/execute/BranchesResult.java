package dev.migrate.execute;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * Where a history forks, newest first.
 *
 * @param branchPoints the revisions that two or more follow
 */
public record BranchesResult(List<BranchPoint> branchPoints) {

    public BranchesResult {
        branchPoints = List.copyOf(branchPoints);
    }

    /**
     * One fork.
     *
     * @param revision the revision that several follow
     * @param children those that follow it, sorted
     */
    public record BranchPoint(RevisionDetail revision, List<RevisionDetail> children) {
        public BranchPoint {
            requireNonNull(revision, "revision");
            children = List.copyOf(children);
        }
    }
}
