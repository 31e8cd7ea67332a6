package dev.migrate.schema;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * What a column can hold, independent of how one database spells it.
 *
 * <p>{@link Raw} is a type that only one database knows, in that database's spelling.
 */
public sealed interface ColumnType {

    /**
     * Calls the visitor's method for this type.
     *
     * @param <R> what the visitor makes of a type
     * @param visitor one method for each type
     * @return what that method returned
     */
    <R> R accept(Visitor<R> visitor);

    /**
     * Whether a column of it can have a character set and a collation.
     *
     * @return false only where it cannot, in any database
     */
    default boolean mayBeText() {
        return this instanceof VarChar
                || this instanceof Char
                || this instanceof Text
                || this instanceof EnumOf
                || this instanceof Raw;
    }

    /**
     * Whether a column of it can hold the moment of an update.
     *
     * @return false only where it cannot, in any database
     */
    default boolean mayBeMoment() {
        return this instanceof Timestamp || this instanceof TimestampTz || this instanceof Raw;
    }

    /**
     * Whether a column of it can be numbered.
     *
     * @return false only where it cannot, in any database
     */
    default boolean mayBeNumber() {
        return this instanceof IntegerType
                || this instanceof Decimal
                || this instanceof Floating
                || this instanceof Raw;
    }

    /**
     * One method for each type, so that a forgotten one does not compile.
     *
     * @param <R> what is made of a type
     */
    interface Visitor<R> {
        /**
         * An integer.
         *
         * @param type the type
         * @return what is made of it
         */
        R integer(IntegerType type);

        /**
         * True or false.
         *
         * @param type the type
         * @return what is made of it
         */
        R bool(Bool type);

        /**
         * An exact number.
         *
         * @param type the type
         * @return what is made of it
         */
        R decimal(Decimal type);

        /**
         * A floating-point number.
         *
         * @param type the type
         * @return what is made of it
         */
        R floating(Floating type);

        /**
         * Text up to a length.
         *
         * @param type the type
         * @return what is made of it
         */
        R varchar(VarChar type);

        /**
         * Text of one length.
         *
         * @param type the type
         * @return what is made of it
         */
        R character(Char type);

        /**
         * Text of any length.
         *
         * @param type the type
         * @return what is made of it
         */
        R text(Text type);

        /**
         * Bytes of one length.
         *
         * @param type the type
         * @return what is made of it
         */
        R binary(Binary type);

        /**
         * Bytes up to a length.
         *
         * @param type the type
         * @return what is made of it
         */
        R varbinary(VarBinary type);

        /**
         * Bytes of any number.
         *
         * @param type the type
         * @return what is made of it
         */
        R blob(Blob type);

        /**
         * A day.
         *
         * @param type the type
         * @return what is made of it
         */
        R date(Date type);

        /**
         * A time of day.
         *
         * @param type the type
         * @return what is made of it
         */
        R time(Time type);

        /**
         * Day and time without a zone.
         *
         * @param type the type
         * @return what is made of it
         */
        R timestamp(Timestamp type);

        /**
         * A moment.
         *
         * @param type the type
         * @return what is made of it
         */
        R timestampTz(TimestampTz type);

        /**
         * A UUID.
         *
         * @param type the type
         * @return what is made of it
         */
        R uuid(Uuid type);

        /**
         * JSON.
         *
         * @param type the type
         * @return what is made of it
         */
        R json(Json type);

        /**
         * One of a few words.
         *
         * @param type the type
         * @return what is made of it
         */
        R enumOf(EnumOf type);

        /**
         * A type that has a name of its own in a schema.
         *
         * @param type the type
         * @return what is made of it
         */
        R named(Named type);

        /**
         * A type of one database.
         *
         * @param type the type
         * @return what is made of it
         */
        R raw(Raw type);
    }

    /**
     * A signed integer.
     *
     * @param bits 8, 16, 32 or 64
     */
    record IntegerType(int bits) implements ColumnType {
        public IntegerType {
            if (bits != 8 && bits != 16 && bits != 32 && bits != 64) {
                throw new IllegalArgumentException("an integer of " + bits + " bits");
            }
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.integer(this);
        }
    }

    /** True or false. */
    record Bool() implements ColumnType {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.bool(this);
        }
    }

    /**
     * An exact number.
     *
     * @param precision digits in all
     * @param scale digits after the point
     */
    record Decimal(int precision, int scale) implements ColumnType {
        public Decimal {
            atLeast(1, precision, "precision");
            atLeast(0, scale, "scale");
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.decimal(this);
        }
    }

    /**
     * A floating-point number.
     *
     * @param bits 32 or 64
     */
    record Floating(int bits) implements ColumnType {
        public Floating {
            if (bits != 32 && bits != 64) {
                throw new IllegalArgumentException("a floating-point number of " + bits + " bits");
            }
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.floating(this);
        }
    }

    /**
     * Text up to a length.
     *
     * @param length characters at most
     */
    record VarChar(int length) implements ColumnType {
        public VarChar {
            atLeast(1, length, "length");
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.varchar(this);
        }
    }

    /**
     * Text of one length.
     *
     * @param length characters
     */
    record Char(int length) implements ColumnType {
        public Char {
            atLeast(1, length, "length");
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.character(this);
        }
    }

    /** Text of any length. */
    record Text() implements ColumnType {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.text(this);
        }
    }

    /**
     * Bytes of one length.
     *
     * @param length bytes
     */
    record Binary(int length) implements ColumnType {
        public Binary {
            atLeast(1, length, "length");
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.binary(this);
        }
    }

    /**
     * Bytes up to a length.
     *
     * @param length bytes at most
     */
    record VarBinary(int length) implements ColumnType {
        public VarBinary {
            atLeast(1, length, "length");
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.varbinary(this);
        }
    }

    /** Bytes of any number. */
    record Blob() implements ColumnType {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.blob(this);
        }
    }

    /** A day. */
    record Date() implements ColumnType {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.date(this);
        }
    }

    /**
     * A time of day.
     *
     * @param precision digits of the second's fraction, 0 to 6
     */
    record Time(int precision) implements ColumnType {
        public Time {
            fraction(precision);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.time(this);
        }
    }

    /**
     * Day and time without a zone.
     *
     * @param precision digits of the second's fraction, 0 to 6
     */
    record Timestamp(int precision) implements ColumnType {
        public Timestamp {
            fraction(precision);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.timestamp(this);
        }
    }

    /**
     * A moment.
     *
     * @param precision digits of the second's fraction, 0 to 6
     */
    record TimestampTz(int precision) implements ColumnType {
        public TimestampTz {
            fraction(precision);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.timestampTz(this);
        }
    }

    /** A UUID. */
    record Uuid() implements ColumnType {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.uuid(this);
        }
    }

    /** JSON. */
    record Json() implements ColumnType {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.json(this);
        }
    }

    /**
     * One of a few words.
     *
     * @param values the words, in their order; at least one
     */
    record EnumOf(List<String> values) implements ColumnType {
        public EnumOf {
            values = List.copyOf(values);
            atLeast(1, values.size(), "number of values");
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.enumOf(this);
        }
    }

    /**
     * A type that has a name of its own in a schema, such as an {@link EnumType}.
     *
     * @param name its name
     * @param array whether a value is a list of them
     */
    record Named(TableName name, boolean array) implements ColumnType {
        public Named {
            requireNonNull(name, "name");
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.named(this);
        }
    }

    /**
     * A type of one database.
     *
     * @param sql the type as that database writes it
     */
    record Raw(String sql) implements ColumnType {
        public Raw {
            requireNonNull(sql, "sql");
            if (sql.isBlank()) {
                throw new IllegalArgumentException("a blank type");
            }
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.raw(this);
        }
    }

    private static void atLeast(int least, int value, String what) {
        if (value < least) {
            throw new IllegalArgumentException("a " + what + " of " + value + "; at least " + least + " is needed");
        }
    }

    private static void fraction(int precision) {
        if (precision < 0 || precision > 6) {
            throw new IllegalArgumentException("a precision of " + precision + "; 0 to 6 digits are possible");
        }
    }
}
