package dev.migrate.diff;

import dev.migrate.schema.ColumnType;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Whether present values fit a new type. */
final class Narrowing {

    private static final Pattern WORD = Pattern.compile("'(?:[^'\\\\]|''|\\\\.)*+'", Pattern.DOTALL);
    private static final Pattern SET = Pattern.compile(
            "\\s*set\\s*\\(((?:\\s*" + WORD + "\\s*,?)+)\\)\\s*", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private static final long MOST_BYTES_OF_A_LETTER = 4;
    private static final Map<String, Long> TEXTS = Map.of("tinytext", 0xFFL, "text", 0xFFFFL, "mediumtext", 0xFF_FFFFL);
    private static final Map<String, Long> BYTES =
            Map.of("tinyblob", 0xFFL, "blob", 0xFFFFL, "mediumblob", 0xFF_FFFFL, "longblob", 0xFFFF_FFFFL);

    private Narrowing() {}

    static Optional<String> loss(ColumnType from, ColumnType to) {
        if (holds(from, to)) {
            return Optional.empty();
        }
        if (from instanceof ColumnType.EnumOf was && to instanceof ColumnType.EnumOf is) {
            String gone = was.values().stream()
                    .filter(value -> !is.values().contains(value))
                    .collect(Collectors.joining("', '", "'", "'"));
            return Optional.of("rows that hold " + gone + " do not fit the new type");
        }
        if ((isWords(from) && isNumber(to)) || (isNumber(from) && isWords(to))) {
            return Optional.of(
                    "words are counted from 1 in the order of the type, which need not be what the application"
                            + " counts: convert them by hand");
        }
        return Optional.of("values may not fit the new type");
    }

    private static boolean isWords(ColumnType type) {
        return type instanceof ColumnType.EnumOf;
    }

    private static boolean isNumber(ColumnType type) {
        return type instanceof ColumnType.IntegerType;
    }

    /** Whether every value of one type is surely one of the other. */
    private static boolean holds(ColumnType from, ColumnType to) {
        if (to instanceof ColumnType.Text) {
            return !(from instanceof ColumnType.Blob
                    || from instanceof ColumnType.Binary
                    || from instanceof ColumnType.VarBinary);
        }
        if (to instanceof ColumnType.VarChar text) {
            return letters(from) <= text.length();
        }
        if (from instanceof ColumnType.IntegerType was) {
            return (to instanceof ColumnType.IntegerType is && is.bits() >= was.bits())
                    || (to instanceof ColumnType.Decimal number && number.precision() - number.scale() >= digits(was));
        }
        if (from instanceof ColumnType.Decimal was) {
            return to instanceof ColumnType.Decimal is
                    && is.scale() >= was.scale()
                    && is.precision() - is.scale() >= was.precision() - was.scale();
        }
        if (from instanceof ColumnType.Floating was) {
            return to instanceof ColumnType.Floating is && is.bits() >= was.bits();
        }
        if (from instanceof ColumnType.Char was) {
            return to instanceof ColumnType.Char is && is.length() >= was.length();
        }
        if (from instanceof ColumnType.EnumOf was && to instanceof ColumnType.EnumOf is) {
            return is.values().containsAll(was.values());
        }
        return holdsBytes(from, to) || holdsTimes(from, to) || holdsMore(from, to) || holdsWords(from, to);
    }

    /** MySQL and MariaDB have words of which a value holds several, or none. */
    private static boolean holdsWords(ColumnType from, ColumnType to) {
        if (!(from instanceof ColumnType.Raw was && to instanceof ColumnType.Raw is)) {
            return false;
        }
        Matcher before = SET.matcher(was.sql());
        Matcher after = SET.matcher(is.sql());
        return before.matches() && after.matches() && words(after.group(1)).containsAll(words(before.group(1)));
    }

    private static List<String> words(String list) {
        return WORD.matcher(list).results().map(MatchResult::group).toList();
    }

    /** MySQL and MariaDB have four sizes of texts and of bytes, of which the model has words for the largest. */
    private static boolean holdsMore(ColumnType from, ColumnType to) {
        String small = sized(from);
        String large = sized(to);
        boolean texts = TEXTS.containsKey(large);
        Map<String, Long> sizes = texts ? TEXTS : BYTES;
        if (!sizes.containsKey(large)) {
            return false;
        }
        if (sizes.containsKey(small)) {
            return sizes.get(small) <= sizes.get(large);
        }
        long most = texts ? letters(from) * MOST_BYTES_OF_A_LETTER : bytes(from);
        return most <= sizes.get(large);
    }

    private static String sized(ColumnType type) {
        if (type instanceof ColumnType.Blob) {
            return "longblob";
        }
        return type instanceof ColumnType.Raw raw ? raw.sql().toLowerCase(Locale.ROOT) : "";
    }

    private static boolean holdsBytes(ColumnType from, ColumnType to) {
        long most = bytes(from);
        return most < Integer.MAX_VALUE
                && (to instanceof ColumnType.Blob || (to instanceof ColumnType.VarBinary is && is.length() >= most));
    }

    private static long bytes(ColumnType type) {
        if (type instanceof ColumnType.Binary fixed) {
            return fixed.length();
        }
        return type instanceof ColumnType.VarBinary bytes ? bytes.length() : Long.MAX_VALUE;
    }

    private static boolean holdsTimes(ColumnType from, ColumnType to) {
        if (from instanceof ColumnType.Timestamp was) {
            return to instanceof ColumnType.Timestamp is && is.precision() >= was.precision();
        }
        if (from instanceof ColumnType.TimestampTz was) {
            return to instanceof ColumnType.TimestampTz is && is.precision() >= was.precision();
        }
        if (from instanceof ColumnType.Time was) {
            return to instanceof ColumnType.Time is && is.precision() >= was.precision();
        }
        return from instanceof ColumnType.Date && to instanceof ColumnType.Timestamp;
    }

    /** The most letters that a value is written with. */
    private static int letters(ColumnType type) {
        if (type instanceof ColumnType.VarChar text) {
            return text.length();
        }
        if (type instanceof ColumnType.Char text) {
            return text.length();
        }
        if (type instanceof ColumnType.EnumOf words) {
            return words.values().stream().mapToInt(String::length).max().orElse(0);
        }
        if (type instanceof ColumnType.IntegerType number) {
            return digits(number) + 1;
        }
        if (type instanceof ColumnType.Decimal number) {
            return number.precision() + 3; // a sign, a point, a zero before it
        }
        return type instanceof ColumnType.Uuid ? 36 : Integer.MAX_VALUE;
    }

    private static int digits(ColumnType.IntegerType type) {
        return switch (type.bits()) {
            case 8 -> 3;
            case 16 -> 5;
            case 32 -> 10;
            default -> 19;
        };
    }
}
