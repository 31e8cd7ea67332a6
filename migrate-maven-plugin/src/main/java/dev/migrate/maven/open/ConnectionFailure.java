package dev.migrate.maven.open;

import dev.migrate.config.ConnectionSettings;
import dev.migrate.config.Redactor;
import dev.migrate.problem.MigrateException;
import dev.migrate.problem.Problem;
import dev.migrate.problem.ProblemCode;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;

/** Says in words why a connection could not be made. */
final class ConnectionFailure {

    // By number where a state says too little; the numbers of H2 and of MySQL and MariaDB do not overlap.
    private static final Set<Integer> DENIED = Set.of(1044, 1045, 1130, 1698);
    private static final Set<Integer> NO_DATABASE = Set.of(1049, 90013, 90146, 90149);
    private static final Set<Integer> IN_USE = Set.of(90020);
    private static final Set<Integer> BAD_URL = Set.of(90011, 90046, 90059, 90066, 90088, 90113);

    private final ConnectionSettings connection;
    private final Redactor redactor;
    private final SQLException reason;
    private final SQLException thrown;

    private ConnectionFailure(ConnectionSettings connection, SQLException thrown) {
        this.connection = connection;
        this.redactor = connection.redactor();
        this.thrown = thrown;
        SQLException deepest = thrown;
        for (Throwable cause = thrown.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException inner) {
                deepest = inner; // a pool wraps what the driver said
            }
        }
        reason = deepest;
    }

    static MigrateException of(ConnectionSettings connection, SQLException thrown) {
        ConnectionFailure failure = new ConnectionFailure(connection, thrown);
        return new MigrateException(failure.redactor.redact(failure.problem()), failure.redactor.redact(thrown));
    }

    private Problem problem() {
        String state = Optional.ofNullable(reason.getSQLState()).orElse("");
        int number = reason.getErrorCode();
        if (state.startsWith("28") || DENIED.contains(number)) {
            return denied();
        }
        if (state.startsWith("3D") || NO_DATABASE.contains(number)) {
            return at(ProblemCode.CANNOT_CONNECT, "there is no such database: " + words())
                    .next("create the database, or correct the url");
        }
        if (IN_USE.contains(number)) {
            return at(ProblemCode.LOCK_HELD, "another process has the database file open: " + words())
                    .next("wait until it is done, or let both connect to a server");
        }
        if (BAD_URL.contains(number) || complainsAboutUrl()) {
            return at(ProblemCode.BAD_URL, "the driver cannot read the url: " + words())
                    .next("correct the url");
        }
        Optional<UnknownHostException> host = cause(UnknownHostException.class);
        if (host.isPresent()) {
            return at(
                            ProblemCode.CANNOT_CONNECT,
                            "there is no host with that name: " + host.get().getMessage())
                    .next("correct the url, or check the name server");
        }
        if (cause(ConnectException.class).isPresent()) {
            return at(ProblemCode.CANNOT_CONNECT, "nothing answers at the address: " + words())
                    .next("start the server, or correct host and port in the url");
        }
        if (cause(SocketTimeoutException.class).isPresent()) {
            return at(ProblemCode.CANNOT_CONNECT, "the server did not answer in time: " + words())
                    .next("check that the address can be reached from here: firewall, VPN, port");
        }
        return at(ProblemCode.CANNOT_CONNECT, words())
                .next("check the url, and that the server runs and can be reached from here");
    }

    private Problem denied() {
        String who = connection
                .username()
                .map(user -> "user \"" + user.value() + "\" (" + user.place() + ")")
                .orElse("the connection, for which no user was given");
        String how = connection
                .password()
                .map(password -> "with the password from " + password.place())
                .orElse("without a password");
        String ignored = connection.ignored().isEmpty()
                ? ""
                : "\nnot used, since it does not belong to this url: " + String.join(", ", connection.ignored());
        return at(ProblemCode.ACCESS_DENIED, "the server refuses " + who + " " + how + ": " + words() + ignored)
                .next("check user and password, and from where the account may connect");
    }

    private Problem at(ProblemCode code, String what) {
        return Problem.of(code, what)
                .at(connection.shownUrl() + " (" + connection.url().place() + ")");
    }

    private String words() {
        String message = reason.getMessage();
        return message == null ? reason.toString() : message.strip();
    }

    /** Drivers have no common code for it. A driver that gives no connection at all does not know the url either. */
    private boolean complainsAboutUrl() {
        String message = words();
        return message.contains("Malformed database URL")
                || message.contains("returned null for URL")
                || message.contains("url parameter")
                || cause(IllegalArgumentException.class).isPresent();
    }

    private <T extends Throwable> Optional<T> cause(Class<T> type) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (type.isInstance(cause)) {
                return Optional.of(type.cast(cause));
            }
        }
        return Optional.empty();
    }
}
