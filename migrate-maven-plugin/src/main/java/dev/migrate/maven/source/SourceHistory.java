package dev.migrate.maven.source;

import dev.migrate.graph.RevisionExpression;
import dev.migrate.graph.RevisionGraph;
import dev.migrate.graph.RevisionNode;
import dev.migrate.problem.Problem;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * The revisions of a module as its sources declare them, whether or not they compile.
 *
 * @param revisions in the order of their files
 * @param declared the histories that packages declare, in the order of their files
 * @param unreadable annotations that only the compiler could evaluate, and files of which nothing could be made
 * @param warnings what was read all the same, although it is not sound
 */
public record SourceHistory(
        List<SourceRevision> revisions, List<NamedHistory> declared, List<Problem> unreadable, List<String> warnings) {

    public SourceHistory {
        revisions = List.copyOf(revisions);
        declared = List.copyOf(declared);
        unreadable = List.copyOf(unreadable);
        warnings = List.copyOf(warnings);
    }

    /**
     * The revisions without their sources.
     *
     * @return in the order of their files
     */
    public List<RevisionNode> nodes() {
        return revisions.stream().map(SourceRevision::node).toList();
    }

    /**
     * The graph of the revisions and of those that are {@link #included()}.
     *
     * @return the graph
     * @throws dev.migrate.problem.MigrateException with everything that is wrong with it
     */
    public RevisionGraph graph() {
        List<RevisionNode> nodes = new ArrayList<>(nodes());
        nodes.addAll(included());
        return RevisionGraph.of(nodes);
    }

    /**
     * The revisions that nothing follows. What only stands for a revision of an included history is none: there may be
     * any above it.
     *
     * @return their ids, in the order of the graph
     */
    public List<String> heads() {
        return graph().heads().stream().filter(id -> revision(id).isPresent()).toList();
    }

    /**
     * What a name stands for, in whatever form.
     *
     * @param name the name
     * @return complete ids
     * @throws dev.migrate.problem.MigrateException when it names nothing, or cannot be told apart
     */
    public List<String> ids(String name) {
        if (includesOthers() && (name.equals("heads") || name.equals("head"))) {
            List<String> heads = heads();
            if (name.equals("heads") || heads.size() == 1) {
                return heads;
            }
        }
        return RevisionExpression.parse(name).anywhereIn(graph(), List.of());
    }

    /**
     * The revision with an id.
     *
     * @param id a complete id
     * @return the first one that declares it
     */
    public Optional<SourceRevision> revision(String id) {
        return revisions.stream().filter(revision -> revision.id().equals(id)).findFirst();
    }

    /**
     * The histories there are.
     *
     * @return the names of those that have revisions or are declared, sorted; the unnamed one is empty
     */
    public SortedSet<String> names() {
        SortedSet<String> names = new TreeSet<>();
        revisions.forEach(revision -> names.add(revision.history()));
        declared.forEach(history -> names.add(history.name()));
        return names;
    }

    /**
     * One of the histories. What could not be read may belong to any.
     *
     * @param name the history's name
     * @return its revisions
     */
    public SourceHistory named(String name) {
        return new SourceHistory(
                revisions.stream()
                        .filter(revision -> revision.history().equals(name))
                        .toList(),
                declared.stream().filter(history -> history.name().equals(name)).toList(),
                unreadable,
                warnings);
    }

    /**
     * Fewer revisions.
     *
     * @param packages says of a package whether to keep what is in it
     * @return the rest
     */
    public SourceHistory in(Predicate<String> packages) {
        return new SourceHistory(
                revisions.stream()
                        .filter(revision -> packages.test(revision.packageName()))
                        .toList(),
                declared,
                unreadable,
                warnings);
    }

    /**
     * The name of the history that a package belongs to.
     *
     * @param packageName the package
     * @return the name; empty for the unnamed one
     */
    public String historyOf(String packageName) {
        return NamedHistory.of(packageName, declared).map(NamedHistory::name).orElse("");
    }

    /**
     * Stand-ins for what revisions follow or need although no source declares it: where the history includes those of
     * other modules, it is declared there.
     *
     * @return revisions that follow nothing; none where the history includes no other
     */
    public List<RevisionNode> included() {
        return includesOthers() ? missing() : List.of();
    }

    /**
     * Whether histories of other modules join in, whose revisions no source of this module shows.
     *
     * @return true where a declaration says so
     */
    public boolean includesOthers() {
        return declared.stream().anyMatch(NamedHistory::includesOthers);
    }

    /**
     * What revisions follow or need although no source declares it.
     *
     * @return stand-ins that follow nothing, in the order in which they are named
     */
    public List<RevisionNode> missing() {
        Set<String> missing = new LinkedHashSet<>();
        Set<String> known = new LinkedHashSet<>();
        for (RevisionNode node : nodes()) {
            missing.addAll(node.downRevisions());
            missing.addAll(node.dependsOn());
            known.add(node.id());
            known.addAll(node.branchLabels());
        }
        missing.removeAll(known);
        return missing.stream()
                .map(id -> new RevisionNode(id, List.of(), List.of(), List.of()))
                .toList();
    }
}
