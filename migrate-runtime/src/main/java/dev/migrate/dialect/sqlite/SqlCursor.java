package dev.migrate.dialect.sqlite;

import dev.migrate.problem.MigrateException;
import dev.migrate.problem.Problem;
import dev.migrate.problem.ProblemCode;
import java.util.List;

/** Goes through the definition of a table or an index, piece by piece. */
final class SqlCursor {

    private final String sql;
    private final List<SqlToken> tokens;
    private int at;

    SqlCursor(String sql) {
        this.sql = sql;
        tokens = SqlToken.of(sql);
    }

    boolean isAtEnd() {
        return at == tokens.size();
    }

    /** The piece under the cursor. */
    SqlToken token() {
        if (isAtEnd()) {
            throw unreadable("its end");
        }
        return tokens.get(at);
    }

    /** Moves on. */
    SqlToken next() {
        SqlToken token = token();
        at++;
        return token;
    }

    boolean isWord(String word) {
        return !isAtEnd() && token().isWord(word);
    }

    boolean isSign(char sign) {
        return !isAtEnd() && token().isSign(sign);
    }

    /** Moves over some words, if all of them are there. */
    boolean accept(String... words) {
        if (at + words.length > tokens.size()) {
            return false;
        }
        for (int i = 0; i < words.length; i++) {
            if (!tokens.get(at + i).isWord(words[i])) {
                return false;
            }
        }
        at += words.length;
        return true;
    }

    boolean acceptSign(char sign) {
        if (isSign(sign)) {
            at++;
            return true;
        }
        return false;
    }

    void expect(String... words) {
        if (!accept(words)) {
            throw unreadable("\"" + token().text() + "\"");
        }
    }

    void expectSign(char sign) {
        if (!acceptSign(sign)) {
            throw unreadable("\"" + token().text() + "\"");
        }
    }

    /** A name, quoted in whatever way. */
    String name() {
        SqlToken token = next();
        if (!token.isName() && token.kind() != SqlToken.Kind.STRING) {
            throw unreadable("\"" + token.text() + "\"");
        }
        return token.text();
    }

    /** The SQL without its comments between the parenthesis under the cursor and the one that closes it. */
    String parenthesized() {
        int open = token().end();
        expectSign('(');
        int depth = 1;
        while (true) {
            SqlToken token = next();
            if (token.isSign('(')) {
                depth++;
            } else if (token.isSign(')') && --depth == 0) {
                return SqlToken.withoutComments(sql.substring(open, token.start()))
                        .strip();
            }
        }
    }

    /** The SQL from the cursor to the end, without its comments. */
    String rest() {
        String rest = SqlToken.withoutComments(sql.substring(token().start())).strip();
        at = tokens.size();
        return rest;
    }

    private MigrateException unreadable(String where) {
        return new MigrateException(Problem.of(
                        ProblemCode.UNSUPPORTED,
                        "SQLite keeps a definition that migrate cannot read: it stops at " + where + " in " + sql)
                .next("report this together with the definition"));
    }
}
