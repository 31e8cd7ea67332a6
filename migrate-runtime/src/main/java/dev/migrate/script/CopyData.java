package dev.migrate.script;

import dev.migrate.problem.MigrateException;
import dev.migrate.script.ScriptStatement.Effect;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The rows below a {@code COPY … FROM stdin} of {@code pg_dump}, as {@code INSERT} statements: the copy protocol is not
 * part of JDBC. A literal without a type is read by the column's own input function, as a field of {@code COPY} is.
 */
final class CopyData {

    private static final int MOST_ROWS = 200;
    private static final int MOST_CHARACTERS = 1 << 16;

    private static final Pattern FROM_STDIN = Pattern.compile("(?is)^COPY\\b.*\\bFROM\\s+STDIN\\b.*");
    private static final Pattern HEAD = Pattern.compile("(?is)^COPY\\s+(?<table>(?:\"(?:[^\"]|\"\")*\"|[^\"\\s(])+)\\s*"
            + "(?<columns>\\((?:\"(?:[^\"]|\"\")*\"|[^\")])*\\))?\\s*FROM\\s+STDIN\\s*(?<options>.*)$");
    private static final Pattern QUOTED = Pattern.compile("\"(?:[^\"]|\"\")*\"");

    private final Input input;
    private final ScriptProblems problems;
    private final String head;
    private final int fields;
    private final int line;

    private CopyData(Input input, ScriptProblems problems, String head, int fields, int line) {
        this.input = input;
        this.problems = problems;
        this.head = head;
        this.fields = fields;
        this.line = line;
    }

    static boolean follows(String statement) {
        return FROM_STDIN.matcher(statement).matches();
    }

    /** The rows that follow a statement, whose line has been taken to its end. */
    static CopyData after(String statement, int line, Input input, ScriptProblems problems) throws IOException {
        Matcher matcher = HEAD.matcher(statement);
        if (!matcher.matches() || !matcher.group("options").isBlank()) {
            throw problems.bad(
                    "COPY … FROM stdin with options cannot be run here", line, "take the dump with: pg_dump --inserts");
        }
        String columns = matcher.group("columns");
        int fields = columns == null
                ? 0
                : (int) QUOTED.matcher(columns)
                                .replaceAll("")
                                .chars()
                                .filter(c -> c == ',')
                                .count()
                        + 1;
        input.takeLine();
        String head = "INSERT INTO " + matcher.group("table") + (columns == null ? "" : " " + columns)
                + " OVERRIDING SYSTEM VALUE VALUES\n";
        return new CopyData(input, problems, head, fields, line);
    }

    /** Some of the rows; empty after the last. */
    Optional<ScriptStatement> next() throws IOException {
        int first = input.line();
        StringBuilder sql = new StringBuilder(head);
        int rows = 0;
        while (rows < MOST_ROWS && sql.length() < MOST_CHARACTERS) {
            int at = input.line();
            String row = row();
            if (row == null) {
                break;
            }
            sql.append(rows == 0 ? "" : ",\n");
            append(sql, row, at);
            rows++;
        }
        return rows == 0 ? Optional.empty() : Optional.of(new ScriptStatement(sql.toString(), first, Effect.ROWS));
    }

    private @Nullable String row() throws IOException {
        if (input.peek(0) == '\\' && input.peek(1) == '.' && input.peekLine().equals("\\.")) {
            return null; // stays there, so that the next call ends as well
        }
        StringBuilder row = new StringBuilder();
        while (true) {
            if (input.peek(0) < 0) {
                throw problems.unterminated("the data of COPY", line);
            }
            row.append(input.takeLine());
            if (!endsWithEscape(row)) {
                return row.toString();
            }
            row.append('\n');
        }
    }

    private static boolean endsWithEscape(CharSequence row) {
        int backslashes = 0;
        while (backslashes < row.length() && row.charAt(row.length() - 1 - backslashes) == '\\') {
            backslashes++;
        }
        return backslashes % 2 == 1;
    }

    /** Takes the line that ends the data. */
    void end() throws IOException {
        input.takeLine();
    }

    private void append(StringBuilder sql, String row, int at) throws MigrateException {
        String[] values = row.split("\t", -1);
        if (fields > 0 && values.length != fields) {
            throw problems.bad(
                    "a row of COPY has " + values.length + " fields, and COPY names " + fields + " columns",
                    at,
                    "take the dump again: it is damaged");
        }
        sql.append('(');
        for (int i = 0; i < values.length; i++) {
            sql.append(i == 0 ? "" : ", ").append(values[i].equals("\\N") ? "NULL" : literal(plain(values[i])));
        }
        sql.append(')');
    }

    private static String literal(String value) {
        String quoted = "'" + value.replace("'", "''") + "'";
        return value.indexOf('\\') < 0 ? quoted : "E" + quoted.replace("\\", "\\\\");
    }

    private static String plain(String field) {
        if (field.indexOf('\\') < 0) {
            return field;
        }
        StringBuilder plain = new StringBuilder();
        int i = 0;
        while (i < field.length()) {
            char c = field.charAt(i++);
            if (c != '\\' || i == field.length()) {
                plain.append(c);
                continue;
            }
            int digits = number(field, i, 3, 8);
            if (digits > 0) {
                plain.append((char) (Integer.parseInt(field.substring(i, i + digits), 8) & 0xFF));
                i += digits;
                continue;
            }
            char escaped = field.charAt(i++);
            int hex = escaped == 'x' ? number(field, i, 2, 16) : 0;
            if (hex > 0) {
                plain.append((char) Integer.parseInt(field.substring(i, i + hex), 16));
                i += hex;
            } else {
                plain.append(control(escaped));
            }
        }
        return plain.toString();
    }

    private static int number(String field, int from, int most, int radix) {
        int length = 0;
        while (length < most && from + length < field.length() && isDigit(field.charAt(from + length), radix)) {
            length++;
        }
        return length;
    }

    private static boolean isDigit(char c, int radix) {
        return "0123456789abcdef".substring(0, radix).indexOf(String.valueOf(c).toLowerCase(Locale.ROOT)) >= 0;
    }

    private static char control(char escaped) {
        return switch (escaped) {
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'v' -> '\u000b';
            default -> escaped;
        };
    }
}
