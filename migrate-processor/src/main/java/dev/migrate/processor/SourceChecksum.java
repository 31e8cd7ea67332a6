package dev.migrate.processor;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Checksums: of a source by its tokens, so that formatting and comments do not count, and of generated content. */
final class SourceChecksum {

    /** Raise when the same source may get another checksum than before. */
    private static final String VERSION = "1:";

    private SourceChecksum() {}

    static String of(CharSequence source) {
        StringBuilder canonical = new StringBuilder(source.length());
        new SourceTokens(source)
                .forEachRemaining(
                        token -> canonical.append(token.length()).append(' ').append(token));
        return VERSION + sha256(canonical.toString());
    }

    static String sha256(String text) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
