package dev.migrate.execute;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * The values of a key as text that can be kept and read again: a letter for the kind of each, its length, a colon, and its
 * text. A value that has no kind of its own is kept as the server writes it.
 */
final class KeyText {

    private static final Pattern NUMBER = Pattern.compile("-?\\d+");

    private KeyText() {}

    /** The values of the first columns of a row. */
    static List<Object> read(ResultSet row, int columns) throws SQLException {
        List<Object> values = new ArrayList<>();
        for (int i = 1; i <= columns; i++) {
            Object value = row.getObject(i);
            if (value instanceof Number && !isNoNumber(value)) {
                values.add(new BigDecimal(value.toString()));
            } else if (value instanceof byte[] || value instanceof UUID) {
                values.add(value);
            } else {
                String text = row.getString(i);
                values.add(value instanceof Boolean ? truth(text, value) : text);
            }
        }
        return values;
    }

    /** PostgreSQL has such values among its exact numbers, and reads them from a text. */
    private static boolean isNoNumber(Object value) {
        return value instanceof Double number && !Double.isFinite(number);
    }

    /** The drivers of MySQL and MariaDB call every number of a {@code TINYINT(1)} true but zero; its text tells which. */
    private static Object truth(String text, Object value) {
        return NUMBER.matcher(text).matches() ? new BigDecimal(text) : value;
    }

    static String of(List<Object> values) {
        StringBuilder text = new StringBuilder();
        for (Object value : values) {
            String written = value instanceof byte[] bytes ? HexFormat.of().formatHex(bytes) : value.toString();
            text.append(kind(value)).append(written.length()).append(':').append(written);
        }
        return text.toString();
    }

    private static char kind(Object value) {
        if (value instanceof BigDecimal) {
            return 'n';
        }
        if (value instanceof byte[]) {
            return 'b';
        }
        if (value instanceof UUID) {
            return 'u';
        }
        return value instanceof Boolean ? 't' : 's';
    }

    static List<Object> parse(String text) {
        List<Object> values = new ArrayList<>();
        int at = 0;
        while (at < text.length()) {
            int colon = text.indexOf(':', at);
            int end = colon + 1 + Integer.parseInt(text, at + 1, colon, 10);
            values.add(value(text.charAt(at), text.substring(colon + 1, end)));
            at = end;
        }
        return values;
    }

    private static Object value(char kind, String text) {
        return switch (kind) {
            case 'n' -> new BigDecimal(text);
            case 'b' -> HexFormat.of().parseHex(text);
            case 'u' -> UUID.fromString(text);
            case 't' -> Boolean.valueOf(text);
            case 's' -> text;
            default -> throw new IllegalArgumentException("a key of kind " + kind);
        };
    }
}
