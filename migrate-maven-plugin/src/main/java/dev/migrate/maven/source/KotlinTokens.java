package dev.migrate.maven.source;

import java.util.ArrayList;
import java.util.List;

/** The words of a Kotlin source, without comments, each with its line. */
final class KotlinTokens {

    /** What a token is. */
    enum Kind {
        /** A keyword or a name, without backquotes. */
        NAME,
        /** A string that is what it says, escapes resolved. */
        TEXT,
        /** A string with a template in it, a character, a number: what no annotation of ours is made of. */
        OTHER,
        /** One character. */
        SYMBOL
    }

    /**
     * One token.
     *
     * @param kind what it is
     * @param text the name, the content of the string, the character
     * @param line where it begins, from 1
     */
    record Token(Kind kind, String text, int line) {

        boolean is(String symbolOrWord) {
            return (kind == Kind.SYMBOL || kind == Kind.NAME) && text.equals(symbolOrWord);
        }
    }

    private final String source;
    private final List<Token> tokens = new ArrayList<>();
    private int at;
    private int line = 1;

    private KotlinTokens(String source) {
        this.source = source;
    }

    static List<Token> of(String source) {
        KotlinTokens reader = new KotlinTokens(source);
        reader.readCode();
        return reader.tokens;
    }

    /** Reads up to the end, or up to the brace that closes more than was opened. */
    private void readCode() {
        int open = 0;
        while (at < source.length() && open >= 0) {
            char c = source.charAt(at);
            if (startsWith("//")) {
                skipTo(source.indexOf('\n', at));
            } else if (startsWith("/*")) {
                skipComment();
            } else if (startsWith("\"\"\"")) {
                readRaw();
            } else if (c == '"') {
                readString();
            } else if (c == '\'') {
                readCharacter();
            } else if (c == '`') {
                int end = source.indexOf('`', at + 1);
                int from = at + 1;
                skipTo(end);
                add(Kind.NAME, source.substring(Math.min(from, at), at), line);
                next();
            } else if (Character.isDigit(c)) {
                add(Kind.OTHER, word(), line);
            } else if (Character.isJavaIdentifierStart(c)) {
                add(Kind.NAME, word(), line);
            } else {
                open += c == '{' ? 1 : c == '}' ? -1 : 0;
                if (open >= 0 && !Character.isWhitespace(c)) {
                    add(Kind.SYMBOL, String.valueOf(c), line);
                }
                next();
            }
        }
    }

    private void add(Kind kind, String text, int beginning) {
        tokens.add(new Token(kind, text, beginning));
    }

    private boolean startsWith(String text) {
        return source.startsWith(text, at);
    }

    private void next() {
        if (at < source.length()) {
            line += source.charAt(at) == '\n' ? 1 : 0;
            at++;
        }
    }

    /** Goes to a place, to the end where there is none. */
    private void skipTo(int place) {
        int end = place < 0 ? source.length() : place;
        while (at < end) {
            next();
        }
    }

    private String word() {
        int from = at;
        while (at < source.length() && Character.isJavaIdentifierPart(source.charAt(at))) {
            at++;
        }
        return source.substring(from, at);
    }

    /** Comments nest. */
    private void skipComment() {
        int open = 0;
        do {
            if (startsWith("/*")) {
                open++;
                at += 2;
            } else if (startsWith("*/")) {
                open--;
                at += 2;
            } else {
                next();
            }
        } while (open > 0 && at < source.length());
    }

    /** Of more than three quotes at the end, the last three close. */
    private void readRaw() {
        int beginning = line;
        at += 3;
        StringBuilder text = new StringBuilder();
        boolean template = false;
        while (at < source.length() && !(startsWith("\"\"\"") && !startsWith("\"\"\"\""))) {
            template |= skipTemplate(text);
        }
        at = Math.min(source.length(), at + 3);
        add(template ? Kind.OTHER : Kind.TEXT, text.toString(), beginning);
    }

    /** An unclosed one ends with its line. */
    private void readString() {
        int beginning = line;
        at++;
        StringBuilder text = new StringBuilder();
        boolean template = false;
        while (at < source.length() && source.charAt(at) != '"' && source.charAt(at) != '\n') {
            if (source.charAt(at) == '\\') {
                text.append(escape());
            } else {
                template |= skipTemplate(text);
            }
        }
        if (at < source.length() && source.charAt(at) == '"') {
            at++;
        }
        add(template ? Kind.OTHER : Kind.TEXT, text.toString(), beginning);
    }

    /** Takes a character of a string, or a whole template. */
    private boolean skipTemplate(StringBuilder text) {
        if (startsWith("${")) {
            at += 2;
            int before = tokens.size();
            readCode();
            tokens.subList(before, tokens.size()).clear();
            return true;
        }
        char c = source.charAt(at);
        boolean template = c == '$'
                && at + 1 < source.length()
                && source.charAt(at + 1) != '$'
                && (Character.isJavaIdentifierStart(source.charAt(at + 1)) || source.charAt(at + 1) == '`');
        text.append(c);
        next();
        return template;
    }

    private String escape() {
        char c = at + 1 < source.length() ? source.charAt(at + 1) : '\\';
        at = Math.min(source.length(), at + 2);
        return switch (c) {
            case 't' -> "\t";
            case 'b' -> "\b";
            case 'n' -> "\n";
            case 'r' -> "\r";
            case 'u' -> unicode();
            default -> String.valueOf(c);
        };
    }

    private String unicode() {
        int end = Math.min(source.length(), at + 4);
        String digits = source.substring(at, end);
        if (!digits.matches("[0-9A-Fa-f]{4}")) {
            return "u";
        }
        at = end;
        return String.valueOf((char) Integer.parseInt(digits, 16));
    }

    private void readCharacter() {
        int from = at++;
        while (at < source.length() && source.charAt(at) != '\'' && source.charAt(at) != '\n') {
            at += source.charAt(at) == '\\' ? 2 : 1;
        }
        at = Math.min(source.length(), at + 1);
        add(Kind.OTHER, source.substring(from, at), line);
    }
}
