package dev.migrate.maven.source;

import dev.migrate.maven.source.Code.Call;
import dev.migrate.maven.source.Code.Chain;
import dev.migrate.schema.ColumnType;

/** The word for a type, without the column's name, which stands before its arguments. */
final class TypeCode implements ColumnType.Visitor<Call> {

    private static final int MICROSECONDS = 6;

    private final String wordForOthers;

    private TypeCode(String wordForOthers) {
        this.wordForOthers = wordForOthers;
    }

    static Call ofNew(String column, ColumnType type) {
        return type.accept(new TypeCode("column")).behind(Code.words(column));
    }

    static Call ofChanged(ColumnType type) {
        return type.accept(new TypeCode("type"));
    }

    @Override
    public Call integer(ColumnType.IntegerType type) {
        return Call.of(
                switch (type.bits()) {
                    case 8 -> "tinyint";
                    case 16 -> "smallint";
                    case 32 -> "integer";
                    default -> "bigint";
                });
    }

    @Override
    public Call bool(ColumnType.Bool type) {
        return Call.of("bool");
    }

    @Override
    public Call decimal(ColumnType.Decimal type) {
        return Call.of("decimal", Code.number(type.precision()), Code.number(type.scale()));
    }

    @Override
    public Call floating(ColumnType.Floating type) {
        return Call.of(type.bits() == 32 ? "real" : "doublePrecision");
    }

    @Override
    public Call varchar(ColumnType.VarChar type) {
        return Call.of("varchar", Code.number(type.length()));
    }

    @Override
    public Call character(ColumnType.Char type) {
        return Call.of("character", Code.number(type.length()));
    }

    @Override
    public Call text(ColumnType.Text type) {
        return Call.of("text");
    }

    @Override
    public Call binary(ColumnType.Binary type) {
        return Call.of("binary", Code.number(type.length()));
    }

    @Override
    public Call varbinary(ColumnType.VarBinary type) {
        return Call.of("varbinary", Code.number(type.length()));
    }

    @Override
    public Call blob(ColumnType.Blob type) {
        return Call.of("blob");
    }

    @Override
    public Call date(ColumnType.Date type) {
        return Call.of("date");
    }

    @Override
    public Call time(ColumnType.Time type) {
        return precise("time", type.precision(), 0);
    }

    @Override
    public Call timestamp(ColumnType.Timestamp type) {
        return precise("timestamp", type.precision(), MICROSECONDS);
    }

    @Override
    public Call timestampTz(ColumnType.TimestampTz type) {
        return precise("timestampTz", type.precision(), MICROSECONDS);
    }

    private static Call precise(String word, int precision, int usual) {
        return precision == usual ? Call.of(word) : Call.of(word, Code.number(precision));
    }

    @Override
    public Call uuid(ColumnType.Uuid type) {
        return Call.of("uuid");
    }

    @Override
    public Call json(ColumnType.Json type) {
        return Call.of("json");
    }

    @Override
    public Call enumOf(ColumnType.EnumOf type) {
        return new Call("enumOf", type.values().stream().map(Code::words).toList());
    }

    @Override
    public Call named(ColumnType.Named type) {
        return other("named", type.name() + (type.array() ? "[]" : ""));
    }

    @Override
    public Call raw(ColumnType.Raw type) {
        return other("raw", type.sql());
    }

    private Call other(String kind, String text) {
        return Call.of(wordForOthers, new Code.Nested(Chain.of("Type", Call.of(kind, Code.words(text)))));
    }
}
