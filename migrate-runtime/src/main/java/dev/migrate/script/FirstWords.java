package dev.migrate.script;

import dev.migrate.script.ScriptStatement.Effect;
import dev.migrate.script.ScriptSyntax.Client;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The first words of a statement, in upper case, comments left out: they tell what it does. */
final class FirstWords {

    private static final int MOST = 12;

    /** What MySQL sets beyond the session, or does instead of setting. */
    private static final Set<String> LASTING =
            Set.of("GLOBAL", "PERSIST", "PASSWORD", "DEFAULT", "STATEMENT", "RESOURCE");

    private static final Set<String> TABLES = Set.of("TABLE", "TABLES");

    private static final Set<String> ROWS =
            Set.of("INSERT", "UPDATE", "DELETE", "MERGE", "REPLACE", "SELECT", "VALUES", "WITH");

    /** What commits nothing on H2; its other settings do. */
    private static final Set<String> H2_SESSION = Set.of(
            "SCHEMA", "SCHEMA_SEARCH_PATH", "CATALOG", "LOCK_TIMEOUT", "QUERY_TIMEOUT", "NON_KEYWORDS", "TIME", "@");

    private static final Set<String> OF_AUTOCOMMIT =
            Set.of("SET", "SESSION", "LOCAL", "AUTOCOMMIT", "ON", "OFF", "TRUE", "FALSE", "0", "1");

    /** What may follow a word that begins or ends a transaction, and changes nothing about it. */
    private static final Set<String> NOISE = Set.of("TRANSACTION", "WORK", "IMMEDIATE", "DEFERRED", "EXCLUSIVE");

    private final List<String> words = new ArrayList<>();
    private boolean more;

    /** The next piece that is no comment and no white space. */
    void add(Lexer.Piece piece, CharSequence taken, int start) {
        if (words.size() == MOST) {
            more = true;
        } else if (piece == Lexer.Piece.WORD) {
            words.add(taken.subSequence(start, Math.min(taken.length(), start + 64))
                    .toString()
                    .toUpperCase(Locale.ROOT));
        } else if (piece == Lexer.Piece.OTHER && taken.charAt(start) == '@' && words.equals(List.of("SET"))) {
            words.add("@");
        }
    }

    String first() {
        return word(0);
    }

    private String word(int i) {
        return i < words.size() ? words.get(i) : "";
    }

    Effect effect(ScriptSyntax syntax) {
        boolean table = words.contains("INTO") && (words.contains("TEMP") || words.contains("TABLE"));
        if (ROWS.contains(first())) {
            return first().equals("SELECT") && table ? Effect.OTHER : Effect.ROWS;
        }
        if (syntax.is(Client.RUNSCRIPT)) {
            return first().equals("SET") && H2_SESSION.contains(word(1)) ? Effect.SESSION : Effect.OTHER;
        }
        return syntax.is(Client.MYSQL) ? mySqlEffect() : Effect.OTHER;
    }

    private Effect mySqlEffect() {
        return switch (first()) {
            case "USE" -> Effect.SESSION;
            case "SET" -> LASTING.contains(word(1)) ? Effect.OTHER : Effect.SESSION;
            case "LOCK" -> TABLES.contains(word(1)) ? Effect.LOCK : Effect.OTHER;
            case "UNLOCK" -> TABLES.contains(word(1)) ? Effect.UNLOCK : Effect.OTHER;
            default -> Effect.OTHER;
        };
    }

    /** Whether a body may follow that holds semicolons: of a routine, trigger or event, or MariaDB's block without one. */
    boolean beginsRoutine() {
        boolean defines = first().equals("CREATE") || first().equals("ALTER");
        boolean ofBody =
                words.stream().anyMatch(Set.of("PROCEDURE", "FUNCTION", "TRIGGER", "EVENT", "PACKAGE")::contains);
        return (defines && ofBody) || (first().equals("BEGIN") && word(1).equals("NOT"));
    }

    /** What a statement does to the transaction it is in. */
    enum Control {
        /** Nothing. */
        NONE,
        /** Begins or ends one, and no more: the run does that. */
        PLAIN,
        /** More than a script may do. */
        REFUSED
    }

    Control control() {
        return switch (first()) {
            case "BEGIN", "COMMIT", "END" -> onlyNoise(1) ? Control.PLAIN : compound();
            case "START" ->
                word(1).equals("TRANSACTION") ? (onlyNoise(1) ? Control.PLAIN : Control.REFUSED) : Control.NONE;
            case "ROLLBACK" -> words.contains("TO") ? Control.NONE : Control.REFUSED;
            case "ABORT", "XA" -> Control.REFUSED;
            case "PREPARE" -> word(1).equals("TRANSACTION") ? Control.REFUSED : Control.NONE;
            case "SET" -> autocommit();
            default -> Control.NONE;
        };
    }

    private boolean onlyNoise(int from) {
        return !more && words.stream().skip(from).allMatch(NOISE::contains);
    }

    /** MariaDB: {@code BEGIN NOT ATOMIC} is no transaction. */
    private Control compound() {
        return first().equals("BEGIN") && word(1).equals("NOT") ? Control.NONE : Control.REFUSED;
    }

    private Control autocommit() {
        if (!words.contains("AUTOCOMMIT")) {
            return Control.NONE;
        }
        boolean only = words.stream().filter(word -> !word.equals("@")).allMatch(OF_AUTOCOMMIT::contains);
        return only && !more ? Control.PLAIN : Control.REFUSED;
    }
}
