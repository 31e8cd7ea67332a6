package dev.migrate.diff;

import dev.migrate.schema.ColumnType;
import java.util.Optional;

/** Whether present values fit a new type. */
final class Narrowing {

    private Narrowing() {}

    static Optional<String> loss(ColumnType from, ColumnType to) {
        if (holds(from, to)) {
            return Optional.empty();
        }
        return Optional.of("values may not fit the new type");
    }

    /** Whether every value of one type is surely one of the other. */
    private static boolean holds(ColumnType from, ColumnType to) {
        if (from instanceof ColumnType.IntegerType was) {
            return to instanceof ColumnType.IntegerType is && is.bits() >= was.bits()
                    || to instanceof ColumnType.Decimal number
                            && number.precision() - number.scale() >= digits(was.bits());
        }
        if (from instanceof ColumnType.Decimal was) {
            return to instanceof ColumnType.Decimal is
                    && is.scale() >= was.scale()
                    && is.precision() - is.scale() >= was.precision() - was.scale();
        }
        if (from instanceof ColumnType.Floating was) {
            return to instanceof ColumnType.Floating is && is.bits() >= was.bits();
        }
        if (from instanceof ColumnType.VarChar was) {
            return to instanceof ColumnType.Text
                    || to instanceof ColumnType.VarChar is && is.length() >= was.length();
        }
        if (from instanceof ColumnType.Char was) {
            return to instanceof ColumnType.Text
                    || to instanceof ColumnType.Char same && same.length() >= was.length()
                    || to instanceof ColumnType.VarChar is && is.length() >= was.length();
        }
        if (from instanceof ColumnType.VarBinary was) {
            return to instanceof ColumnType.Blob
                    || to instanceof ColumnType.VarBinary is && is.length() >= was.length();
        }
        if (from instanceof ColumnType.Timestamp was) {
            return to instanceof ColumnType.Timestamp is && is.precision() >= was.precision();
        }
        if (from instanceof ColumnType.TimestampTz was) {
            return to instanceof ColumnType.TimestampTz is && is.precision() >= was.precision();
        }
        if (from instanceof ColumnType.Time was) {
            return to instanceof ColumnType.Time is && is.precision() >= was.precision();
        }
        if (from instanceof ColumnType.EnumOf was) {
            return to instanceof ColumnType.EnumOf is && is.values().containsAll(was.values())
                    || to instanceof ColumnType.Text
                    || to instanceof ColumnType.VarChar text
                            && was.values().stream().allMatch(value -> value.length() <= text.length());
        }
        return false;
    }

    private static int digits(int bits) {
        return bits <= 8 ? 3 : bits <= 16 ? 5 : bits <= 32 ? 10 : 19;
    }
}
