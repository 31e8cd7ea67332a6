package dev.migrate.execute;

import java.math.BigDecimal;
import java.sql.Clob;
import java.sql.Connection;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Time;
import java.sql.Timestamp;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Asks questions of one row and one column, and compares the answers with what people wrote down. */
final class Answers {

    /** A question was answered otherwise than expected. */
    static final class OtherAnswer extends Exception {
        private static final long serialVersionUID = 1L;

        OtherAnswer(String message) {
            super(message);
        }
    }

    private Answers() {}

    /**
     * Asks a question.
     *
     * @param seconds how long it may take; zero for no limit
     * @throws OtherAnswer when there is not exactly one row and one column
     */
    static @Nullable Object ask(Connection connection, String query, int seconds) throws SQLException, OtherAnswer {
        try (Statement statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            statement.setQueryTimeout(seconds);
            if (!statement.execute(query)) {
                throw notOne("it is not a query");
            }
            try (ResultSet rows = statement.getResultSet()) {
                int columns = rows.getMetaData().getColumnCount();
                if (columns != 1) {
                    throw notOne("it has " + columns + " columns");
                }
                if (!rows.next()) {
                    throw notOne("it has no row");
                }
                Object answer = plain(rows.getObject(1));
                if (rows.next()) {
                    throw notOne("it has more than one row");
                }
                return answer;
            }
        }
    }

    private static OtherAnswer notOne(String instead) {
        return new OtherAnswer("a question has one row and one column, but " + instead);
    }

    /** Whether an answer is the expected one: numbers by value, 1 and 0 also as true and false. */
    static boolean matches(Object expected, @Nullable Object answer) {
        Object wanted = plain(expected);
        if (answer instanceof BigDecimal number && wanted instanceof Boolean yes) {
            return (number.signum() != 0) == yes;
        }
        if (wanted instanceof BigDecimal number && answer instanceof Boolean yes) {
            return number.compareTo(yes ? BigDecimal.ONE : BigDecimal.ZERO) == 0;
        }
        if (wanted instanceof BigDecimal one && answer instanceof BigDecimal other) {
            return one.compareTo(other) == 0;
        }
        return answer != null && Objects.toString(wanted).equals(answer.toString());
    }

    /** Whether an answer means yes: true, or not zero. */
    static boolean isTrue(@Nullable Object answer) {
        return answer != null && matches(true, answer);
    }

    /** The value without what a driver makes of it. */
    static @Nullable Object plain(@Nullable Object value) {
        if (value instanceof Number number) {
            return new BigDecimal(number.toString());
        }
        if (value instanceof Timestamp timestamp) {
            return timestamp.toLocalDateTime();
        }
        if (value instanceof Date date) {
            return date.toLocalDate();
        }
        if (value instanceof Time time) {
            return time.toLocalTime();
        }
        if (value instanceof Clob clob) {
            return text(clob);
        }
        return value;
    }

    private static String text(Clob clob) {
        try {
            return clob.getSubString(1, (int) Math.min(clob.length(), Integer.MAX_VALUE));
        } catch (SQLException e) {
            throw new IllegalStateException("the answer cannot be read", e);
        }
    }
}
