package dev.migrate.processor;

import com.palantir.javapoet.CodeBlock;
import java.util.Locale;

/**
 * A string as Java source in ASCII, a line of source for each of its lines. JavaPoet's own {@code $S} leaves other
 * characters as they are, and takes those that Unicode calls line breaks for the end of a source line.
 */
final class StringLiteral {

    private static final String CONTINUED = "        ";

    private StringLiteral() {}

    static CodeBlock of(String text) {
        // One literal, whatever the number of lines: JavaPoet takes far longer over a piece of code than over its text.
        return CodeBlock.of("$L", quoted(text));
    }

    private static String quoted(String text) {
        StringBuilder quoted = new StringBuilder(text.length() * 5 / 4 + 2).append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> quoted.append("\\\"");
                case '\\' -> quoted.append("\\\\");
                case '\n' -> quoted.append(i + 1 == text.length() ? "\\n" : "\\n\"\n" + CONTINUED + "+ \"");
                default -> {
                    // Octal: as a Unicode escape, a carriage return would end the line.
                    if (c < 0x20) {
                        quoted.append(String.format(Locale.ROOT, "\\%03o", (int) c));
                    } else if (c < 0x7f) {
                        quoted.append(c);
                    } else {
                        quoted.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
                    }
                }
            }
        }
        return quoted.append('"').toString();
    }
}
