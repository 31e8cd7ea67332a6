package dev.migrate.execute;

import static java.util.Objects.requireNonNull;

import dev.migrate.graph.AppliedRevisions;
import dev.migrate.graph.RevisionExpression;
import dev.migrate.graph.RevisionGraph;
import dev.migrate.graph.RevisionNode;
import dev.migrate.graph.RevisionRange;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The revisions of one history with what people read about them. It answers what {@code history}, {@code heads},
 * {@code show} and {@code current} ask; wherever the revisions come from, an index or parsed sources.
 */
public final class Revisions {

    private final RevisionGraph graph;
    private final Map<String, RevisionInfo> infos = new HashMap<>();
    private final Map<String, SortedSet<String>> dependents = new HashMap<>();

    private Revisions(RevisionGraph graph, Collection<RevisionInfo> infos) {
        this.graph = requireNonNull(graph, "graph");
        infos.forEach(info -> this.infos.put(info.node().id(), info));
        for (RevisionNode node : graph.revisions()) {
            for (String needed : node.dependsOn()) {
                dependents
                        .computeIfAbsent(graph.labelOwner(needed).orElse(needed), id -> new TreeSet<>())
                        .add(node.id());
            }
        }
    }

    /**
     * Builds the graph of some revisions.
     *
     * @param infos all revisions of the history, in any order
     * @return the revisions
     * @throws dev.migrate.problem.MigrateException with everything that is wrong with the graph
     */
    public static Revisions of(Collection<RevisionInfo> infos) {
        return of(RevisionGraph.of(infos.stream().map(RevisionInfo::node).toList()), infos);
    }

    /**
     * Puts texts to a graph.
     *
     * @param graph the history
     * @param infos one for each revision of the graph
     * @return the revisions
     */
    public static Revisions of(RevisionGraph graph, Collection<RevisionInfo> infos) {
        return new Revisions(graph, infos);
    }

    /**
     * The history.
     *
     * @return the graph behind these revisions
     */
    public RevisionGraph graph() {
        return graph;
    }

    /**
     * The revisions of a range.
     *
     * @param range the range; {@link RevisionRange#ALL} for the whole history
     * @param rows the rows of the version table, for {@code current} in the range and for the mark; empty when no
     *     database was asked
     * @return the revisions, newest first
     */
    public HistoryResult history(RevisionRange range, Collection<String> rows) {
        return new HistoryResult(details(counted(range, rows).in(graph, rows), rows));
    }

    /** A range counts steps from a name at its end only; elsewhere a name with steps stands for a revision. */
    private RevisionRange counted(RevisionRange range, Collection<String> rows) {
        RevisionExpression start = range.start();
        if (start.steps().isEmpty() || start.symbol().isEmpty()) {
            return range;
        }
        String id = start.anywhereIn(graph, rows).get(0);
        return new RevisionRange(range.text(), RevisionExpression.parse(id), range.end());
    }

    /**
     * The heads.
     *
     * @return the revisions that nothing follows
     */
    public HeadsResult heads() {
        return new HeadsResult(details(graph.heads(), List.of()));
    }

    /**
     * The heads of which nothing else depends: the rows of a database that has everything.
     *
     * @return the revisions that nothing follows and nothing depends on
     */
    public HeadsResult effectiveHeads() {
        return new HeadsResult(details(graph.effectiveHeads(), List.of()));
    }

    /**
     * The branch points.
     *
     * @return the revisions that two or more follow, newest first, and what follows them
     */
    public BranchesResult branches() {
        List<String> points = new ArrayList<>(graph.branchPoints());
        Collections.reverse(points);
        Map<String, RevisionDetail> details = new HashMap<>();
        List<String> shown = points.stream()
                .flatMap(point -> Stream.concat(Stream.of(point), graph.successors(point).stream()))
                .distinct()
                .toList();
        details(shown, List.of()).forEach(detail -> details.put(detail.id(), detail));
        return new BranchesResult(points.stream()
                .map(point -> requireNonNull(details.get(point), point))
                .map(point -> new BranchesResult.BranchPoint(
                        point,
                        point.next().stream()
                                .map(child -> requireNonNull(details.get(child), child))
                                .toList()))
                .toList());
    }

    /**
     * Looks up revisions.
     *
     * @param expression what names them
     * @param rows the rows of the version table, for {@code current} and for the mark; empty when no database was asked
     * @return the revisions; empty for {@code base}
     */
    public ShowResult show(RevisionExpression expression, Collection<String> rows) {
        return show(List.of(expression), rows);
    }

    /**
     * Looks up revisions by several names.
     *
     * @param expressions what names them
     * @param rows the rows of the version table, for {@code current} and for the mark; empty when no database was asked
     * @return the revisions, each once, in the order of their names
     */
    public ShowResult show(List<RevisionExpression> expressions, Collection<String> rows) {
        List<String> ids = expressions.stream()
                .flatMap(expression -> expression.anywhereIn(graph, rows).stream())
                .distinct()
                .toList();
        return new ShowResult(details(ids, rows));
    }

    /**
     * Where a database stands.
     *
     * @param database the database, and the rows of its version table
     * @return its rows and the tips that they imply
     * @throws dev.migrate.problem.MigrateException {@code unknown-revision}, when a row is not in the history
     */
    public CurrentResult current(DatabaseRows database) {
        AppliedRevisions applied = AppliedRevisions.of(graph, database.rows());
        return new CurrentResult(
                database.database(), database.mark(), details(applied.tips(), database.rows()), applied.atHeads());
    }

    /** What people read about a revision of the graph. */
    RevisionInfo info(String id) {
        return requireNonNull(infos.get(id), id);
    }

    private List<RevisionDetail> details(List<String> ids, Collection<String> rows) {
        Map<String, Set<String>> labels = graph.inheritedLabels();
        AppliedRevisions database = AppliedRevisions.of(graph, rows);
        Set<String> current = new HashSet<>(database.tips());
        Set<String> applied = new HashSet<>(database.all());
        List<RevisionDetail> details = new ArrayList<>();
        for (String id : ids) {
            details.add(new RevisionDetail(
                    info(id),
                    List.copyOf(labels.getOrDefault(id, Set.of())),
                    graph.successors(id).stream().sorted().toList(),
                    List.copyOf(dependents.getOrDefault(id, new TreeSet<>())),
                    current.contains(id),
                    applied.contains(id)));
        }
        return details;
    }
}
