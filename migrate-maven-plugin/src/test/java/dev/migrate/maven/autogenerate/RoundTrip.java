package dev.migrate.maven.autogenerate;

import dev.migrate.dialect.Dialect;
import dev.migrate.dialect.Dialects;
import dev.migrate.dialect.ProviderView;
import dev.migrate.diff.DiffPolicy;
import dev.migrate.execute.CompareResult;
import dev.migrate.execute.DesiredState;
import dev.migrate.execute.DialectRules;
import dev.migrate.execute.Migrator;
import dev.migrate.execute.MigratorConfig;
import dev.migrate.graph.RevisionNode;
import dev.migrate.maven.source.DifferenceSource;
import dev.migrate.maven.source.RevisionDraft;
import dev.migrate.maven.source.RevisionTemplate;
import dev.migrate.model.EntityModel;
import dev.migrate.model.ModelDatabase;
import dev.migrate.model.OpenModel;
import dev.migrate.schema.SchemaModel;
import dev.migrate.schema.Sequence;
import dev.migrate.schema.Table;
import dev.migrate.scratch.DesiredModel;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import javax.sql.DataSource;
import org.apache.commons.dbcp2.BasicDataSource;
import org.jspecify.annotations.Nullable;

/** One sample on one database: the migration that is generated for it, and what that makes. */
final class RoundTrip {

    private static final String CLASS = "CreateAll";

    private final Sample sample;
    private final SampleDatabase kind;
    private final DataSource database;
    private final OpenModel model;
    private @Nullable DesiredModel desired;

    RoundTrip(Sample sample, SampleDatabase kind) throws SQLException {
        this.sample = sample;
        this.kind = kind;
        this.database = kind.fresh(sample);
        this.model = sample.open();
    }

    /** How many classes are mapped. */
    int classes() {
        return model.mapping().classes().size();
    }

    private String history() {
        return sample.name() + kind.lowerCase();
    }

    /** The texts of the classes that come of the difference, by their names: what is to be compiled. */
    Map<String, String> classes(String source) {
        return Map.of(
                packageName() + "." + CLASS,
                source,
                packageName() + ".package-info",
                "@dev.migrate.MigrationHistory(name = \"" + history() + "\")\npackage " + packageName() + ";\n");
    }

    private String packageName() {
        return "generated." + sample.name() + "." + kind.lowerCase();
    }

    /** What the model says and the database has not, when no migration was applied. */
    CompareResult atBase(boolean dropUnknown) {
        return Migrator.compare(
                database, config().build(), List.of(), desired(), DiffPolicy.USUAL.withDropsUnknown(dropUnknown));
    }

    private MigratorConfig.Builder config() {
        return MigratorConfig.builder().history(history());
    }

    /** Entities are read and tried once for each source: comparisons in between see the same. */
    private DesiredState desired() {
        return (home, dialect, looking) -> {
            if (desired == null) {
                desired = DesiredState.ofEntities(model, DriverManager::getConnection)
                        .of(home, dialect, looking);
            }
            return desired;
        };
    }

    /** What {@code revision} would write into an empty database. */
    String generated() {
        desired = null;
        CompareResult found = atBase(false);
        RevisionNode node = new RevisionNode(history(), List.of(), List.of(), List.of());
        return RevisionTemplate.standard()
                .render(
                        new RevisionDraft(node, "create all", packageName(), CLASS),
                        DifferenceSource.of(found.diff(), found.identifierLimit(), found.placesColumns(), found.home()),
                        StandardCharsets.UTF_8);
    }

    Migrator migrator(ClassLoader migrations) {
        return Migrator.on(database, config().classLoader(migrations).build());
    }

    /** What the model says and the database has not, when all migrations were applied. */
    CompareResult atHead(ClassLoader migrations, boolean dropUnknown) {
        return migrator(migrations).compare(desired(), DiffPolicy.USUAL.withDropsUnknown(dropUnknown));
    }

    /** The same where nobody may make a scratch: the model is what Hibernate knows of it. */
    CompareResult untriedAtHead(ClassLoader migrations) throws SQLException {
        try (BasicDataSource none = closed()) {
            return migrator(migrations).compare(untried(none), DiffPolicy.USUAL.withDropsUnknown(true));
        }
    }

    /** What the model says and the database has not, when no migration was applied, and nobody may make a scratch. */
    CompareResult untriedAtBase() throws SQLException {
        try (BasicDataSource none = closed()) {
            return Migrator.compare(
                    database, config().build(), List.of(), untried(none), DiffPolicy.USUAL.withDropsUnknown(true));
        }
    }

    private static BasicDataSource closed() throws SQLException {
        BasicDataSource none = new BasicDataSource();
        none.close();
        return none;
    }

    private DesiredState untried(DataSource none) {
        return (home, dialect, looking) ->
                DesiredState.ofEntities(model, RoundTrip::noScratch).of(none, dialect, looking);
    }

    /** Does at once what a comparison found. */
    void run(CompareResult found) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            for (String sql : found.statements()) {
                statement.execute(sql);
            }
        }
    }

    private static Connection noScratch(String url) throws SQLException {
        throw new SQLException("no scratch for " + url);
    }

    /** What is in the database, but for migrate's own, in the form that can be compared. */
    SchemaModel schema() throws SQLException {
        try (Connection connection = database.getConnection()) {
            Dialect dialect = Dialects.of(connection);
            SchemaModel all = dialect.catalog().schema(connection, Optional.empty());
            for (String schema : schemas()) {
                SchemaModel other = dialect.catalog().schema(connection, Optional.of(schema));
                for (Table table : other.tables()) {
                    all = all.with(table);
                }
                for (Sequence sequence : other.sequences()) {
                    all = all.with(sequence);
                }
            }
            return new DialectRules(dialect, List.of()).comparable(all);
        }
    }

    private SortedSet<String> schemas() throws SQLException {
        try (Connection connection = database.getConnection()) {
            Dialect dialect = Dialects.of(connection);
            SortedSet<String> there = new TreeSet<>();
            dialect.catalog()
                    .namespaces(connection)
                    .forEach(schema -> there.add(schema.name().name()));
            there.retainAll(read(connection).schemas());
            dialect.homeSchema(connection).ifPresent(there::remove);
            return there;
        }
    }

    /** Makes what Hibernate itself would make. */
    EntityModel runHibernatesScript() throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            EntityModel read = read(connection);
            for (String schema : read.schemas()) {
                statement.execute("create schema " + schema);
            }
            for (String sql : read.script()) {
                statement.execute(sql);
            }
            return read;
        }
    }

    private EntityModel read(Connection connection) throws SQLException {
        Dialect dialect = Dialects.of(connection);
        ProviderView view = dialect.forProviders();
        return model.read(new ModelDatabase(
                view.product(),
                dialect.version().toString(),
                dialect.version().major(),
                dialect.version().minor(),
                ModelDatabase.Schemas.valueOf(view.schemas().name()),
                dialect.homeSchema(connection),
                new Names(view),
                "",
                dialect.homeSchema(connection).map(dialect::sqlName)));
    }

    private record Names(ProviderView view) implements ModelDatabase.Names {
        @Override
        public String table(String text, boolean quoted) {
            return view.tables().understood(text, quoted);
        }

        @Override
        public String other(String text, boolean quoted) {
            return view.others().understood(text, quoted);
        }
    }

    @Override
    public String toString() {
        return sample.name() + " on " + kind.lowerCase();
    }
}
