package dev.migrate;

import java.math.BigDecimal;

/**
 * What changes about an existing column; everything that is not said stays as it is. Every method returns the same
 * change.
 */
public interface ColumnChange {

    /**
     * Changes the type to an integer of 64 bits.
     *
     * @return this change
     */
    ColumnChange bigint();

    /**
     * Changes the type to an integer of 32 bits.
     *
     * @return this change
     */
    ColumnChange integer();

    /**
     * Changes the type to an integer of 16 bits.
     *
     * @return this change
     */
    ColumnChange smallint();

    /**
     * Changes the type to an integer of 8 bits, where the database has one; else of 16.
     *
     * @return this change
     */
    ColumnChange tinyint();

    /**
     * Changes the type to true or false.
     *
     * @return this change
     */
    ColumnChange bool();

    /**
     * Changes the type to an exact number.
     *
     * @param precision digits in all
     * @param scale digits after the point
     * @return this change
     */
    ColumnChange decimal(int precision, int scale);

    /**
     * Changes the type to a floating-point number of 32 bits.
     *
     * @return this change
     */
    ColumnChange real();

    /**
     * Changes the type to a floating-point number of 64 bits.
     *
     * @return this change
     */
    ColumnChange doublePrecision();

    /**
     * Changes the type to text up to a length.
     *
     * @param length characters at most
     * @return this change
     */
    ColumnChange varchar(int length);

    /**
     * Changes the type to text of one length.
     *
     * @param length characters
     * @return this change
     */
    ColumnChange character(int length);

    /**
     * Changes the type to text of any length.
     *
     * @return this change
     */
    ColumnChange text();

    /**
     * Changes the type to bytes of one length.
     *
     * @param length bytes
     * @return this change
     */
    ColumnChange binary(int length);

    /**
     * Changes the type to bytes up to a length.
     *
     * @param length bytes at most
     * @return this change
     */
    ColumnChange varbinary(int length);

    /**
     * Changes the type to bytes of any number.
     *
     * @return this change
     */
    ColumnChange blob();

    /**
     * Changes the type to a day.
     *
     * @return this change
     */
    ColumnChange date();

    /**
     * Changes the type to a time of day.
     *
     * @param precision digits of the second's fraction, 0 to 6
     * @return this change
     */
    ColumnChange time(int precision);

    /**
     * Changes the type to day and time without a zone.
     *
     * @param precision digits of the second's fraction, 0 to 6
     * @return this change
     */
    ColumnChange timestamp(int precision);

    /**
     * Changes the type to a moment.
     *
     * @param precision digits of the second's fraction, 0 to 6
     * @return this change
     */
    ColumnChange timestampTz(int precision);

    /**
     * Changes the type to a UUID.
     *
     * @return this change
     */
    ColumnChange uuid();

    /**
     * Changes the type to JSON.
     *
     * @return this change
     */
    ColumnChange json();

    /**
     * Changes the type to one of a few words.
     *
     * @param value the first word
     * @param more the further words, in order
     * @return this change
     */
    ColumnChange enumOf(String value, String... more);

    /**
     * Changes the type to any type.
     *
     * @param type the new type
     * @return this change
     */
    ColumnChange type(Type type);

    /**
     * How the present values become values of the new type (PostgreSQL).
     *
     * @param sql an expression of the database's own SQL
     * @return this change
     */
    ColumnChange using(String sql);

    /**
     * The column must have a value from now on.
     *
     * @return this change
     */
    ColumnChange notNull();

    /**
     * The column need not have a value any more.
     *
     * @return this change
     */
    ColumnChange nullable();

    /**
     * A new default.
     *
     * @param value text, not SQL
     * @return this change
     */
    ColumnChange defaultValue(String value);

    /**
     * A new default.
     *
     * @param value one character of text
     * @return this change
     */
    ColumnChange defaultValue(char value);

    /**
     * A new default.
     *
     * @param value a whole number
     * @return this change
     */
    ColumnChange defaultValue(long value);

    /**
     * A new default.
     *
     * @param value true or false
     * @return this change
     */
    ColumnChange defaultValue(boolean value);

    /**
     * A new default.
     *
     * @param value an exact number
     * @return this change
     */
    ColumnChange defaultValue(BigDecimal value);

    /**
     * The default becomes the moment of insertion.
     *
     * @return this change
     */
    ColumnChange defaultNow();

    /**
     * A new default, computed.
     *
     * @param sql an expression of the database's own SQL
     * @return this change
     */
    ColumnChange defaultExpression(String sql);

    /**
     * No default any more.
     *
     * @return this change
     */
    ColumnChange dropDefault();

    /**
     * A new comment.
     *
     * @param text any text
     * @return this change
     */
    ColumnChange comment(String text);

    /**
     * No comment any more.
     *
     * @return this change
     */
    ColumnChange dropComment();
}
