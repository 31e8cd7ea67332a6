package dev.migrate.dialect.sqlite;

import dev.migrate.dialect.NormalForm;
import dev.migrate.dialect.SqlText;
import dev.migrate.schema.Column;
import dev.migrate.schema.ColumnType;
import dev.migrate.schema.DefaultValue;
import dev.migrate.schema.NamingConvention;
import dev.migrate.schema.ReferentialAction;
import dev.migrate.schema.Table;
import dev.migrate.schema.TableName;
import dev.migrate.schema.View;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What SQLite keeps of what it was told: no comments; names whose case does not matter; one kind of number that it gives
 * out itself, of 64 bits.
 */
final class SqliteNormalForm extends NormalForm {

    private static final Set<String> MOMENTS = Set.of("current_timestamp", "current_date", "current_time");

    @Override
    protected ColumnType type(ColumnType type) {
        return SqliteTypes.comparable(type);
    }

    @Override
    public String name(String name) {
        return folded(name);
    }

    /** A name as SQLite compares it: of upper-case letters only those of ASCII become lower case. */
    static String folded(String name) {
        StringBuilder folded = new StringBuilder(name);
        for (int at = 0; at < name.length(); at++) {
            char c = name.charAt(at);
            if (c >= 'A' && c <= 'Z') {
                folded.setCharAt(at, (char) (c - 'A' + 'a'));
            }
        }
        return folded.toString();
    }

    @Override
    public TableName name(TableName name) {
        return super.name(
                name.schema().filter(SqliteDialect.MAIN::equals).isPresent()
                        ? new TableName(Optional.empty(), name.name())
                        : name);
    }

    /** It makes none up; the reader numbers checks without a name. */
    @Override
    public boolean isMadeUp(Table table, String name) {
        return name(name).matches(Pattern.quote(name(NamingConvention.check(table.name(), ""))) + "\\d+");
    }

    @Override
    protected Table table(Table table) {
        Table plain = super.table(table);
        return new Table(
                plain.name(),
                columns(plain, table),
                plain.primaryKey(),
                plain.uniques(),
                plain.foreignKeys(),
                plain.checks(),
                plain.exclusions(),
                plain.indexes(),
                Optional.empty(),
                SqliteOptions.stated(table));
    }

    /**
     * A strict table has few types, and a number of a row always 64 bits. There {@code INT} is what other whole numbers
     * are declared as, and numbers no rows.
     */
    private static List<Column> columns(Table table, Table said) {
        boolean strict = SqliteOptions.isStrict(table);
        Optional<String> number = RowNumber.alias(strict ? said : table).map(column -> folded(column.name()));
        return table.columns().stream()
                .map(column -> number.filter(column.name()::equals).isPresent()
                        ? column.withType(new ColumnType.IntegerType(64))
                        : strict ? column.withType(SqliteStrictTypes.comparable(column.type())) : column)
                .toList();
    }

    @Override
    protected Column column(Column column) {
        Column plain = super.column(column).withComment(Optional.empty());
        return plain.identity().isPresent() ? plain.withType(new ColumnType.IntegerType(64)) : plain;
    }

    /** A date is not a moment: the words are one default only where they give the same. */
    @Override
    protected DefaultValue defaultValue(DefaultValue value, ColumnType type) {
        DefaultValue normal = super.defaultValue(value, type);
        return normal instanceof DefaultValue.Now
                        && value instanceof DefaultValue.Expression expression
                        && MOMENTS.contains(SqlText.canonical(expression.sql()))
                        && !SqliteTypes.moment(type).equalsIgnoreCase(SqlText.canonical(expression.sql()))
                ? new DefaultValue.Expression(SqlText.canonical(expression.sql()))
                : normal;
    }

    /** Kept apart: a key that restricts does so even while foreign keys are deferred. */
    @Override
    protected ReferentialAction action(ReferentialAction action) {
        return action;
    }

    /** The text of a view is kept as it was written. */
    @Override
    protected View view(View view) {
        return new View(name(view.name()), sql(view.query()), false, Optional.empty());
    }
}
