package dev.migrate.execute;

import static java.util.Objects.requireNonNull;

import dev.migrate.HistoryAnchor;
import dev.migrate.dialect.Dialect;
import dev.migrate.dialect.Dialects;
import dev.migrate.diff.DiffPolicy;
import dev.migrate.graph.Direction;
import dev.migrate.graph.RevisionExpression;
import dev.migrate.graph.RevisionGraph;
import dev.migrate.graph.RevisionNode;
import dev.migrate.graph.RevisionRange;
import dev.migrate.index.IndexedHistory;
import dev.migrate.index.RevisionEntry;
import dev.migrate.index.RevisionIndexes;
import dev.migrate.problem.MigrateException;
import dev.migrate.problem.Problem;
import dev.migrate.problem.ProblemCode;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Supplier;
import javax.sql.DataSource;

/**
 * Brings a database to a point of its history. Immutable; each call opens its own connections, at most two at a time, and
 * closes them. Every failure that a person can mend is a {@code MigrateException} whose problem says what to do.
 */
public final class Migrator {

    /** What asks the database. */
    @FunctionalInterface
    interface Question<T> {
        T ask() throws SQLException;
    }

    private final Target target;
    private final Supplier<IndexedHistory> index;

    private Migrator(Target target, Supplier<IndexedHistory> index) {
        this.target = requireNonNull(target, "target");
        this.index = requireNonNull(index, "index");
    }

    /**
     * A migrator of the unnamed history: of the migrations that were compiled together with the class that calls this,
     * and if there are none beside it, of those that the thread's class loader sees in exactly one other place. A library
     * with migrations of its own changes nothing for an application that has migrations too.
     *
     * @param dataSource gives connections to the database; two at a time
     * @return the migrator
     */
    public static Migrator on(DataSource dataSource) {
        return on(dataSource, MigratorConfig.defaults(), caller());
    }

    /**
     * A migrator of a named history.
     *
     * @param dataSource gives connections to the database; two at a time
     * @param history the history's anchor, the class {@code <Name>History} beside its {@code package-info}
     * @return the migrator
     */
    public static Migrator on(DataSource dataSource, Class<? extends HistoryAnchor> history) {
        return on(dataSource, MigratorConfig.builder().history(history).build(), Optional.empty());
    }

    /**
     * A migrator with settings. Where they say neither history nor scope, it is that of {@link #on(DataSource)}.
     *
     * @param dataSource gives connections to the database; two at a time
     * @param config how it works
     * @return the migrator
     */
    public static Migrator on(DataSource dataSource, MigratorConfig config) {
        return on(dataSource, config, caller());
    }

    private static Migrator on(DataSource dataSource, MigratorConfig config, Optional<Class<?>> caller) {
        MigratorConfig asked = caller.map(config::askedBy).orElse(config);
        return new Migrator(
                new Target(dataSource, Dialects::of, asked),
                () -> RevisionIndexes.load(asked.classLoader(), asked.scope(), asked.history()));
    }

    /**
     * The class outside of this one that made the call, or handed {@code Migrator::on} to the JDK; none where a thread of
     * native code did.
     */
    private static Optional<Class<?>> caller() {
        return StackWalker.getInstance(StackWalker.Option.RETAIN_CLASS_REFERENCE)
                .walk(frames -> frames.<Class<?>>map(StackWalker.StackFrame::getDeclaringClass)
                        .filter(type -> type != Migrator.class && !isOfTheJdk(type))
                        .findFirst());
    }

    private static boolean isOfTheJdk(Class<?> type) {
        ClassLoader loader = type.getClassLoader();
        return loader == null || loader == ClassLoader.getPlatformClassLoader();
    }

    /**
     * A migrator that asks no database and writes scripts. Where its settings say neither history nor scope, it is that of
     * {@link #on(DataSource)}.
     *
     * @param dialect what the scripts are for, such as {@code mysql:8.4}; without a version the one that {@link dev.migrate.dialect.DialectProvider#offlineNames} names
     * @param config how it works
     * @return the migrator
     * @throws MigrateException {@code unknown-database}, when no dialect has that name
     */
    public static OfflineMigrator offline(String dialect, MigratorConfig config) {
        return offline(Dialects.offline(dialect), config, caller());
    }

    /**
     * The same for the database of a URL, which is not connected to.
     *
     * @param url a JDBC URL; it says nothing of the version, so that the newest is taken that was tested
     * @param config how it works
     * @return the migrator
     * @throws MigrateException {@code unknown-database}, when the URL tells of no dialect
     */
    public static OfflineMigrator offlineFor(String url, MigratorConfig config) {
        return offline(Dialects.offlineFor(url), config, caller());
    }

    private static OfflineMigrator offline(Dialect dialect, MigratorConfig config, Optional<Class<?>> caller) {
        MigratorConfig asked = caller.map(config::askedBy).orElse(config);
        return new OfflineMigrator(
                dialect,
                asked,
                GapPolicy.REFUSE,
                () -> RevisionIndexes.load(asked.classLoader(), asked.scope(), asked.history()));
    }

    /** A migrator of a history that was not looked up. */
    static Migrator on(Target target, IndexedHistory history) {
        return new Migrator(target, () -> history);
    }

    /**
     * Applies what is pending up to a revision.
     *
     * @param to an id, the beginning of one, {@code head}, {@code heads}, {@code +2}, {@code branch@head}
     * @return what was done; no steps when nothing was pending
     */
    public RunResult upgrade(String to) {
        return run(Direction.UP, to);
    }

    /**
     * Applies all that is pending: up to the head; where the history includes others, whose heads stay heads, up to each
     * head.
     *
     * @return what was done; no steps when nothing was pending
     */
    public RunResult upgrade() {
        IndexedHistory history = index.get();
        return run(history, Direction.UP, history.includesOthers() ? "heads" : "head");
    }

    /**
     * Undoes what lies above a revision.
     *
     * @param to an id, the beginning of one, {@code base}, {@code -1}, {@code branch@base}
     * @return what was done; no steps when nothing was above it
     */
    public RunResult downgrade(String to) {
        return run(Direction.DOWN, to);
    }

    private RunResult run(Direction direction, String to) {
        String wanted = given(to, "migrate.to");
        return run(index.get(), direction, wanted);
    }

    private RunResult run(IndexedHistory history, Direction direction, String to) {
        return asking(() -> new MigrationRun(target, history, revisions(history), direction, to).run());
    }

    /**
     * Writes into the version table where the database stands, and runs nothing. Steps that were left half done are
     * closed: somebody has seen to them.
     *
     * @param to the revisions, at least one; {@code head}, {@code base} and ids as for an upgrade
     * @param purge whether to delete every row first, those that this history does not know included
     * @return what was changed
     */
    public StampResult stamp(List<String> to, boolean purge) {
        if (to.isEmpty()) {
            throw missing("migrate.to");
        }
        List<String> targets =
                to.stream().map(revision -> given(revision, "migrate.to")).toList();
        Revisions revisions = revisions(index.get());
        return asking(() -> new StampRun(target, revisions.graph(), targets, purge).run());
    }

    /**
     * Puts the books right, and runs nothing: of rows of the version table that imply each other the newest stay, and
     * migrations that were changed after they were applied count from now on as what was applied. Both are written into
     * the history. What is not wrong stays as it is, so that a second repair does nothing.
     *
     * @return what was done
     * @throws MigrateException {@code half-applied}, when a step has to be finished first; {@code unknown-revision}, when
     *     the version table holds a row that no migration explains: it stays, unless a stamp purges it
     */
    public RepairResult repair() {
        IndexedHistory history = index.get();
        return asking(() -> RepairRun.run(target, history, revisions(history).graph()));
    }

    /**
     * Creates migrate's own tables where they are not there, and has the database remember what it is: the environment and
     * the production mark of the settings, where they name one. From then on every run is held against that; one that names
     * another environment, or none, is refused before it writes anything. A second call changes nothing. Needs no
     * migrations.
     *
     * @return what was done
     * @throws MigrateException {@code environment-mismatch}, when the database says that it is another environment, or in
     *     production and the settings do not: see {@link #ensureVersion(String)}
     */
    public EnsureVersionResult ensureVersion() {
        return asking(() -> EnsureVersionRun.run(target, Optional.empty()));
    }

    /**
     * The same for a database that is something else from now on, such as a copy of production that becomes a test
     * database.
     *
     * @param replaces the environment that the database says it is, so that no other loses its mark by accident
     * @return what was done
     * @throws MigrateException {@code environment-mismatch}, when it says that it is yet another one
     */
    public EnsureVersionResult ensureVersion(String replaces) {
        return asking(() -> EnsureVersionRun.run(target, Optional.of(replaces)));
    }

    /**
     * Tells where the database stands. Writes nothing, creates nothing and takes no lock.
     *
     * @return where it stands
     */
    public CurrentResult current() {
        Revisions revisions = revisions(index.get());
        DatabaseRows rows = DatabaseRows.of(target);
        Rows.damage(revisions.graph(), rows.knownTo(revisions.graph()), rows.database())
                .ifPresent(problem -> target.config().listener().on(new RunEvent.Warning(problem)));
        return revisions.current(rows);
    }

    /**
     * Holds the database against what it should be. Writes nothing that stays, and takes no lock.
     *
     * @param desired what it should be
     * @param policy what is compared, and what may be done about it
     * @return what is different, and what mends it
     * @throws MigrateException {@code not-at-heads} or {@code half-applied}, when the database is not where the history
     *     ends
     */
    public CompareResult compare(DesiredState desired, DiffPolicy policy) {
        SortedSet<String> heads = new TreeSet<>(revisions(index.get()).graph().heads());
        return compare(target, heads, desired, policy);
    }

    /**
     * The same for a history that is known by its sources only.
     *
     * @param dataSource gives a connection
     * @param config names the version table; its index and classes are not looked at
     * @param heads the heads of the history
     * @param desired what the database should be
     * @param policy what is compared, and what may be done about it
     * @return what is different, and what mends it
     * @throws MigrateException as {@link #compare(DesiredState, DiffPolicy)}
     */
    public static CompareResult compare(
            DataSource dataSource,
            MigratorConfig config,
            Collection<String> heads,
            DesiredState desired,
            DiffPolicy policy) {
        return compare(new Target(dataSource, Dialects::of, config), new TreeSet<>(heads), desired, policy);
    }

    private static CompareResult compare(
            Target target, SortedSet<String> heads, DesiredState desired, DiffPolicy policy) {
        return asking(() -> ComparisonRun.live(target, heads, desired, policy));
    }

    /**
     * Holds what the migrations make against what they should, as {@link OfflineMigrator#compare} does. They run nowhere: the
     * database only tells its version, and what it makes of a model.
     *
     * @param desired what they should make; it is found out on the database
     * @param policy what is compared, and what may be done about it
     * @return what is different, and what mends it; tables of which raw SQL or code hides what becomes of them are left out
     */
    public CompareResult compareHistory(DesiredState desired, DiffPolicy policy) {
        IndexedHistory history = index.get();
        RevisionGraph graph = revisions(history).graph();
        return asking(() -> {
            try (Reached database = Reached.connect(target)) {
                Dialect dialect = database.dialect();
                return FoldedComparison.of(history, graph, dialect, target.config())
                        .compare(desired.of(target.dataSource(), dialect, database.looking()), policy);
            }
        });
    }

    /**
     * Writes into the version table of a database that a revision is applied which is known by its sources only, since it was
     * written just now.
     *
     * @param dataSource gives connections to the database; two at a time
     * @param config names the version table; its index and classes are not looked at
     * @param revision the first revision of a history
     * @return what was changed
     */
    public static StampResult stampFirst(DataSource dataSource, MigratorConfig config, RevisionNode revision) {
        Target target = new Target(dataSource, Dialects::of, config);
        RevisionGraph graph = RevisionGraph.of(List.of(revision));
        return asking(() -> new StampRun(target, graph, List.of(revision.id()), false).run());
    }

    /**
     * Finds out what a first migration has to do so that a database of this kind becomes, from an empty schema, what it is
     * or should be. Writes nothing that stays.
     *
     * @param dataSource gives a connection
     * @param config names the version table; its index and classes are not looked at
     * @param desired what should be made; empty for what the database has
     * @param policy which things are looked at
     * @return what makes it
     * @throws MigrateException {@code not-first}, when the database has a history already
     */
    public static BaselineResult baseline(
            DataSource dataSource, MigratorConfig config, Optional<DesiredState> desired, DiffPolicy policy) {
        Target target = new Target(dataSource, Dialects::of, config);
        return asking(() -> BaselineRun.run(target, desired, policy));
    }

    /**
     * Runs the whole history on a scratch database: each revision up, down and up again, the schema compared at each point,
     * with rows in the tables; at the end the schema is held against what it should be. The database of this migrator is
     * only looked at.
     *
     * @param place where the scratch is made; it is gone afterwards
     * @param desired what the history should make; empty where nobody says
     * @param policy what is compared with that, and what the history may make besides
     * @return what was found; it has no findings when all is well
     * @throws MigrateException {@code in-production}, when the settings or the database say that it is; {@code no-scratch},
     *     when none can be made
     */
    public VerifyResult verify(ScratchPlace place, Optional<DesiredState> desired, DiffPolicy policy) {
        IndexedHistory history = index.get();
        return asking(() -> VerifyRun.run(target, history, revisions(history).graph(), place, desired, policy));
    }

    /**
     * Lists revisions, newest first. Asks the database only where {@code indicateCurrent} or the range wants it.
     *
     * @param range {@code from:to}, where either end may be left out; empty for the whole history
     * @param indicateCurrent whether to mark where the database stands
     * @return the revisions, newest first
     */
    public HistoryResult history(Optional<String> range, boolean indicateCurrent) {
        Revisions revisions = revisions(index.get());
        RevisionRange wanted = range.map(RevisionRange::parse).orElse(RevisionRange.ALL);
        return revisions.history(wanted, indicateCurrent || wanted.namesCurrent() ? rows(revisions) : List.of());
    }

    /**
     * Lists the heads. Asks no database.
     *
     * @return the heads
     */
    public HeadsResult heads() {
        return revisions(index.get()).heads();
    }

    /**
     * Looks up revisions. Asks no database, unless {@code current} is looked up.
     *
     * @param revision an id, the beginning of one, {@code heads}, …
     * @return the revisions; empty for {@code base}
     */
    public ShowResult show(String revision) {
        String wanted = given(revision, "migrate.to");
        Revisions revisions = revisions(index.get());
        RevisionExpression expression = RevisionExpression.parse(wanted);
        return revisions.show(expression, expression.namesCurrent() ? rows(revisions) : List.of());
    }

    private Collection<String> rows(Revisions revisions) {
        return DatabaseRows.of(target).knownTo(revisions.graph());
    }

    private static Revisions revisions(IndexedHistory history) {
        return Revisions.of(
                RevisionGraph.of(history.nodes()),
                history.entries().stream().map(Migrator::info).toList());
    }

    private static RevisionInfo info(RevisionEntry entry) {
        String position = entry.source()
                .map(source -> " (" + source.file() + ":" + source.line() + ")")
                .orElse("");
        return new RevisionInfo(
                entry.history(), entry.node(), entry.message(), entry.className(), entry.className() + position);
    }

    private static String given(String value, String parameter) {
        if (value.isBlank()) {
            throw missing(parameter);
        }
        return value.strip();
    }

    private static MigrateException missing(String parameter) {
        return new MigrateException(Problem.of(ProblemCode.BAD_PARAMETER, "no revision was named")
                .at(parameter)
                .next("name one: an id, head, base, +1 or -1"));
    }

    static <T> T asking(Question<T> question) {
        try {
            return question.ask();
        } catch (SQLException e) {
            throw new MigrateException(
                    Problem.of(ProblemCode.STATEMENT_FAILED, "the database refuses: " + e.getMessage())
                            .next("look into the cause, then run the same again"),
                    e);
        }
    }
}
