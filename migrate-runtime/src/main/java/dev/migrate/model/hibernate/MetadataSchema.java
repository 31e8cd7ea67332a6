package dev.migrate.model.hibernate;

import dev.migrate.schema.CheckConstraint;
import dev.migrate.schema.ColumnType;
import dev.migrate.schema.DefaultValue;
import dev.migrate.schema.EnumType;
import dev.migrate.schema.ForeignKey;
import dev.migrate.schema.Generated;
import dev.migrate.schema.Identity;
import dev.migrate.schema.Index;
import dev.migrate.schema.PrimaryKey;
import dev.migrate.schema.ReferentialAction;
import dev.migrate.schema.SchemaModel;
import dev.migrate.schema.Sequence;
import dev.migrate.schema.TableName;
import dev.migrate.schema.UniqueConstraint;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.hibernate.boot.Metadata;
import org.hibernate.boot.model.relational.Namespace;
import org.hibernate.boot.model.relational.SqlStringGenerationContext;
import org.hibernate.dialect.Dialect;
import org.hibernate.mapping.Column;
import org.hibernate.mapping.Selectable;
import org.hibernate.mapping.Table;

/** The schema as Hibernate's metadata tell it: what the create script would make, without a database to ask. */
final class MetadataSchema {

    /** Hibernate 6.4 says {@code serial} on PostgreSQL: a type, so that {@code not null} follows it. */
    private static final Pattern NUMBERED = Pattern.compile(
            "\\b(as identity|auto_?increment|(small|big)?serial not null)\\b", Pattern.CASE_INSENSITIVE);

    private static final Pattern ENUM_TYPE = Pattern.compile(
            "create type (?<name>\\S+) as enum \\((?<words>.*)\\)", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    private static final Pattern WORD = Pattern.compile("'((?:[^']|'')*+)'");
    private static final Pattern ARRAY =
            Pattern.compile("(?<element>.+?)(?:\\s+array|\\[])", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private final Metadata metadata;
    private final Dialect dialect;
    private final WrittenNames names;
    private final List<String> script;
    private final SqlStringGenerationContext context;
    private final List<EnumType> enumTypes;

    /**
     * @param script the create script: some attributes stand nowhere else
     */
    MetadataSchema(BuiltMetadata built, WrittenNames names, List<String> script) {
        this.metadata = built.metadata();
        this.dialect = metadata.getDatabase().getDialect();
        this.names = names;
        this.script = script;
        this.context = built.context();
        this.enumTypes = script.stream()
                .map(ENUM_TYPE::matcher)
                .filter(Matcher::matches)
                .map(this::enumType)
                .toList();
    }

    SchemaModel of(List<Table> tables) {
        return SchemaModel.of(tables.stream().map(this::table).toList())
                .withSequences(sequences())
                .withEnumTypes(enumTypes);
    }

    /** Only the script says it in the same words with each Hibernate. */
    private EnumType enumType(Matcher statement) {
        List<String> values = WORD.matcher(statement.group("words"))
                .results()
                .map(word -> word.group(1).replace("''", "'"))
                .toList();
        return new EnumType(
                new TableName(Optional.empty(), names.key(statement.group("name"))), values, Optional.empty());
    }

    private ColumnType type(String text) {
        Matcher array = ARRAY.matcher(text);
        boolean isArray = array.matches();
        TableName name = new TableName(Optional.empty(), names.key(isArray ? array.group("element") : text));
        return enumTypes.stream().anyMatch(type -> type.name().equals(name))
                ? new ColumnType.Named(name, isArray)
                : new ColumnType.Raw(text);
    }

    private List<Sequence> sequences() {
        List<Sequence> sequences = new ArrayList<>();
        if (dialect.getSequenceSupport().supportsSequences()) {
            for (Namespace namespace : metadata.getDatabase().getNamespaces()) {
                namespace.getSequences().forEach(sequence -> sequences.add(sequence(sequence)));
            }
        }
        return sequences;
    }

    private Sequence sequence(org.hibernate.boot.model.relational.Sequence sequence) {
        TableName name = names.table(sequence.getName());
        String begin = "create sequence " + context.format(sequence.getName()) + " ";
        boolean uncached =
                script.stream().anyMatch(statement -> statement.startsWith(begin) && statement.contains(" nocache"));
        return new Sequence(
                name,
                Optional.empty(),
                sequence.getInitialValue(),
                sequence.getIncrementSize(),
                Optional.empty(),
                Optional.empty(),
                uncached ? Optional.of(1L) : Optional.empty(),
                false,
                Optional.empty(),
                Optional.empty());
    }

    private dev.migrate.schema.Table table(Table table) {
        TableName name = names.table(table.getQualifiedTableName());
        return new dev.migrate.schema.Table(
                name,
                table.getColumns().stream().map(column -> column(table, column)).toList(),
                Optional.ofNullable(table.getPrimaryKey())
                        .map(key -> new PrimaryKey("primary", names.columns(key.getColumns()))),
                table.getUniqueKeys().values().stream()
                        .map(key -> new UniqueConstraint(names.key(key.getName()), names.columns(key.getColumns())))
                        .toList(),
                table.getForeignKeys().values().stream()
                        .filter(key -> key.isCreationEnabled() && key.isPhysicalConstraint())
                        .map(key -> foreignKey(name, key))
                        .toList(),
                checks(table),
                List.of(),
                table.getIndexes().values().stream().map(this::index).toList(),
                Optional.empty(),
                Map.of());
    }

    private dev.migrate.schema.Column column(Table table, Column column) {
        ColumnText text = ColumnText.of(column.getSqlType(metadata));
        return dev.migrate.schema.Column.of(names.column(column), type(text.type()))
                .withNullable(column.isNullable() && !text.notNull() && !isKey(table, column))
                .withDefault(Optional.ofNullable(column.getDefaultValue())
                        .or(text::defaultValue)
                        .filter(value -> !value.equalsIgnoreCase("null"))
                        .map(DefaultValue.Expression::new))
                .withIdentity(isNumbered(table, column) ? Optional.of(Identity.BY_DEFAULT) : Optional.empty())
                .withGenerated(
                        Optional.ofNullable(column.getGeneratedAs()).map(expression -> new Generated(expression, true)))
                .withCollation(Optional.ofNullable(column.getCollation()));
    }

    /** A column is asked in other words by each Hibernate; the script says it in the same ones. */
    private boolean isNumbered(Table table, Column column) {
        if (!isKey(table, column) || table.getPrimaryKey().getColumnSpan() != 1) {
            return false;
        }
        String begin = " table " + table.getQualifiedName(context) + " (";
        return script.stream()
                .filter(statement -> statement.startsWith("create") && statement.contains(begin))
                .anyMatch(statement -> NUMBERED.matcher(statement).find());
    }

    private static boolean isKey(Table table, Column column) {
        return table.getPrimaryKey() != null && table.getPrimaryKey().containsColumn(column);
    }

    private ForeignKey foreignKey(TableName table, org.hibernate.mapping.ForeignKey key) {
        Table referenced = key.getReferencedTable();
        List<Column> columns =
                key.isReferenceToPrimaryKey() ? referenced.getPrimaryKey().getColumns() : key.getReferencedColumns();
        return new ForeignKey(
                names.key(key.getName()),
                names.columns(key.getColumns()),
                names.referenced(table, referenced.getQualifiedTableName()),
                names.columns(columns),
                Optional.ofNullable(key.getOnDeleteAction())
                        .map(action -> ReferentialAction.valueOf(action.name()))
                        .orElseGet(() -> action("delete", key)),
                action("update", key));
    }

    /** What a definition says that somebody wrote as it stands. */
    private static ReferentialAction action(String event, org.hibernate.mapping.ForeignKey key) {
        String definition = Optional.ofNullable(key.getKeyDefinition()).orElse("");
        return Stream.of(ReferentialAction.values())
                .filter(action -> Pattern.compile(
                                "\\bon\\s+" + event + "\\s+" + action.sql().replace(" ", "\\s+") + "\\b",
                                Pattern.CASE_INSENSITIVE)
                        .matcher(definition)
                        .find())
                .findFirst()
                .orElse(ReferentialAction.NO_ACTION);
    }

    /** A check that nobody named goes by its number: any name is right for it. */
    private List<CheckConstraint> checks(Table table) {
        List<CheckConstraint> checks = new ArrayList<>();
        Stream.concat(
                        table.getColumns().stream().flatMap(column -> column.getCheckConstraints().stream()),
                        table.getChecks().stream())
                .forEach(check -> checks.add(new CheckConstraint(
                        check.isNamed() ? names.key(check.getName()) : "check " + checks.size(),
                        check.getConstraint())));
        return checks;
    }

    private Index index(org.hibernate.mapping.Index index) {
        Map<Selectable, String> orders = index.getSelectableOrderMap();
        List<Index.Part> parts = new ArrayList<>();
        for (Selectable selectable : index.getSelectables()) {
            Index.Part part = selectable instanceof Column column
                    ? Index.Part.column(names.column(column))
                    : Index.Part.expression(selectable.getText(dialect));
            parts.add(part.withDescending("desc".equalsIgnoreCase(orders.get(selectable))));
        }
        return Index.of(names.index(index), parts, index.isUnique(), Optional.empty());
    }
}
