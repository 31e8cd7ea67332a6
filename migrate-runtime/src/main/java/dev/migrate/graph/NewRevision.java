package dev.migrate.graph;

import dev.migrate.problem.MigrateException;
import dev.migrate.problem.Problem;
import dev.migrate.problem.ProblemCode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * A revision that is about to be written. Everything is checked before there is a file: names, parents, dependencies,
 * and the graph with the new revision in it.
 *
 * @param id the id it will have
 * @param heads identifiers of what it follows; several make a merge, {@code base} a new base
 * @param splice whether it may follow revisions that are not heads
 * @param branchLabels the labels it declares
 * @param dependsOn identifiers of what it depends on
 */
public record NewRevision(
        String id, List<String> heads, boolean splice, List<String> branchLabels, List<String> dependsOn) {

    public NewRevision {
        heads = List.copyOf(heads);
        branchLabels = List.copyOf(branchLabels);
        dependsOn = List.copyOf(dependsOn);
    }

    /**
     * A plain revision on top of the only head.
     *
     * @param id the id it will have
     * @return the revision; the {@code with…} methods say more
     */
    public static NewRevision onHead(String id) {
        return new NewRevision(id, List.of(RevisionExpression.HEAD), false, List.of(), List.of());
    }

    /**
     * The same on top of others.
     *
     * @param identifiers what it follows
     * @return a copy
     */
    public NewRevision withHeads(List<String> identifiers) {
        return new NewRevision(id, identifiers, splice, branchLabels, dependsOn);
    }

    /**
     * The same, allowed to follow revisions that are not heads.
     *
     * @param allowed whether it is
     * @return a copy
     */
    public NewRevision withSplice(boolean allowed) {
        return new NewRevision(id, heads, allowed, branchLabels, dependsOn);
    }

    /**
     * The same with branch labels.
     *
     * @param labels the labels it declares
     * @return a copy
     */
    public NewRevision withBranchLabels(List<String> labels) {
        return new NewRevision(id, heads, splice, labels, dependsOn);
    }

    /**
     * The same with dependencies.
     *
     * @param identifiers what it depends on; a branch label is written as the label, all else as a complete id
     * @return a copy
     */
    public NewRevision withDependsOn(List<String> identifiers) {
        return new NewRevision(id, heads, splice, branchLabels, identifiers);
    }

    /**
     * The declaration to write.
     *
     * @param graph the history without it
     * @return complete ids and labels; {@code graph.with(…)} accepts it
     * @throws MigrateException when it would not make a sound history, or names nothing or too much
     */
    public RevisionNode in(RevisionGraph graph) {
        throwIfAny(GraphChecker.checkNames(new RevisionNode(id, List.of(), List.of(), branchLabels)));
        RevisionLookup lookup = new RevisionLookup(graph);
        List<String> parents = parents(graph, lookup);
        List<String> needed = new ArrayList<>();
        dependsOn.forEach(name -> needed.add(dependency(graph, lookup, name)));
        RevisionNode node = new RevisionNode(id, parents, needed, branchLabels);
        graph.with(node);
        return node;
    }

    private List<String> parents(RevisionGraph graph, RevisionLookup lookup) {
        List<String> parents = heads.stream()
                .flatMap(head -> lookup.revisions(RevisionExpression.parse(head)).stream())
                .map(graph.topology()::id)
                .toList();
        Set<String> once = new LinkedHashSet<>();
        for (String parent : parents) {
            if (!once.add(parent)) {
                throw new MigrateException(Problem.of(
                                ProblemCode.DUPLICATE_HEADS,
                                "Revision " + Words.quoted(parent) + " is named more than once by " + Words.list(heads)
                                        + ".")
                        .next("name each revision to follow once"));
            }
        }
        if (!splice) {
            parents.forEach(parent -> requireHead(graph, parent));
        }
        return parents;
    }

    private static void requireHead(RevisionGraph graph, String parent) {
        List<String> successors = graph.successors(parent);
        if (!successors.isEmpty()) {
            throw new MigrateException(Problem.of(
                            ProblemCode.NOT_A_HEAD,
                            "Revision " + Words.quoted(parent) + " is not a head: it is followed by "
                                    + Words.list(successors) + ".")
                    .next("follow a head, or start a new branch here with -Dmigrate.splice=true"));
        }
    }

    private static String dependency(RevisionGraph graph, RevisionLookup lookup, String name) {
        if (graph.labelOwner(name).isPresent()) {
            return name;
        }
        int number = lookup.revision(RevisionExpression.parse(name))
                .orElseThrow(() -> new MigrateException(Problem.of(
                                ProblemCode.UNKNOWN_DEPENDENCY,
                                Words.quoted(name) + " is not a revision: nothing can depend on it.")
                        .next("leave it out of dependsOn")));
        return graph.topology().id(number);
    }

    private static void throwIfAny(List<GraphProblem> problems) {
        if (!problems.isEmpty()) {
            throw new MigrateException(
                    problems.stream().map(GraphProblem::problem).toList());
        }
    }
}
