package dev.migrate.execute;

import dev.migrate.dialect.Dialect;
import dev.migrate.dialect.OfflineScript;
import dev.migrate.dialect.OfflineScript.Own;
import dev.migrate.dialect.OfflineScript.Step;
import dev.migrate.dialect.ScriptLanguage;
import dev.migrate.graph.AppliedRevisions;
import dev.migrate.graph.Direction;
import dev.migrate.graph.RevisionGraph;
import dev.migrate.graph.RevisionNode;
import dev.migrate.graph.RevisionPath;
import dev.migrate.graph.RevisionStep;
import dev.migrate.index.IndexedHistory;
import dev.migrate.plan.PlannedStep;
import dev.migrate.plan.Planner;
import dev.migrate.problem.MigrateException;
import dev.migrate.problem.Problem;
import dev.migrate.problem.ProblemCode;
import dev.migrate.record.RecordingContext;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;

/** Makes one script. */
final class ScriptComposer {

    private final Dialect dialect;
    private final MigratorConfig config;
    private final GapPolicy gaps;
    private final IndexedHistory history;
    private final RevisionGraph graph;
    private final OwnTables tables;
    private final StepComposer composer;

    ScriptComposer(
            Dialect dialect, MigratorConfig config, GapPolicy gaps, IndexedHistory history, RevisionGraph graph) {
        this.dialect = dialect;
        this.config = config;
        this.gaps = gaps;
        this.history = history;
        this.graph = graph;
        tables = tables(dialect, config);
        composer = new StepComposer(dialect, tables, config);
    }

    private static OwnTables tables(Dialect dialect, MigratorConfig config) {
        return OwnTables.inScript(
                dialect, dialect.scriptLanguage().qualifier(schemaOfOwnTables(config)), config.versionTable());
    }

    private static Optional<String> schemaOfOwnTables(MigratorConfig config) {
        return config.versionTableSchema().or(config::schema);
    }

    /** A script of revisions. */
    SqlScript run(Direction direction, RevisionPath path, String to) {
        refuseImpossibleMode();
        RecordingContext context = Reached.recordingContext(dialect, config);
        Planner planner = new Planner(history, graph);
        List<PlannedStep> planned = direction == Direction.UP
                ? planner.upgrade(path.rowsBefore(), to, context).steps()
                : planner.downgrade(path.rowsBefore(), to, context).steps();
        Optional<Gap> gap = Gap.first(planned);
        gap.ifPresent(found -> refuse(found, path));
        int count = gap.map(Gap::stepsBefore).orElse(planned.size());
        SchemaFold fold = new SchemaFold(planner.upgradesBefore(path, context), dialect);
        List<Step> steps = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            steps.add(step(planned.get(i), path, i, fold));
        }
        List<StepInfo> infos =
                planned.subList(0, count).stream().map(StepInfo::of).toList();
        SortedSet<String> after = path.rowsAfter(count);
        return script(
                file(fileWord(path.rowsBefore()), fileWord(after)),
                verb(direction) + " from " + place(path.rowsBefore()) + " to " + place(after) + ": "
                        + number(count, "revision") + ", " + number(composer.statements(), "statement"),
                Optional.of(path.rowsBefore()),
                after,
                ignored(path),
                steps,
                infos,
                gap.map(found -> found.words(direction)));
    }

    private void refuse(Gap gap, RevisionPath path) {
        if (gaps == GapPolicy.REFUSE || gap.stepsBefore() == 0) {
            throw gap.refusal(place(path.rowsBefore()), gaps);
        }
    }

    private void refuseImpossibleMode() {
        if (config.transactionMode() != TransactionMode.PER_MIGRATION) {
            throw new MigrateException(Problem.of(
                            ProblemCode.UNSUPPORTED, "a script has a transaction for each migration, and no other mode")
                    .at("migrate.transactionMode")
                    .next("leave it at per-migration"));
        }
    }

    private Step step(PlannedStep planned, RevisionPath path, int done, SchemaFold fold) {
        RevisionStep step = planned.step();
        SortedSet<String> before = path.rowsAfter(done);
        try {
            FoldedSurroundings surroundings = new FoldedSurroundings(
                    dialect, fold.at(AppliedRevisions.of(graph, before).all()), planned.operations());
            if (step.direction() == Direction.UP) {
                fold.add(step.revision(), planned.operations(), surroundings.after());
            }
            return composer.step(planned, before, path.rowsAfter(done + 1), surroundings);
        } catch (MigrateException e) {
            throw e.problem().where().isPresent()
                    ? e
                    : new MigrateException(e.problem().at("revision " + step.revision()), e);
        }
    }

    /** Rows of branches that the script has nothing to do with. */
    private List<String> ignored(RevisionPath path) {
        Set<String> own = new HashSet<>();
        Set<String> named = new HashSet<>(path.rowsBefore());
        path.steps().forEach(step -> named.add(step.revision()));
        named.forEach(revision -> own.addAll(graph.ancestors(revision)));
        own.addAll(named);
        return history.nodes().stream()
                .map(RevisionNode::id)
                .filter(id -> !own.contains(id) && graph.ancestors(id).stream().noneMatch(named::contains))
                .sorted()
                .toList();
    }

    /** A script that writes where a database stands. */
    SqlScript stamp(Optional<SortedSet<String>> before, SortedSet<String> after) {
        String from = before.map(rows -> "stamp_" + fileWord(rows)).orElse("stamp");
        return script(
                file(from, fileWord(after)), // never that of a script that upgrades from and to the same
                "stamp " + before.map(rows -> "from " + place(rows) + " to ").orElse("") + place(after)
                        + "; no migration runs",
                before,
                after,
                List.of(),
                List.of(composer.stamp(graph, before, after, tables)),
                List.of(),
                Optional.empty());
    }

    /** A script that creates the own tables, and marks the database, unless a mark would be lost. */
    static SqlScript ensureVersion(Dialect dialect, MigratorConfig config) {
        EnsureVersionRun.requireNamed(config.mark(), Optional.empty());
        OwnTables tables = tables(dialect, config);
        OfflineScript script = new OfflineScript(
                header(
                        dialect,
                        config,
                        "create migrate's own tables, where they are not there",
                        file("ensure", config.versionTable()),
                        Optional.empty()),
                config.schema(),
                own(tables, config),
                config.mark().equals(EnvironmentMark.NONE)
                        ? Optional.empty()
                        : Optional.of(InfoTable.keptBy(tables, dialect, config.mark())),
                tables.creating(),
                InfoTable.marking(tables, dialect, config.mark()),
                config.lockTimeout(),
                List.of(),
                List.of(),
                Optional.empty());
        return result(dialect, script, file("ensure", config.versionTable()), List.of(), List.of(), List.of(), 0);
    }

    private SqlScript script(
            String name,
            String what,
            Optional<SortedSet<String>> before,
            SortedSet<String> after,
            List<String> ignored,
            List<Step> steps,
            List<StepInfo> infos,
            Optional<String> gap) {
        OfflineScript script = new OfflineScript(
                header(dialect, config, what, name, before.map(ScriptComposer::place)),
                config.schema(),
                own(tables, config),
                Optional.of(InfoTable.heldAgainst(tables, dialect, config.mark())),
                tables.creating(),
                composer.opening(),
                config.lockTimeout(),
                ignored,
                steps,
                gap);
        return result(
                dialect,
                script,
                name,
                before.map(List::copyOf).orElse(List.of()),
                List.copyOf(after),
                infos,
                composer.statements());
    }

    private static SqlScript result(
            Dialect dialect,
            OfflineScript script,
            String name,
            List<String> before,
            List<String> after,
            List<StepInfo> infos,
            int statements) {
        ScriptLanguage language = dialect.scriptLanguage();
        return new SqlScript(
                name,
                language.text(script),
                dialect.describe(),
                before,
                after,
                infos,
                statements,
                language.command(),
                script.gap());
    }

    private static Own own(OwnTables tables, MigratorConfig config) {
        return new Own(
                schemaOfOwnTables(config),
                config.versionTable(),
                tables.version(),
                tables.info(),
                tables.history(),
                tables.journal(),
                Standing.LAYOUT);
    }

    private static List<String> header(
            Dialect dialect, MigratorConfig config, String what, String name, Optional<String> from) {
        List<String> lines = new ArrayList<>();
        lines.add("migrate: " + what);
        lines.add("");
        lines.add("for     " + dialect.describe() + " and later");
        if (!config.mark().equals(EnvironmentMark.NONE)) {
            lines.add("in      " + config.mark().words());
        }
        lines.add("by      " + config.tool() + ", which asked no database");
        lines.add("run it  " + dialect.scriptLanguage().command().replace(ScriptLanguage.FILE, name));
        lines.addAll(dialect.scriptLanguage().cautions());
        lines.add("");
        from.ifPresent(rows -> lines.add("It stops before it changes anything, unless the database stands at " + rows
                + " or at a step of this script."));
        lines.add(
                "Run a second time it changes nothing. It keeps the books that a run keeps, so that migrate:current,");
        lines.add("migrate:upgrade and migrate:downgrade go on from where it ends.");
        return lines;
    }

    private static String verb(Direction direction) {
        return direction == Direction.UP ? "upgrade" : "downgrade";
    }

    private static String number(int count, String thing) {
        return count + " " + thing + (count == 1 ? "" : "s");
    }

    private static String place(SortedSet<String> rows) {
        return rows.isEmpty() ? "base" : String.join(", ", rows);
    }

    private static String file(String from, String to) {
        return from + "_" + to + ".sql";
    }

    private static String fileWord(SortedSet<String> rows) {
        return rows.isEmpty() ? "base" : String.join("-", rows);
    }
}
