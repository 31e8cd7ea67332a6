package dev.migrate.execute;

import dev.migrate.dialect.Dialect;
import dev.migrate.diff.DesiredSchema;
import dev.migrate.diff.DiffPolicy;
import dev.migrate.graph.RevisionGraph;
import dev.migrate.index.IndexedHistory;
import dev.migrate.operation.Operation;
import dev.migrate.plan.PlannedStep;
import dev.migrate.plan.Planner;
import dev.migrate.schema.ObjectName;
import dev.migrate.schema.SchemaModel;
import dev.migrate.schema.SchemaObject;
import dev.migrate.schema.Table;
import dev.migrate.schema.TableName;
import dev.migrate.scratch.DesiredModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Holds what a history makes against what it should, without any database: its operations are followed from an empty
 * schema.
 *
 * @param dialect the database that is meant
 * @param config how the history is recorded
 * @param folded what the operations make
 */
record FoldedComparison(Dialect dialect, MigratorConfig config, SchemaModel folded) {

    static FoldedComparison of(IndexedHistory history, RevisionGraph graph, Dialect dialect, MigratorConfig config) {
        List<PlannedStep> steps = new Planner(history, graph)
                .upgrade(Set.of(), "heads", Reached.recordingContext(dialect, config))
                .steps();
        SchemaModel model = SchemaModel.empty();
        for (PlannedStep step : steps) {
            for (Operation operation : step.operations()) {
                model = RenamedText.after(operation, model, dialect);
            }
        }
        return new FoldedComparison(dialect, config, model);
    }

    /**
     * The schema in which names without one are looked up, where the history tells: it makes nothing in it by its name, and
     * tables of other schemas refer to it by its name, since nothing shorter means it there.
     */
    Optional<String> home() {
        Set<String> named = new TreeSet<>();
        for (Table table : folded.tables()) {
            table.foreignKeys().forEach(key -> key.references().schema().ifPresent(named::add));
        }
        folded.tables().forEach(table -> table.name().schema().ifPresent(named::remove));
        return config.schema().or(() -> named.size() == 1 ? named.stream().findFirst() : Optional.empty());
    }

    CompareResult compare(DesiredModel model, DiffPolicy policy) {
        model.warnings().forEach(warning -> config.listener().on(new RunEvent.Warning(warning)));
        DesiredSchema wanted = DesiredState.schema(model);
        List<String> unseen = new ArrayList<>();
        Set<TableName> hidden = hidden(wanted.schema(), unseen);
        SchemaModel known = known(hidden);
        DesiredSchema seen = withoutHiddenObjects(wanted.without(hidden), unseen);
        return ComparisonRun.folded(
                        dialect,
                        config,
                        known,
                        model.triedOut() ? seen : ComparisonRun.inWordsOf(known, seen, dialect),
                        policy,
                        home(),
                        "what the migrations make on " + dialect.describe())
                .without(unseen);
    }

    private Set<TableName> hidden(SchemaModel wanted, List<String> why) {
        Set<TableName> names = new TreeSet<>(folded.unknownTables());
        wanted.tables().stream().map(Table::name).forEach(names::add);
        Set<TableName> hidden = new TreeSet<>();
        for (TableName name : names) {
            Optional<String> because =
                    folded.findTable(name).isPresent() ? Optional.empty() : folded.unknownBecause(name);
            if (because.isPresent()) {
                hidden.add(name);
                why.add(name + ": " + because.get());
            }
        }
        return hidden;
    }

    /** What is not known to be there may be there all the same, where nobody knows all. */
    private DesiredSchema withoutHiddenObjects(DesiredSchema wanted, List<String> why) {
        if (folded.incompleteBecause().isEmpty()) {
            return wanted;
        }
        SchemaModel schema = wanted.schema();
        return wanted.with(
                schema.withSequences(known(ObjectName.Kind.SEQUENCE, schema.sequences(), folded.sequences(), why))
                        .withEnumTypes(known(ObjectName.Kind.ENUM, schema.enumTypes(), folded.enumTypes(), why))
                        .withNamespaces(known(ObjectName.Kind.SCHEMA, schema.namespaces(), folded.namespaces(), why)));
    }

    private <T extends SchemaObject> List<T> known(
            ObjectName.Kind kind, List<T> wanted, List<T> made, List<String> why) {
        DialectRules rules = new DialectRules(dialect, List.of(), home());
        Set<TableName> names =
                made.stream().map(object -> rules.name(object.name())).collect(Collectors.toSet());
        List<T> known = new ArrayList<>();
        for (T object : wanted) {
            if (names.contains(rules.name(object.name()))) {
                known.add(object);
            } else {
                why.add(ObjectName.beside(kind, object.name()) + ": "
                        + folded.incompleteBecause().orElseThrow());
            }
        }
        return known;
    }

    /** What is known is compared as if it were all. */
    private SchemaModel known(Set<TableName> hidden) {
        return SchemaModel.of(folded.tables().stream()
                        .filter(table -> !hidden.contains(table.name()))
                        .toList())
                .withSequences(folded.sequences())
                .withEnumTypes(folded.enumTypes())
                .withNamespaces(folded.namespaces());
    }
}
