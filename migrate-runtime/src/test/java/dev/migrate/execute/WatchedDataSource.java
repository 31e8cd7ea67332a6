package dev.migrate.execute;

import java.io.PrintWriter;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.logging.Logger;
import javax.sql.DataSource;

/** Notes what is sent to a database, and can die before or after any of it. */
final class WatchedDataSource implements DataSource {

    /** As if the process were killed: nothing catches it, and no book is kept any more. */
    static final class Killed extends Error {
        private static final long serialVersionUID = 1L;

        Killed() {
            super("killed");
        }
    }

    /** Something to do meanwhile. */
    @FunctionalInterface
    interface Meanwhile {
        void happen() throws Exception;
    }

    /** When to die. */
    enum Moment {
        BEFORE,
        AFTER
    }

    private final DataSource target;
    private final List<String> sent = new ArrayList<>();
    private int opened;
    private int killAt = -1;
    private Moment moment = Moment.BEFORE;
    private boolean dead;
    private Meanwhile meanwhile = this::die;

    WatchedDataSource(DataSource target) {
        this.target = target;
    }

    /** Dies around the statement or commit of that number, counted from 0. */
    WatchedDataSource dying(Moment when, int number) {
        moment = when;
        killAt = number;
        return this;
    }

    /** Lives on around the statement or commit of that number, while something else happens. */
    WatchedDataSource when(Moment when, int number, Meanwhile something) {
        meanwhile = something;
        return dying(when, number);
    }

    /** What was sent, commits included, in order. */
    List<String> sent() {
        return List.copyOf(sent);
    }

    int opened() {
        return opened;
    }

    @Override
    public Connection getConnection() throws SQLException {
        opened++;
        return watched(Connection.class, target.getConnection(), "");
    }

    private <T> T watched(Class<T> type, T delegate, String prepared) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                    String name = method.getName();
                    boolean sends = name.startsWith("execute") || name.equals("commit");
                    String text = arguments != null && arguments.length > 0 && arguments[0] instanceof String sql
                            ? sql
                            : name.equals("commit") ? "commit" : prepared;
                    if (dead && !name.equals("close")) {
                        throw new Killed();
                    }
                    if (sends) {
                        sent.add(text);
                        dieIf(Moment.BEFORE);
                    }
                    Object result;
                    try {
                        result = method.invoke(delegate, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    } finally {
                        if (sends) {
                            dieIf(Moment.AFTER);
                        }
                    }
                    if (result instanceof PreparedStatement statement && type == Connection.class) {
                        return watched(PreparedStatement.class, statement, text);
                    }
                    return result instanceof Statement statement && type == Connection.class
                            ? watched(Statement.class, statement, "")
                            : result;
                }));
    }

    private void dieIf(Moment when) throws Exception {
        if (moment == when && sent.size() - 1 == killAt) {
            killAt = -1;
            meanwhile.happen();
        }
    }

    private void die() {
        dead = true;
        throw new Killed();
    }

    /** Whether a statement changes something. */
    static boolean writes(String sql) {
        String word = sql.strip().toUpperCase(Locale.ROOT);
        return !word.startsWith("SELECT") && !word.startsWith("SHOW");
    }

    @Override
    public Connection getConnection(String username, String password) throws SQLException {
        return target.getConnection(username, password);
    }

    @Override
    public PrintWriter getLogWriter() throws SQLException {
        return target.getLogWriter();
    }

    @Override
    public void setLogWriter(PrintWriter out) throws SQLException {
        target.setLogWriter(out);
    }

    @Override
    public void setLoginTimeout(int seconds) throws SQLException {
        target.setLoginTimeout(seconds);
    }

    @Override
    public int getLoginTimeout() throws SQLException {
        return target.getLoginTimeout();
    }

    @Override
    public Logger getParentLogger() {
        throw new UnsupportedOperationException();
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        return target.unwrap(type);
    }

    @Override
    public boolean isWrapperFor(Class<?> type) throws SQLException {
        return target.isWrapperFor(type);
    }
}
