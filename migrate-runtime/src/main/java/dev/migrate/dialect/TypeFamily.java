package dev.migrate.dialect;

import dev.migrate.schema.ColumnType;

/** What types are about, where that decides whether values of one can become values of another. */
public enum TypeFamily {
    /** Letters: any value can be written in them, and read from them. */
    TEXT,
    /** Numbers, and true and false. */
    NUMBER,
    /** Days and times. */
    MOMENT,
    /** UUIDs. */
    UUID,
    /** What one database knows, or what can hold anything. */
    OTHER;

    /**
     * What a type is about.
     *
     * @param type the type
     * @return its family
     */
    public static TypeFamily of(ColumnType type) {
        if (type instanceof ColumnType.VarChar
                || type instanceof ColumnType.Char
                || type instanceof ColumnType.Text
                || type instanceof ColumnType.EnumOf) {
            return TEXT;
        }
        if (type instanceof ColumnType.IntegerType
                || type instanceof ColumnType.Decimal
                || type instanceof ColumnType.Floating
                || type instanceof ColumnType.Bool) {
            return NUMBER;
        }
        if (type instanceof ColumnType.Date
                || type instanceof ColumnType.Time
                || type instanceof ColumnType.Timestamp
                || type instanceof ColumnType.TimestampTz) {
            return MOMENT;
        }
        return type instanceof ColumnType.Uuid ? UUID : OTHER;
    }

    /**
     * Whether values of one type can be values of the other.
     *
     * @param from the one type
     * @param to the other
     * @return false, when they have nothing in common
     */
    public static boolean convert(ColumnType from, ColumnType to) {
        TypeFamily was = of(from);
        TypeFamily is = of(to);
        return was == is || was == TEXT || is == TEXT || was == OTHER || is == OTHER;
    }
}
