package dev.migrate.dialect;

import dev.migrate.schema.ColumnType;
import dev.migrate.schema.DefaultValue;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A default as a value of the column's type: {@code '5'} on a number is 5, and 1 on a truth value is true.
 *
 * @param value the default as it was said
 */
public record DefaultOfType(DefaultValue value) implements ColumnType.Visitor<DefaultValue> {

    /**
     * A default as a value of a type.
     *
     * @param value the default as it was said
     * @param type the column's type
     * @return the same value in the kind that the type asks for, if it can be
     */
    public static DefaultValue of(DefaultValue value, ColumnType type) {
        return type.accept(new DefaultOfType(value));
    }

    private static final Pattern NUMBER = Pattern.compile("[-+]?\\d+(\\.\\d+)?");

    private static final Pattern MOMENT =
            Pattern.compile("(?<day>\\d{4}-\\d\\d-\\d\\d)(?:[ T](?<time>\\d\\d:\\d\\d:\\d\\d)(?<fraction>\\.\\d+)?)?");

    private DefaultValue number() {
        if (value instanceof DefaultValue.Bool bool) {
            return new DefaultValue.Numeric(bool.value() ? BigDecimal.ONE : BigDecimal.ZERO);
        }
        return value instanceof DefaultValue.Text text
                        && NUMBER.matcher(text.value()).matches()
                ? new DefaultValue.Numeric(new BigDecimal(text.value()))
                : value;
    }

    private DefaultValue words() {
        if (value instanceof DefaultValue.Numeric number) {
            return new DefaultValue.Text(number.value().toPlainString());
        }
        return value instanceof DefaultValue.Bool bool ? new DefaultValue.Text(bool.value() ? "TRUE" : "FALSE") : value;
    }

    /** Servers add midnight to a day and zeros to a fraction. */
    private DefaultValue moment() {
        if (value instanceof DefaultValue.Text text) {
            Matcher matcher = MOMENT.matcher(text.value());
            if (matcher.matches()) {
                return new DefaultValue.Text(matcher.group("day") + " "
                        + Optional.ofNullable(matcher.group("time")).orElse("00:00:00")
                        + withoutTrailingZeros(
                                Optional.ofNullable(matcher.group("fraction")).orElse("")));
            }
        }
        return value;
    }

    private static String withoutTrailingZeros(String fraction) {
        return fraction.replaceFirst("\\.?0*$", "");
    }

    @Override
    public DefaultValue integer(ColumnType.IntegerType type) {
        return number();
    }

    @Override
    public DefaultValue bool(ColumnType.Bool type) {
        DefaultValue number = number();
        return number instanceof DefaultValue.Numeric is
                ? new DefaultValue.Bool(is.value().signum() != 0)
                : number;
    }

    @Override
    public DefaultValue decimal(ColumnType.Decimal type) {
        return number();
    }

    @Override
    public DefaultValue floating(ColumnType.Floating type) {
        return number();
    }

    @Override
    public DefaultValue varchar(ColumnType.VarChar type) {
        return words();
    }

    @Override
    public DefaultValue character(ColumnType.Char type) {
        return words();
    }

    @Override
    public DefaultValue text(ColumnType.Text type) {
        return words();
    }

    @Override
    public DefaultValue binary(ColumnType.Binary type) {
        return value;
    }

    @Override
    public DefaultValue varbinary(ColumnType.VarBinary type) {
        return value;
    }

    @Override
    public DefaultValue blob(ColumnType.Blob type) {
        return value;
    }

    @Override
    public DefaultValue date(ColumnType.Date type) {
        return value;
    }

    @Override
    public DefaultValue time(ColumnType.Time type) {
        return value instanceof DefaultValue.Text text && text.value().contains(".")
                ? new DefaultValue.Text(withoutTrailingZeros(text.value()))
                : value;
    }

    @Override
    public DefaultValue timestamp(ColumnType.Timestamp type) {
        return moment();
    }

    @Override
    public DefaultValue timestampTz(ColumnType.TimestampTz type) {
        return moment();
    }

    @Override
    public DefaultValue uuid(ColumnType.Uuid type) {
        return value;
    }

    @Override
    public DefaultValue json(ColumnType.Json type) {
        return words();
    }

    @Override
    public DefaultValue enumOf(ColumnType.EnumOf type) {
        return words();
    }

    @Override
    public DefaultValue named(ColumnType.Named type) {
        return value;
    }

    @Override
    public DefaultValue raw(ColumnType.Raw type) {
        return value;
    }
}
