package dev.migrate.record;

import static java.util.Objects.requireNonNull;

import dev.migrate.ColumnChange;
import dev.migrate.Type;
import dev.migrate.operation.AlterColumn;
import dev.migrate.operation.Change;
import dev.migrate.schema.ColumnType;
import dev.migrate.schema.DefaultValue;
import dev.migrate.schema.TableName;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.function.Supplier;

/** Gathers what changes about one column. */
final class RecordedColumnChange implements ColumnChange {

    private final TableName table;
    private final String column;
    private Optional<ColumnType> type = Optional.empty();
    private Optional<Boolean> nullable = Optional.empty();
    private Change<DefaultValue> defaultValue = new Change.Keep<>();
    private Change<String> comment = new Change.Keep<>();
    private Optional<String> using = Optional.empty();

    RecordedColumnChange(TableName table, String column) {
        this.table = table;
        this.column = Checked.name("column", column);
    }

    AlterColumn operation() {
        AlterColumn operation = new AlterColumn(table, column, type, nullable, defaultValue, comment, using);
        AlterColumn nothing = new AlterColumn(
                table,
                column,
                Optional.empty(),
                Optional.empty(),
                new Change.Keep<>(),
                new Change.Keep<>(),
                Optional.empty());
        if (operation.equals(nothing)) {
            throw Checked.bad(
                    "nothing is said to change about column " + table + "." + column,
                    "say what changes, as in c -> c.notNull(), or leave the call out");
        }
        return operation;
    }

    private ColumnChange type(Supplier<ColumnType> newType) {
        type = Optional.of(Checked.value("column " + table + "." + column, newType));
        return this;
    }

    private ColumnChange to(DefaultValue value) {
        defaultValue = new Change.Set<>(value);
        return this;
    }

    @Override
    public ColumnChange bigint() {
        return type(() -> new ColumnType.IntegerType(64));
    }

    @Override
    public ColumnChange integer() {
        return type(() -> new ColumnType.IntegerType(32));
    }

    @Override
    public ColumnChange smallint() {
        return type(() -> new ColumnType.IntegerType(16));
    }

    @Override
    public ColumnChange tinyint() {
        return type(() -> new ColumnType.IntegerType(8));
    }

    @Override
    public ColumnChange bool() {
        return type(() -> new ColumnType.Bool());
    }

    @Override
    public ColumnChange decimal(int precision, int scale) {
        return type(() -> new ColumnType.Decimal(precision, scale));
    }

    @Override
    public ColumnChange real() {
        return type(() -> new ColumnType.Floating(32));
    }

    @Override
    public ColumnChange doublePrecision() {
        return type(() -> new ColumnType.Floating(64));
    }

    @Override
    public ColumnChange varchar(int length) {
        return type(() -> new ColumnType.VarChar(length));
    }

    @Override
    public ColumnChange character(int length) {
        return type(() -> new ColumnType.Char(length));
    }

    @Override
    public ColumnChange text() {
        return type(() -> new ColumnType.Text());
    }

    @Override
    public ColumnChange binary(int length) {
        return type(() -> new ColumnType.Binary(length));
    }

    @Override
    public ColumnChange varbinary(int length) {
        return type(() -> new ColumnType.VarBinary(length));
    }

    @Override
    public ColumnChange blob() {
        return type(() -> new ColumnType.Blob());
    }

    @Override
    public ColumnChange date() {
        return type(() -> new ColumnType.Date());
    }

    @Override
    public ColumnChange time(int precision) {
        return type(() -> new ColumnType.Time(precision));
    }

    @Override
    public ColumnChange timestamp(int precision) {
        return type(() -> new ColumnType.Timestamp(precision));
    }

    @Override
    public ColumnChange timestampTz(int precision) {
        return type(() -> new ColumnType.TimestampTz(precision));
    }

    @Override
    public ColumnChange uuid() {
        return type(() -> new ColumnType.Uuid());
    }

    @Override
    public ColumnChange json() {
        return type(() -> new ColumnType.Json());
    }

    @Override
    public ColumnChange enumOf(String value, String... more) {
        return type(() -> EnumWords.type(value, more));
    }

    @Override
    public ColumnChange type(Type newType) {
        return type(() -> TypeNames.type(newType));
    }

    @Override
    public ColumnChange using(String sql) {
        using = Optional.of(Checked.text("USING expression", sql));
        return this;
    }

    @Override
    public ColumnChange notNull() {
        nullable = Optional.of(false);
        return this;
    }

    @Override
    public ColumnChange nullable() {
        nullable = Optional.of(true);
        return this;
    }

    @Override
    public ColumnChange defaultValue(String value) {
        return to(new DefaultValue.Text(value));
    }

    @Override
    public ColumnChange defaultValue(char value) {
        return to(new DefaultValue.Text(String.valueOf(value)));
    }

    @Override
    public ColumnChange defaultValue(long value) {
        return to(new DefaultValue.Numeric(BigDecimal.valueOf(value)));
    }

    @Override
    public ColumnChange defaultValue(boolean value) {
        return to(new DefaultValue.Bool(value));
    }

    @Override
    public ColumnChange defaultValue(BigDecimal value) {
        return to(new DefaultValue.Numeric(value));
    }

    @Override
    public ColumnChange defaultNow() {
        return to(new DefaultValue.Now());
    }

    @Override
    public ColumnChange defaultExpression(String sql) {
        return to(new DefaultValue.Expression(Checked.text("default expression", sql)));
    }

    @Override
    public ColumnChange dropDefault() {
        defaultValue = new Change.Drop<>();
        return this;
    }

    @Override
    public ColumnChange comment(String text) {
        comment = requireNonNull(text, "text").isEmpty() ? new Change.Drop<>() : new Change.Set<>(text);
        return this;
    }

    @Override
    public ColumnChange dropComment() {
        comment = new Change.Drop<>();
        return this;
    }
}
