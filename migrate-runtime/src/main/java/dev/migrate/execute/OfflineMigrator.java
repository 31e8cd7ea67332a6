package dev.migrate.execute;

import static java.util.Objects.requireNonNull;

import dev.migrate.dialect.Dialect;
import dev.migrate.diff.DiffPolicy;
import dev.migrate.graph.Direction;
import dev.migrate.graph.RevisionExpression;
import dev.migrate.graph.RevisionGraph;
import dev.migrate.graph.RevisionPath;
import dev.migrate.graph.Stamp;
import dev.migrate.index.IndexedHistory;
import dev.migrate.index.RevisionIndexes;
import dev.migrate.problem.MigrateException;
import dev.migrate.problem.Problem;
import dev.migrate.problem.ProblemCode;
import dev.migrate.simulate.Simulated;
import dev.migrate.simulate.Simulation;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Supplier;

/**
 * Writes scripts that do in a database what a {@link Migrator} would do, for somebody who may and migrate may not. Asks no
 * database: where one stands is said, and what its tables are like follows from the history. Immutable.
 */
public final class OfflineMigrator {

    private static final String TO = "migrate.to";

    private final Dialect dialect;
    private final MigratorConfig config;
    private final GapPolicy gaps;
    private final Supplier<IndexedHistory> index;

    OfflineMigrator(Dialect dialect, MigratorConfig config, GapPolicy gaps, Supplier<IndexedHistory> index) {
        this.dialect = requireNonNull(dialect, "dialect");
        this.config = requireNonNull(config, "config");
        this.gaps = requireNonNull(gaps, "gaps");
        this.index = requireNonNull(index, "index");
    }

    /**
     * The same, with another answer to steps that cannot be written down.
     *
     * @param policy what to do about them; to refuse them when not said
     * @return a migrator
     */
    public OfflineMigrator gaps(GapPolicy policy) {
        return new OfflineMigrator(dialect, config, policy, index);
    }

    /**
     * A script that applies revisions.
     *
     * @param range the revision to reach, where the database stands at base; else {@code from:to}
     * @return the script
     * @throws MigrateException when there is nothing to apply, or it cannot be written down
     */
    public SqlScript upgrade(String range) {
        return upgrade(OfflineRange.upgrade(range));
    }

    /**
     * A script that applies all there is to an empty database.
     *
     * @return the script
     * @throws MigrateException as {@link #upgrade(String)} does
     */
    public SqlScript upgrade() {
        return upgrade(OfflineRange.upgrade(index.get().includesOthers() ? "heads" : "head"));
    }

    private SqlScript upgrade(OfflineRange range) {
        IndexedHistory history = index.get();
        RevisionGraph graph = RevisionGraph.of(history.nodes());
        return run(
                history,
                graph,
                Direction.UP,
                RevisionPath.upgrade(graph, rows(graph, range.from()), range.to()),
                range);
    }

    /**
     * A script that undoes revisions.
     *
     * @param range {@code from:to}; {@code to} stays applied
     * @return the script
     * @throws MigrateException when there is nothing to undo, or it cannot be written down
     */
    public SqlScript downgrade(String range) {
        OfflineRange wanted = OfflineRange.downgrade(range);
        IndexedHistory history = index.get();
        RevisionGraph graph = RevisionGraph.of(history.nodes());
        SortedSet<String> rows = rows(graph, wanted.from());
        return run(history, graph, Direction.DOWN, RevisionPath.downgrade(graph, rows, wanted.to()), wanted);
    }

    private SqlScript run(
            IndexedHistory history, RevisionGraph graph, Direction direction, RevisionPath path, OfflineRange range) {
        if (path.steps().isEmpty()) {
            throw new MigrateException(Problem.of(
                            ProblemCode.BAD_PARAMETER,
                            "from " + range.from() + " to " + range.to() + " there is nothing to "
                                    + (direction == Direction.UP ? "apply" : "undo"))
                    .at(TO)
                    .next("name where the database stands, and what to reach: -Dto=<from>:<to>"));
        }
        return new ScriptComposer(dialect, config, gaps, history, graph).run(direction, path, range.to());
    }

    /**
     * A script that writes where a database stands, and runs nothing. Steps that were left half done are closed.
     *
     * @param to the revisions, as for {@link Migrator#stamp}; one may be {@code from:to}, where the database does not stand
     *     at base
     * @param purge whether to delete every row first, whatever it is
     * @return the script
     */
    public SqlScript stamp(List<String> to, boolean purge) {
        if (to.isEmpty()) {
            throw OfflineRange.nothingNamed();
        }
        RevisionGraph graph = RevisionGraph.of(index.get().nodes());
        Optional<OfflineRange> range =
                to.stream().filter(target -> target.contains(":")).findFirst().map(OfflineRange::upgrade);
        List<String> targets = to.stream()
                .map(target ->
                        target.contains(":") ? OfflineRange.upgrade(target).to() : target)
                .toList();
        SortedSet<String> before = range.map(from -> rows(graph, from.from())).orElseGet(TreeSet::new);
        return new ScriptComposer(dialect, config, gaps, index.get(), graph)
                .stamp(purge ? Optional.empty() : Optional.of(before), Stamp.stamp(graph, before, targets, purge));
    }

    /**
     * Records every migration of the history and applies it to the schema that its ancestors make, up and down again.
     *
     * @return what was found; it has no problems when the history is sound
     */
    public ValidateResult validate() {
        return validated(simulated());
    }

    /**
     * The same, with every migration recorded once more in a second JVM and compared.
     *
     * @param second the second JVM
     * @return what was found
     * @throws MigrateException {@code second-jvm}, when that JVM does not start or answer
     */
    public ValidateResult validate(SecondJvm second) {
        try (SecondJvm.Recording recording = second.start(config)) {
            Simulated found = simulated();
            return validated(found.and(recording.differences(found.recorded())));
        }
    }

    /**
     * Holds what the migrations make against what they should.
     *
     * @param desired what they should make
     * @param policy what is compared, and what may be done about it
     * @return what is different, and what mends it; tables of which raw SQL or code hides what becomes of them are left out
     */
    public CompareResult compare(DesiredState desired, DiffPolicy policy) {
        IndexedHistory history = index.get();
        FoldedComparison folded = FoldedComparison.of(history, RevisionGraph.of(history.nodes()), dialect, config);
        return folded.compare(desired.offline(dialect, folded.home()), policy);
    }

    private Simulated simulated() {
        IndexedHistory history = index.get();
        return Simulation.of(
                history,
                RevisionGraph.of(history.nodes()),
                Reached.recordingContext(dialect, config),
                new DialectServer(dialect),
                RevisionIndexes.beside(config.classLoader(), config.scope(), history));
    }

    private ValidateResult validated(Simulated found) {
        return new ValidateResult(
                dialect.describe(), found.revisions(), found.operations(), found.problems(), found.unseen());
    }

    /**
     * A script that creates migrate's own tables where they are not there, and marks the database as what the settings
     * name. It stops where a mark would be lost by that.
     *
     * @return the script
     * @throws MigrateException {@code bad-parameter}, when the settings have a production mark without an environment
     */
    public SqlScript ensureVersion() {
        return ScriptComposer.ensureVersion(dialect, config);
    }

    /** The rows of a database that stands at a revision. */
    private static SortedSet<String> rows(RevisionGraph graph, String at) {
        if (RevisionExpression.parse(at).namesCurrent()) {
            throw new MigrateException(
                    Problem.of(ProblemCode.BAD_PARAMETER, "no database is asked, so that nobody knows what is current")
                            .at(TO)
                            .next("name where the database stands: -Dto=<from>:<to>"));
        }
        return Stamp.stamp(graph, List.of(), List.of(at), true);
    }
}
