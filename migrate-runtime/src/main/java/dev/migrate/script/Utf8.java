package dev.migrate.script;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/** Text that was read one character for each byte, as the UTF-8 that it is. */
final class Utf8 {

    private Utf8() {}

    /** Where the bytes stop being UTF-8; -1 where they never do. */
    static int malformedAt(String bytes) {
        if (isAscii(bytes)) {
            return -1;
        }
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        ByteBuffer in = ByteBuffer.wrap(bytes.getBytes(StandardCharsets.ISO_8859_1));
        CharBuffer out = CharBuffer.allocate(1 << 13);
        while (true) {
            CoderResult result = decoder.decode(in, out, true);
            if (result.isError()) {
                return in.position();
            }
            if (result.isUnderflow()) {
                return -1;
            }
            out.clear();
        }
    }

    private static boolean isAscii(String bytes) {
        for (int i = 0; i < bytes.length(); i++) {
            if (bytes.charAt(i) >= 0x80) {
                return false;
            }
        }
        return true;
    }

    static String decoded(String bytes) {
        return isAscii(bytes) ? bytes : new String(bytes.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
    }

    /**
     * The same statement of MySQL, with each string that is not UTF-8 as {@code X'…'}: {@code mysqldump} without {@code
     * --hex-blob} writes the bytes of a blob as they are.
     */
    static String withBinaryAsHex(String bytes, ScriptSyntax syntax) {
        StringBuilder text = new StringBuilder(bytes.length());
        try {
            Lexer lexer = new Lexer(
                    new Input(new ByteArrayInputStream(bytes.getBytes(StandardCharsets.ISO_8859_1))),
                    syntax,
                    new ScriptProblems("statement"));
            for (Lexer.Piece piece = lexer.next(); piece != Lexer.Piece.END; piece = lexer.next()) {
                String string = lexer.piece();
                boolean binary = piece == Lexer.Piece.QUOTED
                        && (string.charAt(0) == '\'' || (string.charAt(0) == '"' && !syntax.doubleQuotedNames()))
                        && malformedAt(string) >= 0;
                text.append(binary ? hex(string, syntax.backslashEscapes()) : string);
                lexer.forget();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("bytes in memory cannot be read", e);
        }
        return text.toString();
    }

    private static String hex(String string, boolean escapes) {
        char quote = string.charAt(0);
        StringBuilder value = new StringBuilder();
        for (int i = 1; i < string.length() - 1; i++) {
            char c = string.charAt(i);
            if (c == '\\' && escapes) {
                i++;
                value.append(unescaped(string.charAt(i)));
            } else {
                if (c == quote) {
                    i++; // it is doubled
                }
                value.append(c);
            }
        }
        byte[] bytes = value.toString().getBytes(StandardCharsets.ISO_8859_1);
        return "X'" + HexFormat.of().formatHex(bytes) + "'";
    }

    private static String unescaped(char c) {
        return switch (c) {
            case '0' -> "\0";
            case 'b' -> "\b";
            case 'n' -> "\n";
            case 'r' -> "\r";
            case 't' -> "\t";
            case 'Z' -> "\u001a";
            case '%', '_' -> "\\" + c;
            default -> String.valueOf(c);
        };
    }
}
