package dev.migrate.dialect.postgresql;

import dev.migrate.schema.ColumnType;
import java.util.Optional;
import java.util.Set;

/**
 * How values of one type become values of another where PostgreSQL does not do so by itself. Where it does it is left to
 * it: an explicit cast would cut what is too long, and say nothing.
 */
final class Conversion {

    private enum Kind {
        TEXT,
        NUMBER,
        BOOL,
        DATE,
        TIME,
        TIMESTAMP,
        JSON,
        UUID,
        BYTES,
        /** The number under which a large object is kept. */
        LARGE_OBJECT,
        /** What the model has no word for: whether and how they convert, the server says. */
        OTHER
    }

    /** Beside changes within a kind, and changes to text, which any value has. */
    private static final Set<String> BY_ITSELF = Set.of("DATE TIMESTAMP", "TIMESTAMP DATE", "TIMESTAMP TIME");

    private Conversion() {}

    /**
     * The expression that converts.
     *
     * @param column the column's name in SQL
     * @param typeName the new type in SQL
     * @return what follows {@code USING}; empty where nothing is needed
     */
    static Optional<String> of(String column, ColumnType from, ColumnType to, String typeName) {
        Kind was = kind(from);
        Kind is = kind(to);
        if (was == Kind.LARGE_OBJECT || is == Kind.LARGE_OBJECT) {
            return ofLargeObjects(column, was, is);
        }
        if (was == Kind.TEXT && (to instanceof ColumnType.Raw || to instanceof ColumnType.Named)) {
            return wordsOf(column, typeName);
        }
        if (was == Kind.TEXT && is == Kind.BYTES) {
            return Optional.of("convert_to(" + column + ", 'UTF8')");
        }
        if (was == Kind.BYTES && is == Kind.TEXT) {
            return Optional.of("convert_from(" + column + ", 'UTF8')");
        }
        if (was == is
                || is == Kind.BYTES
                || is == Kind.TEXT
                || is == Kind.OTHER
                || BY_ITSELF.contains(was + " " + is)) {
            return Optional.empty();
        }
        if (was == Kind.NUMBER && is == Kind.BOOL) {
            return Optional.of(column + " <> 0");
        }
        if (was == Kind.BOOL && is == Kind.NUMBER) {
            return Optional.of(column + "::integer");
        }
        // What has no cast of its own may be a value of the other type when it is written down.
        return Optional.of(column + (was == Kind.TEXT ? "" : "::text") + "::" + typeName);
    }

    /** What is kept under the number, and not its digits. */
    private static Optional<String> ofLargeObjects(String column, Kind was, Kind is) {
        return switch (was + " " + is) {
            case "LARGE_OBJECT TEXT" -> Optional.of("convert_from(lo_get(" + column + "), 'UTF8')");
            case "LARGE_OBJECT BYTES" -> Optional.of("lo_get(" + column + ")");
            case "TEXT LARGE_OBJECT" -> Optional.of("lo_from_bytea(0, convert_to(" + column + ", 'UTF8'))");
            case "BYTES LARGE_OBJECT" -> Optional.of("lo_from_bytea(0, " + column + ")");
            default -> Optional.empty();
        };
    }

    /** Text as a value of an enum type, a network address, a range. A type with a length could cut it. */
    private static Optional<String> wordsOf(String column, String typeName) {
        return typeName.contains("(") ? Optional.empty() : Optional.of(column + "::" + typeName);
    }

    private static Kind kind(ColumnType type) {
        if (type instanceof ColumnType.VarChar
                || type instanceof ColumnType.Char
                || type instanceof ColumnType.Text
                || type instanceof ColumnType.EnumOf) {
            return Kind.TEXT;
        }
        if (type instanceof ColumnType.IntegerType
                || type instanceof ColumnType.Decimal
                || type instanceof ColumnType.Floating) {
            return Kind.NUMBER;
        }
        if (type instanceof ColumnType.Timestamp || type instanceof ColumnType.TimestampTz) {
            return Kind.TIMESTAMP;
        }
        if (type instanceof ColumnType.Bool) {
            return Kind.BOOL;
        }
        if (type instanceof ColumnType.Date) {
            return Kind.DATE;
        }
        if (type instanceof ColumnType.Time) {
            return Kind.TIME;
        }
        if (type instanceof ColumnType.Uuid) {
            return Kind.UUID;
        }
        if (type instanceof ColumnType.Blob
                || type instanceof ColumnType.Binary
                || type instanceof ColumnType.VarBinary) {
            return Kind.BYTES;
        }
        if (type instanceof ColumnType.Raw raw && raw.sql().equalsIgnoreCase("oid")) {
            return Kind.LARGE_OBJECT;
        }
        return type instanceof ColumnType.Json ? Kind.JSON : Kind.OTHER;
    }
}
