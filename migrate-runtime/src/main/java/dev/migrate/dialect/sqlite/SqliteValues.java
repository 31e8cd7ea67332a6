package dev.migrate.dialect.sqlite;

import dev.migrate.dialect.AnsiDefinitions;
import dev.migrate.dialect.Dialect;
import dev.migrate.operation.Bytes;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Values as SQLite keeps them: it has no type for days and moments, so that they are text in the form that its own
 * functions give and understand, moments in UTC.
 */
final class SqliteValues {

    private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);
    private static final DateTimeFormatter MILLIS = DateTimeFormatter.ofPattern("HH:mm:ss.SSS", Locale.ROOT);
    private static final DateTimeFormatter MICROS = DateTimeFormatter.ofPattern("HH:mm:ss.SSSSSS", Locale.ROOT);
    private static final DateTimeFormatter NANOS = DateTimeFormatter.ofPattern("HH:mm:ss.SSSSSSSSS", Locale.ROOT);

    private SqliteValues() {}

    static @Nullable Object bindable(Dialect dialect, @Nullable Object value) {
        if (value instanceof Bytes bytes) {
            return bytes.toArray();
        }
        if (value instanceof UUID || value instanceof LocalDate) {
            return value.toString();
        }
        if (value instanceof LocalTime time) {
            return text(time);
        }
        if (value instanceof LocalDateTime moment) {
            return text(moment);
        }
        if (value instanceof Instant moment) {
            return text(LocalDateTime.ofInstant(moment, ZoneOffset.UTC));
        }
        if (value instanceof OffsetDateTime moment) {
            return text(moment.withOffsetSameInstant(ZoneOffset.UTC).toLocalDateTime());
        }
        if (value instanceof ZonedDateTime moment) {
            return text(moment.withZoneSameInstant(ZoneOffset.UTC).toLocalDateTime());
        }
        return value instanceof BigDecimal number ? exact(dialect, number) : value;
    }

    private static String text(LocalDateTime moment) {
        return moment.toLocalDate() + " " + text(moment.toLocalTime());
    }

    /** With as many digits as it has, by threes: the driver reads a fraction as a number of thousandths. */
    private static String text(LocalTime time) {
        int nanos = time.getNano();
        if (nanos == 0) {
            return SECONDS.format(time);
        }
        if (nanos % 1_000_000 == 0) {
            return MILLIS.format(time);
        }
        return (nanos % 1_000 == 0 ? MICROS : NANOS).format(time);
    }

    /** In a column of numbers it becomes a whole number of 64 bits or a floating one, whichever is exact. */
    private static BigDecimal exact(Dialect dialect, BigDecimal number) {
        boolean whole = number.stripTrailingZeros().scale() <= 0 && number.toBigInteger().bitLength() < Long.SIZE;
        if (!whole && number.compareTo(new BigDecimal(Double.toString(number.doubleValue()))) != 0) {
            throw AnsiDefinitions.unsupported(
                    dialect, "decimal numbers of that many digits", "a row has " + number.toPlainString());
        }
        return number;
    }
}
