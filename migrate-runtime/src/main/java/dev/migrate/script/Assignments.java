package dev.migrate.script;

import dev.migrate.problem.MigrateException;
import dev.migrate.script.Lexer.Piece;
import dev.migrate.script.SqlQuestions.Part;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What stands behind {@code SET} in an {@code UPDATE}. */
public final class Assignments {

    private Assignments() {}

    /**
     * The names to the left of the equals signs: the columns that are set, and what they are qualified by.
     *
     * @param sql assignments, separated by commas
     * @param syntax how SQL is written for the database
     * @return the names without quotes, as they are written; none, when nobody can tell, because a quote or a comment does
     *     not end
     */
    public static Set<String> names(String sql, ScriptSyntax syntax) {
        List<Part> parts;
        try {
            parts = SqlQuestions.parts(sql, syntax);
        } catch (MigrateException e) {
            return Set.of(); // the server has the last word
        }
        Set<String> names = new LinkedHashSet<>();
        List<String> target = new ArrayList<>();
        boolean onTheLeft = true;
        int depth = 0;
        for (Part part : parts) {
            depth += depth(part);
            if (onTheLeft && (part.piece() == Piece.WORD || part.piece() == Piece.QUOTED)) {
                target.add(unquoted(part));
            } else if (onTheLeft && is(part, "=")) {
                names.addAll(target);
                onTheLeft = false;
            } else if (!onTheLeft && depth == 0 && is(part, ",")) {
                target.clear();
                onTheLeft = true;
            }
        }
        return names;
    }

    private static int depth(Part part) {
        return is(part, "(") ? 1 : is(part, ")") ? -1 : 0;
    }

    private static boolean is(Part part, String sign) {
        return part.piece() == Piece.OTHER && part.text().equals(sign);
    }

    private static String unquoted(Part part) {
        String text = part.text();
        if (part.piece() == Piece.WORD) {
            return text;
        }
        String end = text.substring(text.length() - 1);
        return text.substring(1, text.length() - 1).replace(end + end, end);
    }
}
