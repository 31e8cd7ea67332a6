package dev.migrate.execute;

import dev.migrate.dialect.Dialect;
import dev.migrate.diff.DefaultComparator;
import dev.migrate.diff.DesiredSchema;
import dev.migrate.diff.DiffPolicy;
import dev.migrate.diff.PresentRows;
import dev.migrate.diff.SchemaDiff;
import dev.migrate.diff.SchemaDiffer;
import dev.migrate.operation.Operation;
import dev.migrate.problem.MigrateException;
import dev.migrate.problem.Problem;
import dev.migrate.problem.ProblemCode;
import dev.migrate.schema.ObjectName;
import dev.migrate.schema.SchemaModel;
import dev.migrate.schema.SchemaObject;
import dev.migrate.schema.Table;
import dev.migrate.schema.TableName;
import dev.migrate.scratch.DesiredModel;
import dev.migrate.scratch.ReportedWords;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/** Holds one database against what it should be. Writes nothing that stays, and takes no lock. */
final class ComparisonRun {

    private final Dialect dialect;
    private final MigratorConfig config;
    private final DiffPolicy policy;
    private final Optional<String> home;
    private final DialectRules rules;

    /**
     * @param home the schema in which names without one are looked up, where that is known
     */
    private ComparisonRun(Dialect dialect, MigratorConfig config, DiffPolicy policy, Optional<String> home) {
        this.dialect = dialect;
        this.config = config;
        this.policy = policy;
        this.home = home;
        this.rules = new DialectRules(dialect, List.of(config.versionTable()), home);
    }

    /**
     * Compares a database that stands at the heads: what pending revisions bring is no difference.
     *
     * @param heads the heads of the history
     */
    static CompareResult live(Target target, SortedSet<String> heads, DesiredState desired, DiffPolicy policy)
            throws SQLException {
        try (Reached database = Reached.connect(target)) {
            Standing standing = database.look();
            if (!standing.halfDone().isEmpty() || !standing.rows().equals(heads)) {
                requireNoRun(database);
            }
            requireAtHeads(standing, heads, database.info());
            Optional<String> home = database.dialect().homeSchema(database.looking());
            ComparisonRun run = new ComparisonRun(database.dialect(), target.config(), policy, home);
            return database.waitingForTables(
                    () -> run.compare(target.dataSource(), database.looking(), desired, true, place(database.info())));
        }
    }

    /**
     * Compares a database that was brought where the history ends. Its rows are nobody's.
     *
     * @param sessions gives sessions on it
     * @param looking a session in the schema that migrations work in
     */
    static CompareResult migrated(
            Dialect dialect,
            MigratorConfig config,
            DataSource sessions,
            Connection looking,
            DesiredState desired,
            DiffPolicy policy)
            throws SQLException {
        return new ComparisonRun(dialect, config, policy, dialect.homeSchema(looking))
                .compare(sessions, looking, desired, false, "what the migrations make");
    }

    /** What a run is just at is neither half done for good nor pending: whoever waits for its end need not do anything. */
    private static void requireNoRun(Reached database) throws SQLException {
        Optional<String> holder = database.lockHolder();
        if (holder.isPresent()) {
            throw new MigrateException(Problem.of(
                            ProblemCode.LOCK_HELD,
                            "a run is under way here, so that nobody can tell what the database is meant to be by now;"
                                    + " the migration lock is held by " + holder.get())
                    .at(place(database.info()))
                    .next("wait until it is done, then the same again; nothing has been changed"));
        }
    }

    private static void requireAtHeads(Standing standing, SortedSet<String> heads, DatabaseInfo database) {
        if (!standing.halfDone().isEmpty()) {
            Standing.HalfDone halfDone = standing.halfDone().get(0);
            throw new MigrateException(Problem.of(
                            ProblemCode.HALF_APPLIED,
                            "revision " + halfDone.revision() + " is half " + halfDone.participle()
                                    + ", so that nobody can tell what the database is meant to be by now")
                    .at(place(database))
                    .next(halfDone.advice()));
        }
        if (!standing.rows().equals(heads)) {
            throw new MigrateException(Problem.of(
                            ProblemCode.NOT_AT_HEADS,
                            "the database stands at " + words(standing.rows()) + ", and the history ends at "
                                    + words(heads) + ": what the pending revisions bring would be found a second time")
                    .at(place(database))
                    .next("mvn migrate:upgrade, then the same again"));
        }
    }

    private static String words(Set<String> revisions) {
        return revisions.isEmpty() ? "base" : String.join(", ", revisions);
    }

    static String place(DatabaseInfo database) {
        return database.product() + " " + database.version() + ", " + database.schema();
    }

    private CompareResult compare(
            DataSource database, Connection connection, DesiredState state, boolean keepsRows, String place)
            throws SQLException {
        DesiredModel model = state.of(database, dialect, connection);
        model.warnings().forEach(warning -> config.listener().on(new RunEvent.Warning(warning)));
        DesiredSchema said = DesiredState.schema(model);
        SchemaModel actual = actual(connection, said.schema());
        DesiredSchema desired = model.triedOut() ? said : inWordsOf(actual, said, dialect);
        DesiredSchema wanted = desired.without(views(actual, desired.schema()));
        PresentRows rows = keepsRows ? new LiveRows(connection, dialect, config) : PresentRows.NONE;
        DiffPolicy usual = policy.withRows(rows, policy.fills());
        if (model.triedOut()) {
            return compare(actual, wanted, usual, place);
        }
        SortedSet<String> computed = new TreeSet<>();
        CompareResult result = compare(actual, wanted, usual.withDefaults(orComputed(computed)), place);
        warnOf(computed, place);
        return result;
    }

    /** What the database may have computed is left alone, and told. */
    private DefaultComparator orComputed(Collection<String> computed) {
        return (column, actual, desired) -> {
            if (policy.defaults().same(column, actual, desired)) {
                return true;
            }
            boolean open = actual.defaultValue().isPresent()
                    && desired.defaultValue().isPresent()
                    && dialect.normalForm()
                            .mayHaveComputed(
                                    actual.defaultValue().get(),
                                    desired.defaultValue().get());
            if (open) {
                computed.add(column.toString());
            }
            return open;
        };
    }

    private void warnOf(SortedSet<String> computed, String database) {
        if (!computed.isEmpty()) {
            config.listener()
                    .on(new RunEvent.Warning(Problem.of(
                                    ProblemCode.MODEL_DIFFERS,
                                    "the database has computed the default of " + String.join(", ", computed)
                                            + ", and without a scratch nobody can tell whether it is the model's")
                            .at(database)
                            .next("say the value itself in the model, or let a scratch be made")));
        }
    }

    /**
     * Compares what migrations make with what they should, without any database.
     *
     * @param actual what they make: a complete model
     * @param home the schema in which names without one are looked up, where that is known
     */
    static CompareResult folded(
            Dialect dialect,
            MigratorConfig config,
            SchemaModel actual,
            DesiredSchema desired,
            DiffPolicy policy,
            Optional<String> home,
            String database) {
        return new ComparisonRun(dialect, config, policy, home).compare(actual, desired, policy, database);
    }

    private CompareResult compare(SchemaModel actual, DesiredSchema desired, DiffPolicy rows, String database) {
        SchemaDiff diff = new SchemaDiffer(rules, rows).diff(actual, desired);
        new Unsayable(dialect, database).refuseIn(diff.operations(), actual, desired.schema());
        warnOf(diff.mandatory(), database);
        diff.newNumbers().stream()
                .filter(numbers -> actual.findTable(numbers.table()).isEmpty() // under its new name
                        || rows.rows().in(numbers.table()))
                .forEach(numbers -> config.listener()
                        .on(new RunEvent.Warning(Problem.of(ProblemCode.MODEL_DIFFERS, numbers.advice())
                                .at(database))));
        diff.inTheWay()
                .forEach(view -> config.listener()
                        .on(new RunEvent.Warning(Problem.of(ProblemCode.MODEL_DIFFERS, view.advice())
                                .at(database))));
        return new CompareResult(
                database,
                diff,
                statements(diff.operations(), actual),
                List.of(),
                dialect.identifierLimit(),
                dialect.placesColumns(),
                home);
    }

    /** A model that was not tried, so that only what it means is compared. */
    static DesiredSchema inWordsOf(SchemaModel actual, DesiredSchema untried, Dialect dialect) {
        return new DesiredSchema(
                new ReportedWords(dialect, actual).of(untried.schema()), untried.unnamed(), untried.rows());
    }

    private void warnOf(List<ObjectName> mandatory, String database) {
        if (!mandatory.isEmpty()) {
            config.listener()
                    .on(new RunEvent.Warning(Problem.of(
                                    ProblemCode.MODEL_DIFFERS,
                                    "every insert of an application that has this model fails: "
                                            + mandatory.stream()
                                                    .map(ObjectName::toString)
                                                    .collect(Collectors.joining(", "))
                                            + " must not be null and " + (mandatory.size() == 1 ? "has" : "have")
                                            + " no default, and the model does not know "
                                            + (mandatory.size() == 1 ? "it" : "them"))
                            .at(database)
                            .next("drop what the model does not know with -Dmigrate.dropUnknown, or let it be null in a"
                                    + " migration of your own")));
        }
    }

    /** The model of a table may stand for a view that somebody made: that is left alone. */
    private Set<TableName> views(SchemaModel actual, SchemaModel desired) {
        Set<TableName> views =
                actual.views().stream().map(view -> rules.name(view.name())).collect(Collectors.toSet());
        return desired.tables().stream()
                .map(Table::name)
                .filter(name -> views.contains(rules.name(name)))
                .collect(Collectors.toSet());
    }

    /** The schema that migrations work in, and those that the model names besides. */
    private SchemaModel actual(Connection connection, SchemaModel desired) throws SQLException {
        SchemaModel actual = dialect.catalog().schema(connection, Optional.empty());
        NavigableSet<String> others = new TreeSet<>();
        desired.tables().stream().map(Table::name).forEach(name -> name.schema().ifPresent(others::add));
        for (String schema : others) {
            actual = together(actual, dialect.catalog().schema(connection, Optional.of(schema)));
        }
        return desired.namespaces().isEmpty()
                ? actual
                : actual.withNamespaces(dialect.catalog().namespaces(connection));
    }

    /** Two parts of one database as one model. */
    static SchemaModel together(SchemaModel one, SchemaModel other) {
        SchemaModel both = one;
        for (Table table : other.tables()) {
            both = both.with(table);
        }
        for (SchemaObject object : objects(other)) {
            both = both.with(object);
        }
        return both;
    }

    private static List<SchemaObject> objects(SchemaModel model) {
        List<SchemaObject> objects = new ArrayList<>(model.sequences());
        objects.addAll(model.enumTypes());
        objects.addAll(model.views());
        return objects;
    }

    private List<String> statements(List<Operation> operations, SchemaModel before) {
        List<String> statements = new ArrayList<>();
        SchemaModel state = before;
        for (Operation operation : dialect.arranged(operations)) {
            dialect.render(operation, state)
                    .forEach(statement ->
                            statements.add(statement.withLiterals(dialect).sql()));
            state = dialect.after(operation, state);
        }
        return statements;
    }
}
