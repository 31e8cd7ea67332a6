package dev.migrate.schema;

import static java.util.Objects.requireNonNull;

import dev.migrate.problem.MigrateException;
import dev.migrate.problem.Problem;
import dev.migrate.problem.ProblemCode;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * What is known about a schema. A <em>complete</em> model knows every table; in an <em>incomplete</em> one a table that is
 * not listed may exist all the same, and changes to it are not followed. Sequences, types and views are what a reading of
 * the whole schema found beside the tables; changes of tables leave them alone.
 */
public final class SchemaModel {

    private static final SchemaModel EMPTY =
            new SchemaModel(new TreeMap<>(), SchemaObjects.NONE, Optional.empty(), Optional.empty(), Map.of());

    private final SortedMap<TableName, Table> tables; // a sorted map is copied without a comparison
    private final SchemaObjects beside;
    private final Optional<String> incompleteBecause;
    private final Optional<String> home;

    /** Of a complete model: the tables of which nothing is known, not even whether they exist, and why. */
    private final Map<TableName, String> unknown;

    private SchemaModel(
            SortedMap<TableName, Table> tables,
            SchemaObjects beside,
            Optional<String> incompleteBecause,
            Optional<String> home,
            Map<TableName, String> unknown) {
        this.tables = Collections.unmodifiableSortedMap(tables);
        this.beside = beside;
        this.incompleteBecause = incompleteBecause;
        this.home = home;
        this.unknown = unknown;
    }

    /**
     * The complete model without a table.
     *
     * @return the model of an empty schema
     */
    public static SchemaModel empty() {
        return EMPTY;
    }

    /**
     * A complete model.
     *
     * @param tables all tables of the schema
     * @return the model
     */
    public static SchemaModel of(Collection<Table> tables) {
        return new SchemaModel(byName(tables), SchemaObjects.NONE, Optional.empty(), Optional.empty(), Map.of());
    }

    /**
     * An incomplete model.
     *
     * @param tables the tables that are known
     * @param because why nothing is known of the others: a sentence's end for an error message
     * @return the model
     */
    public static SchemaModel incomplete(Collection<Table> tables, String because) {
        return new SchemaModel(
                byName(tables),
                SchemaObjects.NONE,
                Optional.of(requireNonNull(because, "because")),
                Optional.empty(),
                Map.of());
    }

    private static SortedMap<TableName, Table> byName(Collection<Table> tables) {
        SortedMap<TableName, Table> byName = new TreeMap<>();
        tables.forEach(table -> byName.put(table.name(), table));
        return byName;
    }

    /**
     * The tables that are known.
     *
     * @return sorted by name
     */
    public List<Table> tables() {
        return List.copyOf(tables.values());
    }

    /**
     * The sequences of the schema.
     *
     * @return sorted by name
     */
    public List<Sequence> sequences() {
        return beside.all(Sequence.class);
    }

    /**
     * The enum types of the schema that have a name.
     *
     * @return sorted by name
     */
    public List<EnumType> enumTypes() {
        return beside.all(EnumType.class);
    }

    /**
     * The views of the schema.
     *
     * @return sorted by name
     */
    public List<View> views() {
        return beside.all(View.class);
    }

    /**
     * The same model with other sequences.
     *
     * @param sequences all of them
     * @return a copy
     */
    public SchemaModel withSequences(Collection<Sequence> sequences) {
        return with(beside.replacing(Sequence.class, sequences));
    }

    /**
     * The same model with other enum types.
     *
     * @param enumTypes all of them
     * @return a copy
     */
    public SchemaModel withEnumTypes(Collection<EnumType> enumTypes) {
        return with(beside.replacing(EnumType.class, enumTypes));
    }

    /**
     * The same model with other views.
     *
     * @param views all of them
     * @return a copy
     */
    public SchemaModel withViews(Collection<View> views) {
        return with(beside.replacing(View.class, views));
    }

    /**
     * The schemas of which something is known.
     *
     * @return sorted by name; a reading of one schema tells of none
     */
    public List<Namespace> namespaces() {
        return beside.all(Namespace.class);
    }

    /**
     * The same model with other schemas.
     *
     * @param namespaces all of them
     * @return a copy
     */
    public SchemaModel withNamespaces(Collection<Namespace> namespaces) {
        return with(beside.replacing(Namespace.class, namespaces));
    }

    /**
     * Looks for what stands beside the tables.
     *
     * @param <T> its kind
     * @param type its kind
     * @param name its name
     * @return the object; empty when it is not known
     */
    public <T extends SchemaObject> Optional<T> find(Class<T> type, TableName name) {
        return beside.find(type, name);
    }

    /**
     * The same model with one more object beside the tables.
     *
     * @param object the object
     * @return a copy
     * @throws MigrateException {@code object-exists}, when one of that kind and name is known
     */
    public SchemaModel with(SchemaObject object) {
        return with(beside.with(object));
    }

    /**
     * The same model without an object beside the tables.
     *
     * @param type its kind
     * @param name its name
     * @return a copy; this model when the object is not known in an incomplete model
     * @throws MigrateException {@code unknown-object}, when a complete model has none of that kind and name
     */
    public SchemaModel without(Class<? extends SchemaObject> type, TableName name) {
        return notFollowed(type, name) ? this : with(beside.without(type, name));
    }

    /**
     * The same model with one object beside the tables changed.
     *
     * @param <T> its kind
     * @param type its kind
     * @param name its name
     * @param change gives the object as it should be; under another name it replaces the old one
     * @return a copy; this model when the object is not known in an incomplete model
     * @throws MigrateException {@code unknown-object}, when a complete model has none of that kind and name;
     *     {@code object-exists}, when the changed object's name is taken
     */
    public <T extends SchemaObject> SchemaModel change(Class<T> type, TableName name, UnaryOperator<T> change) {
        if (notFollowed(type, name)) {
            return this;
        }
        SchemaObjects others = beside.without(type, name);
        return with(others.with(change.apply(find(type, name).orElseThrow())));
    }

    /** Schemas are there before the first migration, and no reading lists them all. */
    private boolean notFollowed(Class<? extends SchemaObject> type, TableName name) {
        return (incompleteBecause.isPresent() || type == Namespace.class)
                && find(type, name).isEmpty();
    }

    private SchemaModel with(SchemaObjects others) {
        return new SchemaModel(new TreeMap<>(tables), others, incompleteBecause, home, unknown);
    }

    /**
     * The same model for a session of which it is known where it looks up names without a schema: a table that is named
     * with that schema is the one that is named without.
     *
     * @param schema the schema, as migrations write it
     * @return a copy
     */
    public SchemaModel at(String schema) {
        SchemaModel empty = new SchemaModel(
                new TreeMap<>(), beside, incompleteBecause, Optional.of(requireNonNull(schema, "schema")), unknown);
        return empty.copy(map -> {
            tables.values().forEach(table -> map.putIfAbsent(empty.key(table.name()), table));
            return map;
        });
    }

    private TableName key(TableName name) {
        return home.isPresent() && name.schema().equals(home) ? new TableName(Optional.empty(), name.name()) : name;
    }

    /**
     * Why a table that is not listed may exist all the same.
     *
     * @return a sentence's end; empty when every table is known
     */
    public Optional<String> incompleteBecause() {
        return incompleteBecause;
    }

    /**
     * Looks for a table.
     *
     * @param name its name
     * @return the table; empty when it is not known
     */
    public Optional<Table> findTable(TableName name) {
        return Optional.ofNullable(tables.get(key(name)));
    }

    /**
     * A table that should be known.
     *
     * @param name its name
     * @return the table
     * @throws MigrateException {@code unknown-object}, when it is not
     */
    public Table table(TableName name) {
        return findTable(name)
                .orElseThrow(() -> new MigrateException(unknownBecause(name)
                        .map(because -> Problem.of(
                                        ProblemCode.UNKNOWN_OBJECT,
                                        "nothing is known of table " + name + ": " + because)
                                .next("run against a database, where it can be looked up"))
                        .orElseGet(() -> {
                            String names = tables.keySet().stream()
                                    .map(TableName::toString)
                                    .collect(Collectors.joining(", "));
                            return Problem.of(
                                            ProblemCode.UNKNOWN_OBJECT,
                                            "there is no table " + name
                                                    + (names.isEmpty()
                                                            ? "; the schema is empty"
                                                            : "; there are " + names))
                                    .next("correct the name, or the order of the migrations");
                        })));
    }

    /**
     * The same model with one more table.
     *
     * @param table the table
     * @return a copy
     * @throws MigrateException {@code object-exists}, when one of that name is known
     */
    public SchemaModel with(Table table) {
        if (tables.containsKey(key(table.name()))) {
            throw new MigrateException(Problem.of(ProblemCode.OBJECT_EXISTS, "there is already a table " + table.name())
                    .next("correct the name, or drop the present one first"));
        }
        return copy(map -> {
                    map.put(key(table.name()), table);
                    return map;
                })
                .noLongerUnknown(table.name());
    }

    /**
     * The same model without a table.
     *
     * @param name the table's name
     * @return a copy; this model when nothing is known of the table
     * @throws MigrateException {@code unknown-object}, when it is known that there is none of that name
     */
    public SchemaModel without(TableName name) {
        if (notFollowed(name)) {
            return noLongerUnknown(name);
        }
        table(name);
        return copy(map -> {
            map.remove(key(name));
            return map;
        });
    }

    /**
     * The same model with one table changed.
     *
     * @param name the table's name
     * @param change gives the table as it should be; under another name it replaces the old one
     * @return a copy; this model when the table is not known in an incomplete model
     * @throws MigrateException {@code unknown-object}, when a complete model has none of that name;
     *     {@code object-exists}, when the changed table's name is taken
     */
    public SchemaModel change(TableName name, UnaryOperator<Table> change) {
        if (notFollowed(name)) {
            return this;
        }
        Table changed = change.apply(table(name));
        if (!key(changed.name()).equals(key(name))) {
            return without(name).with(changed);
        }
        return copy(map -> {
            map.put(key(name), changed);
            return map;
        });
    }

    /**
     * The same model with every known table changed, each under its own name.
     *
     * @param change gives the table as it should be
     * @return a copy
     */
    public SchemaModel changeAll(UnaryOperator<Table> change) {
        return copy(map -> {
            map.replaceAll((name, table) -> change.apply(table));
            return map;
        });
    }

    /**
     * A model in which nothing is known any more.
     *
     * @param because why: a sentence's end for an error message
     * @return an incomplete model without a table
     */
    public SchemaModel forgotten(String because) {
        return incomplete(List.of(), because);
    }

    /**
     * The same model with the columns of each table sorted by name.
     *
     * @return a copy
     */
    public SchemaModel ignoringColumnOrder() {
        return changeAll(Table::ignoringColumnOrder);
    }

    /**
     * The same model without knowledge of one table.
     *
     * @param name the table's name
     * @param because why: a sentence's end for an error message
     * @return a copy, in which the table may exist or not, and changes to it are not followed
     */
    public SchemaModel withUnknown(TableName name, String because) {
        SortedMap<TableName, Table> known = new TreeMap<>(tables);
        known.remove(key(name));
        Map<TableName, String> more = new TreeMap<>(unknown);
        more.put(key(name), because);
        return new SchemaModel(known, beside, incompleteBecause, home, Collections.unmodifiableMap(more));
    }

    /**
     * Why nothing is known of a table.
     *
     * @param name the table's name
     * @return a sentence's end; empty where the table is known, or known not to exist
     */
    public Optional<String> unknownBecause(TableName name) {
        return tables.containsKey(key(name))
                ? Optional.empty()
                : Optional.ofNullable(unknown.get(key(name))).or(() -> incompleteBecause);
    }

    /**
     * The tables of which nothing is known, although every other one is known.
     *
     * @return sorted by name; empty in an incomplete model, unless they were named
     */
    public Set<TableName> unknownTables() {
        return unknown.keySet();
    }

    private SchemaModel noLongerUnknown(TableName name) {
        if (!unknown.containsKey(key(name))) {
            return this;
        }
        Map<TableName, String> fewer = new TreeMap<>(unknown);
        fewer.remove(key(name));
        return new SchemaModel(
                new TreeMap<>(tables), beside, incompleteBecause, home, Collections.unmodifiableMap(fewer));
    }

    private boolean notFollowed(TableName name) {
        return unknownBecause(name).isPresent();
    }

    private SchemaModel copy(UnaryOperator<SortedMap<TableName, Table>> change) {
        return new SchemaModel(change.apply(new TreeMap<>(tables)), beside, incompleteBecause, home, unknown);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SchemaModel that
                && tables.equals(that.tables)
                && beside.equals(that.beside)
                && unknown.keySet().equals(that.unknown.keySet())
                && incompleteBecause.isPresent() == that.incompleteBecause.isPresent();
    }

    @Override
    public int hashCode() {
        return tables.hashCode();
    }

    @Override
    public String toString() {
        return (incompleteBecause.isPresent() ? "incomplete " : "")
                + tables.values()
                + (beside.equals(SchemaObjects.NONE) ? "" : " and " + beside)
                + (unknown.isEmpty() ? "" : " without knowledge of " + unknown.keySet());
    }
}
