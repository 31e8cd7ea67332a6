package dev.migrate.scratch;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toSet;

import dev.migrate.dialect.Dialect;
import dev.migrate.dialect.Dialects;
import dev.migrate.dialect.NormalForm;
import dev.migrate.dialect.ProviderView;
import dev.migrate.dialect.ScratchNames;
import dev.migrate.dialect.ScratchSource;
import dev.migrate.model.EntityModel;
import dev.migrate.model.EntityModel.Commented;
import dev.migrate.model.EntityModel.KeyKind;
import dev.migrate.model.EntityModel.KeyName;
import dev.migrate.model.InitialRow;
import dev.migrate.model.ModelDatabase;
import dev.migrate.model.OpenModel;
import dev.migrate.problem.MigrateException;
import dev.migrate.problem.Problem;
import dev.migrate.problem.ProblemCode;
import dev.migrate.schema.Column;
import dev.migrate.schema.ColumnType;
import dev.migrate.schema.Constraint;
import dev.migrate.schema.DefaultValue;
import dev.migrate.schema.Index;
import dev.migrate.schema.Namespace;
import dev.migrate.schema.SchemaModel;
import dev.migrate.schema.Table;
import dev.migrate.schema.TableName;
import dev.migrate.script.ScriptStatement;
import java.io.InputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

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
     *     model-unsupported}, when it has names that mean something else in a migration; {@code no-scratch}, when there is no
     *     place to try it
     */
    public DesiredModel ofEntities(OpenModel model) {
        ScratchNames names = ScratchNames.random();
        EntityModel read =
                model.read(database(names.prefix(), Optional.of(dialect.quotedName(dialect.scratchHome(names)))));
        Relocation outside = new Relocation(Optional.of(names), home, read.defaultSchema());
        Trial trial = new Trial(dialect, source, names, read.schemas(), outside);
        List<ScriptStatement> script = read.script().stream()
                .map(sql -> new ScriptStatement(sql, 1, ScriptStatement.Effect.OTHER))
                .toList();
        Trial.Tried tried = trial.of(
                scratch -> script,
                (statement, words) -> Problem.of(
                                ProblemCode.MODEL_FAILED,
                                dialect.describe() + " refuses what " + read.provider() + " would create: " + words)
                        .at(statement.sql())
                        .next("correct the mapping; the application could not create its schema either"));
        SchemaModel schema = new PlainWords(dialect, outside.of(read.schema())).of(tried.schema());
        return withAll(tried.warnings(), finished(read, schema, true));
    }

    /**
     * What a project's entities ask for, as far as it can be known without trying: for a database on which no scratch can
     * be made.
     *
     * @param model the entities
     * @return the schema as the provider knows it, to be compared in the database's normal form
     * @throws MigrateException {@code model-failed}, when the provider refuses the model; {@code model-unsupported}, when it
     *     has names that mean something else in a migration
     */
    public DesiredModel ofEntitiesUntried(OpenModel model) {
        EntityModel read = model.read(database("", Optional.empty()));
        Relocation outside = new Relocation(Optional.empty(), home, read.defaultSchema());
        return finished(read, outside.of(read.schema()).changeAll(this::known), false);
    }

    /** What its provider says with the type. */
    private static Optional<String> ofType(Column said, Column normal) {
        return said.type() instanceof ColumnType.Raw ? normal.collation() : Optional.empty();
    }

    /** With types and values in place of the words that the provider has for them, where those are known. */
    private Table known(Table said) {
        List<Column> normal = dialect.normalized(SchemaModel.of(List.of(said)))
                .tables()
                .get(0)
                .columns();
        Table known = said;
        for (int i = 0; i < normal.size(); i++) {
            Column column = normal.get(i);
            known = known.withColumn(
                    said.columns().get(i).name(),
                    each -> each.withType(column.type())
                            .withCollation(each.collation().or(() -> ofType(each, column)))
                            .withDefault(column.defaultValue()
                                    .filter(value -> !(value instanceof DefaultValue.Expression))
                                    .or(each::defaultValue)));
        }
        return known;
    }

    /**
     * What a file of SQL asks for, tried out in a scratch. Views are left alone.
     *
     * @param file its name, for messages
     * @param content its content, in UTF-8; stays open
     * @return the schema as the database reports it; what the file gives no name has the one of the convention
     * @throws MigrateException {@code bad-script}, when the file cannot be split, or reaches beyond its schema; {@code
     *     model-failed}, when the database refuses a statement; {@code no-scratch}, when there is no place to try it
     */
    public DesiredModel ofScript(String file, InputStream content) {
        SchemaScript script = SchemaScript.read(file, content, dialect, home);
        ScratchNames names = ScratchNames.random();
        Set<String> schemas = script.schemas(schemasOfServer());
        Trial trial =
                new Trial(dialect, source, names, schemas, new Relocation(Optional.of(names), home, Optional.empty()));
        Trial.Tried tried = trial.of(
                scratch -> script.in(scratch, names, schemas),
                (statement, words) -> Problem.of(
                                ProblemCode.MODEL_FAILED,
                                dialect.describe() + " refuses a statement: " + words + "\n" + statement.sql())
                        .at(file + ":" + statement.line())
                        .next("correct the file"));
        return withAll(tried.warnings(), named(file, withNamespaces(tried.schema(), schemas)));
    }

    private List<String> schemasOfServer() {
        try (Connection connection = source.connect()) {
            return dialect.catalog().namespaces(connection).stream()
                    .map(schema -> schema.name().name())
                    .toList();
        } catch (SQLException e) {
            throw new MigrateException(
                    Problem.of(dialect.classify(e), "the schemas of the server cannot be read: " + e.getMessage())
                            .next("check the account that is to make the scratch"),
                    e);
        }
    }

    /**
     * What another database is. Views are left alone.
     *
     * @param url what it is called in messages
     * @param other an open connection to it, in the schema that is meant
     * @return its schema
     * @throws SQLException when it refuses
     * @throws MigrateException {@code bad-parameter}, when it is another kind of database
     */
    public DesiredModel ofDatabase(String url, Connection other) throws SQLException {
        Dialect its = Dialects.of(other);
        if (!its.name().equals(dialect.name())) {
            throw new MigrateException(Problem.of(
                            ProblemCode.BAD_PARAMETER,
                            url + " is " + its.describe() + ", and cannot say what a schema on " + dialect.describe()
                                    + " should be")
                    .next("name a database of the same kind"));
        }
        SchemaModel schema =
                its.stated(its.catalog().schema(other, Optional.empty())).withViews(List.of());
        return named(url, schema);
    }

    /** What somebody made without the help of a provider: the database has made up a name for what was given none. */
    private DesiredModel named(String from, SchemaModel schema) {
        GivenNames names = new GivenNames(given(schema), dialect.identifierLimit());
        SchemaModel named = names.of(schema);
        return new DesiredModel(from, named, names.unnamed(), List.of(), Set.of(), true, List.of());
    }

    private List<KeyName> given(SchemaModel schema) {
        NormalForm form = dialect.normalForm();
        List<KeyName> given = new ArrayList<>();
        for (Table table : schema.tables()) {
            Stream.concat(
                            table.constraints().stream().map(Constraint::name),
                            table.indexes().stream().map(Index::name))
                    .filter(name -> !form.isMadeUp(table, name))
                    .forEach(name -> given.add(new KeyName(table.name(), KeyKind.INDEX, name, List.of(), true)));
        }
        return given;
    }

    private static DesiredModel withAll(List<Problem> warnings, DesiredModel model) {
        DesiredModel more = model;
        for (Problem warning : warnings) {
            more = more.with(warning);
        }
        return more;
    }

    private SchemaModel withNamespaces(SchemaModel schema, Collection<String> schemas) {
        return schema.withNamespaces(schemas.stream()
                .filter(name -> !home.equals(Optional.of(name)))
                .map(Namespace::of)
                .toList());
    }

    private ModelDatabase database(String prefix, Optional<String> homeOfScript) {
        ProviderView view = dialect.forProviders();
        return new ModelDatabase(
                view.product(),
                dialect.version().toString(),
                dialect.version().major(),
                dialect.version().minor(),
                ModelDatabase.Schemas.valueOf(view.schemas().name()),
                home,
                new Names(view),
                prefix,
                homeOfScript);
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

    private DesiredModel finished(EntityModel read, SchemaModel schema, boolean triedOut) {
        Relocation outside = new Relocation(Optional.empty(), home, read.defaultSchema());
        GivenNames names = new GivenNames(
                read.names().stream()
                        .map(key -> new KeyName(
                                outside.name(key.table()), key.kind(), key.name(), key.columns(), key.given()))
                        .toList(),
                dialect.identifierLimit());
        Map<TableName, List<Map.Entry<Commented, String>>> comments = read.comments().entrySet().stream()
                .collect(groupingBy(comment -> outside.name(comment.getKey().table())));
        SchemaModel named =
                names.of(schema).changeAll(table -> commented(table, comments.getOrDefault(table.name(), List.of())));
        return new DesiredModel(
                read.provider(),
                withNamespaces(named, read.schemas()),
                names.unnamed(),
                read.rows().stream()
                        .map(row -> new InitialRow(outside.name(row.table()), row.columns(), row.values()))
                        .toList(),
                read.readOnly().stream().map(outside::name).collect(toSet()),
                triedOut,
                read.warnings());
    }

    private static Table commented(Table table, List<Map.Entry<Commented, String>> comments) {
        Table commented = table;
        for (Map.Entry<Commented, String> comment : comments) {
            Optional<String> text = Optional.of(comment.getValue());
            Optional<String> column = comment.getKey().column();
            commented = column.isEmpty()
                    ? commented.withComment(text)
                    : commented.withColumn(column.get(), on -> on.withComment(text));
        }
        return commented;
    }
}
