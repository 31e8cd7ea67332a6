package dev.migrate.dialect.h2;

import dev.migrate.dialect.ScratchDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** A database in the memory of this process. */
final class H2ScratchDatabase implements ScratchDatabase {

    private final Sessions sessions;
    private final String url;

    /**
     * @param settings the settings that change how SQL is understood, as a URL has them
     */
    H2ScratchDatabase(Sessions sessions, String name, String settings) {
        this.sessions = sessions;
        url = "jdbc:h2:mem:" + name + settings + ";DB_CLOSE_DELAY=-1"; // it lives on between two sessions
    }

    @Override
    public String describe() {
        return "a database in memory";
    }

    @Override
    public Connection connect() throws SQLException {
        return sessions.connect(url);
    }

    @Override
    public void close() throws SQLException {
        try (Connection last = connect();
                Statement statement = last.createStatement()) {
            statement.execute("SHUTDOWN IMMEDIATELY");
        }
    }
}
