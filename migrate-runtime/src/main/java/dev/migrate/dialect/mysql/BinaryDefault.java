package dev.migrate.dialect.mysql;

import dev.migrate.schema.ColumnType;
import dev.migrate.schema.DefaultValue;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.regex.Pattern;

/** The default of a column of bytes: text where it is some, else a literal of their digits. */
final class BinaryDefault {

    static final HexFormat DIGITS = HexFormat.of().withUpperCase();

    private static final Pattern REPORTED = Pattern.compile("0x((?:[0-9A-F]{2})+)");

    private BinaryDefault() {}

    /** The digits of what the catalogue reports, which may be less than there is: MySQL 8 reports digits, others text. */
    static String reported(String text, ColumnType type) {
        String digits = REPORTED.matcher(text).matches()
                ? text.substring(2)
                : DIGITS.formatHex(text.getBytes(StandardCharsets.UTF_8));
        return type instanceof ColumnType.Binary binary
                ? digits + "00".repeat(Math.max(0, binary.length() - digits.length() / 2))
                : digits;
    }

    /** The value of these bytes; the zeros that fill up a fixed length are not part of it. */
    static DefaultValue of(byte[] bytes, ColumnType type) {
        int length = bytes.length;
        while (type instanceof ColumnType.Binary && length > 0 && bytes[length - 1] == 0) {
            length--;
        }
        byte[] value = Arrays.copyOf(bytes, length);
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(value))
                    .toString();
            if (text.chars().noneMatch(Character::isISOControl)) {
                return new DefaultValue.Text(text);
            }
        } catch (CharacterCodingException notText) {
            return literal(value);
        }
        return literal(value);
    }

    private static DefaultValue literal(byte[] value) {
        return new DefaultValue.Expression("0x" + DIGITS.formatHex(value));
    }
}
