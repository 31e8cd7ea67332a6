package dev.migrate.dialect;

import dev.migrate.problem.Problem;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;

/** Recognises a database by asking it. One line in {@code META-INF/services} for each. */
public interface DialectProvider {

    /**
     * Asks a server what it is. Driver metadata are not to be trusted: Connector/J calls a MariaDB "MySQL".
     *
     * @param connection an open connection
     * @return the dialect of the server behind it; empty when it is another database
     * @throws SQLException when the connection is broken; a query that another database does not understand is no reason
     */
    Optional<Dialect> detect(Connection connection) throws SQLException;

    /**
     * The databases that it has a dialect of without a server, and the version of each that is taken where none is said.
     *
     * @return the versions by name, as {@link Dialect#name} gives it
     */
    Map<String, ServerVersion> offlineNames();

    /**
     * A dialect without a server, for offline work: with the settings a server of that version has when nobody changed
     * them.
     *
     * @param name one of {@link #offlineNames}
     * @param version the server's version
     * @param options settings of the database that change how SQL is written, by their name in upper case; those that do
     *     not are passed over
     * @return the dialect
     */
    Dialect offline(String name, ServerVersion version, Map<String, String> options);

    /**
     * Which database a URL is for.
     *
     * @param url a JDBC URL
     * @return one of {@link #offlineNames}; empty when another provider knows it
     */
    default Optional<String> nameIn(String url) {
        return offlineNames().keySet().stream()
                .filter(name -> url.startsWith("jdbc:" + name + ":"))
                .findFirst();
    }

    /**
     * Whether a connection was refused because another process has the database open, and only one may: then it counts
     * as held by another run.
     *
     * @param exception what the driver threw when it was asked for a connection
     * @return true, when waiting can help
     */
    default boolean isOpenElsewhere(SQLException exception) {
        return false;
    }

    /**
     * Why a connection was refused, for a database that is a file: its words are not those of a server.
     *
     * @param exception what the driver threw when it was asked for a connection
     * @return what is wrong; empty when it is another database's refusal, or says nothing of its own
     */
    default Optional<Problem> refusal(SQLException exception) {
        return Optional.empty();
    }

    /**
     * Whether a server did not understand a question that is meant for another database.
     *
     * @param exception the answer
     * @return false, when the connection is broken or the like
     */
    static boolean notUnderstood(SQLException exception) {
        // Class 42: syntax error or unknown name. SQLite's driver gives no state at all.
        return exception.getSQLState() == null || exception.getSQLState().startsWith("42");
    }
}
