package dev.migrate.dialect.mysql;

import dev.migrate.dialect.NormalForm;
import dev.migrate.dialect.NumberLimits;
import dev.migrate.operation.SetTableOptions;
import dev.migrate.schema.Column;
import dev.migrate.schema.ColumnType;
import dev.migrate.schema.DefaultValue;
import dev.migrate.schema.Index;
import dev.migrate.schema.NameLimit;
import dev.migrate.schema.NamingConvention;
import dev.migrate.schema.PrimaryKey;
import dev.migrate.schema.Table;
import dev.migrate.schema.TableName;
import dev.migrate.schema.UniqueConstraint;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What MySQL and MariaDB report of what they were told. A unique index of plain columns and a unique constraint are one
 * thing here; it is called a constraint.
 */
final class MySqlNormalForm extends NormalForm {

    static final NameLimit NAME_LIMIT = NameLimit.characters(64);

    private final MySqlFeatures features;
    private final boolean foldsTableNames;
    private static final Pattern WITH_CHARSET =
            Pattern.compile("(?<type>.*\\S)\\s+character\\s+set\\s+(?<charset>\\w+)", Pattern.CASE_INSENSITIVE);

    private final Charsets charsets;
    private final Optional<String> databaseCollation;

    /**
     * @param databaseCollation what a table gets that says none, where a server was asked
     */
    MySqlNormalForm(MySqlFeatures features, boolean foldsTableNames, Optional<String> databaseCollation) {
        this.features = features;
        this.foldsTableNames = foldsTableNames;
        this.charsets = new Charsets(features);
        this.databaseCollation = databaseCollation;
    }

    /** Case does not matter in names of columns, indexes and constraints. */
    @Override
    public String name(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    /** A check that stands in the definition of a column has the column's name on MariaDB, a unique key everywhere. */
    @Override
    public boolean isMadeUp(Table table, String name) {
        String known = name(name);
        String own = name(table.name().name());
        return known.matches("constraint_\\d+")
                || known.matches(Pattern.quote(own) + "_(ibfk|chk)_\\d+")
                || table.columns().stream()
                        .map(column -> name(column.name()))
                        .anyMatch(column -> known.matches(Pattern.quote(column) + "(_\\d+)?"));
    }

    @Override
    public TableName name(TableName name) {
        return foldsTableNames
                ? new TableName(
                        name.schema().map(schema -> schema.toLowerCase(Locale.ROOT)),
                        name.name().toLowerCase(Locale.ROOT))
                : name;
    }

    @Override
    protected ColumnType type(ColumnType type) {
        ColumnType known = type instanceof ColumnType.Raw raw ? MySqlTypes.read(raw.sql()) : type;
        return known instanceof ColumnType.Uuid && !features.uuidType() ? new ColumnType.Binary(16) : known;
    }

    /** The name under which the primary key is known here, where the server keeps none. */
    static String primaryKeyName(TableName table) {
        return NAME_LIMIT.fit(NamingConvention.primaryKey(table));
    }

    /** Hibernate says a character set with the type: {@code varchar(80) character set utf8}. It is the column's own. */
    private static Column parted(Column column) {
        if (column.type() instanceof ColumnType.Raw raw && column.charset().isEmpty()) {
            Matcher matcher = WITH_CHARSET.matcher(raw.sql());
            if (matcher.matches()) {
                return column.withType(new ColumnType.Raw(matcher.group("type")))
                        .withCharset(Optional.of(matcher.group("charset")));
            }
        }
        return column;
    }

    @Override
    protected Table table(Table table) {
        Table plain = super.table(table.withColumns(
                table.columns().stream().map(MySqlNormalForm::parted).toList()));
        List<UniqueConstraint> uniques = new ArrayList<>(plain.uniques());
        List<Index> indexes = new ArrayList<>();
        for (Index index : plain.indexes()) {
            if (isConstraint(index)) {
                uniques.add(new UniqueConstraint(
                        index.name(),
                        index.parts().stream().map(Index.Part::term).toList()));
            } else {
                indexes.add(index);
            }
        }
        Map<String, String> options = options(plain.options());
        return new Table(
                plain.name(),
                plain.columns().stream()
                        .map(column -> collated(column, options)
                                .withComment(column.comment().map(MangledText::reported)))
                        .toList(),
                plain.primaryKey().map(key -> new PrimaryKey(primaryKeyName(plain.name()), key.columns())),
                uniques,
                plain.foreignKeys(),
                features.checks() ? plain.checks() : List.of(),
                plain.exclusions(),
                indexes,
                plain.comment().map(MangledText::reported),
                options);
    }

    /** A column that says what its table says anyway says nothing. */
    private Column collated(Column column, Map<String, String> options) {
        Optional<String> ofTable = Optional.ofNullable(options.get(SetTableOptions.COLLATION))
                .or(() -> charsets.collation(Optional.empty(), databaseCollation));
        Optional<String> own = charsets.collation(column.charset(), column.collation());
        return column.withCharset(Optional.empty())
                .withCollation(own.filter(collation -> !ofTable.equals(Optional.of(collation))));
    }

    /** InnoDB is what a server chooses that was not told otherwise. */
    private Map<String, String> options(Map<String, String> options) {
        Map<String, String> plain = new TreeMap<>();
        OwnChecks.withoutThem(options).forEach((name, value) -> plain.put(name, value.toLowerCase(Locale.ROOT)));
        plain.remove(TableOptions.ENGINE, "innodb");
        plain.remove(TableOptions.NEXT_NUMBER);
        Optional<String> collation = charsets.collation(
                Optional.ofNullable(plain.remove(SetTableOptions.CHARSET)),
                Optional.ofNullable(plain.remove(SetTableOptions.COLLATION)));
        collation
                .filter(said ->
                        !charsets.collation(Optional.empty(), databaseCollation).equals(collation))
                .ifPresent(said -> plain.put(SetTableOptions.COLLATION, said));
        return plain;
    }

    @Override
    protected DefaultValue defaultValue(DefaultValue value, ColumnType type) {
        return super.defaultValue(
                value instanceof DefaultValue.Expression expression ? MySqlText.fromSql(expression.sql()) : value,
                type);
    }

    /** A tree is what an index is that was not told otherwise, but for tables in memory. */
    @Override
    protected Index index(Table table, Index index) {
        Index plain = super.index(table, index);
        String usual = TableOptions.hashes(options(table.options())) ? "hash" : "btree";
        return plain.withMethod(plain.method().filter(method -> !method.equals(usual)));
    }

    /** Whether a unique index is what a unique constraint is. */
    static boolean isConstraint(Index index) {
        return index.unique()
                && index.method().isEmpty()
                && !index.invisible()
                && index.parts().stream().allMatch(part -> part.equals(Index.Part.column(part.term())));
    }

    /** A prefix as long as the column is none. */
    @Override
    protected Index.Part part(Table table, Index.Part part) {
        Index.Part plain = super.part(table, part);
        boolean whole = plain.prefix().isPresent()
                && table.findColumn(part.term())
                        .map(Column::type)
                        .filter(type -> length(type) == plain.prefix().getAsInt())
                        .isPresent();
        return plain.withDescending(plain.descending() && features.descendingIndexes())
                .withPrefix(whole ? OptionalInt.empty() : plain.prefix());
    }

    private static int length(ColumnType type) {
        if (type instanceof ColumnType.VarChar text) {
            return text.length();
        }
        if (type instanceof ColumnType.Char text) {
            return text.length();
        }
        if (type instanceof ColumnType.Binary bytes) {
            return bytes.length();
        }
        return type instanceof ColumnType.VarBinary bytes ? bytes.length() : -1;
    }

    /** The outermost numbers mean "no number" to MariaDB. */
    @Override
    protected NumberLimits sequenceLimits(ColumnType type) {
        return new NumberLimits(Long.MIN_VALUE + 1, Long.MAX_VALUE - 1, MySqlObjects.USUAL_CACHE);
    }
}
