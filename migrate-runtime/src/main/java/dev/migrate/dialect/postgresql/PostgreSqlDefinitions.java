package dev.migrate.dialect.postgresql;

import dev.migrate.dialect.AnsiDefinitions;
import dev.migrate.dialect.ConstraintWord;
import dev.migrate.dialect.DefaultOfType;
import dev.migrate.schema.Column;
import dev.migrate.schema.ColumnType;
import dev.migrate.schema.Constraint;
import dev.migrate.schema.DefaultValue;
import dev.migrate.schema.Generated;
import dev.migrate.schema.Index;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Columns, constraints and indexes as PostgreSQL has them. */
final class PostgreSqlDefinitions extends AnsiDefinitions {

    private static final Pattern PLAIN_VALUE = Pattern.compile("[a-z]+|-?\\d+(?:\\.\\d+)?");

    private final PostgreSqlDialect dialect;

    PostgreSqlDefinitions(PostgreSqlDialect dialect) {
        super(dialect, new PostgreSqlTypes());
        this.dialect = dialect;
    }

    @Override
    public String definition(Column column) {
        String definition = super.definition(column.withCollation(Optional.empty()));
        if (column.collation().isEmpty()) {
            return definition;
        }
        String typed = name(column.name()) + " " + type(column.type());
        return typed + collate(column) + definition.substring(typed.length());
    }

    /** What follows the type. */
    String collate(Column column) {
        return column.collation().map(name -> " COLLATE " + collation(name)).orElse("");
    }

    /** Whether a computed column can be given another expression. */
    boolean changesExpressions() {
        return dialect.version().isAtLeast(17, 0, 0);
    }

    @Override
    protected String namedType(ColumnType.Named type) {
        return name(type.name()) + (type.array() ? "[]" : "");
    }

    /** Always quoted: their names have upper case and dashes in them. */
    private static String collation(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    @Override
    protected String generated(String column, Generated generated) {
        if (!generated.stored() && !dialect.computesWhenRead()) {
            throw unsupported("columns that are computed when read", "column " + column + " is one");
        }
        return super.generated(column, generated);
    }

    /** A number is no truth value here, and the other way round. */
    @Override
    public String defaultValue(DefaultValue value, ColumnType type) {
        boolean convertible = value instanceof DefaultValue.Numeric || value instanceof DefaultValue.Bool;
        return super.defaultValue(convertible ? DefaultOfType.of(value, type) : value, type);
    }

    @Override
    protected boolean knows(ConstraintWord word, Constraint constraint) {
        return word != ConstraintWord.NOT_ENFORCED || dialect.leavesConstraintsUnenforced();
    }

    @Override
    protected String indexExpression(String index, String expression) {
        return "(" + expression + ")";
    }

    @Override
    protected String indexQualifier(String index, String qualifier) {
        return " " + qualifier;
    }

    @Override
    protected String indexNulls(String index, Index.Nulls place) {
        return " NULLS " + place;
    }

    @Override
    protected String indexMethod(String index, String method) {
        return "USING " + name(method) + " ";
    }

    @Override
    protected String indexInclude(String index, List<String> columns) {
        return " INCLUDE " + names(columns);
    }

    @Override
    protected String indexNullsNotDistinct(String index) {
        return " NULLS NOT DISTINCT";
    }

    @Override
    protected String indexStorage(String index, Map<String, String> parameters) {
        return parameters.entrySet().stream()
                .map(parameter -> parameter.getKey() + " = " + storageValue(parameter.getValue()))
                .collect(Collectors.joining(", ", " WITH (", ")"));
    }

    /** A number or a word stands as it is. */
    private String storageValue(String value) {
        return PLAIN_VALUE.matcher(value).matches() ? value : literal(value);
    }

    @Override
    protected String indexCondition(String index, String condition) {
        return condition;
    }

    /** Means the same whether or not the session takes a backslash for an escape. */
    @Override
    public String literal(String text) {
        return text.contains("\\") ? "E" + super.literal(text.replace("\\", "\\\\")) : super.literal(text);
    }
}
