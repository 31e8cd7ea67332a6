package dev.migrate.dialect.sqlite;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One word, name, literal or sign of SQL, as SQLite takes it apart.
 *
 * @param kind what it is
 * @param text the word or sign as it is written; a name or string without its quotes
 * @param start where it begins in the SQL
 * @param end where it ends
 */
record SqlToken(Kind kind, String text, int start, int end) {

    private static final Pattern NUMBER =
            Pattern.compile("0[xX][0-9a-fA-F_]+|[0-9_]*(?:\\.[0-9_]*)?(?:[eE][+-]?[0-9][0-9_]*)?");

    /** What a piece of SQL is. */
    enum Kind {
        /** A keyword or a bare name. */
        WORD,
        /** A name between double quotes, backticks or brackets. */
        NAME,
        /** Text between single quotes; in places where only a name can stand, SQLite takes it for one. */
        STRING,
        /** A number or bytes. */
        LITERAL,
        /** One character of anything else. */
        SIGN
    }

    boolean isWord(String word) {
        return kind == Kind.WORD && text.equalsIgnoreCase(word);
    }

    boolean isSign(char sign) {
        return kind == Kind.SIGN && text.charAt(0) == sign;
    }

    boolean isName() {
        return kind == Kind.WORD || kind == Kind.NAME;
    }

    /** The pieces of some SQL, without spaces and comments. */
    static List<SqlToken> of(String sql) {
        List<SqlToken> tokens = new ArrayList<>();
        int at = 0;
        while (at < sql.length()) {
            int end = endOfSpace(sql, at);
            if (end == at) {
                SqlToken token = at(sql, at);
                tokens.add(token);
                end = token.end;
            }
            at = end;
        }
        return tokens;
    }

    /** The same SQL with a space for each comment: what is put behind it would be part of the last one. */
    static String withoutComments(String sql) {
        StringBuilder kept = new StringBuilder();
        int at = 0;
        while (at < sql.length()) {
            int space = endOfSpace(sql, at);
            int end = space == at ? at(sql, at).end : space;
            boolean comment = space > at && !Character.isWhitespace(sql.charAt(at));
            kept.append(comment ? " " : sql.substring(at, end));
            at = end;
        }
        return kept.toString();
    }

    private static int endOfSpace(String sql, int at) {
        if (Character.isWhitespace(sql.charAt(at))) {
            return at + 1;
        }
        if (sql.startsWith("--", at)) {
            return after(sql, "\n", at);
        }
        return sql.startsWith("/*", at) ? after(sql, "*/", at + 2) : at;
    }

    /** A comment that is not closed goes on to the end. */
    private static int after(String sql, String closing, int from) {
        int found = sql.indexOf(closing, from);
        return found < 0 ? sql.length() : found + closing.length();
    }

    private static SqlToken at(String sql, int at) {
        char c = sql.charAt(at);
        return switch (c) {
            case '\'' -> quoted(Kind.STRING, sql, at, c);
            case '"', '`' -> quoted(Kind.NAME, sql, at, c);
            case '[' -> bracketed(sql, at);
            default -> plain(sql, at, c);
        };
    }

    /** A bracket cannot stand for itself. */
    private static SqlToken bracketed(String sql, int at) {
        int close = sql.indexOf(']', at);
        int end = close < 0 ? sql.length() : close;
        return new SqlToken(Kind.NAME, sql.substring(at + 1, end), at, Math.min(sql.length(), end + 1));
    }

    private static SqlToken plain(String sql, int at, char c) {
        if ((c == 'x' || c == 'X') && sql.startsWith("'", at + 1)) {
            return whole(Kind.LITERAL, sql, at, quoted(Kind.STRING, sql, at + 1, '\'').end);
        }
        if (isNameStart(c)) {
            int end = at + 1;
            while (end < sql.length() && isNamePart(sql.charAt(end))) {
                end++;
            }
            return whole(Kind.WORD, sql, at, end);
        }
        boolean number = isDigit(c) || (c == '.' && at + 1 < sql.length() && isDigit(sql.charAt(at + 1)));
        return number ? whole(Kind.LITERAL, sql, at, endOfNumber(sql, at)) : whole(Kind.SIGN, sql, at, at + 1);
    }

    private static SqlToken whole(Kind kind, String sql, int start, int end) {
        return new SqlToken(kind, sql.substring(start, end), start, end);
    }

    /** The quote stands twice for itself. */
    private static SqlToken quoted(Kind kind, String sql, int start, char quote) {
        StringBuilder text = new StringBuilder();
        int at = start + 1;
        while (at < sql.length()) {
            char c = sql.charAt(at);
            if (c == quote) {
                if (at + 1 >= sql.length() || sql.charAt(at + 1) != quote) {
                    return new SqlToken(kind, text.toString(), start, at + 1);
                }
                at++;
            }
            text.append(c);
            at++;
        }
        return new SqlToken(kind, text.toString(), start, at);
    }

    private static int endOfNumber(String sql, int start) {
        Matcher number = NUMBER.matcher(sql).region(start, sql.length());
        return number.lookingAt() ? number.end() : start + 1;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    /** Anything beyond ASCII is a letter to SQLite. */
    private static boolean isNameStart(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c > 0x7F;
    }

    private static boolean isNamePart(char c) {
        return isNameStart(c) || isDigit(c) || c == '$';
    }
}
