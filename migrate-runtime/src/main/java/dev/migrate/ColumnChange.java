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
     * Changes the type to a time of day in whole seconds.
     *
     * @return this change
     */
    ColumnChange time();

    /**
     * Changes the type to a time of day.
     *
     * @param precision digits of the second's fraction, 0 to 6
     * @return this change
     */
    ColumnChange time(int precision);

    /**
     * Changes the type to day and time without a zone, to the microsecond.
     *
     * @return this change
     */
    ColumnChange timestamp();

    /**
     * Changes the type to day and time without a zone.
     *
     * @param precision digits of the second's fraction, 0 to 6
     * @return this change
     */
    ColumnChange timestamp(int precision);

    /**
     * Changes the type to a moment, to the microsecond.
     *
     * @return this change
     */
    ColumnChange timestampTz();

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

    /**
     * The database numbers the rows from now on, beginning after the greatest number that is there: {@code
     * AUTO_INCREMENT} or {@code GENERATED BY DEFAULT AS IDENTITY}. The column is not null then.
     *
     * @return this change
     */
    ColumnChange identity();

    /**
     * The database numbers the rows from now on, and refuses a number that a row brings along: {@code GENERATED ALWAYS AS
     * IDENTITY} (PostgreSQL, H2). The column is not null then.
     *
     * @return this change
     */
    ColumnChange identityAlways();

    /**
     * The database does not number the rows any more; the numbers that are there stay.
     *
     * @return this change
     */
    ColumnChange dropIdentity();

    /**
     * The column is computed by this expression from now on, and kept in the row. PostgreSQL 17 changes the expression of
     * a computed column, and no database but MySQL, MariaDB, H2 and SQLite makes a computed column of another.
     *
     * @param sql an expression of the database's own SQL
     * @return this change
     */
    ColumnChange generatedAs(String sql);

    /**
     * The column is computed by this expression whenever it is read: MySQL, MariaDB and PostgreSQL 18 change the
     * expression of a column that is; SQLite makes one of any.
     *
     * @param sql an expression of the database's own SQL
     * @return this change
     */
    ColumnChange generatedVirtualAs(String sql);

    /**
     * The column is not computed any more; the values that were kept stay: {@code DROP EXPRESSION}.
     *
     * @return this change
     */
    ColumnChange dropGenerated();

    /**
     * Every update of the row sets the column to the present moment, unless it names another value: {@code ON UPDATE
     * CURRENT_TIMESTAMP} (MySQL, MariaDB, H2).
     *
     * @return this change
     */
    ColumnChange onUpdateNow();

    /**
     * An update that does not name the column leaves it alone.
     *
     * @return this change
     */
    ColumnChange dropOnUpdate();

    /**
     * Another character set, with the collation that the server has for it; the values are converted (MySQL, MariaDB).
     *
     * @param name the character set, as the server knows it
     * @return this change
     */
    ColumnChange charset(String name);

    /**
     * Another collation; on MySQL and MariaDB it implies the character set, to which values are converted. Not on H2.
     *
     * @param name the collation, as the server knows it
     * @return this change
     */
    ColumnChange collation(String name);

    /**
     * The collation and character set become the table's.
     *
     * @return this change
     */
    ColumnChange dropCollation();

    /**
     * {@code SELECT *} leaves the column out from now on (MySQL 8.0.23, MariaDB, H2).
     *
     * @return this change
     */
    ColumnChange invisible();

    /**
     * {@code SELECT *} shows the column from now on.
     *
     * @return this change
     */
    ColumnChange visible();

    /**
     * The column moves before all others: {@code MODIFY COLUMN … FIRST} (MySQL, MariaDB, SQLite).
     *
     * @return this change
     */
    ColumnChange first();

    /**
     * The column moves right behind another: {@code MODIFY COLUMN … AFTER email} (MySQL, MariaDB, SQLite).
     *
     * @param other the column before it
     * @return this change
     */
    ColumnChange after(String other);
}
