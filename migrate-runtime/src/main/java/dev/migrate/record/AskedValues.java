package dev.migrate.record;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Gives values {@code x} to one recording, and notes which. */
final class AskedValues {

    private static final int DIGITS = 16;

    private final RecordingContext context;
    private final SortedMap<String, Optional<String>> asked = new TreeMap<>();

    AskedValues(RecordingContext context) {
        this.context = context;
    }

    /** The value of a key; empty where none was given. */
    Optional<String> value(String key) {
        Optional<String> value = Optional.ofNullable(context.x().get(key));
        asked.put(key, value);
        return value;
    }

    /** What the recording depended on. A value may be a secret: only a digest of all of them is told. */
    String inputs() {
        String place = context.database().name().toLowerCase(Locale.ROOT) + "/"
                + context.identifierLimit().length();
        return asked.isEmpty() ? place : place + "/x:" + digest();
    }

    private String digest() {
        StringBuilder text = new StringBuilder();
        asked.forEach((key, value) -> {
            text.append(key.length()).append(':').append(key);
            value.ifPresent(
                    given -> text.append('=').append(given.length()).append(':').append(given));
        });
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256").digest(text.toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest).substring(0, DIGITS);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
