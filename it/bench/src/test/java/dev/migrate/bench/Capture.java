package dev.migrate.bench;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Writes down everything that goes to a database through a data source, so that it can be sent again. */
final class Capture {

    /**
     * One thing that was sent.
     *
     * @param sql the statement; empty for a commit
     * @param arguments what was bound; null for a statement that was not prepared
     */
    record Sent(String sql, @Nullable List<@Nullable Object> arguments) {
        boolean isCommit() {
            return sql.isEmpty();
        }

        boolean isQuery() {
            return sql.startsWith("SELECT") || sql.startsWith("SHOW");
        }

        boolean isSetting() {
            return sql.startsWith("SET ") || sql.startsWith("USE ") || sql.startsWith("PRAGMA ");
        }
    }

    private final List<Sent> sent = new ArrayList<>();
    private final Consumer<String> told;

    Capture() {
        this(what -> {});
    }

    /**
     * @param told is told at once of each statement that has ended, and that a connection is closed, by the word {@code
     *     close}
     */
    Capture(Consumer<String> told) {
        this.told = told;
    }

    List<Sent> sent() {
        return List.copyOf(sent);
    }

    DataSource of(DataSource target) {
        return proxy(
                DataSource.class,
                target,
                (method, arguments, result) ->
                        result instanceof Connection connection ? connection(connection) : result);
    }

    Connection connection(Connection target) {
        return proxy(Connection.class, target, (method, arguments, result) -> {
            if (method.getName().equals("commit")) {
                sent.add(new Sent("", null));
            }
            if (method.getName().equals("close")) {
                told.accept("close");
            }
            if (result instanceof PreparedStatement statement) {
                return prepared(statement, (String) arguments[0]);
            }
            return result instanceof Statement statement ? statement(statement) : result;
        });
    }

    private Statement statement(Statement target) {
        return proxy(Statement.class, target, (method, arguments, result) -> {
            if (method.getName().startsWith("execute")) {
                sent.add(new Sent((String) arguments[0], null));
                told.accept((String) arguments[0]);
            }
            return result;
        });
    }

    private PreparedStatement prepared(PreparedStatement target, String sql) {
        List<@Nullable Object> bound = new ArrayList<>();
        return proxy(PreparedStatement.class, target, (method, arguments, result) -> {
            if (method.getName().startsWith("set") && arguments.length == 2) {
                int index = (Integer) arguments[0];
                while (bound.size() < index) {
                    bound.add(null);
                }
                bound.set(index - 1, arguments[1]);
            } else if (method.getName().startsWith("execute")) {
                sent.add(new Sent(sql, new ArrayList<>(bound)));
                told.accept(sql);
            }
            return result;
        });
    }

    /** Sees a call that has just returned, and decides what its caller gets. */
    private interface After {
        @Nullable
        Object see(Method method, Object[] arguments, @Nullable Object result);
    }

    private static <T> T proxy(Class<T> type, T target, After after) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                    Object[] given = arguments == null ? new Object[0] : Arrays.copyOf(arguments, arguments.length);
                    try {
                        return after.see(method, given, method.invoke(target, given));
                    } catch (InvocationTargetException e) {
                        throw e.getCause() == null ? e : e.getCause();
                    }
                }));
    }
}
