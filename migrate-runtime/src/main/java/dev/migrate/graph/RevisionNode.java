package dev.migrate.graph;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * One revision as it was declared: no class, no connection, nothing resolved or checked.
 *
 * @param id the revision's id
 * @param downRevisions the ids it follows: none for a base, several for a merge, in declared order
 * @param dependsOn ids or branch labels that must be applied before it, in declared order
 * @param branchLabels the labels it declares, in declared order
 */
public record RevisionNode(String id, List<String> downRevisions, List<String> dependsOn, List<String> branchLabels) {

    public RevisionNode {
        requireNonNull(id, "id");
        downRevisions = List.copyOf(downRevisions);
        dependsOn = List.copyOf(dependsOn);
        branchLabels = List.copyOf(branchLabels);
    }
}
