package dev.migrate.dialect.h2;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What H2 makes of sums of plain numbers: it computes a default when it is told it, and reports the result. What it may
 * compute in a way of its own, such as a fraction, has no value here.
 */
final class H2Arithmetic {

    /** Longer whole numbers are of another type. */
    private static final Pattern TOKEN = Pattern.compile("\\s*(?<token>\\d{1,18}(?:\\.\\d{1,18})?|[-+*/()])");

    private static final BigDecimal LAST_INT = BigDecimal.valueOf(Integer.MAX_VALUE);
    private static final BigDecimal LAST_LONG = BigDecimal.valueOf(Long.MAX_VALUE);

    /** A number, and whether it is a whole one by its type. */
    private record Value(BigDecimal number, boolean whole) {}

    /** There is something that is not known. */
    private static final class Unknown extends Exception {
        private static final long serialVersionUID = 1L;

        Unknown() {
            super(null, null, false, false);
        }
    }

    private final String sql;
    private int at;
    private String token = "";

    private H2Arithmetic(String sql) {
        this.sql = sql;
    }

    /** Empty for what is more than a sum of plain numbers, or no sum at all. */
    static Optional<BigDecimal> value(String sql) {
        if (sql.contains("--") || sql.contains("/*")) {
            return Optional.empty();
        }
        H2Arithmetic arithmetic = new H2Arithmetic(sql);
        try {
            arithmetic.next();
            BigDecimal sum = arithmetic.sum().number();
            return arithmetic.token.isEmpty() ? Optional.of(sum) : Optional.empty();
        } catch (Unknown e) {
            return Optional.empty();
        }
    }

    private void next() throws Unknown {
        Matcher matcher = TOKEN.matcher(sql).region(at, sql.length());
        if (matcher.lookingAt()) {
            token = matcher.group("token");
            at = matcher.end();
        } else if (sql.substring(at).isBlank()) {
            token = "";
        } else {
            throw new Unknown();
        }
    }

    private Value sum() throws Unknown {
        Value sum = product();
        while (token.equals("+") || token.equals("-")) {
            boolean plus = token.equals("+");
            next();
            Value next = product();
            sum = fitting(plus ? sum.number().add(next.number()) : sum.number().subtract(next.number()), sum, next);
        }
        return sum;
    }

    private Value product() throws Unknown {
        Value product = term();
        while (token.equals("*") || token.equals("/")) {
            boolean times = token.equals("*");
            next();
            Value next = term();
            product = times
                    ? fitting(product.number().multiply(next.number()), product, next)
                    : fitting(quotient(product, next), product, next);
        }
        return product;
    }

    private static BigDecimal quotient(Value value, Value by) throws Unknown {
        if (!value.whole() || !by.whole() || by.number().signum() == 0) {
            throw new Unknown();
        }
        return value.number().divideToIntegralValue(by.number());
    }

    /** What is too large for the type of whole numbers is refused. */
    private static Value fitting(BigDecimal result, Value one, Value other) throws Unknown {
        boolean whole = one.whole() && other.whole();
        boolean large = isLarge(one.number()) || isLarge(other.number());
        if (whole && result.abs().compareTo(large ? LAST_LONG : LAST_INT) > 0) {
            throw new Unknown();
        }
        return new Value(result, whole);
    }

    private static boolean isLarge(BigDecimal number) {
        return number.abs().compareTo(LAST_INT) > 0;
    }

    private Value term() throws Unknown {
        String first = token;
        next();
        switch (first) {
            case "-" -> {
                Value value = term();
                return new Value(value.number().negate(), value.whole());
            }
            case "+" -> {
                return term();
            }
            case "(" -> {
                Value value = sum();
                if (!token.equals(")")) {
                    throw new Unknown();
                }
                next();
                return value;
            }
            default -> {
                if (first.isEmpty() || !Character.isDigit(first.charAt(0))) {
                    throw new Unknown();
                }
                return new Value(new BigDecimal(first), !first.contains("."));
            }
        }
    }
}
