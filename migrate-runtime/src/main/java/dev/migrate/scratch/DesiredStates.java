package dev.migrate.scratch;

import static java.util.stream.Collectors.toSet;

import dev.migrate.dialect.Dialect;
import dev.migrate.dialect.ProviderView;
import dev.migrate.dialect.Scratch;
import dev.migrate.dialect.ScratchNames;
import dev.migrate.dialect.ScratchSource;
import dev.migrate.model.EntityModel;
import dev.migrate.model.EntityModel.Commented;
import dev.migrate.model.InitialRow;
import dev.migrate.model.ModelDatabase;
import dev.migrate.model.OpenModel;
import dev.migrate.problem.MigrateException;
import dev.migrate.problem.Problem;
import dev.migrate.problem.ProblemCode;
import dev.migrate.schema.Namespace;
import dev.migrate.schema.SchemaModel;
import dev.migrate.schema.Table;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Finds out what a schema should be, for one database. */
public final class DesiredStates {

    private final Dialect dialect;
    private final Optional<String> home;
    private final ScratchSource source;

    /**
     * Prepares for a database.
     *
     * @param dialect the database
     * @param home the schema in which unqualified names are looked up there, as {@link Dialect#homeSchema} gives it
     * @param source where a scratch can be made
     */
    public DesiredStates(Dialect dialect, Optional<String> home, ScratchSource source) {
        this.dialect = dialect;
        this.home = home;
        this.source = source;
    }

    /**
     * What a project's entities ask for, tried out in a scratch.
     *
     * @param model the entities
     * @return the schema as the database reports it
     * @throws MigrateException {@code model-failed}, when the provider or the database refuses the model; {@code
     *     no-scratch}, when there is no place to try it
     */
    public DesiredModel ofEntities(OpenModel model) {
        ScratchNames names = ScratchNames.random();
        EntityModel read = model.read(database(names.prefix()));
        SchemaModel schema = tried(names, read);
        return finished(read, dialect.stated(schema), true);
    }

    /**
     * What a project's entities ask for, as far as it can be known without trying: for a database on which no scratch can
     * be made.
     *
     * @param model the entities
     * @return the schema as the provider knows it, to be compared in the database's normal form
     * @throws MigrateException {@code model-failed}, when the provider refuses the model
     */
    public DesiredModel ofEntitiesUntried(OpenModel model) {
        EntityModel read = model.read(database(""));
        return finished(
                read, new Relocation(new ScratchNames(""), home, read.defaultSchema()).of(read.schema()), false);
    }

    private ModelDatabase database(String prefix) {
        ProviderView view = dialect.forProviders();
        return new ModelDatabase(
                view.product(),
                dialect.version().toString(),
                dialect.version().major(),
                dialect.version().minor(),
                ModelDatabase.Schemas.valueOf(view.schemas().name()),
                new Names(view),
                prefix);
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

    private SchemaModel tried(ScratchNames names, EntityModel model) {
        try (Scratch scratch = open(names, model.schemas())) {
            try (Statement statement = scratch.connection().createStatement()) {
                for (String sql : model.script()) {
                    run(statement, sql, model.provider());
                }
            }
            return read(scratch, names, model.schemas(), model.defaultSchema());
        } catch (SQLException e) {
            throw new MigrateException(
                    Problem.of(
                                    dialect.classify(e),
                                    "the scratch in which the model is tried cannot be read or removed: "
                                            + e.getMessage())
                            .next("look for schemas whose names begin with " + names.prefix() + ", and drop them"),
                    e);
        }
    }

    private Scratch open(ScratchNames names, Collection<String> schemas) {
        try {
            return dialect.scratch(source, names, schemas);
        } catch (SQLException e) {
            throw new MigrateException(
                    Problem.of(
                                    ProblemCode.NO_SCRATCH,
                                    "on this " + dialect.describe() + " no scratch can be made: " + e.getMessage())
                            .next("let the account create schemas, or name another database for it"),
                    e);
        }
    }

    private void run(Statement statement, String sql, String provider) {
        try {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new MigrateException(
                    Problem.of(
                                    ProblemCode.MODEL_FAILED,
                                    dialect.describe() + " refuses what " + provider + " would create: "
                                            + e.getMessage())
                            .at(sql)
                            .next("correct the mapping; the application could not create its schema either"),
                    e);
        }
    }

    private SchemaModel read(
            Scratch scratch, ScratchNames names, Collection<String> schemas, Optional<String> defaultSchema)
            throws SQLException {
        Relocation outside = new Relocation(names, home, defaultSchema);
        SchemaModel all = outside.of(dialect.catalog().schema(scratch.connection(), Optional.empty()));
        for (String schema : schemas) {
            all = joined(
                    all, outside.of(dialect.catalog().schema(scratch.connection(), Optional.of(names.of(schema)))));
        }
        return all;
    }

    private static SchemaModel joined(SchemaModel one, SchemaModel other) {
        List<Table> tables = new ArrayList<>(one.tables());
        tables.addAll(other.tables());
        SchemaModel all = SchemaModel.of(tables).withSequences(one.sequences()).withEnumTypes(one.enumTypes());
        for (var sequence : other.sequences()) {
            all = all.with(sequence);
        }
        for (var type : other.enumTypes()) {
            all = all.with(type);
        }
        return all;
    }

    private DesiredModel finished(EntityModel read, SchemaModel schema, boolean triedOut) {
        Relocation outside = new Relocation(new ScratchNames(""), home, read.defaultSchema());
        GivenNames names = new GivenNames(
                read.names().stream()
                        .map(key -> new EntityModel.KeyName(
                                outside.name(key.table()), key.kind(), key.name(), key.columns(), key.given()))
                        .toList(),
                dialect.identifierLimit());
        SchemaModel named = names.of(schema);
        for (var comment : read.comments().entrySet()) {
            Commented on = comment.getKey();
            named = named.change(
                    outside.name(on.table()),
                    table -> on.column()
                            .map(name -> table.withColumn(
                                    name, column -> column.withComment(Optional.of(comment.getValue()))))
                            .orElseGet(() -> table.withComment(Optional.of(comment.getValue()))));
        }
        named = named.withNamespaces(read.schemas().stream()
                .filter(name -> !home.equals(Optional.of(name)))
                .map(Namespace::of)
                .toList());
        return new DesiredModel(
                read.provider(),
                named,
                names.unnamed(),
                read.rows().stream()
                        .map(row -> new InitialRow(outside.name(row.table()), row.columns(), row.values()))
                        .toList(),
                read.readOnly().stream().map(outside::name).collect(toSet()),
                triedOut,
                read.warnings());
    }
}
