package dev.migrate.execute;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The connection that code in a migration gets: everything works but what would end the run's transaction. Statements,
 * results and metadata are guarded too, since each of them leads back to its connection.
 */
final class GuardedConnection {

    private static final Set<String> REFUSED = Set.of(
            "commit",
            "rollback",
            "setAutoCommit",
            "close",
            "abort",
            "setSavepoint",
            "releaseSavepoint",
            "setTransactionIsolation",
            "beginRequest",
            "endRequest",
            "unwrap");

    private static final List<Class<?>> LEADING_BACK = List.of(
            CallableStatement.class, PreparedStatement.class, Statement.class, ResultSet.class, DatabaseMetaData.class);

    /** What a statement begins with, past white space, parentheses and comments; {@code /*!} is no comment on MySQL. */
    private static final Pattern FIRST_WORD = Pattern.compile(
            "(?:[\\s(;]|--[^\\n]*(?:\\n|$)|#[^\\n]*(?:\\n|$)|/\\*(?!M?!).*?\\*/)*+(\\w*)(.*)", Pattern.DOTALL);

    /**
     * Statements that commit nothing. Whatever else there is may: no list of those that do would ever be whole. A
     * procedure may as well; the journal notices that it did.
     */
    private static final Set<String> HARMLESS = Set.of(
            "SELECT",
            "INSERT",
            "UPDATE",
            "DELETE",
            "REPLACE",
            "MERGE",
            "WITH",
            "VALUES",
            "TABLE",
            "SHOW",
            "EXPLAIN",
            "DESCRIBE",
            "DESC",
            "DO",
            "CALL");

    /** What begins or ends a transaction, in words of SQL. */
    private static final Set<String> CONTROL = Set.of("COMMIT", "ROLLBACK", "BEGIN", "START", "END", "ABORT", "XA");

    /** {@code ROLLBACK TO} a savepoint, and MariaDB's block without a name. */
    private static final Pattern WITHIN = Pattern.compile(
            "\\s+(?:(?:WORK|TRANSACTION)\\s+)?(?:TO|NOT)\\b.*", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private static final Pattern AUTOCOMMIT = Pattern.compile("\\bautocommit\\b", Pattern.CASE_INSENSITIVE);

    private GuardedConnection() {}

    /**
     * Guards a connection.
     *
     * @param connection the run's connection
     * @param refuseCommitting whether SQL is refused too that would commit by itself
     * @return the guarded connection
     */
    static Connection of(Connection connection, boolean refuseCommitting) {
        return (Connection) new Guard(refuseCommitting, Optional.empty()).around(Connection.class, connection);
    }

    /** Guards what a connection gives out, and the connection that this gives out again. */
    private static final class Guard {
        private final boolean refuseCommitting;
        private Optional<Object> guardedConnection;

        private Guard(boolean refuseCommitting, Optional<Object> guardedConnection) {
            this.refuseCommitting = refuseCommitting;
            this.guardedConnection = guardedConnection;
        }

        Object around(Class<?> type, Object target) {
            InvocationHandler handler = (proxy, method, arguments) -> call(proxy, target, method, arguments);
            Object proxy = Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler);
            if (type == Connection.class) {
                guardedConnection = Optional.of(proxy);
            }
            return proxy;
        }

        private @Nullable Object call(Object proxy, Object target, Method method, Object @Nullable [] arguments)
                throws Throwable {
            if (method.getDeclaringClass() == Object.class && method.getName().equals("equals")) {
                return arguments != null && proxy == arguments[0];
            }
            if (target instanceof Connection && REFUSED.contains(method.getName())) {
                throw new SQLException("the run owns this connection: " + method.getName() + " is not for a migration");
            }
            if (takesSql(method) && arguments != null && arguments[0] instanceof String sql) {
                refuse(sql);
            }
            return guarded(invoke(target, method, arguments));
        }

        private static boolean takesSql(Method method) {
            String name = method.getName();
            return name.startsWith("prepare") || name.startsWith("execute") || name.equals("addBatch");
        }

        private void refuse(String sql) throws SQLException {
            Matcher matcher = FIRST_WORD.matcher(sql);
            String word = matcher.matches() ? matcher.group(1).toUpperCase(Locale.ROOT) : "";
            if (CONTROL.contains(word) && !WITHIN.matcher(matcher.group(2)).matches()) {
                throw new SQLException("the run owns this connection: " + word + " is not for a migration");
            }
            if (refuseCommitting) {
                refuseCommitting(word, sql);
            }
        }

        private static void refuseCommitting(String word, String sql) throws SQLException {
            boolean setting = word.equals("SET") && !AUTOCOMMIT.matcher(sql).find();
            if (!HARMLESS.contains(word) && !setting) {
                throw new SQLException((word.isEmpty() ? "a statement without a first word" : word)
                        + " may commit the run's transaction on this database: record it with op.execute, or say with"
                        + " doneWhen or repeatable what a second run of this code may do");
            }
        }

        private static @Nullable Object invoke(Object target, Method method, Object @Nullable [] arguments)
                throws Throwable {
            try {
                return method.invoke(target, arguments);
            } catch (InvocationTargetException e) {
                throw e.getCause() == null ? e : e.getCause();
            }
        }

        private @Nullable Object guarded(@Nullable Object result) {
            if (result instanceof Connection && guardedConnection.isPresent()) {
                return guardedConnection.get();
            }
            for (Class<?> type : LEADING_BACK) {
                if (type.isInstance(result)) {
                    return around(type, result);
                }
            }
            return result;
        }
    }
}
