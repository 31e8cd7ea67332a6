package dev.migrate.dialect.sqlite;

import dev.migrate.dialect.AnsiTypes;
import dev.migrate.schema.ColumnType;

/**
 * Types as a {@code STRICT} table takes them, which knows six words only and holds every value against them. What the
 * others say about length or precision has no place there.
 *
 * @see <a href="https://sqlite.org/stricttables.html">STRICT Tables</a>
 */
final class SqliteStrictTypes extends AnsiTypes {

    private static final String TEXT = "TEXT";
    private static final String BYTES = "BLOB";
    private static final String NUMBER = "REAL";
    private static final String WHOLE = "INT";

    /** {@code INTEGER} in a key would number the rows, for the same integers as elsewhere. */
    @Override
    public String integer(ColumnType.IntegerType type) {
        return type.bits() == Integer.SIZE ? "INTEGER" : WHOLE;
    }

    @Override
    public String bool(ColumnType.Bool type) {
        return WHOLE;
    }

    @Override
    public String decimal(ColumnType.Decimal type) {
        return type.scale() == 0 ? WHOLE : NUMBER;
    }

    @Override
    public String floating(ColumnType.Floating type) {
        return NUMBER;
    }

    @Override
    public String varchar(ColumnType.VarChar type) {
        return TEXT;
    }

    @Override
    public String character(ColumnType.Char type) {
        return TEXT;
    }

    @Override
    public String text(ColumnType.Text type) {
        return TEXT;
    }

    @Override
    public String binary(ColumnType.Binary type) {
        return BYTES;
    }

    @Override
    public String varbinary(ColumnType.VarBinary type) {
        return BYTES;
    }

    @Override
    public String blob(ColumnType.Blob type) {
        return BYTES;
    }

    @Override
    public String date(ColumnType.Date type) {
        return TEXT;
    }

    @Override
    public String time(ColumnType.Time type) {
        return TEXT;
    }

    @Override
    public String timestamp(ColumnType.Timestamp type) {
        return TEXT;
    }

    @Override
    public String timestampTz(ColumnType.TimestampTz type) {
        return TEXT;
    }

    @Override
    public String uuid(ColumnType.Uuid type) {
        return TEXT;
    }

    @Override
    public String json(ColumnType.Json type) {
        return TEXT;
    }

    @Override
    public String enumOf(ColumnType.EnumOf type) {
        return TEXT;
    }

    /** The type that is read back for one, whoever declared it; good for comparing only. */
    static ColumnType comparable(ColumnType type) {
        if (type instanceof ColumnType.EnumOf) {
            return type;
        }
        return switch (type.accept(new SqliteStrictTypes())) {
            case TEXT -> new ColumnType.Text();
            case BYTES -> new ColumnType.Blob();
            case NUMBER -> new ColumnType.Floating(64);
            case WHOLE, "INTEGER" -> new ColumnType.IntegerType(Integer.SIZE); // what the words say elsewhere
            default -> type;
        };
    }
}
