package dev.migrate.record;

import static java.util.Objects.requireNonNull;

import dev.migrate.operation.AlterColumn;
import dev.migrate.operation.Change;
import dev.migrate.operation.ColumnWords;
import dev.migrate.schema.Column;
import dev.migrate.schema.ColumnPosition;
import dev.migrate.schema.ColumnType;
import dev.migrate.schema.DefaultValue;
import dev.migrate.schema.Generated;
import dev.migrate.schema.Identity;
import dev.migrate.schema.TableName;
import java.math.BigDecimal;

/**
 * The words that new columns and changed ones have in common. A new column is what they make of one that has a name and a
 * type and nothing else.
 *
 * @param <S> what a word returns, for the next
 */
abstract class RecordedWords<S> {

    private final Naming naming;
    private final String column;
    private final ColumnWords words;

    RecordedWords(TableName table, String column, Naming naming) {
        this.naming = naming;
        this.column = column;
        this.words = AlterColumn.of(table, column);
    }

    /** This, as what the author of a migration sees. */
    abstract S self();

    final String name() {
        return column;
    }

    /** What was said so far. */
    final ColumnWords words() {
        return words;
    }

    final S type(ColumnType type) {
        words.type(type);
        return self();
    }

    private S to(DefaultValue value) {
        words.defaultValue(new Change.Set<>(value));
        return self();
    }

    public final S notNull() {
        words.nullable(false);
        return self();
    }

    public final S defaultValue(String value) {
        return to(new DefaultValue.Text(value));
    }

    public final S defaultValue(char value) {
        return to(new DefaultValue.Text(String.valueOf(value)));
    }

    public final S defaultValue(long value) {
        return to(new DefaultValue.Numeric(BigDecimal.valueOf(value)));
    }

    public final S defaultValue(boolean value) {
        return to(new DefaultValue.Bool(value));
    }

    public final S defaultValue(BigDecimal value) {
        return to(new DefaultValue.Numeric(value));
    }

    public final S defaultNow() {
        return to(new DefaultValue.Now());
    }

    public final S defaultExpression(String sql) {
        return to(new DefaultValue.Expression(Checked.text("default expression", sql)));
    }

    public final S identity() {
        return numbered(Identity.BY_DEFAULT);
    }

    public final S identityAlways() {
        return numbered(Identity.ALWAYS);
    }

    private S numbered(Identity identity) {
        words.identity(new Change.Set<>(identity)).nullable(false);
        return self();
    }

    public final S generatedAs(String sql) {
        return computed(sql, true);
    }

    public final S generatedVirtualAs(String sql) {
        return computed(sql, false);
    }

    private S computed(String sql, boolean stored) {
        words.generated(new Change.Set<>(new Generated(Checked.text("generated expression", sql), stored)));
        return self();
    }

    public final S comment(String text) {
        words.comment(requireNonNull(text, "text").isEmpty() ? new Change.Drop<>() : new Change.Set<>(text));
        return self();
    }

    public final S charset(String name) {
        words.charset(new Change.Set<>(Checked.word("character set", name)));
        return self();
    }

    public final S collation(String name) {
        words.collation(new Change.Set<>(Checked.name("collation", name)));
        return self();
    }

    public final S onUpdateNow() {
        words.onUpdate(new Change.Set<>(Column.NOW));
        return self();
    }

    public final S invisible() {
        words.invisible(true);
        return self();
    }

    public final S first() {
        words.position(ColumnPosition.FIRST);
        return self();
    }

    public final S after(String other) {
        String before = naming.name("column", other);
        if (before.equals(column)) {
            throw Checked.bad("column " + column + " is to stand behind itself", "name the column before it");
        }
        words.position(ColumnPosition.after(before));
        return self();
    }
}
