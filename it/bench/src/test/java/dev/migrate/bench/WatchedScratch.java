package dev.migrate.bench;

import dev.migrate.dialect.ScratchSource;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.regex.Pattern;
import javax.sql.DataSource;

/** Gives the session of one scratch, and takes down when its work passes from one thing to the next. */
final class WatchedScratch implements ScratchSource {

    private static final Pattern DEFINITION =
            Pattern.compile("(?:create|alter|comment|insert)\\b.*", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private final DataSource database;
    private final Capture capture = new Capture(this::on);
    private long opened;
    private long defined;
    private long queried;
    private long closed;

    WatchedScratch(DataSource database) {
        this.database = database;
    }

    /** Until somebody wanted a scratch. */
    Median opened(long since) {
        return new Median(opened - since);
    }

    /** Until everything was in it. */
    Median filled() {
        return new Median(defined - opened);
    }

    /** Until it had been read. */
    Median read() {
        return new Median(queried - defined);
    }

    /** Until it was gone. */
    Median removed() {
        return new Median(closed - queried);
    }

    @Override
    public Connection connect() throws SQLException {
        opened = System.nanoTime();
        return capture.connection(database.getConnection());
    }

    /** Nothing on the servers of a measurement is in production. */
    @Override
    public Connection connectBeside() throws SQLException {
        return connect();
    }

    @Override
    public Connection connect(String url) throws SQLException {
        opened = System.nanoTime();
        return capture.connection(DriverManager.getConnection(url));
    }

    private void on(String what) {
        long now = System.nanoTime();
        if (what.equals("close")) {
            closed = now;
        } else if (DEFINITION.matcher(what).matches()) {
            defined = now;
        } else if (new Capture.Sent(what, null).isQuery()) {
            queried = now;
        }
    }
}
