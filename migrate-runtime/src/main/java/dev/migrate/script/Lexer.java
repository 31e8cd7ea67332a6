package dev.migrate.script;

import dev.migrate.script.ScriptSyntax.Client;
import java.io.IOException;

/**
 * Takes a script apart into pieces: words, quoted text, comments. What was taken is at the end of {@link #taken}, one
 * character for each byte.
 */
final class Lexer {

    /** What a piece is. */
    enum Piece {
        /** White space. */
        SPACE,
        /** A comment that no server looks into. */
        COMMENT,
        /** A name, a keyword or a number. */
        WORD,
        /** A string or a name, with its quotes. */
        QUOTED,
        /** What ends a statement. */
        DELIMITER,
        /** The beginning of a comment into which MySQL or MariaDB looks. */
        VERSION_OPEN,
        /** The end of such a comment. */
        VERSION_CLOSE,
        /** A backslash outside quotes. */
        BACKSLASH,
        /** A question mark outside quotes. */
        QUESTION,
        /** Any other character. */
        OTHER,
        /** The end of the script. */
        END
    }

    /** No server has this version: such a comment is a sign for MariaDB's client. */
    private static final String SANDBOX = "/*M!999999";

    private final Input input;
    private final ScriptProblems problems;
    private final StringBuilder taken = new StringBuilder();
    private ScriptSyntax syntax;
    private String delimiter = ";";
    private int start;
    private int versionDepth;
    private int versionLine;
    private boolean afterComment;
    private boolean lineStart = true;

    Lexer(Input input, ScriptSyntax syntax, ScriptProblems problems) {
        this.input = input;
        this.syntax = syntax;
        this.problems = problems;
    }

    void syntax(ScriptSyntax changed) {
        syntax = changed;
    }

    void delimiter(String changed) {
        delimiter = changed;
    }

    String delimiter() {
        return delimiter;
    }

    /** All pieces since the last {@link #forget}. */
    StringBuilder taken() {
        return taken;
    }

    /** Where the last piece begins in {@link #taken}. */
    int start() {
        return start;
    }

    /** The last piece. */
    String piece() {
        return taken.substring(start);
    }

    void forget() {
        taken.setLength(0);
        start = 0;
    }

    /** Whether nothing but white space stands before the next character on its line. */
    boolean isAtLineStart() {
        return lineStart;
    }

    boolean isInVersionComment() {
        return versionDepth > 0;
    }

    /** Where the comment began into which MySQL or MariaDB looks. */
    int versionLine() {
        return versionLine;
    }

    Piece next() throws IOException {
        Piece piece = read();
        afterComment = piece == Piece.COMMENT;
        return piece;
    }

    private Piece read() throws IOException {
        start = taken.length();
        int c = input.peek(0);
        if (c < 0) {
            return Piece.END;
        }
        if (isSpace(c)) {
            return space();
        }
        lineStart = false;
        if (isDelimiter(c)) {
            take(delimiter.length());
            return Piece.DELIMITER;
        }
        if (isLineComment(c)) {
            return lineComment();
        }
        if (c == '/' && input.peek(1) == '*') {
            return blockComment();
        }
        if (versionDepth > 0 && c == '*' && input.peek(1) == '/') {
            take(2);
            versionDepth--;
            return Piece.VERSION_CLOSE;
        }
        return c == '\'' || c == '"' || c == '`' || c == '[' || c == '$' ? quoteOrOther(c) : wordOrOther(c);
    }

    private static boolean isSpace(int c) {
        return c == ' ' || (c >= '\t' && c <= '\r');
    }

    private Piece space() throws IOException {
        for (int c = input.peek(0); c >= 0 && isSpace(c); c = input.peek(0)) {
            lineStart |= c == '\n';
            take(1);
        }
        return Piece.SPACE;
    }

    private boolean isDelimiter(int c) throws IOException {
        return c == delimiter.charAt(0) && (delimiter.length() == 1 || input.startsWith(delimiter));
    }

    private boolean isLineComment(int c) throws IOException {
        return switch (c) {
            case '-' -> input.peek(1) == '-' && (!syntax.is(Client.MYSQL) || input.peek(2) <= ' ');
            case '#' -> syntax.is(Client.MYSQL);
            case '/' -> syntax.is(Client.RUNSCRIPT) && input.peek(1) == '/';
            default -> false;
        };
    }

    private Piece lineComment() throws IOException {
        boolean returnEnds = syntax.is(Client.PSQL) || syntax.is(Client.RUNSCRIPT);
        for (int c = input.peek(0); c >= 0 && c != '\n' && !(returnEnds && c == '\r'); c = input.peek(0)) {
            take(1);
        }
        return Piece.COMMENT;
    }

    private Piece blockComment() throws IOException {
        boolean looksInside = syntax.is(Client.MYSQL)
                && (input.peek(2) == '!' || (input.peek(2) == 'M' && input.peek(3) == '!'))
                && !input.startsWith(SANDBOX);
        if (looksInside) {
            if (versionDepth++ == 0) {
                versionLine = input.line();
            }
            take(input.peek(2) == '!' ? 3 : 4);
            while (input.peek(0) >= '0' && input.peek(0) <= '9') {
                take(1);
            }
            return Piece.VERSION_OPEN;
        }
        int line = input.line();
        boolean nests = syntax.is(Client.PSQL) || syntax.is(Client.RUNSCRIPT);
        int depth = 1;
        take(2);
        while (depth > 0) {
            int c = input.peek(0);
            if (c < 0) {
                throw problems.unterminated("a comment", line);
            } else if (c == '*' && input.peek(1) == '/') {
                depth--;
                take(2);
            } else if (nests && c == '/' && input.peek(1) == '*') {
                depth++;
                take(2);
            } else {
                take(1);
            }
        }
        return Piece.COMMENT;
    }

    private Piece quoteOrOther(int c) throws IOException {
        return switch (c) {
            case '\'' -> quoted('\'', syntax.backslashEscapes(), "a string");
            case '"' ->
                syntax.doubleQuotedNames()
                        ? quoted('"', false, "a name in double quotes")
                        : quoted('"', syntax.backslashEscapes(), "a string in double quotes");
            case '`' -> syntax.is(Client.PSQL) ? other() : quoted('`', false, "a name in backquotes");
            case '[' -> syntax.is(Client.SQLITE3) ? bracketed() : other();
            default -> dollar();
        };
    }

    /** A doubled quote stands for itself. */
    private Piece quoted(char quote, boolean escapes, String what) throws IOException {
        int line = input.line();
        take(1);
        while (true) {
            int c = input.peek(0);
            if (c < 0) {
                throw problems.unterminated(what, line);
            }
            take(1);
            if (c == '\\' && escapes && input.peek(0) >= 0) {
                take(1);
            } else if (c == quote) {
                if (input.peek(0) != quote) {
                    return Piece.QUOTED;
                }
                take(1);
            }
        }
    }

    private Piece bracketed() throws IOException {
        int line = input.line();
        while (input.peek(0) != ']') {
            if (input.peek(0) < 0) {
                throw problems.unterminated("a name in brackets", line);
            }
            take(1);
        }
        take(1);
        return Piece.QUOTED;
    }

    private Piece dollar() throws IOException {
        String tag = syntax.is(Client.PSQL) || syntax.is(Client.RUNSCRIPT) ? tag() : "";
        if (tag.isEmpty()) {
            return syntax.is(Client.MYSQL) ? word() : other();
        }
        int line = input.line();
        take(tag.length());
        while (!input.startsWith(tag)) {
            if (input.peek(0) < 0) {
                throw problems.unterminated("a string in " + tag, line);
            }
            take(1);
        }
        take(tag.length());
        return Piece.QUOTED;
    }

    /**
     * What opens a string in dollars; empty where none begins. H2 knows the plain pair only, after white space and what
     * counts as such: it reads a comment as blanks.
     */
    private String tag() throws IOException {
        if (syntax.is(Client.RUNSCRIPT)) {
            boolean afterSpace = start == 0 || afterComment || taken.charAt(start - 1) <= ' ';
            return input.peek(1) == '$' && afterSpace ? "$$" : "";
        }
        int length = 1;
        while (length < Input.LOOK_AHEAD / 2 && isWordPart(input.peek(length)) && input.peek(length) != '$') {
            length++;
        }
        boolean isTag = input.peek(length) == '$' && !isDigit(input.peek(1));
        StringBuilder tag = new StringBuilder();
        for (int i = 0; isTag && i <= length; i++) {
            tag.append((char) input.peek(i));
        }
        return tag.toString();
    }

    private Piece wordOrOther(int c) throws IOException {
        if (isWordPart(c)) {
            return word();
        }
        take(1);
        return switch (c) {
            case '\\' -> Piece.BACKSLASH;
            case '?' -> Piece.QUESTION;
            default -> Piece.OTHER;
        };
    }

    private Piece other() throws IOException {
        take(1);
        return Piece.OTHER;
    }

    private Piece word() throws IOException {
        for (int c = input.peek(0); isWordPart(c) && !isDelimiter(c); c = input.peek(0)) {
            take(1);
        }
        boolean escapes = syntax.is(Client.PSQL)
                && input.peek(0) == '\''
                && taken.length() - start == 1
                && (taken.charAt(start) | ' ') == 'e';
        return escapes ? quoted('\'', true, "a string") : Piece.WORD;
    }

    /** Every byte of a character beyond ASCII may be part of a name. */
    private static boolean isWordPart(int c) {
        return Input.isLetter(c) || isDigit(c) || c == '$' || c >= 0x80;
    }

    private static boolean isDigit(int c) {
        return c >= '0' && c <= '9';
    }

    private void take(int characters) throws IOException {
        for (int i = 0; i < characters; i++) {
            taken.append(input.take());
        }
    }
}
