package dev.migrate.operation;

import java.util.Arrays;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** Bytes as a value: equal when they are the same bytes. */
public final class Bytes {

    private final byte[] content;

    /**
     * Copies bytes.
     *
     * @param content the bytes
     */
    public Bytes(byte[] content) {
        this.content = content.clone();
    }

    /**
     * The bytes.
     *
     * @return a copy
     */
    public byte[] toArray() {
        return content.clone();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Bytes that && Arrays.equals(content, that.content);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(content);
    }

    /** The bytes in hex digits. */
    @Override
    public String toString() {
        return HexFormat.of().formatHex(content);
    }
}
