package dev.migrate.processor;

import com.palantir.javapoet.CodeBlock;
import java.util.Locale;

/**
 * A string as Java source in ASCII, a line of source for each of its lines. JavaPoet's own {@code $S} leaves other
 * characters as they are, and takes those that Unicode calls line breaks for the end of a source line.
 */
final class StringLiteral {

    private StringLiteral() {}

    static CodeBlock of(String text) {
        CodeBlock.Builder code = CodeBlock.builder();
        int from = 0;
        do {
            int lineBreak = text.indexOf('\n', from);
            int to = lineBreak < 0 ? text.length() : lineBreak + 1;
            code.add(from == 0 ? "$L" : "\n$>$>+ $L$<$<", quoted(text.substring(from, to)));
            from = to;
        } while (from < text.length());
        return code.build();
    }

    private static String quoted(String text) {
        StringBuilder quoted = new StringBuilder(text.length() + 2).append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> quoted.append("\\\"");
                case '\\' -> quoted.append("\\\\");
                case '\n' -> quoted.append("\\n");
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
