package dev.migrate.schema;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;

/** The value of a row that names none. */
public sealed interface DefaultValue {

    /**
     * Text.
     *
     * @param value the text itself, not quoted
     */
    record Text(String value) implements DefaultValue {
        public Text {
            requireNonNull(value, "value");
        }
    }

    /**
     * A number; two of the same value are equal, whatever their scale.
     *
     * @param value the number, kept without trailing zeros
     */
    record Numeric(BigDecimal value) implements DefaultValue {
        public Numeric {
            value = value.signum() == 0 ? BigDecimal.ZERO : value.stripTrailingZeros();
        }
    }

    /**
     * True or false.
     *
     * @param value which of the two
     */
    record Bool(boolean value) implements DefaultValue {}

    /** The moment of the insertion, to the precision of the column. */
    record Now() implements DefaultValue {}

    /**
     * An expression.
     *
     * @param sql the expression in the database's own SQL
     */
    record Expression(String sql) implements DefaultValue {
        public Expression {
            requireNonNull(sql, "sql");
        }
    }
}
