package dev.migrate.dialect;

import dev.migrate.schema.ColumnType;

/**
 * Types as the standard spells them. A dialect overrides what its database calls differently, and says what it makes of
 * an enumeration, which the standard does not have.
 */
public abstract class AnsiTypes implements ColumnType.Visitor<String> {

    /** The standard's spelling. */
    protected AnsiTypes() {}

    @Override
    public String integer(ColumnType.IntegerType type) {
        return switch (type.bits()) {
            case 8 -> "TINYINT";
            case 16 -> "SMALLINT";
            case 32 -> "INTEGER";
            default -> "BIGINT";
        };
    }

    @Override
    public String bool(ColumnType.Bool type) {
        return "BOOLEAN";
    }

    @Override
    public String decimal(ColumnType.Decimal type) {
        return "DECIMAL(" + type.precision() + ", " + type.scale() + ")";
    }

    @Override
    public String floating(ColumnType.Floating type) {
        return type.bits() == 32 ? "REAL" : "DOUBLE PRECISION";
    }

    @Override
    public String varchar(ColumnType.VarChar type) {
        return "VARCHAR(" + type.length() + ")";
    }

    @Override
    public String character(ColumnType.Char type) {
        return "CHAR(" + type.length() + ")";
    }

    @Override
    public String text(ColumnType.Text type) {
        return "CHARACTER LARGE OBJECT";
    }

    @Override
    public String binary(ColumnType.Binary type) {
        return "BINARY(" + type.length() + ")";
    }

    @Override
    public String varbinary(ColumnType.VarBinary type) {
        return "VARBINARY(" + type.length() + ")";
    }

    @Override
    public String blob(ColumnType.Blob type) {
        return "BINARY LARGE OBJECT";
    }

    @Override
    public String date(ColumnType.Date type) {
        return "DATE";
    }

    @Override
    public String time(ColumnType.Time type) {
        return "TIME(" + type.precision() + ")";
    }

    @Override
    public String timestamp(ColumnType.Timestamp type) {
        return "TIMESTAMP(" + type.precision() + ")";
    }

    @Override
    public String timestampTz(ColumnType.TimestampTz type) {
        return "TIMESTAMP(" + type.precision() + ") WITH TIME ZONE";
    }

    @Override
    public String uuid(ColumnType.Uuid type) {
        return "UUID";
    }

    @Override
    public String json(ColumnType.Json type) {
        return "JSON";
    }

    /** Its name in SQL is for {@link AnsiDefinitions} to write, which knows what has to be quoted. */
    @Override
    public String named(ColumnType.Named type) {
        return type.name() + (type.array() ? "[]" : "");
    }

    @Override
    public String raw(ColumnType.Raw type) {
        return type.sql();
    }
}
