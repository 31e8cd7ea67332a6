package dev.migrate.dialect;

import dev.migrate.operation.AddColumn;
import dev.migrate.operation.AddConstraint;
import dev.migrate.operation.AlterColumn;
import dev.migrate.operation.AlterTable;
import dev.migrate.operation.Change;
import dev.migrate.operation.CreateIndex;
import dev.migrate.operation.CreateTable;
import dev.migrate.operation.DropColumn;
import dev.migrate.operation.DropConstraint;
import dev.migrate.operation.DropIndex;
import dev.migrate.operation.DropTable;
import dev.migrate.operation.Operation;
import dev.migrate.operation.RenameColumn;
import dev.migrate.operation.RenameConstraint;
import dev.migrate.operation.RenameIndex;
import dev.migrate.operation.RenameTable;
import dev.migrate.operation.SetTableComment;
import dev.migrate.operation.SetTableOptions;
import dev.migrate.operation.TableOperation;
import dev.migrate.operation.ValidateConstraint;
import dev.migrate.problem.MigrateException;
import dev.migrate.schema.CheckConstraint;
import dev.migrate.schema.Column;
import dev.migrate.schema.ColumnType;
import dev.migrate.schema.Constraint;
import dev.migrate.schema.DefaultValue;
import dev.migrate.schema.Deferral;
import dev.migrate.schema.Enforcement;
import dev.migrate.schema.ExclusionConstraint;
import dev.migrate.schema.ForeignKey;
import dev.migrate.schema.Generated;
import dev.migrate.schema.Identity;
import dev.migrate.schema.Index;
import dev.migrate.schema.PrimaryKey;
import dev.migrate.schema.ReferentialAction;
import dev.migrate.schema.SchemaModel;
import dev.migrate.schema.Table;
import dev.migrate.schema.TableName;
import dev.migrate.schema.UniqueConstraint;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Changes that make sense for the schema as it is, one after the other. Columns that refer begin with {@code r}, others
 * with {@code c}, computed ones with {@code g}; types fit into indexes; no column refers twice. Checks and computed
 * columns are about {@code n}, which stays: MySQL and MariaDB take neither about a column that they number.
 */
final class RandomChanges {

    private static final List<ColumnType> TYPES = List.of(
            new ColumnType.IntegerType(32),
            new ColumnType.IntegerType(64),
            new ColumnType.Bool(),
            new ColumnType.Decimal(12, 3),
            new ColumnType.VarChar(40),
            new ColumnType.VarChar(60),
            new ColumnType.Date(),
            new ColumnType.Timestamp(6),
            new ColumnType.TimestampTz(3),
            new ColumnType.EnumOf(List.of("a", "b", "c")));

    /** What not every database knows. */
    enum Word {
        CHECK,
        KEY_THAT_WAITS,
        UNIQUE_THAT_WAITS,
        NOT_VALID,
        NULLS_NOT_DISTINCT,
        INCLUDE,
        EXCLUSION,
        STORAGE,
        COMPUTED_WHEN_READ,
        ROW_FORMAT
    }

    private final Random random;
    private final RandomObjects objects;
    private final boolean filled;
    private final boolean indexesWhatRefers;
    private final Set<Word> words;
    private int names;

    /**
     * @param filled whether there are rows in each table, as {@link RandomRows} makes them, that the changes must suit
     * @param indexesWhatRefers whether foreign keys find indexes of their columns there: not for MySQL, which leaves an
     *     index behind when that index comes and goes
     * @param words what the database knows
     * @param newSchema a schema that is not there, and that may be created
     */
    RandomChanges(long seed, boolean filled, boolean indexesWhatRefers, Set<Word> words, TableName newSchema) {
        random = new Random(seed);
        objects = new RandomObjects(seed, newSchema);
        this.filled = filled;
        this.indexesWhatRefers = indexesWhatRefers;
        this.words = words;
    }

    private boolean says(Word word) {
        return words.contains(word) && random.nextInt(3) == 0;
    }

    /** A change that the model itself takes. */
    Operation next(SchemaModel schema) {
        if (objects.isTheirTurn()) {
            return objects.next(schema);
        }
        while (true) {
            Optional<? extends Operation> candidate = candidate(schema);
            if (candidate.isPresent() && fits(candidate.get(), schema)) {
                return candidate.get();
            }
        }
    }

    private static boolean fits(Operation operation, SchemaModel schema) {
        try {
            operation.applyTo(schema);
            return true;
        } catch (MigrateException e) {
            return false; // a column of a key of several, say
        }
    }

    private Optional<? extends Operation> candidate(SchemaModel schema) {
        List<Table> tables = schema.tables();
        if (tables.size() < 2 || (tables.size() < 5 && random.nextInt(8) == 0)) {
            return Optional.of(new CreateTable(table(schema)));
        }
        Table table = one(tables).orElseThrow();
        return switch (random.nextInt(10)) {
            case 0 -> unreferenced(schema, table).map(t -> new DropTable(t.name()));
            case 1 -> Optional.of(new RenameTable(table.name(), name("t")));
            case 2 -> several(schema, table);
            default -> change(schema, table);
        };
    }

    private Optional<TableOperation> several(SchemaModel schema, Table table) {
        List<TableOperation> changes = new ArrayList<>();
        SchemaModel state = schema;
        for (int i = 0; i < 2 + random.nextInt(4); i++) {
            Table now = state.table(table.name());
            Optional<TableOperation> change = change(state, filled ? withColumnsOf(table, now) : now);
            if (change.isPresent() && fits(change.get(), state)) {
                changes.add(change.get());
                state = change.get().applyTo(state);
            }
        }
        return changes.isEmpty() ? Optional.empty() : Optional.of(new AlterTable(table.name(), changes));
    }

    /** What is added within an operation gets its rows only after it: till then nothing can be asked of it. */
    private static Table withColumnsOf(Table before, Table now) {
        return now.withColumns(now.columns().stream()
                .filter(column -> before.findColumn(column.name()).isPresent())
                .toList());
    }

    private Optional<TableOperation> change(SchemaModel schema, Table table) {
        TableName name = table.name();
        List<Column> plain = table.columns().stream()
                .filter(column -> column.name().startsWith("c"))
                .toList();
        return switch (random.nextInt(17)) {
            case 0 -> Optional.of(new AddColumn(name, column(name("c"))));
            case 1 ->
                one(table.columns().stream()
                                .filter(column -> !Set.of("id", "n").contains(column.name()))
                                .filter(column -> !filled || comesBack(table, column))
                                .toList())
                        .map(column -> new DropColumn(name, column.name()));
            case 2 -> one(plain).map(column -> new RenameColumn(name, column.name(), name("c")));
            case 3 -> one(plain).map(column -> altered(name, column));
            case 4 -> Optional.of(new CreateIndex(name, index(table), false));
            case 5 -> one(table.indexes()).map(index -> new DropIndex(name, index.name(), false));
            case 6 ->
                Optional.of(some(table))
                        .filter(columns -> isNewKey(table, columns))
                        .map(columns -> new AddConstraint(name, unique(table, columns)));
            case 7 -> one(schema.tables()).flatMap(other -> key(table, other)).map(key -> new AddConstraint(name, key));
            case 8 -> one(table.indexes()).map(index -> new RenameIndex(name, index.name(), name("ix")));
            case 9 ->
                one(named(table))
                        .map(constraint -> new RenameConstraint(
                                name, constraint.name(), name("k"), Optional.of(constraint.kind())));
            case 10 -> one(unproven(table)).map(constraint -> new ValidateConstraint(name, constraint.name()));
            case 11 ->
                words.contains(Word.EXCLUSION)
                        ? one(plain).map(column -> new AddConstraint(name, exclusion(column.name())))
                        : Optional.empty();
            case 12 -> Optional.of(new SetTableComment(name, one(List.of("", "it's " + name("x")))));
            case 13 -> words.contains(Word.CHECK) ? Optional.of(new AddConstraint(name, check())) : Optional.empty();
            case 14 -> Optional.of(new AddColumn(name, computed()));
            case 15 ->
                words.contains(Word.ROW_FORMAT)
                        ? one(List.of("dynamic", "compact"))
                                .map(format ->
                                        new SetTableOptions(name, Map.of("row_format", new Change.Set<>(format))))
                        : Optional.empty();
            default -> one(named(table)).map(constraint -> new DropConstraint(name, constraint.name()));
        };
    }

    /** Whether the column can be added again while there are rows, which then all hold the same in it. */
    private static boolean comesBack(Table table, Column column) {
        return (column.nullable()
                        || column.defaultValue().isPresent()
                        || column.generated().isPresent())
                && table.uniques().stream().noneMatch(key -> key.columns().contains(column.name()))
                && table.exclusions().stream()
                        .noneMatch(key -> key.mentionedColumns().contains(column.name()))
                && table.indexes().stream()
                        .noneMatch(index -> index.unique() && index.columns().contains(column.name()));
    }

    /** Mostly what is there to validate. */
    private List<Constraint> unproven(Table table) {
        boolean any = random.nextInt(5) == 0;
        return table.constraints().stream()
                .filter(constraint -> constraint instanceof ForeignKey key
                                && (any || key.enforcement().isPresent())
                        || constraint instanceof CheckConstraint check
                                && (any || check.enforcement().isPresent()))
                .toList();
    }

    private CheckConstraint check() {
        return new CheckConstraint(
                name("ck"),
                "n > " + -random.nextInt(10),
                false,
                says(Word.NOT_VALID) ? Optional.of(Enforcement.NEW_ROWS) : Optional.empty());
    }

    private Column computed() {
        boolean stored = !words.contains(Word.COMPUTED_WHEN_READ) || random.nextBoolean();
        return Column.of(name("g"), new ColumnType.IntegerType(64))
                .withGenerated(Optional.of(new Generated("n + " + random.nextInt(10), stored)));
    }

    private static List<Constraint> named(Table table) {
        return table.constraints().stream()
                .filter(constraint -> !(constraint instanceof PrimaryKey))
                .toList();
    }

    private UniqueConstraint unique(Table table, List<String> columns) {
        List<String> others = table.columns().stream()
                .map(Column::name)
                .filter(column -> !columns.contains(column))
                .toList();
        return new UniqueConstraint(
                name("uq"),
                columns,
                says(Word.NULLS_NOT_DISTINCT),
                says(Word.INCLUDE) ? one(others).stream().toList() : List.of(),
                says(Word.UNIQUE_THAT_WAITS) ? one(List.of(Deferral.values())) : Optional.empty());
    }

    private ExclusionConstraint exclusion(String column) {
        return new ExclusionConstraint(
                name("ex"),
                "btree",
                List.of(new ExclusionConstraint.Element(Index.Part.column(column), "=")),
                says(Word.INCLUDE) ? List.of("id") : List.of(),
                random.nextBoolean() ? Optional.of("id > 7") : Optional.empty(),
                says(Word.UNIQUE_THAT_WAITS) ? one(List.of(Deferral.values())) : Optional.empty());
    }

    /** H2 2.4 reports a second key of the same columns in the order of the first, once the table was altered. */
    private static boolean isNewKey(Table table, List<String> columns) {
        return table.uniques().stream()
                .noneMatch(key -> Set.copyOf(key.columns()).equals(Set.copyOf(columns)));
    }

    private Optional<ForeignKey> key(Table table, Table other) {
        return one(table.columns().stream()
                        .filter(column -> column.name().startsWith("r"))
                        .filter(column -> table.foreignKeys().stream()
                                .noneMatch(key -> key.columns().contains(column.name())))
                        .toList())
                .map(column -> new ForeignKey(
                                name("fk"),
                                List.of(column.name()),
                                other.name(),
                                List.of("id"),
                                one(List.of(
                                                ReferentialAction.NO_ACTION,
                                                ReferentialAction.CASCADE,
                                                ReferentialAction.SET_NULL))
                                        .orElseThrow(),
                                ReferentialAction.NO_ACTION)
                        .withDeferral(says(Word.KEY_THAT_WAITS) ? one(List.of(Deferral.values())) : Optional.empty())
                        .withEnforcement(says(Word.NOT_VALID) ? Optional.of(Enforcement.NEW_ROWS) : Optional.empty()));
    }

    private static Optional<Table> unreferenced(SchemaModel schema, Table table) {
        boolean referenced = schema.tables().stream()
                .filter(other -> !other.equals(table))
                .flatMap(other -> other.foreignKeys().stream())
                .anyMatch(key -> key.references().equals(table.name()));
        return referenced ? Optional.empty() : Optional.of(table);
    }

    private Table table(SchemaModel schema) {
        TableName name = TableName.parse(name("t"));
        List<Column> columns = new ArrayList<>();
        columns.add(Column.of("id", new ColumnType.IntegerType(64))
                .withNullable(false)
                .withIdentity(Optional.of(Identity.BY_DEFAULT)));
        columns.add(Column.of("n", new ColumnType.IntegerType(64)));
        columns.add(Column.of(name("r"), new ColumnType.IntegerType(64)));
        IntStream.rangeClosed(1, 1 + random.nextInt(4)).forEach(i -> columns.add(column(name("c"))));
        if (random.nextInt(3) == 0) {
            columns.add(computed());
        }
        Table table = new Table(
                name,
                columns,
                Optional.of(new PrimaryKey("pk_" + name.name(), List.of("id"))),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                random.nextBoolean() ? Optional.of("table " + name) : Optional.empty(),
                Map.of());
        return withMore(table, schema);
    }

    private Table withMore(Table table, SchemaModel schema) {
        Table more = random.nextBoolean() ? table.with(index(table)) : table;
        if (random.nextInt(3) == 0) {
            more = more.with(unique(table, some(table)));
        }
        if (words.contains(Word.CHECK) && random.nextInt(3) == 0) {
            more = more.with(check());
        }
        Optional<Table> other = random.nextBoolean() ? one(schema.tables()) : Optional.empty();
        return other.flatMap(parent -> key(table, parent)).map(more::with).orElse(more);
    }

    private Column column(String name) {
        ColumnType type = one(TYPES).orElseThrow();
        Optional<DefaultValue> value = random.nextBoolean() ? defaultOf(type) : Optional.empty();
        return Column.of(name, type)
                .withDefault(value)
                .withNullable(value.isEmpty() || random.nextBoolean())
                .withComment(random.nextInt(3) == 0 ? Optional.of("column's " + name) : Optional.empty());
    }

    private static Optional<DefaultValue> defaultOf(ColumnType type) {
        if (type instanceof ColumnType.IntegerType || type instanceof ColumnType.Decimal) {
            return Optional.of(new DefaultValue.Numeric(new BigDecimal("7")));
        }
        if (type instanceof ColumnType.Bool) {
            return Optional.of(new DefaultValue.Bool(true));
        }
        if (type instanceof ColumnType.VarChar || type instanceof ColumnType.EnumOf) {
            return Optional.of(new DefaultValue.Text("a"));
        }
        return type instanceof ColumnType.Date ? Optional.empty() : Optional.of(new DefaultValue.Now());
    }

    /** A new type comes with a new default, since the old one may not fit. */
    private AlterColumn altered(TableName table, Column column) {
        Optional<ColumnType> type = random.nextBoolean()
                ? one(TYPES.stream()
                        .filter(other -> !filled || isNumber(other) == isNumber(column.type()))
                        .filter(other -> !filled
                                || isNumber(other)
                                || other.getClass() == column.type().getClass())
                        .toList())
                : Optional.empty();
        Change<DefaultValue> value = type.isPresent() || random.nextBoolean()
                ? Change.to(random.nextBoolean() ? defaultOf(type.orElse(column.type())) : Optional.empty())
                : new Change.Keep<>();
        return new AlterColumn(
                table,
                column.name(),
                type,
                random.nextBoolean() ? Optional.of(random.nextBoolean()) : Optional.empty(),
                value,
                random.nextInt(3) == 0 ? new Change.Set<>("now " + name("x")) : new Change.Keep<>(),
                Optional.empty());
    }

    private static boolean isNumber(ColumnType type) {
        return type instanceof ColumnType.IntegerType || type instanceof ColumnType.Decimal;
    }

    private Index index(Table table) {
        List<Index.Part> parts = some(table).stream()
                .map(column -> Index.Part.column(column).withDescending(random.nextInt(3) == 0))
                .toList();
        boolean unique = random.nextInt(4) == 0;
        return Index.of(name("ix"), parts, unique, Optional.empty())
                .withNullsNotDistinct(unique && says(Word.NULLS_NOT_DISTINCT))
                .withStorage(says(Word.STORAGE) ? Map.of("fillfactor", "70") : Map.of());
    }

    private List<String> some(Table table) {
        List<String> columns = new ArrayList<>(table.columns().stream()
                .map(Column::name)
                .filter(name -> indexesWhatRefers || !name.startsWith("r"))
                .toList());
        Collections.shuffle(columns, random);
        return columns.subList(0, Math.min(columns.size(), 1 + random.nextInt(3)));
    }

    private <T> Optional<T> one(List<T> choices) {
        return choices.isEmpty() ? Optional.empty() : Optional.of(choices.get(random.nextInt(choices.size())));
    }

    private String name(String prefix) {
        names++;
        return prefix + names;
    }
}
