package dev.migrate.script;

import dev.migrate.problem.MigrateException;
import java.io.IOException;
import java.util.Locale;
import java.util.Set;

/**
 * Lines that are not for the server but for its client. What changes nothing but the client's own output is passed over;
 * everything else is refused by name.
 */
final class ClientCommands {

    private static final Set<String> OF_MYSQL_REFUSED =
            Set.of("SOURCE", "SYSTEM", "CONNECT", "CHARSET", "EDIT", "EXIT", "QUIT", "CLEAR", "RESETCONNECTION");

    private static final Set<String> OF_MYSQL_HARMLESS = Set.of(
            "STATUS", "WARNINGS", "NOWARNING", "TEE", "NOTEE", "PAGER", "NOPAGER", "PRINT", "PROMPT", "REHASH", "HELP");

    private static final Set<String> OF_PSQL_HARMLESS = Set.of(
            "restrict", "unrestrict", "echo", "qecho", "warn", "timing", "pset", "x", "a", "t", "H", "f", "C", "T");

    /** Variables that change what {@code psql} prints, or that it stops at an error, which a run does anyway. */
    private static final Set<String> OF_PSQL_VARIABLES = Set.of(
            "ON_ERROR_STOP",
            "ECHO",
            "ECHO_HIDDEN",
            "QUIET",
            "VERBOSITY",
            "SHOW_CONTEXT",
            "FETCH_COUNT",
            "HIDE_TABLEAM",
            "HIDE_TOAST_COMPRESSION");

    private static final Set<String> OF_SQLITE_HARMLESS = Set.of(
            "bail", "changes", "echo", "eqp", "explain", "headers", "mode", "nullvalue", "print", "separator", "stats");

    private final Input input;
    private final ScriptProblems problems;

    ClientCommands(Input input, ScriptProblems problems) {
        this.input = input;
        this.problems = problems;
    }

    /** A line of MySQL's client at the beginning of a statement; false when it is SQL and nothing was taken. */
    boolean mySqlLine(String delimiter) throws IOException {
        String word = input.peekWord(0).toUpperCase(Locale.ROOT);
        boolean known = OF_MYSQL_REFUSED.contains(word) || OF_MYSQL_HARMLESS.contains(word);
        if (!known || input.peekLine().contains(delimiter)) {
            return false;
        }
        if (OF_MYSQL_REFUSED.contains(word)) {
            throw refused(word.toLowerCase(Locale.ROOT), input.line());
        }
        input.takeLine();
        return true;
    }

    /** The argument of {@code DELIMITER}, whose line is taken. */
    String delimiter() throws IOException {
        int line = input.line();
        String argument = input.takeLine().substring("DELIMITER".length()).strip();
        String delimiter = argument.isEmpty() ? "" : unquoted(argument);
        if (delimiter.isEmpty() || delimiter.contains("\\")) {
            throw problems.bad(
                    delimiter.isEmpty() ? "DELIMITER names no delimiter" : "a delimiter cannot hold a backslash",
                    line,
                    "write one after it, such as DELIMITER //");
        }
        return delimiter;
    }

    private static String unquoted(String argument) {
        char quote = argument.charAt(0);
        if (quote == '\'' || quote == '"' || quote == '`') {
            int end = argument.indexOf(quote, 1);
            return end < 0 ? argument.substring(1) : argument.substring(1, end);
        }
        return argument.split("\\s", 2)[0];
    }

    /** A backslash command of {@code psql}, whose backslash is taken. */
    void psql() throws IOException {
        int line = input.line();
        String rest = input.takeLine();
        String[] words = rest.split("\\s+", 3);
        boolean setsHarmless =
                words[0].equals("set") && words.length > 1 && OF_PSQL_VARIABLES.contains(words[1].strip());
        boolean encoding = words[0].equals("encoding")
                && words.length > 1
                && words[1].replace("-", "").replace("'", "").equalsIgnoreCase("utf8");
        if (!OF_PSQL_HARMLESS.contains(words[0]) && !setsHarmless && !encoding) {
            throw refused("\\" + words[0] + (words[0].equals("set") && words.length > 1 ? " " + words[1] : ""), line);
        }
    }

    /** A dot command of {@code sqlite3}. */
    void sqlite() throws IOException {
        int line = input.line();
        String command = input.takeLine().substring(1).split("\\s+", 2)[0];
        if (!OF_SQLITE_HARMLESS.contains(command)) {
            throw refused("." + command, line);
        }
    }

    MigrateException refused(String command, int line) {
        return problems.bad(
                "\"" + command + "\" is a command of the database's client, which does not run here",
                line,
                "take it out of the script, or write what it does as SQL");
    }
}
