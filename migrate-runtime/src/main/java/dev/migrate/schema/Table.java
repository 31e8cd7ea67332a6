package dev.migrate.schema;

import static java.util.Objects.requireNonNull;

import dev.migrate.problem.MigrateException;
import dev.migrate.problem.Problem;
import dev.migrate.problem.ProblemCode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A table. Columns keep their order; constraints and indexes are sorted by name, since a database keeps no order of them.
 *
 * @param name its name
 * @param columns its columns, in order; at least one
 * @param primaryKey what identifies a row
 * @param uniques its unique constraints
 * @param foreignKeys its foreign keys
 * @param checks its checks
 * @param exclusions its exclusion constraints
 * @param indexes its indexes, without those that a database keeps behind a constraint
 * @param comment what the database keeps as its comment; never empty text
 * @param options what else the database is told about it, by names in lower case such as {@code engine} or
 *     {@code collation}, sorted; only what differs from what the database would choose by itself
 */
public record Table(
        TableName name,
        List<Column> columns,
        Optional<PrimaryKey> primaryKey,
        List<UniqueConstraint> uniques,
        List<ForeignKey> foreignKeys,
        List<CheckConstraint> checks,
        List<ExclusionConstraint> exclusions,
        List<Index> indexes,
        Optional<String> comment,
        Map<String, String> options) {

    public Table {
        requireNonNull(name, "name");
        columns = List.copyOf(columns);
        requireNonNull(primaryKey, "primaryKey");
        uniques = sorted(uniques, Constraint::name);
        foreignKeys =
                sorted(foreignKeys.stream().map(key -> besideIt(name, key)).toList(), Constraint::name);
        checks = sorted(checks, Constraint::name);
        exclusions = sorted(exclusions, Constraint::name);
        indexes = sorted(indexes, Index::name);
        comment = comment.filter(text -> !text.isEmpty());
        options = Collections.unmodifiableMap(new TreeMap<>(options));
    }

    /** Without a schema, a foreign key of a table that has one means the table beside it. */
    private static ForeignKey besideIt(TableName table, ForeignKey key) {
        return key.references().schema().isPresent()
                ? key
                : key.referringTo(table.sibling(key.references().name()));
    }

    private static <T> List<T> sorted(Collection<T> values, Function<T, String> name) {
        return values.size() < 2 // as most are: a table is copied for each thing that is said about it
                ? List.copyOf(values)
                : values.stream().sorted(Comparator.comparing(name)).toList();
    }

    /**
     * A table of columns and nothing else.
     *
     * @param name its name
     * @param columns its columns, in order
     * @return the table
     */
    public static Table of(TableName name, List<Column> columns) {
        return new Table(
                name,
                columns,
                Optional.empty(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                Optional.empty(),
                Map.of());
    }

    /**
     * Looks for a column.
     *
     * @param column its name
     * @return the column, empty when there is none of that name
     */
    public Optional<Column> findColumn(String column) {
        return columns.stream().filter(c -> c.name().equals(column)).findFirst();
    }

    /**
     * A column that should be there.
     *
     * @param column its name
     * @return the column
     * @throws MigrateException {@code unknown-object}, when there is none of that name
     */
    public Column column(String column) {
        return findColumn(column)
                .orElseThrow(() -> unknown("column", column, columns.stream().map(Column::name)));
    }

    /**
     * An index that should be there.
     *
     * @param index its name
     * @return the index
     * @throws MigrateException {@code unknown-object}, when there is none of that name
     */
    public Index index(String index) {
        return indexes.stream()
                .filter(i -> i.name().equals(index))
                .findFirst()
                .orElseThrow(() -> unknown("index", index, indexes.stream().map(Index::name)));
    }

    /**
     * All keys and rules.
     *
     * @return the primary key first, then unique constraints, foreign keys, checks and exclusion constraints, each
     *     sorted by name
     */
    public List<Constraint> constraints() {
        List<Constraint> all = new ArrayList<>();
        primaryKey.ifPresent(all::add);
        all.addAll(uniques);
        all.addAll(foreignKeys);
        all.addAll(checks);
        all.addAll(exclusions);
        return all;
    }

    /**
     * A constraint that should be there.
     *
     * @param constraint its name
     * @return the constraint
     * @throws MigrateException {@code unknown-object}, when there is none of that name
     */
    public Constraint constraint(String constraint) {
        return constraints().stream()
                .filter(c -> c.name().equals(constraint))
                .findFirst()
                .orElseThrow(() ->
                        unknown("constraint", constraint, constraints().stream().map(Constraint::name)));
    }

    /**
     * A constraint that should be there, of a kind that may be known. A primary key is found by its kind alone: there is
     * but one, and some databases know it under no name.
     *
     * @param constraint its name
     * @param kind its kind; empty for any
     * @return the constraint
     * @throws MigrateException {@code unknown-object}, when there is none of that name; {@code bad-operation}, when it is
     *     of another kind
     */
    public Constraint constraint(String constraint, Optional<Constraint.Kind> kind) {
        if (kind.isEmpty()) {
            return constraint(constraint);
        }
        return constraints().stream()
                .filter(c -> c.kind() == kind.get())
                .filter(c -> c instanceof PrimaryKey || c.name().equals(constraint))
                .findFirst()
                .orElseThrow(() -> constraints().stream()
                        .filter(c -> c.name().equals(constraint))
                        .findFirst()
                        .map(c -> ofAnotherKind(c, kind.get()))
                        .orElseGet(() -> unknown(
                                kind.get().words(),
                                constraint,
                                constraints().stream()
                                        .filter(c -> c.kind() == kind.get())
                                        .map(Constraint::name))));
    }

    private MigrateException ofAnotherKind(Constraint found, Constraint.Kind expected) {
        return new MigrateException(Problem.of(
                        ProblemCode.BAD_OPERATION,
                        "constraint " + found.name() + " of table " + name + " is of the kind \""
                                + found.kind().words() + "\", not \"" + expected.words() + "\"")
                .next("name the kind that it has, or none"));
    }

    /**
     * The same table under another name. Its constraints and indexes keep theirs; what refers to itself follows.
     *
     * @param newName the other name
     * @return a copy
     */
    public Table withName(TableName newName) {
        return new Table(
                        newName,
                        columns,
                        primaryKey,
                        uniques,
                        foreignKeys,
                        checks,
                        exclusions,
                        indexes,
                        comment,
                        options)
                .referringTo(name, newName);
    }

    /**
     * The same table, with its foreign keys following a renamed table.
     *
     * @param from the table's old name
     * @param to its new name
     * @return a copy
     */
    public Table referringTo(TableName from, TableName to) {
        return mapForeignKeys(key -> key.references().equals(from) ? key.referringTo(to) : key);
    }

    /**
     * The same table, with its foreign keys following a renamed column of the table they refer to.
     *
     * @param table the table whose column was renamed
     * @param from the column's old name
     * @param to its new name
     * @return a copy
     */
    public Table referringToColumn(TableName table, String from, String to) {
        return mapForeignKeys(key -> key.references().equals(table)
                ? key.referringTo(table, Renamed.column(key.referencedColumns(), from, to))
                : key);
    }

    private Table mapForeignKeys(UnaryOperator<ForeignKey> change) {
        return new Table(
                name,
                columns,
                primaryKey,
                uniques,
                foreignKeys.stream().map(change).toList(),
                checks,
                exclusions,
                indexes,
                comment,
                options);
    }

    /**
     * The same table with one more column, at its end.
     *
     * @param column the column
     * @return a copy
     * @throws MigrateException {@code object-exists}, when it has a column of that name
     */
    public Table with(Column column) {
        if (findColumn(column.name()).isPresent()) {
            throw exists("column", column.name());
        }
        List<Column> more = new ArrayList<>(columns);
        more.add(column);
        return withColumns(more);
    }

    /**
     * The same table with another set of columns.
     *
     * @param newColumns all its columns, in order
     * @return a copy
     */
    public Table withColumns(List<Column> newColumns) {
        return new Table(
                name, newColumns, primaryKey, uniques, foreignKeys, checks, exclusions, indexes, comment, options);
    }

    /**
     * The same table with one column changed.
     *
     * @param column the column's name
     * @param change gives the column as it should be, under the same name
     * @return a copy
     * @throws MigrateException {@code unknown-object}, when there is none of that name
     */
    public Table withColumn(String column, UnaryOperator<Column> change) {
        Column changed = change.apply(column(column));
        return withColumns(
                columns.stream().map(c -> c.name().equals(column) ? changed : c).toList());
    }

    /**
     * The same table without a column. What names it in SQL, such as a check, is not touched.
     *
     * @param column the column's name
     * @return a copy
     * @throws MigrateException {@code unknown-object}, when there is none of that name
     */
    public Table withoutColumn(String column) {
        Column gone = column(column);
        return withColumns(columns.stream().filter(c -> !c.equals(gone)).toList());
    }

    /**
     * The same table with a column renamed, in keys and indexes too. SQL text that names it is not touched.
     *
     * @param from the present name
     * @param to the new name
     * @return a copy
     * @throws MigrateException {@code unknown-object} or {@code object-exists}
     */
    public Table withColumnRenamed(String from, String to) {
        column(from);
        if (findColumn(to).isPresent()) {
            throw exists("column", to);
        }
        return withColumns(columns.stream()
                        .map(c -> c.name().equals(from) ? c.withName(to) : c)
                        .toList())
                .withConstraints(constraints().stream()
                        .map(constraint -> constraint.withColumnRenamed(from, to))
                        .toList())
                .withIndexes(indexes.stream()
                        .map(index -> index.withColumnRenamed(from, to))
                        .toList())
                .referringToColumn(name, from, to);
    }

    /**
     * The same table with one more constraint.
     *
     * @param constraint the constraint
     * @return a copy
     * @throws MigrateException {@code object-exists}, when it has one of that name, or a second primary key
     */
    public Table with(Constraint constraint) {
        if (constraints().stream().anyMatch(c -> c.name().equals(constraint.name()))
                || (constraint instanceof PrimaryKey && primaryKey.isPresent())) {
            throw exists("constraint", constraint.name());
        }
        List<Constraint> more = new ArrayList<>(constraints());
        more.add(constraint);
        return withConstraints(more);
    }

    /**
     * The same table without a constraint.
     *
     * @param constraint its name
     * @return a copy
     * @throws MigrateException {@code unknown-object}, when there is none of that name
     */
    public Table withoutConstraint(String constraint) {
        return without(constraint(constraint));
    }

    /**
     * The same table without a constraint.
     *
     * @param constraint one that it has
     * @return a copy
     */
    public Table without(Constraint constraint) {
        return withConstraints(
                constraints().stream().filter(c -> !c.equals(constraint)).toList());
    }

    /**
     * The same table with one of its constraints replaced.
     *
     * @param constraint one that it has
     * @param other what takes its place, maybe under another name
     * @return a copy
     * @throws MigrateException {@code object-exists}, when another constraint has that name
     */
    public Table replacing(Constraint constraint, Constraint other) {
        return without(constraint).with(other);
    }

    /**
     * The same table with other constraints.
     *
     * @param all all of them, in any order
     * @return a copy
     */
    public Table withConstraints(List<? extends Constraint> all) {
        return new Table(
                name,
                columns,
                only(PrimaryKey.class, all).findFirst(),
                only(UniqueConstraint.class, all).toList(),
                only(ForeignKey.class, all).toList(),
                only(CheckConstraint.class, all).toList(),
                only(ExclusionConstraint.class, all).toList(),
                indexes,
                comment,
                options);
    }

    private static <T> Stream<T> only(Class<T> kind, List<? extends Constraint> all) {
        return all.stream().filter(kind::isInstance).map(kind::cast);
    }

    /**
     * The same table with one more index.
     *
     * @param index the index
     * @return a copy
     * @throws MigrateException {@code object-exists}, when it has one of that name
     */
    public Table with(Index index) {
        if (indexes.stream().anyMatch(i -> i.name().equals(index.name()))) {
            throw exists("index", index.name());
        }
        List<Index> more = new ArrayList<>(indexes);
        more.add(index);
        return withIndexes(more);
    }

    /**
     * The same table with an index under another name.
     *
     * @param index its present name
     * @param newName the other name
     * @return a copy
     * @throws MigrateException {@code unknown-object} or {@code object-exists}
     */
    public Table withIndexRenamed(String index, String newName) {
        Index renamed = index(index);
        return withoutIndex(index).with(renamed.withName(newName));
    }

    /**
     * The same table without an index.
     *
     * @param index its name
     * @return a copy
     * @throws MigrateException {@code unknown-object}, when there is none of that name
     */
    public Table withoutIndex(String index) {
        Index gone = index(index);
        return withIndexes(indexes.stream().filter(i -> !i.equals(gone)).toList());
    }

    /**
     * The same table with other indexes.
     *
     * @param all all that it has then
     * @return a copy
     */
    public Table withIndexes(List<Index> all) {
        return new Table(name, columns, primaryKey, uniques, foreignKeys, checks, exclusions, all, comment, options);
    }

    /**
     * The same table with another comment.
     *
     * @param newComment the comment; empty for none
     * @return a copy
     */
    public Table withComment(Optional<String> newComment) {
        return new Table(
                name, columns, primaryKey, uniques, foreignKeys, checks, exclusions, indexes, newComment, options);
    }

    /**
     * The same table with other options.
     *
     * @param newOptions all of them, by names in lower case
     * @return a copy
     */
    public Table withOptions(Map<String, String> newOptions) {
        return new Table(
                name, columns, primaryKey, uniques, foreignKeys, checks, exclusions, indexes, comment, newOptions);
    }

    /**
     * The same table with its columns sorted by name: for comparing two tables whose columns may stand in another order.
     *
     * @return a copy
     */
    public Table ignoringColumnOrder() {
        return withColumns(sorted(columns, Column::name));
    }

    private MigrateException unknown(String kind, String missing, Stream<String> present) {
        String names = present.collect(Collectors.joining(", "));
        return new MigrateException(Problem.of(
                        ProblemCode.UNKNOWN_OBJECT,
                        "table " + name + " has no " + kind + " " + missing
                                + (names.isEmpty() ? "; it has none at all" : "; it has " + names))
                .next("correct the name, or the order of the migrations"));
    }

    private MigrateException exists(String kind, String present) {
        return new MigrateException(Problem.of(
                        ProblemCode.OBJECT_EXISTS,
                        "table " + name + " already has " + (kind.equals("index") ? "an " : "a ") + kind + " "
                                + present)
                .next("correct the name, or drop the present one first"));
    }
}
