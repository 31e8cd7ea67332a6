package dev.migrate.record;

import dev.migrate.ColumnSpec;
import dev.migrate.NewColumn;
import dev.migrate.Type;
import dev.migrate.schema.ColumnType;
import dev.migrate.schema.TableName;
import java.util.function.Supplier;

/** What begins a column, wherever the column goes. */
abstract class ColumnStarter implements NewColumn {

    /** Digits of a second's fraction where none are said. */
    static final int MICROSECONDS = 6;

    private final TableName table;
    private final Naming naming;

    ColumnStarter(TableName table, Naming naming) {
        this.naming = naming;
        this.table = table;
    }

    /** Takes the new column up. */
    abstract ColumnSpec start(RecordedColumn column);

    private ColumnSpec start(String name, Supplier<ColumnType> type) {
        return start(
                new RecordedColumn(table, naming.name("column", name), Checked.value("column " + name, type), naming));
    }

    @Override
    public ColumnSpec bigint(String name) {
        return start(name, () -> new ColumnType.IntegerType(64));
    }

    @Override
    public ColumnSpec integer(String name) {
        return start(name, () -> new ColumnType.IntegerType(32));
    }

    @Override
    public ColumnSpec smallint(String name) {
        return start(name, () -> new ColumnType.IntegerType(16));
    }

    @Override
    public ColumnSpec tinyint(String name) {
        return start(name, () -> new ColumnType.IntegerType(8));
    }

    @Override
    public ColumnSpec bool(String name) {
        return start(name, () -> new ColumnType.Bool());
    }

    @Override
    public ColumnSpec decimal(String name, int precision, int scale) {
        return start(name, () -> new ColumnType.Decimal(precision, scale));
    }

    @Override
    public ColumnSpec real(String name) {
        return start(name, () -> new ColumnType.Floating(32));
    }

    @Override
    public ColumnSpec doublePrecision(String name) {
        return start(name, () -> new ColumnType.Floating(64));
    }

    @Override
    public ColumnSpec varchar(String name, int length) {
        return start(name, () -> new ColumnType.VarChar(length));
    }

    @Override
    public ColumnSpec character(String name, int length) {
        return start(name, () -> new ColumnType.Char(length));
    }

    @Override
    public ColumnSpec text(String name) {
        return start(name, () -> new ColumnType.Text());
    }

    @Override
    public ColumnSpec binary(String name, int length) {
        return start(name, () -> new ColumnType.Binary(length));
    }

    @Override
    public ColumnSpec varbinary(String name, int length) {
        return start(name, () -> new ColumnType.VarBinary(length));
    }

    @Override
    public ColumnSpec blob(String name) {
        return start(name, () -> new ColumnType.Blob());
    }

    @Override
    public ColumnSpec date(String name) {
        return start(name, () -> new ColumnType.Date());
    }

    @Override
    public ColumnSpec time(String name, int precision) {
        return start(name, () -> new ColumnType.Time(precision));
    }

    @Override
    public ColumnSpec timestamp(String name, int precision) {
        return start(name, () -> new ColumnType.Timestamp(precision));
    }

    @Override
    public ColumnSpec timestampTz(String name, int precision) {
        return start(name, () -> new ColumnType.TimestampTz(precision));
    }

    @Override
    public ColumnSpec uuid(String name) {
        return start(name, () -> new ColumnType.Uuid());
    }

    @Override
    public ColumnSpec json(String name) {
        return start(name, () -> new ColumnType.Json());
    }

    @Override
    public ColumnSpec time(String name) {
        return start(name, () -> new ColumnType.Time(0));
    }

    @Override
    public ColumnSpec timestamp(String name) {
        return start(name, () -> new ColumnType.Timestamp(MICROSECONDS));
    }

    @Override
    public ColumnSpec timestampTz(String name) {
        return start(name, () -> new ColumnType.TimestampTz(MICROSECONDS));
    }

    @Override
    public ColumnSpec enumOf(String name, String value, String... more) {
        return start(name, () -> EnumWords.type(value, more));
    }

    @Override
    public ColumnSpec column(String name, Type type) {
        return start(name, () -> TypeNames.type(type, naming));
    }
}
