package dev.migrate.script;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/**
 * The bytes of a script with a look ahead, and the line they stand on. Whatever decides where a statement ends is ASCII,
 * and UTF-8 uses no such byte for anything else; so a script is split before it is decoded.
 */
final class Input {

    /** Far more than any delimiter, command or tag is long. */
    static final int LOOK_AHEAD = 4096;

    private final InputStream bytes;
    private final byte[] buffer = new byte[1 << 16];
    private int position;
    private int end;
    private boolean atEnd;
    private int line = 1;

    Input(InputStream bytes) throws IOException {
        this.bytes = bytes;
        if (peek(0) == 0xEF && peek(1) == 0xBB && peek(2) == 0xBF) { // a byte order mark
            position = 3;
        }
    }

    /** The line of the next byte, from 1. */
    int line() {
        return line;
    }

    /** A byte further on, from 0 to 255; -1 past the end. */
    int peek(int ahead) throws IOException {
        if (position + ahead >= end) {
            fill();
        }
        return position + ahead < end ? buffer[position + ahead] & 0xFF : -1;
    }

    private void fill() throws IOException {
        System.arraycopy(buffer, position, buffer, 0, end - position);
        end -= position;
        position = 0;
        while (!atEnd && end < LOOK_AHEAD) {
            int read = bytes.read(buffer, end, buffer.length - end);
            atEnd = read < 0;
            end += Math.max(read, 0);
        }
    }

    /** Takes the next byte; there must be one. */
    char take() throws IOException {
        int c = peek(0);
        position++;
        if (c == '\n') {
            line++;
        }
        return (char) c;
    }

    boolean startsWith(String text) throws IOException {
        for (int i = 0; i < text.length(); i++) {
            if (peek(i) != text.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /** The ASCII letters that come next. */
    String peekWord(int from) throws IOException {
        StringBuilder word = new StringBuilder();
        for (int c = peek(from); c >= 0 && word.length() < LOOK_AHEAD / 2; c = peek(from + word.length())) {
            if (!isLetter(c)) {
                break;
            }
            word.append((char) c);
        }
        return word.toString();
    }

    static boolean isLetter(int c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
    }

    /** The rest of the line without its end, or the beginning of it where it is long. */
    String peekLine() throws IOException {
        StringBuilder rest = new StringBuilder();
        for (int c = peek(0); c >= 0 && c != '\n' && rest.length() < LOOK_AHEAD; c = peek(rest.length())) {
            rest.append((char) c);
        }
        return decoded(rest).stripTrailing();
    }

    /** Takes the rest of the line and its end. */
    String takeLine() throws IOException {
        StringBuilder rest = new StringBuilder();
        while (peek(0) >= 0) {
            char c = take();
            if (c == '\n') {
                break;
            }
            rest.append(c);
        }
        if (rest.length() > 0 && rest.charAt(rest.length() - 1) == '\r') {
            rest.setLength(rest.length() - 1);
        }
        return rest.toString();
    }

    private static String decoded(StringBuilder latin) {
        return new String(latin.toString().getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
    }
}
