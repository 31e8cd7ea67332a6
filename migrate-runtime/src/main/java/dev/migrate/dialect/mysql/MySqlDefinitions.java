package dev.migrate.dialect.mysql;

import dev.migrate.dialect.AnsiDefinitions;
import dev.migrate.dialect.ConstraintWord;
import dev.migrate.dialect.Dialect;
import dev.migrate.schema.CheckConstraint;
import dev.migrate.schema.Column;
import dev.migrate.schema.ColumnType;
import dev.migrate.schema.Constraint;
import dev.migrate.schema.DefaultValue;
import dev.migrate.schema.Identity;
import dev.migrate.schema.Index;
import dev.migrate.schema.Numbering;
import dev.migrate.schema.PrimaryKey;
import dev.migrate.schema.Table;
import dev.migrate.schema.TableName;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Columns, constraints and indexes as MySQL and MariaDB have them. */
final class MySqlDefinitions extends AnsiDefinitions {

    /** Literals that a model has no word for: bits and bytes. */
    private static final Pattern LITERAL = Pattern.compile("b'[01]*'|0x[0-9A-F]+");

    private static final Pattern LOB =
            Pattern.compile("(?:tiny|medium|long)?(?:text|blob)\\b", Pattern.CASE_INSENSITIVE);

    /** How a method begins that names the parser of a text. */
    static final String WITH_PARSER = "fulltext with parser ";

    private final MySqlFeatures features;
    private final MySqlSession session;

    MySqlDefinitions(Dialect dialect, MySqlFeatures features, MySqlSession session) {
        super(dialect, new MySqlTypes(features.uuidType(), text -> literal(text, session.backslashEscapes())));
        this.features = features;
        this.session = session;
    }

    /** An index as it stands in {@code CREATE TABLE} and after {@code ADD}. */
    String index(TableName table, Index index) {
        String kind = index.method()
                .filter(MySqlDefinitions::isKind)
                .map(method -> method.replaceFirst(" .*", "").toUpperCase(Locale.ROOT) + " ")
                .orElse(index.unique() ? "UNIQUE " : "");
        String parser = index.method()
                .filter(method -> method.startsWith(WITH_PARSER))
                .map(method -> " WITH PARSER " + name(method.substring(WITH_PARSER.length())))
                .orElse("");
        return kind + "INDEX " + name(index.name()) + " " + indexTerms(table, index) + parser;
    }

    /** Such a method stands where others have UNIQUE. */
    static boolean isKind(String method) {
        return method.startsWith("fulltext") || method.equals("spatial");
    }

    @Override
    protected String indexMethod(String index, String method) {
        if (isKind(method)) {
            return "";
        }
        // InnoDB reads USING HASH, and builds a tree.
        return method.equals("btree") ? "USING BTREE " : super.indexMethod(index, method);
    }

    @Override
    protected String invisibleIndex(String index) {
        if (!features.invisibleIndexes()) {
            return super.invisibleIndex(index);
        }
        return features.mariaDb() ? " IGNORED" : " INVISIBLE";
    }

    @Override
    protected String indexExpression(String index, String expression) {
        return features.expressionIndexes() ? "(" + expression + ")" : super.indexExpression(index, expression);
    }

    @Override
    protected String indexPrefix(String index, String column, int length) {
        return "(" + length + ")";
    }

    @Override
    public String definition(TableName table, Constraint constraint) {
        if (constraint instanceof CheckConstraint check && !features.checks()) {
            throw unsupported(
                    "checks (it reads and forgets them)",
                    "check " + check.name() + " of " + table + " says " + check.condition());
        }
        return super.definition(table, constraint);
    }

    /** The check that stands in a column's definition, and behind it. */
    String ownCheck(Table table, String column) {
        return OwnChecks.of(table, column)
                .map(check -> " CHECK (" + check.condition() + ")")
                .orElse("");
    }

    /** Whatever a primary key is called, the server calls it PRIMARY. */
    @Override
    protected String named(Constraint constraint) {
        return constraint instanceof PrimaryKey ? "" : super.named(constraint);
    }

    /** MySQL knows of checks that are not enforced since it has checks; MariaDB does not. */
    @Override
    protected boolean knows(ConstraintWord word, Constraint constraint) {
        return word == ConstraintWord.NOT_ENFORCED && constraint instanceof CheckConstraint && !features.mariaDb();
    }

    @Override
    public String definition(Column column) {
        column.defaultValue().ifPresent(value -> MangledText.refuseDefault(value, "column " + column.name()));
        StringBuilder sql = new StringBuilder(name(column.name())).append(' ').append(type(column.type()));
        column.charset().ifPresent(charset -> sql.append(" CHARACTER SET ").append(charset));
        column.collation().ifPresent(collation -> sql.append(" COLLATE ").append(collation));
        if (column.generated().isPresent()) {
            sql.append(filling(column));
            appendNullability(sql, column);
        } else {
            sql.append(column.nullable() ? " NULL" : " NOT NULL");
            sql.append(
                    getsUnwantedDefault(column) && !features.mariaDb()
                            ? " DEFAULT " + now(column.type())
                            : filling(column));
        }
        column.onUpdate()
                .map(expression -> expression.equals(Column.NOW) ? now(column.type()) : expression)
                .ifPresent(expression -> sql.append(" ON UPDATE ").append(expression));
        if (column.invisible()) {
            if (!features.invisibleColumns()) {
                throw unsupported("invisible columns", "column " + column.name() + " is one");
            }
            sql.append(" INVISIBLE");
        }
        column.comment().ifPresent(comment -> sql.append(" COMMENT ").append(literal(comment)));
        return sql.toString();
    }

    void refuseUnknownOptions(TableName table, Set<String> names) {
        TableOptions.unknown(names).ifPresent(name -> {
            throw unsupported("option " + name + " of tables", "table " + table + " is to have it");
        });
    }

    /**
     * What every table of the session's database gets that says none.
     *
     * @param table the table, for a message
     */
    String usualCollation(TableName table) {
        return session.collation()
                .filter(collation -> table.schema().isEmpty())
                .orElseThrow(() -> unsupported(
                        "way to know the collation of another database, or of one that it is not connected to",
                        "table " + table + " is to take it",
                        "name it: o.collation(\"…\")"));
    }

    /** MariaDB's grammar has no nullability for computed columns. */
    private void appendNullability(StringBuilder sql, Column column) {
        if (!features.mariaDb()) {
            sql.append(column.nullable() ? " NULL" : " NOT NULL");
        } else if (!column.nullable()) {
            throw unsupported("computed columns that are NOT NULL", "column " + column.name() + " is one");
        }
    }

    /**
     * Whether the server would invent a default, and {@code ON UPDATE} with it, if none was said. MySQL has to be given
     * a default that is then taken away; MariaDB, where this does not always work, is told for one statement that none
     * is meant.
     */
    boolean getsUnwantedDefault(Column column) {
        return !session.explicitTimestamps()
                && column.type() instanceof ColumnType.TimestampTz
                && !column.nullable()
                && column.defaultValue().isEmpty();
    }

    @Override
    protected String identity(String column, Identity identity) {
        if (identity == Identity.ALWAYS) {
            throw unsupported("columns that only it numbers", "column " + column + " is one");
        }
        return "AUTO_INCREMENT";
    }

    @Override
    protected String numbering(String column, Numbering numbering) {
        throw unsupported(
                "numbers of single columns but 1, 2, 3",
                "column " + column + " is numbered " + numbers(numbering),
                "let the table begin elsewhere, with op.execute(\"ALTER TABLE … AUTO_INCREMENT = …\")");
    }

    @Override
    public String defaultValue(DefaultValue value, ColumnType type) {
        if (value instanceof DefaultValue.Bool bool) {
            return bool.value() ? "1" : "0";
        }
        boolean literals = !isLob(type) || features.literalLobDefaults();
        if (value instanceof DefaultValue.Expression expression) {
            boolean literal = literals && LITERAL.matcher(expression.sql()).matches();
            return literal ? expression.sql() : expressionDefault(expression.sql());
        }
        String literal = super.defaultValue(value, type);
        return literals ? literal : expressionDefault(literal);
    }

    private static boolean isLob(ColumnType type) {
        return type instanceof ColumnType.Text
                || type instanceof ColumnType.Blob
                || type instanceof ColumnType.Json
                || (type instanceof ColumnType.Raw raw && LOB.matcher(raw.sql()).lookingAt());
    }

    private String expressionDefault(String sql) {
        if (!features.expressionDefaults()) {
            throw unsupported("defaults that are expressions", "one is (" + sql + ")");
        }
        return "(" + sql + ")";
    }

    @Override
    protected String now(ColumnType type) {
        if (type instanceof ColumnType.Timestamp timestamp) {
            return "CURRENT_TIMESTAMP" + MySqlTypes.fraction(timestamp.precision());
        }
        if (type instanceof ColumnType.TimestampTz timestamp) {
            return "CURRENT_TIMESTAMP" + MySqlTypes.fraction(timestamp.precision());
        }
        if (type instanceof ColumnType.Time time) {
            return expressionDefault("CURRENT_TIME" + MySqlTypes.fraction(time.precision()));
        }
        return expressionDefault(type instanceof ColumnType.Date ? "CURRENT_DATE" : "CURRENT_TIMESTAMP");
    }

    @Override
    public String literal(String text) {
        return literal(text, session.backslashEscapes());
    }

    private static String literal(String text, boolean backslashEscapes) {
        return "'" + (backslashEscapes ? text.replace("\\", "\\\\") : text).replace("'", "''") + "'";
    }
}
