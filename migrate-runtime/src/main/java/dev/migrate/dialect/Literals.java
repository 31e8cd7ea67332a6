package dev.migrate.dialect;

import dev.migrate.operation.Bytes;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.HexFormat;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Values as they stand in SQL, in the standard's words. A dialect overrides what its database writes differently.
 *
 * <p>A literal means the same whatever the session is set to, and survives a file: no backslash, no control character.
 */
public class Literals {

    private static final DateTimeFormatter TIME = new DateTimeFormatterBuilder()
            .appendPattern("HH:mm:ss")
            .appendFraction(ChronoField.NANO_OF_SECOND, 0, 9, true)
            .toFormatter();
    private static final DateTimeFormatter MOMENT = new DateTimeFormatterBuilder()
            .append(DateTimeFormatter.ISO_LOCAL_DATE)
            .appendLiteral(' ')
            .append(TIME)
            .toFormatter();

    /** For dialects. */
    public Literals() {}

    /**
     * A value as it stands in SQL.
     *
     * @param value a string, number, boolean, {@code java.time} value, UUID, {@code Bytes} or byte array; null is SQL's
     *     null
     * @return the literal
     * @throws IllegalArgumentException for any other value
     */
    public final String of(@Nullable Object value) {
        if (value == null) {
            return "NULL";
        } else if (value instanceof String text) {
            return isPlain(text) ? quoted(text) : escaped(text);
        } else if (value instanceof BigDecimal number) {
            return number.toPlainString();
        } else if (value instanceof Long || value instanceof Integer || value instanceof Short) {
            return value.toString();
        } else if (value instanceof Boolean truth) {
            return truth ? "TRUE" : "FALSE";
        } else if (value instanceof Bytes bytes) {
            return bytes(bytes.toString());
        } else if (value instanceof byte[] bytes) {
            return bytes(HexFormat.of().formatHex(bytes));
        } else if (value instanceof UUID uuid) {
            return uuid(uuid);
        }
        return moment(value);
    }

    private String moment(Object value) {
        if (value instanceof LocalDate date) {
            return "DATE " + quoted(date.toString());
        } else if (value instanceof LocalTime time) {
            return "TIME " + quoted(TIME.format(time));
        } else if (value instanceof LocalDateTime moment) {
            return "TIMESTAMP " + quoted(text(moment));
        } else if (value instanceof OffsetDateTime moment) {
            return zoned(moment);
        }
        throw new IllegalArgumentException("no literal for " + value.getClass().getName());
    }

    /**
     * Text in quotes, which are doubled inside.
     *
     * @param text the text, without what {@link #escaped} is for
     * @return the literal
     */
    protected static String quoted(String text) {
        return "'" + text.replace("'", "''") + "'";
    }

    /**
     * A day and a time of it.
     *
     * @param moment the moment
     * @return {@code 2026-04-10 08:30:00.25}
     */
    protected static String text(LocalDateTime moment) {
        return MOMENT.format(moment);
    }

    /** Whether every client and every mode reads the text as it stands. */
    private static boolean isPlain(String text) {
        return text.chars().noneMatch(c -> c == '\\' || (c < ' ' && c != '\n' && c != '\t'));
    }

    /**
     * Text that holds a backslash or a control character.
     *
     * @param text the text
     * @return a literal in which neither stands
     */
    protected String escaped(String text) {
        return quoted(text);
    }

    /**
     * Bytes.
     *
     * @param hex two hex digits for each
     * @return the literal
     */
    protected String bytes(String hex) {
        return "X'" + hex + "'";
    }

    /**
     * A UUID.
     *
     * @param uuid the value
     * @return the literal
     */
    protected String uuid(UUID uuid) {
        return quoted(uuid.toString());
    }

    /**
     * A moment with its distance from UTC.
     *
     * @param moment the moment
     * @return the literal
     */
    protected String zoned(OffsetDateTime moment) {
        return "TIMESTAMP WITH TIME ZONE " + quoted(text(moment.toLocalDateTime()) + offset(moment));
    }

    private static String offset(OffsetDateTime moment) {
        String id = moment.getOffset().getId();
        return id.equals("Z") ? "+00:00" : id;
    }
}
