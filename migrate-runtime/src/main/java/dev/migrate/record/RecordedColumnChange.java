package dev.migrate.record;

import dev.migrate.ColumnChange;
import dev.migrate.Type;
import dev.migrate.operation.AlterColumn;
import dev.migrate.operation.Change;
import dev.migrate.schema.ColumnType;
import dev.migrate.schema.TableName;
import java.util.function.Supplier;

/** Gathers what changes about one column. */
final class RecordedColumnChange extends RecordedWords<ColumnChange> implements ColumnChange {

    private final TableName table;
    private final Naming naming;

    RecordedColumnChange(TableName table, String column, Naming naming) {
        super(table, naming.name("column", column), naming);
        this.table = table;
        this.naming = naming;
    }

    @Override
    ColumnChange self() {
        return this;
    }

    AlterColumn operation() {
        AlterColumn operation = words().operation();
        if (operation.changesOnly(AlterColumn.of(table, name()))) {
            throw Checked.bad(
                    "nothing is said to change about column " + table + "." + name(),
                    "say what changes, as in c -> c.notNull(), or leave the call out");
        }
        return operation;
    }

    private ColumnChange type(Supplier<ColumnType> newType) {
        return type(Checked.value("column " + table + "." + name(), newType));
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
    public ColumnChange time() {
        return time(0);
    }

    @Override
    public ColumnChange time(int precision) {
        return type(() -> new ColumnType.Time(precision));
    }

    @Override
    public ColumnChange timestamp() {
        return timestamp(ColumnStarter.MICROSECONDS);
    }

    @Override
    public ColumnChange timestamp(int precision) {
        return type(() -> new ColumnType.Timestamp(precision));
    }

    @Override
    public ColumnChange timestampTz() {
        return timestampTz(ColumnStarter.MICROSECONDS);
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
        return type(() -> TypeNames.type(newType, naming));
    }

    @Override
    public ColumnChange using(String sql) {
        words().using(Checked.text("USING expression", sql));
        return this;
    }

    @Override
    public ColumnChange nullable() {
        words().nullable(true);
        return this;
    }

    @Override
    public ColumnChange dropDefault() {
        words().defaultValue(new Change.Drop<>());
        return this;
    }

    @Override
    public ColumnChange dropComment() {
        words().comment(new Change.Drop<>());
        return this;
    }

    @Override
    public ColumnChange dropIdentity() {
        words().identity(new Change.Drop<>());
        return this;
    }

    @Override
    public ColumnChange dropGenerated() {
        words().generated(new Change.Drop<>());
        return this;
    }

    @Override
    public ColumnChange dropOnUpdate() {
        words().onUpdate(new Change.Drop<>());
        return this;
    }

    @Override
    public ColumnChange dropCollation() {
        words().charset(new Change.Drop<>()).collation(new Change.Drop<>());
        return this;
    }

    @Override
    public ColumnChange visible() {
        words().invisible(false);
        return this;
    }
}
