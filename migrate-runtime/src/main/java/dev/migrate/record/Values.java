package dev.migrate.record;

import dev.migrate.operation.Bytes;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Brings the values that authors write into few forms, so that equal values are equal operations. */
final class Values {

    private Values() {}

    static List<@Nullable Object> all(@Nullable Object @Nullable ... values) {
        if (values == null) {
            throw Checked.bad("null stands where a list of values is wanted", "write (Object) null for SQL's null");
        }
        List<@Nullable Object> all = new ArrayList<>();
        for (Object value : values) {
            all.add(of(value));
        }
        return all;
    }

    static @Nullable Object of(@Nullable Object value) {
        if (value == null
                || value instanceof String
                || value instanceof Long
                || value instanceof Boolean
                || value instanceof BigDecimal
                || value instanceof LocalDate
                || value instanceof LocalTime
                || value instanceof LocalDateTime
                || value instanceof OffsetDateTime
                || value instanceof UUID) {
            return value;
        }
        if (value instanceof Integer || value instanceof Short || value instanceof Byte) {
            return ((Number) value).longValue();
        }
        if (value instanceof Double || value instanceof Float) {
            return Checked.value("the value " + value, () -> new BigDecimal(value.toString()));
        }
        if (value instanceof BigInteger number) {
            return new BigDecimal(number);
        }
        if (value instanceof Character || value instanceof Enum<?>) {
            return value instanceof Enum<?> constant ? constant.name() : value.toString();
        }
        if (value instanceof Instant moment) {
            return moment.atOffset(ZoneOffset.UTC);
        }
        if (value instanceof byte[] bytes) {
            return new Bytes(bytes);
        }
        throw Checked.bad(
                "a value of " + value.getClass().getName() + " cannot be recorded",
                "give a string, a number, a boolean, a java.time value, a UUID or a byte array");
    }
}
