package dev.migrate.maven.source;

import java.nio.charset.CharsetEncoder;
import java.util.ArrayList;
import java.util.List;

/** Turns any text into Java source that means exactly that text, whatever it holds. */
final class JavaText {

    private final CharsetEncoder encoder;

    /** Source text for files of one encoding: what it cannot hold is escaped. */
    JavaText(CharsetEncoder encoder) {
        this.encoder = encoder;
    }

    /** The text as a string literal. */
    String literal(String text) {
        return '"' + String.join("", pieces(text)) + '"';
    }

    /** The text as string literals of at most {@code width} columns each, quotes included: they join to the text. */
    List<String> literals(String text, int width) {
        List<String> literals = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        int lastBlank = -1;
        for (String piece : pieces(text)) {
            if (line.length() + piece.length() + 2 > width && line.length() > 0) {
                int end = lastBlank > 0 ? lastBlank : line.length();
                literals.add('"' + line.substring(0, end) + '"');
                line.delete(0, end);
                lastBlank = -1;
            }
            line.append(piece);
            if (piece.equals(" ")) {
                lastBlank = line.length();
            }
        }
        literals.add('"' + line.toString() + '"');
        return literals;
    }

    /** The text for a comment: it cannot end the comment, and Javadoc shows it as it is. Line breaks become blanks. */
    String comment(String text) {
        StringBuilder comment = new StringBuilder();
        text.strip().replaceAll("\\s+", " ").codePoints().forEach(c -> {
            switch (c) {
                case '&' -> comment.append("&amp;");
                case '<' -> comment.append("&lt;");
                case '>' -> comment.append("&gt;");
                case '@' -> comment.append("&#64;");
                case '*' -> comment.append("&#42;");
                case '/' -> comment.append("&#47;");
                case '\\' -> comment.append("&#92;");
                case '{' -> comment.append("&#123;");
                case '}' -> comment.append("&#125;");
                default -> comment.append(isPlain(c) ? Character.toString(c) : "&#" + c + ";");
            }
        });
        return comment.toString();
    }

    /** The text for comments that go to the end of their lines, each of at most {@code width} columns. */
    List<String> lineComment(String text, int width) {
        StringBuilder safe = new StringBuilder();
        text.strip().replaceAll("\\s+", " ").codePoints().forEach(c -> {
            if (c == '\\') {
                safe.append("\\\\"); // one and a u would be a character of its own, even a line break
            } else {
                safe.append(isPlain(c) ? Character.toString(c) : String.format("U+%04X", c));
            }
        });
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder("//");
        for (String word : safe.toString().split(" ", -1)) {
            if (line.length() > 2 && line.length() + 1 + word.length() > width) {
                lines.add(line.toString());
                line = new StringBuilder("//");
            }
            line.append(' ').append(word);
        }
        lines.add(line.toString());
        return lines;
    }

    /** A line of text between three quotes. */
    String inTextBlock(String line) {
        return line.replace("\\", "\\\\").replace("\"\"\"", "\\\"\\\"\\\"");
    }

    private List<String> pieces(String text) {
        return text.codePoints().mapToObj(this::piece).toList();
    }

    private String piece(int c) {
        return switch (c) {
            case '"' -> "\\\"";
            case '\\' -> "\\\\";
            case '\n' -> "\\n";
            case '\r' -> "\\r";
            case '\t' -> "\\t";
            default -> isPlain(c) ? Character.toString(c) : escaped(c);
        };
    }

    /** What is seen and can be stored; invisible characters can make code look like something else. */
    boolean isPlain(int c) {
        if (c >= ' ' && c < 0x7f) {
            return true;
        }
        boolean visible = switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.UNASSIGNED,
                    Character.PRIVATE_USE -> false;
            default -> true;
        };
        return visible && encoder.canEncode(Character.toString(c));
    }

    private static String escaped(int c) {
        StringBuilder escaped = new StringBuilder();
        for (char unit : Character.toChars(c)) {
            escaped.append(String.format("\\u%04x", (int) unit));
        }
        return escaped.toString();
    }
}
