package dev.migrate.schema;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * The longest name that a server has room for.
 *
 * @param length characters or bytes, at least 10
 * @param bytes whether it is bytes of UTF-8 that count, as on PostgreSQL; else characters
 */
public record NameLimit(int length, boolean bytes) {

    private static final int HASH_DIGITS = 8;

    /**
     * A limit in characters.
     *
     * @param length the most that fit
     * @return the limit
     */
    public static NameLimit characters(int length) {
        return new NameLimit(length, false);
    }

    /**
     * A limit in bytes of UTF-8.
     *
     * @param length the most that fit
     * @return the limit
     */
    public static NameLimit bytes(int length) {
        return new NameLimit(length, true);
    }

    /**
     * The limit for what precedes an ending.
     *
     * @param ending what is put behind the name, in ASCII
     * @return what remains
     */
    public NameLimit before(String ending) {
        return new NameLimit(length - ending.length(), bytes);
    }

    /**
     * Cuts a name to what a server has room for, so that different names stay different.
     *
     * @param name any name
     * @return the name itself, or as much of its beginning as fits with an underscore and 8 hex digits of its SHA-256
     */
    public String fit(String name) {
        if (size(name) <= length) {
            return name;
        }
        int room = length - HASH_DIGITS - 1;
        int end = 0;
        while (true) {
            int next = name.offsetByCodePoints(end, 1);
            if (size(name.substring(0, next)) > room) {
                return name.substring(0, end) + "_" + sha256(name).substring(0, HASH_DIGITS);
            }
            end = next;
        }
    }

    private int size(String name) {
        return bytes ? name.getBytes(StandardCharsets.UTF_8).length : name.length();
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
