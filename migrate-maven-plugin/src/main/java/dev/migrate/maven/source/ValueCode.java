package dev.migrate.maven.source;

import dev.migrate.maven.source.Code.Call;
import dev.migrate.maven.source.Code.Chain;
import dev.migrate.maven.source.Code.Nested;
import dev.migrate.maven.source.Code.Plain;
import dev.migrate.operation.Bytes;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.SortedSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Writes values, and notes what has to be imported for them. */
final class ValueCode {

    private static final BigInteger LEAST = BigInteger.valueOf(Long.MIN_VALUE);
    private static final BigInteger GREATEST = BigInteger.valueOf(Long.MAX_VALUE);

    private final SortedSet<String> imports;

    /**
     * @param imports takes the names of classes up
     */
    ValueCode(SortedSet<String> imports) {
        this.imports = imports;
    }

    /** Values for {@code Object...}: a lonely null would be taken for no values. */
    List<Code> all(List<? extends @Nullable Object> values) {
        if (values.size() == 1 && values.get(0) == null) {
            return List.of(new Plain("(Object) null"));
        }
        List<Code> all = new ArrayList<>();
        values.forEach(value -> all.add(of(value)));
        return all;
    }

    /** A value in one of the few forms that operations keep. */
    Code of(@Nullable Object value) {
        if (value instanceof String text) {
            return Code.words(text);
        }
        if (value instanceof Long number) {
            return Code.number(number);
        }
        if (value instanceof BigDecimal number) {
            return fraction(number);
        }
        if (value instanceof Bytes bytes) {
            return new Nested(new Chain(
                    imported(HexFormat.class),
                    List.of(Call.of("of"), Call.of("parseHex", Code.words(bytes.toString())))));
        }
        if (value instanceof UUID) {
            return parsed(UUID.class, "fromString", value);
        }
        return value instanceof LocalDate
                        || value instanceof LocalTime
                        || value instanceof LocalDateTime
                        || value instanceof OffsetDateTime
                ? parsed(value.getClass(), "parse", value)
                : new Plain(String.valueOf(value)); // true, false, null
    }

    private Nested parsed(Class<?> type, String word, Object value) {
        return new Nested(Chain.of(imported(type), Call.of(word, Code.words(value.toString()))));
    }

    /** As a double where that is recorded as the same number. */
    @SuppressWarnings("BigDecimalEquals") // the scale is recorded, too
    private Code fraction(BigDecimal number) {
        String text = Double.toString(number.doubleValue());
        boolean isDouble = Double.isFinite(number.doubleValue()) && new BigDecimal(text).equals(number);
        return isDouble ? new Plain(text) : decimal(number);
    }

    /** A number where whole numbers and exact ones are taken. */
    Code exact(BigDecimal number) {
        boolean isLong = number.stripTrailingZeros().scale() <= 0
                && number.precision() - number.scale() <= 19
                && number.toBigInteger().compareTo(LEAST) >= 0
                && number.toBigInteger().compareTo(GREATEST) <= 0;
        return isLong ? Code.number(number.longValueExact()) : decimal(number);
    }

    private Plain decimal(BigDecimal number) {
        return new Plain("new " + imported(BigDecimal.class) + "(\"" + number + "\")");
    }

    private String imported(Class<?> type) {
        imports.add(type.getName());
        return type.getSimpleName();
    }
}
