package dev.migrate.dialect.sqlite;

import dev.migrate.dialect.AnsiDefinitions;
import dev.migrate.dialect.ConstraintWord;
import dev.migrate.dialect.Dialect;
import dev.migrate.schema.Column;
import dev.migrate.schema.ColumnType;
import dev.migrate.schema.Constraint;
import dev.migrate.schema.DefaultValue;
import dev.migrate.schema.ForeignKey;
import dev.migrate.schema.Identity;
import dev.migrate.schema.PrimaryKey;
import dev.migrate.schema.Table;
import dev.migrate.schema.TableName;
import java.util.ArrayList;
import java.util.List;

/** Columns, constraints and indexes as SQLite has them. */
final class SqliteDefinitions extends AnsiDefinitions {

    private final SqliteStrictTypes strictTypes = new SqliteStrictTypes();

    SqliteDefinitions(Dialect dialect) {
        super(dialect, new SqliteTypes());
    }

    /** What stands between the parentheses of {@code CREATE TABLE}. */
    List<String> elements(Table table) {
        List<String> elements = new ArrayList<>();
        for (Column column : table.columns()) {
            elements.add(
                    column.identity().isPresent()
                            ? numbered(table, column)
                            : column(table.name(), column, SqliteOptions.isStrict(table)));
        }
        for (Constraint constraint : table.constraints()) {
            if (!(constraint instanceof PrimaryKey key) || !numbers(table, key)) {
                elements.add(definition(table.name(), constraint) + behind(table, constraint));
            }
        }
        return elements;
    }

    /** What stands behind the parentheses of {@code CREATE TABLE}. */
    String options(Table table) {
        SqliteOptions.unknown(table).ifPresent(option -> {
            throw unsupported(
                    "options of tables but strict and without_rowid", "table " + table.name() + " has " + option);
        });
        List<String> words = new ArrayList<>();
        if (table.options().containsKey(SqliteOptions.STRICT)) {
            words.add("STRICT");
        }
        if (table.options().containsKey(SqliteOptions.WITHOUT_ROWID)) {
            words.add("WITHOUT ROWID");
        }
        return words.isEmpty() ? "" : " " + String.join(", ", words);
    }

    /** A trigger as it is kept, which is without the schema: said without one, it would come into another file. */
    String trigger(TableName table, String text) {
        return table.schema().isEmpty()
                ? text
                : TriggerText.in(name(table.schema().get()), text);
    }

    private static boolean numbers(Table table, PrimaryKey key) {
        return key.columns().size() == 1
                && table.findColumn(key.columns().get(0))
                        .filter(column -> column.identity().isPresent())
                        .isPresent();
    }

    private static String behind(Table table, Constraint constraint) {
        String behind = table.options().get(SqliteOptions.behind(constraint.name()));
        return behind == null ? "" : " " + behind;
    }

    /** SQLite numbers rows only in the column that is another name for the row's own number, of 64 bits. */
    private String numbered(Table table, Column column) {
        PrimaryKey key = table.primaryKey()
                .filter(primary -> primary.columns().equals(List.of(column.name())))
                .orElseThrow(() -> unsupported(
                        "numbered columns that are not the whole primary key",
                        "column " + table.name() + "." + column.name() + " is one"));
        refuseAlways(column.name(), column.identity().orElseThrow());
        column.numbering().ifPresent(numbering -> {
            throw unsupported(
                    "numbers of columns but 1, 2, 3",
                    "column " + column.name() + " is numbered " + numbers(numbering),
                    "insert a first row with the number before, and delete it again");
        });
        return name(column.name()) + " INTEGER CONSTRAINT " + name(key.name()) + " PRIMARY KEY" + behind(table, key)
                + " AUTOINCREMENT" + notNull(column);
    }

    private void refuseAlways(String column, Identity identity) {
        if (identity == Identity.ALWAYS) {
            throw unsupported("columns that only it numbers", "column " + column + " is one");
        }
    }

    /**
     * A column as it stands in {@code CREATE TABLE}, where it is not numbered, and after {@code ADD COLUMN}.
     *
     * @param table its table, after which the check of an enumeration is named
     * @param column the column
     * @param strict whether the table takes values of the declared types only
     */
    String column(TableName table, Column column, boolean strict) {
        return definition(column, strict ? column.type().accept(strictTypes) : type(column.type()))
                + enumCheck(table, column)
                        .map(check -> " " + definition(table, check))
                        .orElse("");
    }

    @Override
    public String definition(Column column) {
        return definition(column, type(column.type()));
    }

    private String definition(Column column, String type) {
        refuseCharset(column);
        column.onUpdate().ifPresent(expression -> {
            throw unsupported(
                    "columns that follow an update", "column " + column.name() + " has ON UPDATE " + expression);
        });
        if (column.invisible()) {
            throw unsupported("invisible columns", "column " + column.name() + " is one");
        }
        return name(column.name()) + " " + type + filling(column) + notNull(column)
                + column.collation()
                        .map(collation -> " COLLATE " + word(collation))
                        .orElse("");
    }

    private static String notNull(Column column) {
        return column.nullable() ? "" : " NOT NULL";
    }

    /** Built-in collations are written as everybody writes them. */
    private String word(String collation) {
        return collation.matches("[A-Za-z_][A-Za-z0-9_]*") ? collation : name(collation);
    }

    @Override
    protected String identity(String column, Identity identity) {
        refuseAlways(column, identity);
        throw unsupported("numbered columns that are not the whole primary key", "column " + column + " is one");
    }

    /** SQLite knows the present moment to the second, in UTC. */
    @Override
    protected String now(ColumnType type) {
        return SqliteTypes.moment(type);
    }

    @Override
    public String defaultValue(DefaultValue value, ColumnType type) {
        return value instanceof DefaultValue.Expression expression
                ? "(" + expression.sql() + ")"
                : super.defaultValue(value, type);
    }

    /** Only a reference can wait. What {@code MATCH} says is read, and has no effect. */
    @Override
    protected boolean knows(ConstraintWord word, Constraint constraint) {
        return word == ConstraintWord.DEFERRABLE && constraint instanceof ForeignKey;
    }

    /** A reference never leaves the database file. */
    @Override
    protected String references(TableName table, ForeignKey key) {
        if (!key.references()
                .schema()
                .orElse(SqliteDialect.MAIN)
                .equals(table.schema().orElse(SqliteDialect.MAIN))) {
            throw unsupported(
                    "foreign keys to another schema",
                    "foreign key " + key.name() + " of " + table + " refers to " + key.references());
        }
        return name(key.references().name())
                + (key.referencedColumns().isEmpty() ? "" : " " + names(key.referencedColumns()));
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
    protected String indexCondition(String index, String condition) {
        return condition;
    }
}
