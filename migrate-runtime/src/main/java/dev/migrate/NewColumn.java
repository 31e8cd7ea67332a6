package dev.migrate;

/**
 * Starts a column: its type is the method, its name the first argument. The column is nullable until
 * {@link ColumnSpec#notNull} says otherwise.
 *
 * <p>Lengths are in characters for text and in bytes for binary types; precisions of times are digits of a second's
 * fraction, 0 to 6.
 */
public interface NewColumn {

    /**
     * An integer of 64 bits.
     *
     * @param name the column's name
     * @return the column
     */
    ColumnSpec bigint(String name);

    /**
     * An integer of 32 bits.
     *
     * @param name the column's name
     * @return the column
     */
    ColumnSpec integer(String name);

    /**
     * An integer of 16 bits.
     *
     * @param name the column's name
     * @return the column
     */
    ColumnSpec smallint(String name);

    /**
     * An integer of 8 bits, where the database has one; else of 16.
     *
     * @param name the column's name
     * @return the column
     */
    ColumnSpec tinyint(String name);

    /**
     * True or false; MySQL's and MariaDB's {@code TINYINT(1)}.
     *
     * @param name the column's name
     * @return the column
     */
    ColumnSpec bool(String name);

    /**
     * An exact number.
     *
     * @param name the column's name
     * @param precision digits in all
     * @param scale digits after the point
     * @return the column
     */
    ColumnSpec decimal(String name, int precision, int scale);

    /**
     * A floating-point number of 32 bits.
     *
     * @param name the column's name
     * @return the column
     */
    ColumnSpec real(String name);

    /**
     * A floating-point number of 64 bits.
     *
     * @param name the column's name
     * @return the column
     */
    ColumnSpec doublePrecision(String name);

    /**
     * Text up to a length.
     *
     * @param name the column's name
     * @param length characters at most
     * @return the column
     */
    ColumnSpec varchar(String name, int length);

    /**
     * Text of one length, padded with spaces; SQL's {@code CHAR}.
     *
     * @param name the column's name
     * @param length characters
     * @return the column
     */
    ColumnSpec character(String name, int length);

    /**
     * Text of any length; MySQL's and MariaDB's {@code LONGTEXT}.
     *
     * @param name the column's name
     * @return the column
     */
    ColumnSpec text(String name);

    /**
     * Bytes of one length.
     *
     * @param name the column's name
     * @param length bytes
     * @return the column
     */
    ColumnSpec binary(String name, int length);

    /**
     * Bytes up to a length.
     *
     * @param name the column's name
     * @param length bytes at most
     * @return the column
     */
    ColumnSpec varbinary(String name, int length);

    /**
     * Bytes of any number; MySQL's and MariaDB's {@code LONGBLOB}, PostgreSQL's {@code bytea}.
     *
     * @param name the column's name
     * @return the column
     */
    ColumnSpec blob(String name);

    /**
     * A day.
     *
     * @param name the column's name
     * @return the column
     */
    ColumnSpec date(String name);

    /**
     * A time of day in whole seconds.
     *
     * @param name the column's name
     * @return the column
     */
    ColumnSpec time(String name);

    /**
     * A time of day.
     *
     * @param name the column's name
     * @param precision digits of the second's fraction, 0 to 6
     * @return the column
     */
    ColumnSpec time(String name, int precision);

    /**
     * Day and time without a zone, to the microsecond; MySQL's and MariaDB's {@code DATETIME(6)}.
     *
     * @param name the column's name
     * @return the column
     */
    ColumnSpec timestamp(String name);

    /**
     * Day and time without a zone; MySQL's and MariaDB's {@code DATETIME}.
     *
     * @param name the column's name
     * @param precision digits of the second's fraction, 0 to 6
     * @return the column
     */
    ColumnSpec timestamp(String name, int precision);

    /**
     * A moment, to the microsecond; MySQL's and MariaDB's {@code TIMESTAMP(6)}.
     *
     * @param name the column's name
     * @return the column
     */
    ColumnSpec timestampTz(String name);

    /**
     * A moment; MySQL's and MariaDB's {@code TIMESTAMP}.
     *
     * @param name the column's name
     * @param precision digits of the second's fraction, 0 to 6
     * @return the column
     */
    ColumnSpec timestampTz(String name, int precision);

    /**
     * A UUID; MySQL's {@code BINARY(16)}.
     *
     * @param name the column's name
     * @return the column
     */
    ColumnSpec uuid(String name);

    /**
     * JSON.
     *
     * @param name the column's name
     * @return the column
     */
    ColumnSpec json(String name);

    /**
     * One of a few words.
     *
     * @param name the column's name
     * @param value the first word
     * @param more the further words, in order
     * @return the column
     */
    ColumnSpec enumOf(String name, String value, String... more);

    /**
     * A column of any type, among them those that only one database has: {@code Type.raw("POINT")}.
     *
     * @param name the column's name
     * @param type the type
     * @return the column
     */
    ColumnSpec column(String name, Type type);
}
