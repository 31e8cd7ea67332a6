package dev.migrate.script;

import dev.migrate.problem.MigrateException;
import dev.migrate.script.Lexer.Piece;
import dev.migrate.script.ScriptSyntax.Client;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** What a look into one piece of SQL tells that an author wrote into a migration. */
public final class SqlQuestions {

    /** A piece of SQL and where its statement stands. */
    record Part(Piece piece, String text, boolean endsStatement) {}

    private SqlQuestions() {}

    /**
     * How many statements it holds. Routines, triggers and events of MySQL count as one with all that follows: what a
     * client needs {@code DELIMITER} for, a server reads whole.
     *
     * @param sql the text
     * @param syntax how SQL is written for the database
     * @return the number; empty when nobody can tell, because a quote or a comment does not end
     */
    public static OptionalInt statements(String sql, ScriptSyntax syntax) {
        List<Part> parts;
        try {
            parts = parts(sql, syntax);
        } catch (MigrateException e) {
            return OptionalInt.empty(); // the server may read it in another mode; it has the last word
        }
        FirstWords words = new FirstWords();
        int statements = 0;
        boolean empty = true;
        for (Part part : parts) {
            if (part.endsStatement()) {
                empty = true;
            } else if (part.piece() != Piece.SPACE && part.piece() != Piece.COMMENT) {
                statements += empty ? 1 : 0;
                empty = false;
                if (statements == 1) {
                    words.add(part.piece(), part.text(), 0);
                }
            }
        }
        return OptionalInt.of(syntax.is(Client.MYSQL) && words.beginsRoutine() ? 1 : statements);
    }

    /** What a statement does besides its work, that a run cannot go along with. */
    public enum Reach {
        /** Nothing. */
        NONE,
        /** It begins or ends a transaction, which is the run's. */
        TRANSACTION,
        /** It locks tables, so that the session can use no others. */
        LOCK
    }

    /**
     * What a statement does to the session it runs in.
     *
     * @param sql the text
     * @param syntax how SQL is written for the database
     * @return its effect; that of any other, when nobody can tell, because a quote or a comment does not end
     */
    public static ScriptStatement.Effect effect(String sql, ScriptSyntax syntax) {
        return firstWords(sql, syntax).map(words -> words.effect(syntax)).orElse(ScriptStatement.Effect.OTHER);
    }

    /**
     * Whether the run's own work would suffer from a statement.
     *
     * @param sql the text
     * @param syntax how SQL is written for the database
     * @return what it reaches for; nothing, when nobody can tell, because a quote or a comment does not end
     */
    public static Reach reach(String sql, ScriptSyntax syntax) {
        Optional<FirstWords> words = firstWords(sql, syntax);
        if (words.filter(first -> first.control() != FirstWords.Control.NONE).isPresent()) {
            return Reach.TRANSACTION;
        }
        return effect(sql, syntax) == ScriptStatement.Effect.LOCK ? Reach.LOCK : Reach.NONE;
    }

    private static Optional<FirstWords> firstWords(String sql, ScriptSyntax syntax) {
        FirstWords words = new FirstWords();
        try {
            parts(sql, syntax).stream()
                    .filter(part -> part.piece() != Piece.SPACE && part.piece() != Piece.COMMENT)
                    .filter(part -> !part.endsStatement())
                    .forEach(part -> words.add(part.piece(), part.text(), 0));
            return Optional.of(words);
        } catch (MigrateException e) {
            return Optional.empty(); // the server has the last word
        }
    }

    /**
     * How many values it asks for: question marks outside quotes and comments. On PostgreSQL two of them are one operator.
     *
     * @param sql the text
     * @param syntax how SQL is written for the database
     * @return the number; empty when nobody can tell, because a quote or a comment does not end, or the question marks
     *     are numbered
     */
    public static OptionalInt questionMarks(String sql, ScriptSyntax syntax) {
        try {
            List<String> around = around(sql, syntax);
            boolean numbered = around.stream().skip(1).anyMatch(rest -> rest.matches("(?s)\\d.*"));
            return numbered ? OptionalInt.empty() : OptionalInt.of(around.size() - 1);
        } catch (MigrateException e) {
            return OptionalInt.empty();
        }
    }

    /**
     * The text with something else in place of each question mark.
     *
     * @param sql the text
     * @param syntax how SQL is written for the database
     * @param values what to write, one for each question mark
     * @return the text
     * @throws MigrateException {@code bad-script}, when a quote or a comment does not end
     * @throws IllegalArgumentException when there are more or fewer values than question marks
     */
    public static String filled(String sql, ScriptSyntax syntax, List<String> values) {
        List<String> around = around(sql, syntax);
        if (around.size() - 1 != values.size()) {
            throw new IllegalArgumentException(
                    (around.size() - 1) + " question marks, but " + values.size() + " values in: " + sql);
        }
        StringBuilder filled = new StringBuilder(around.get(0));
        Iterator<String> value = values.iterator();
        around.stream().skip(1).forEach(text -> filled.append(value.next()).append(text));
        return filled.toString();
    }

    /** What stands before, between and after the question marks. */
    private static List<String> around(String sql, ScriptSyntax syntax) {
        List<String> around = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        List<Part> parts = parts(sql, syntax);
        for (int i = 0; i < parts.size(); i++) {
            boolean question = parts.get(i).piece() == Piece.QUESTION;
            boolean doubled = question
                    && syntax.is(Client.PSQL)
                    && i + 1 < parts.size()
                    && parts.get(i + 1).piece() == Piece.QUESTION;
            if (doubled) {
                text.append('?');
                i++;
            } else if (question) {
                around.add(text.toString());
                text.setLength(0);
            } else {
                text.append(parts.get(i).text());
            }
        }
        around.add(text.toString());
        return around;
    }

    /**
     * The text as other SQL can stand behind it: a comment at its end ends with its line.
     *
     * @param sql a part of a statement
     * @param syntax how SQL is written for the database
     * @return the text, with a line end where it needs one
     */
    public static String closed(String sql, ScriptSyntax syntax) {
        try {
            List<Part> parts = parts(sql, syntax);
            Part last = parts.get(parts.size() - 1);
            return last.piece() == Piece.COMMENT && !last.text().startsWith("/*") ? sql + "\n" : sql;
        } catch (MigrateException e) {
            return sql; // the server has the last word
        }
    }

    static List<Part> parts(String sql, ScriptSyntax syntax) {
        List<Part> parts = new ArrayList<>();
        try {
            Lexer lexer = new Lexer(
                    new Input(new ByteArrayInputStream(sql.getBytes(StandardCharsets.UTF_8))),
                    syntax,
                    new ScriptProblems("statement"));
            Body body = Body.of(syntax);
            for (Piece piece = lexer.next(); piece != Piece.END; piece = lexer.next()) {
                boolean ends = piece == Piece.DELIMITER && !lexer.isInVersionComment() && body.endsHere();
                if (ends) {
                    body = Body.of(syntax);
                } else if (piece != Piece.SPACE && piece != Piece.COMMENT) {
                    body.piece(piece, lexer.piece());
                }
                parts.add(new Part(piece, Utf8.decoded(lexer.piece()), ends));
                // H2 asks what stands before two dollars, so what was taken stays.
            }
        } catch (IOException e) {
            throw new UncheckedIOException("bytes in memory cannot be read", e);
        }
        return parts;
    }
}
