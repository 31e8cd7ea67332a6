package dev.migrate.script;

import dev.migrate.script.Lexer.Piece;
import dev.migrate.script.SqlQuestions.Part;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/** What stands before the dot in names: schemas, but also tables and aliases. */
public final class Qualifiers {

    private Qualifiers() {}

    /**
     * SQL with other words before dots. Of a name with two dots, that is before the first.
     *
     * @param sql a statement
     * @param syntax how SQL is written for the database
     * @param replacement what stands in place of a word, given without its quotes and whether it has quotes; empty to
     *     leave it
     * @return the statement
     * @throws dev.migrate.problem.MigrateException {@code bad-script}, when a quote or a comment does not end
     */
    public static String replaced(
            String sql, ScriptSyntax syntax, BiFunction<String, Boolean, Optional<String>> replacement) {
        List<Part> parts = SqlQuestions.parts(sql, syntax);
        StringBuilder replaced = new StringBuilder();
        for (int i = 0; i < parts.size(); i++) {
            Part part = parts.get(i);
            boolean first = i == 0 || !parts.get(i - 1).text().equals(".");
            boolean before = i + 1 < parts.size() && parts.get(i + 1).text().equals(".");
            Optional<String> other = first && before && isName(part, syntax)
                    ? replacement.apply(unquoted(part), part.piece() == Piece.QUOTED)
                    : Optional.empty();
            replaced.append(other.orElse(part.text()));
        }
        return replaced.toString();
    }

    private static boolean isName(Part part, ScriptSyntax syntax) {
        return part.piece() == Piece.WORD
                || (part.piece() == Piece.QUOTED
                        && (part.text().startsWith("`")
                                || (part.text().startsWith("\"") && syntax.doubleQuotedNames())));
    }

    private static String unquoted(Part part) {
        if (part.piece() == Piece.WORD) {
            return part.text();
        }
        String quote = part.text().substring(0, 1);
        return part.text().substring(1, part.text().length() - 1).replace(quote + quote, quote);
    }
}
