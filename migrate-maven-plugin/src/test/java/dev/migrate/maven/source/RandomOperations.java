package dev.migrate.maven.source;

import dev.migrate.operation.AddColumn;
import dev.migrate.operation.AddConstraint;
import dev.migrate.operation.AlterColumn;
import dev.migrate.operation.AlterSequence;
import dev.migrate.operation.AlterTable;
import dev.migrate.operation.Bytes;
import dev.migrate.operation.Change;
import dev.migrate.operation.CreateEnum;
import dev.migrate.operation.CreateIndex;
import dev.migrate.operation.CreateSequence;
import dev.migrate.operation.CreateTable;
import dev.migrate.operation.CreateView;
import dev.migrate.operation.DropColumn;
import dev.migrate.operation.DropConstraint;
import dev.migrate.operation.InsertRows;
import dev.migrate.operation.Operation;
import dev.migrate.operation.RenameColumn;
import dev.migrate.operation.RenameTable;
import dev.migrate.operation.SetTableComment;
import dev.migrate.operation.SetTableOptions;
import dev.migrate.operation.TableOperation;
import dev.migrate.schema.CheckConstraint;
import dev.migrate.schema.Column;
import dev.migrate.schema.ColumnPosition;
import dev.migrate.schema.ColumnType;
import dev.migrate.schema.Constraint;
import dev.migrate.schema.DefaultValue;
import dev.migrate.schema.Deferral;
import dev.migrate.schema.Enforcement;
import dev.migrate.schema.EnumType;
import dev.migrate.schema.ForeignKey;
import dev.migrate.schema.Generated;
import dev.migrate.schema.Identity;
import dev.migrate.schema.Index;
import dev.migrate.schema.NamingConvention;
import dev.migrate.schema.Numbering;
import dev.migrate.schema.PrimaryKey;
import dev.migrate.schema.ReferentialAction;
import dev.migrate.schema.Sequence;
import dev.migrate.schema.Table;
import dev.migrate.schema.TableName;
import dev.migrate.schema.UniqueConstraint;
import dev.migrate.schema.View;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Operations of every shape, with names and texts that Java and SQL would rather not see. They need not make sense together. */
final class RandomOperations {

    private static final List<String> PIECES = List.of(
            "id",
            "name",
            "class",
            "a b",
            "\"",
            "\"\"\"",
            "\\",
            "\\u0022",
            "\\n",
            "'",
            "*/",
            "//",
            "/*",
            ".",
            "$",
            "ü",
            "中",
            "🎉",
            "\u202e",
            "op",
            "${upgrade}",
            "${x}",
            "%s",
            ";",
            "[]",
            "Part1",
            "\u00a0",
            "null",
            "<b>",
            "\t");

    private final Random random;

    RandomOperations(long seed) {
        random = new Random(seed);
    }

    List<Operation> several() {
        return IntStream.range(0, 8).mapToObj(i -> next()).toList();
    }

    private Operation next() {
        return switch (random.nextInt(14)) {
            case 0, 1, 2, 3 -> new CreateTable(table());
            case 4, 5, 6 -> alterTable();
            case 7 -> new RenameTable(tableName(), name());
            case 8 -> new CreateSequence(sequence());
            case 9 -> alterSequence();
            case 10 -> new CreateEnum(new EnumType(tableName(), names(4), maybe(this::text)));
            case 11 -> new CreateView(new View(tableName(), sql(), false, maybe(this::text)));
            case 12 -> rows();
            default -> change(tableName());
        };
    }

    private Table table() {
        TableName name = tableName();
        List<String> names = names(7);
        List<Column> columns = names.stream().map(this::column).toList();
        Table table = Table.of(name, columns);
        for (Constraint constraint : constraints(name, names)) {
            boolean isFree =
                    table.constraints().stream().noneMatch(c -> c.name().equals(constraint.name()));
            boolean second =
                    constraint instanceof PrimaryKey && table.primaryKey().isPresent();
            table = isFree && !second ? table.with(constraint) : table;
        }
        Index index = index(name, names);
        return table.with(index).withComment(maybe(this::text)).withOptions(once() ? options() : Map.of());
    }

    private List<Constraint> constraints(TableName table, List<String> columns) {
        return IntStream.range(0, random.nextInt(6))
                .mapToObj(i -> constraint(table, columns))
                .toList();
    }

    private Constraint constraint(TableName table, List<String> columns) {
        List<String> some = some(columns);
        Optional<Deferral> deferral = maybe(() -> one(Deferral.values()));
        return switch (random.nextInt(4)) {
            case 0 ->
                once()
                        ? new PrimaryKey(NamingConvention.primaryKey(table), some)
                        : new PrimaryKey(name(), some, once() ? some(columns) : List.of(), deferral);
            case 1 ->
                once()
                        ? new UniqueConstraint(WrittenMigrations.LIMIT.fit(NamingConvention.unique(table, some)), some)
                        : new UniqueConstraint(name(), some, once(), once() ? some(columns) : List.of(), deferral);
            case 2 ->
                new CheckConstraint(
                        once() ? WrittenMigrations.LIMIT.fit(NamingConvention.check(table, name())) : name(),
                        sql(),
                        once(),
                        maybe(() -> one(Enforcement.values())));
            default -> foreignKey(table, some, deferral);
        };
    }

    private ForeignKey foreignKey(TableName table, List<String> columns, Optional<Deferral> deferral) {
        TableName other = once() ? table : new TableName(Optional.of(name()), name());
        ReferentialAction onDelete = one(ReferentialAction.values());
        boolean empties = onDelete == ReferentialAction.SET_NULL || onDelete == ReferentialAction.SET_DEFAULT;
        return new ForeignKey(
                once() ? WrittenMigrations.LIMIT.fit(NamingConvention.foreignKey(table, columns, other)) : name(),
                columns,
                other,
                columns.stream().map(column -> "r" + column).toList(),
                onDelete,
                one(ReferentialAction.values()),
                empties && once() ? columns.subList(0, 1) : List.of(),
                random.nextInt(4) == 0,
                deferral,
                maybe(() -> one(Enforcement.values())));
    }

    private Index index(TableName table, List<String> columns) {
        List<Index.Part> parts = new ArrayList<>();
        some(columns).forEach(column -> parts.add(part(column)));
        boolean plain = parts.stream().noneMatch(Index.Part::expression) && once();
        String name = plain
                ? WrittenMigrations.LIMIT.fit(NamingConvention.index(
                        table, parts.stream().map(Index.Part::term).toList()))
                : name();
        boolean unique = once();
        return new Index(
                        name,
                        parts,
                        unique,
                        maybe(this::sql),
                        once() ? some(columns) : List.of(),
                        maybe(() -> one("gin", "hash", "spatial", "fulltext", "fulltext with parser ngram")),
                        once())
                .withNullsNotDistinct(unique && once())
                .withStorage(once() ? Map.of("fillfactor", "70", "buffering", "auto") : Map.of());
    }

    private Index.Part part(String column) {
        if (once()) {
            return Index.Part.column(column);
        }
        boolean expression = once();
        return new Index.Part(
                expression ? sql() : column,
                expression,
                once(),
                expression || once() ? OptionalInt.empty() : OptionalInt.of(10),
                maybe(() ->
                        one("text_pattern_ops", "COLLATE \"C\"", "COLLATE \"C\" text_pattern_ops", "COLLATE nocase")),
                maybe(() -> one(Index.Nulls.values())));
    }

    private Column column(String name) {
        Column plain = Column.of(name, type())
                .withNullable(once())
                .withComment(maybe(this::text))
                .withInvisible(random.nextInt(5) == 0)
                .withCharset(maybe(() -> "utf8mb4"))
                .withCollation(maybe(this::name))
                .withOnUpdate(maybe(() -> Column.NOW));
        return switch (random.nextInt(4)) {
            case 0 -> plain.withIdentity(Optional.of(one(Identity.values()))).withNumbering(maybe(this::numbering));
            case 1 -> plain.withGenerated(Optional.of(new Generated(sql(), once())));
            case 2 -> plain.withDefault(Optional.of(defaultValue()));
            default -> plain;
        };
    }

    private Numbering numbering() {
        return new Numbering(maybe(this::name), number(), 1 + random.nextInt(3), number0(), number0(), cache(), once());
    }

    private Sequence sequence() {
        return new Sequence(
                tableName(),
                maybe(() -> new ColumnType.IntegerType(one(16, 32))),
                number(),
                once() ? -2 : 1,
                number0(),
                number0(),
                cache(),
                once(),
                maybe(() -> new Sequence.Owner(tableName(), name())),
                maybe(this::text));
    }

    private AlterSequence alterSequence() {
        return new AlterSequence(
                tableName(),
                change(() -> new ColumnType.IntegerType(one(16, 32))),
                number0(),
                maybe(() -> 3L),
                change(this::number),
                change(this::number),
                change(() -> 5L),
                maybe(this::once),
                change(() -> new Sequence.Owner(tableName(), name())),
                Optional.of(number()));
    }

    private ColumnType type() {
        return switch (random.nextInt(20)) {
            case 0 -> new ColumnType.IntegerType(one(8, 16, 32, 64));
            case 1 -> new ColumnType.Bool();
            case 2 -> new ColumnType.Decimal(30, 10);
            case 3 -> new ColumnType.Floating(one(32, 64));
            case 4 -> new ColumnType.VarChar(Integer.MAX_VALUE);
            case 5 -> new ColumnType.Char(1);
            case 6 -> new ColumnType.Text();
            case 7 -> new ColumnType.Binary(16);
            case 8 -> new ColumnType.VarBinary(20);
            case 9 -> new ColumnType.Blob();
            case 10 -> new ColumnType.Date();
            case 11 -> new ColumnType.Time(random.nextInt(7));
            case 12 -> new ColumnType.Timestamp(random.nextInt(7));
            case 13 -> new ColumnType.TimestampTz(random.nextInt(7));
            case 14 -> new ColumnType.Uuid();
            case 15 -> new ColumnType.Json();
            case 16 -> new ColumnType.EnumOf(names(3));
            case 17 -> new ColumnType.Named(new TableName(Optional.empty(), "n" + random.nextInt(9)), once());
            default -> new ColumnType.Raw(one("POINT", "INT UNSIGNED", "VARCHAR(20) CHARACTER SET \"x\""));
        };
    }

    private DefaultValue defaultValue() {
        return switch (random.nextInt(6)) {
            case 0 -> new DefaultValue.Text(once() ? "" : text());
            case 1 -> new DefaultValue.Numeric(BigDecimal.valueOf(random.nextLong()));
            case 2 ->
                new DefaultValue.Numeric(new BigDecimal(
                        one("0.10", "-1.5E-30", "1E+400", "99999999999999999999", "-9223372036854775808")));
            case 3 -> new DefaultValue.Bool(once());
            case 4 -> new DefaultValue.Now();
            default -> new DefaultValue.Expression(sql());
        };
    }

    private AlterTable alterTable() {
        TableName table = tableName();
        List<TableOperation> changes = new ArrayList<>();
        for (int i = 0; i <= random.nextInt(6); i++) {
            changes.add(change(table));
        }
        return new AlterTable(
                table,
                changes,
                maybe(() -> one(AlterTable.Algorithm.values())),
                maybe(() -> one(AlterTable.Lock.values())));
    }

    private TableOperation change(TableName table) {
        String column = name();
        return switch (random.nextInt(10)) {
            case 0, 1 -> new AddColumn(table, column(column), maybe(this::position));
            case 2 -> new AddConstraint(table, constraint(table, List.of("a", "b", "c")));
            case 3 -> alterColumn(table, column);
            case 4 -> new DropColumn(table, column);
            case 5 -> new RenameColumn(table, column, name());
            case 6 -> new SetTableComment(table, maybe(this::text));
            case 7 -> new CreateIndex(table, index(table, List.of("a", "b")), once());
            case 8 ->
                new DropConstraint(
                        table,
                        once() ? NamingConvention.primaryKey(table) : name(),
                        maybe(() -> one(Constraint.Kind.values())));
            default ->
                new SetTableOptions(
                        table, Map.of("engine", new Change.Set<>("InnoDB"), "charset", new Change.Drop<>()));
        };
    }

    private AlterColumn alterColumn(TableName table, String column) {
        return new AlterColumn(
                table,
                column,
                maybe(this::type),
                maybe(this::once),
                change(this::defaultValue),
                change(this::text),
                maybe(this::sql),
                change(() -> one(Identity.values())),
                change(() -> new Generated(sql(), once())),
                change(() -> "utf8mb4"),
                change(this::name),
                change(() -> Column.NOW),
                Optional.of(once()),
                maybe(this::position));
    }

    private ColumnPosition position() {
        return new ColumnPosition(maybe(() -> "behind " + name()), once());
    }

    private InsertRows rows() {
        List<String> columns = names(3);
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (int i = 0; i <= random.nextInt(12); i++) {
            List<@Nullable Object> row = new ArrayList<>();
            columns.forEach(column -> row.add(value()));
            rows.add(row);
        }
        return new InsertRows(tableName(), columns, rows);
    }

    private @Nullable Object value() {
        return switch (random.nextInt(12)) {
            case 0 -> null;
            case 1 -> random.nextLong();
            case 2 -> (long) random.nextInt();
            case 3 -> once();
            case 4 -> new BigDecimal(one("0.5", "1.50", "1E+3", "123456789012345678901234567890.1", "1.0E10"));
            case 5 -> LocalDate.of(2026, 2, 28);
            case 6 -> LocalTime.of(7, one(0, 30));
            case 7 -> LocalDateTime.of(2026, 2, 28, 7, 0, 0, one(0, 123456000));
            case 8 -> OffsetDateTime.parse("2026-02-28T07:00:00.5+02:00");
            case 9 -> new UUID(random.nextLong(), random.nextLong());
            case 10 -> new Bytes(new byte[] {1, -1, (byte) random.nextInt()});
            default -> text();
        };
    }

    private Map<String, String> options() {
        return Map.of(
                "engine", one("InnoDB", "my engine"), "row_format", "compressed", "fillfactor", "70", "strict", "true");
    }

    private TableName tableName() {
        return new TableName(maybe(this::name), name());
    }

    /** Names that are not blank, each once. */
    private List<String> names(int most) {
        Set<String> names = new LinkedHashSet<>();
        for (int i = 0; i <= random.nextInt(most); i++) {
            names.add(name());
        }
        return List.copyOf(names);
    }

    private String name() {
        String name = pieces(1 + random.nextInt(3), random.nextInt(3) > 0 ? "_" : "");
        return name.isBlank() || random.nextInt(3) > 0 ? "c" + random.nextInt(50) : name;
    }

    private String text() {
        return "it " + pieces(random.nextInt(30), " ");
    }

    /** Balanced quotes do not matter here, since nothing is sent to a database. */
    private String sql() {
        String separator = one(" ", "\n", "\n    ", "   ");
        return "a" + pieces(random.nextInt(40), separator).replace(";", ",").replace("'", "");
    }

    private String pieces(int count, String separator) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < count; i++) {
            text.append(i > 0 ? separator : "").append(PIECES.get(random.nextInt(PIECES.size())));
        }
        return text.toString();
    }

    private List<String> some(List<String> of) {
        List<String> some = of.stream().filter(each -> once()).toList();
        return some.isEmpty() ? List.of(of.get(0)) : some;
    }

    private long number() {
        return one(0L, 7L, -5L, 4_000_000_000L, Long.MIN_VALUE, Long.MAX_VALUE);
    }

    private Optional<Long> number0() {
        return maybe(this::number);
    }

    private Optional<Long> cache() {
        return maybe(() -> 20L);
    }

    private boolean once() {
        return random.nextBoolean();
    }

    private <T> Optional<T> maybe(Supplier<T> value) {
        return once() ? Optional.of(value.get()) : Optional.empty();
    }

    private <T> Change<T> change(Supplier<T> value) {
        return switch (random.nextInt(3)) {
            case 0 -> new Change.Keep<>();
            case 1 -> new Change.Drop<>();
            default -> new Change.Set<>(value.get());
        };
    }

    @SafeVarargs
    private <T> T one(T... of) {
        return of[random.nextInt(of.length)];
    }
}
