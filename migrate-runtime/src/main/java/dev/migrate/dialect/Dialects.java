package dev.migrate.dialect;

import dev.migrate.problem.MigrateException;
import dev.migrate.problem.Problem;
import dev.migrate.problem.ProblemCode;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;

/** Finds the dialect of a connection. */
public final class Dialects {

    private Dialects() {}

    /**
     * Asks each provider in turn.
     *
     * @param connection an open connection
     * @return the dialect of the server behind it
     * @throws SQLException when the connection is broken
     * @throws MigrateException {@code unknown-database}, when no provider knows it
     */
    public static Dialect of(Connection connection) throws SQLException {
        for (DialectProvider provider : providers()) {
            Optional<Dialect> dialect = provider.detect(connection);
            if (dialect.isPresent()) {
                return dialect.get();
            }
        }
        throw new MigrateException(Problem.of(
                        ProblemCode.UNKNOWN_DATABASE,
                        "the driver calls it \"" + connection.getMetaData().getDatabaseProductName()
                                + "\", and no dialect of migrate recognises it")
                .next("use one of the databases that the README lists"));
    }

    /**
     * A dialect without a server, for offline work.
     *
     * @param name as {@link Dialect#name} gives it
     * @param version the server's version
     * @return the dialect, with the settings a server of that version has when nobody changed them
     * @throws MigrateException {@code unknown-database}, when no provider knows the name
     */
    public static Dialect offline(String name, ServerVersion version) {
        return new DialectText(name, Optional.of(version), Map.of()).dialect(providers());
    }

    /**
     * A dialect without a server, from what a person wrote.
     *
     * @param text such as {@code mysql:8.4}, {@code postgresql} for the version that its provider takes then, or
     *     {@code h2:2.4;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE}
     * @return the dialect
     * @throws MigrateException {@code unknown-database}, when no provider knows the name; {@code bad-parameter}, when the
     *     version is none
     */
    public static Dialect offline(String text) {
        return DialectText.parse(text).dialect(providers());
    }

    /**
     * A dialect without a server, for a database that is not connected to.
     *
     * @param url its JDBC URL; it says nothing of the version
     * @return the dialect of the version that its provider takes where none is said
     * @throws MigrateException {@code unknown-database}, when no provider knows the URL
     */
    public static Dialect offlineFor(String url) {
        return DialectText.ofUrl(url, providers()).dialect(providers());
    }

    /**
     * Whether a connection was refused because another process has the database open, and only one may.
     *
     * @param exception what a data source threw; a pool may have wrapped what the driver said
     * @return the driver's words, when waiting can help; else empty
     */
    public static Optional<String> openElsewhere(Throwable exception) {
        for (Throwable cause = exception; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException refusal) {
                for (DialectProvider provider : providers()) {
                    if (provider.isOpenElsewhere(refusal)) {
                        return Optional.of(String.valueOf(refusal.getMessage()));
                    }
                }
            }
        }
        return Optional.empty();
    }

    /**
     * Why a connection was refused, in the words of a database that needs its own.
     *
     * @param exception what the driver threw
     * @return what is wrong; empty where what holds for servers holds
     */
    public static Optional<Problem> refusal(SQLException exception) {
        return providers().stream()
                .map(ServiceLoader.Provider::get)
                .flatMap(provider -> provider.refusal(exception).stream())
                .findFirst();
    }

    private static ServiceLoader<DialectProvider> providers() {
        return ServiceLoader.load(DialectProvider.class, Dialects.class.getClassLoader());
    }
}
