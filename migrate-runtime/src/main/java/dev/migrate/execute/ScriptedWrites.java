package dev.migrate.execute;

import dev.migrate.dialect.Dialect;
import dev.migrate.dialect.OwnWrite;
import dev.migrate.script.SqlQuestions;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Takes down writes for a script, with their values written into them. A value that only the server can find out, when
 * the script runs, is an expression there.
 */
final class ScriptedWrites implements OwnWrites {

    /** What writes something down, as it does in a database. */
    @FunctionalInterface
    interface Writing {
        void write() throws SQLException;
    }

    private static final String EXPRESSION = "\0"; // no value of ours begins with it

    private final Dialect dialect;
    private final Map<Object, String> standing = new HashMap<>();
    private final List<OwnWrite> taken = new ArrayList<>();

    ScriptedWrites(Dialect dialect) {
        this.dialect = dialect;
    }

    /** A value that becomes an expression in the script. */
    static String expression(String sql) {
        return EXPRESSION + sql;
    }

    /** Says that a value becomes an expression from now on. */
    void writeAs(Object value, String expression) {
        standing.put(value, expression);
    }

    @Override
    public int update(String sql, @Nullable Object... arguments) {
        List<String> values = Arrays.stream(arguments).map(this::value).toList();
        taken.add(OwnWrite.of(SqlQuestions.filled(sql, dialect.scriptSyntax(), values)));
        return 1;
    }

    private String value(@Nullable Object argument) {
        if (argument instanceof String text && text.startsWith(EXPRESSION)) {
            return text.substring(EXPRESSION.length());
        }
        String expression = standing.get(argument);
        return expression == null ? dialect.literal(argument) : expression;
    }

    /** What is written meanwhile. */
    List<OwnWrite> taken(Writing writing) {
        taken.clear();
        try {
            writing.write();
        } catch (SQLException e) {
            throw new IllegalStateException("no database is asked", e);
        }
        return List.copyOf(taken);
    }
}
