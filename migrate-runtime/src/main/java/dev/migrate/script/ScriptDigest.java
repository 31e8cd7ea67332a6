package dev.migrate.script;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/** What tells one script from another, however their lines end. */
public final class ScriptDigest {

    private static final byte[] MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private ScriptDigest() {}

    /**
     * The digest of a script.
     *
     * @param script its bytes; stays open
     * @return SHA-256 in 64 hex digits, of the content without a byte order mark and with {@code \n} at the end of lines
     * @throws IOException when it cannot be read
     */
    public static String of(InputStream script) throws IOException {
        MessageDigest digest = sha256();
        BufferedInputStream in = new BufferedInputStream(script, 1 << 16);
        in.mark(MARK.length);
        if (!Arrays.equals(in.readNBytes(MARK.length), MARK)) {
            in.reset();
        }
        byte[] read = new byte[1 << 16];
        byte[] normal = new byte[1 << 16];
        boolean afterReturn = false;
        for (int count = in.read(read); count >= 0; count = in.read(read)) {
            int length = 0;
            for (int i = 0; i < count; i++) {
                boolean second = afterReturn && read[i] == '\n';
                afterReturn = read[i] == '\r';
                if (!second) {
                    normal[length++] = afterReturn ? (byte) '\n' : read[i];
                }
            }
            digest.update(normal, 0, length);
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
