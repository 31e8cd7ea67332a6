package dev.migrate.dialect.mysql;

import dev.migrate.dialect.DatabaseBeside;
import dev.migrate.dialect.ScratchLeftovers;
import dev.migrate.dialect.ScratchNames;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** A scratch database on a server of MySQL or MariaDB. */
final class MySqlScratchDatabase extends DatabaseBeside {

    /** The most that every server takes, some 24 days: the session that holds the lock has nothing else to do. */
    private static final String NEVER_IDLE_TOO_LONG = "SET SESSION wait_timeout = 2147483";

    private final ScratchRemoval removal = new ScratchRemoval();
    private final ScratchNames names;
    private final String sqlName;

    private MySqlScratchDatabase(Sessions sessions, String realUrl, ScratchNames names) {
        super(sessions, realUrl, names.home());
        this.names = names;
        sqlName = MySqlDialect.quoted(names.home());
    }

    static MySqlScratchDatabase create(Sessions sessions, String realUrl, ScratchNames names) throws SQLException {
        MySqlScratchDatabase database = new MySqlScratchDatabase(sessions, realUrl, names);
        database.make();
        return database;
    }

    @Override
    protected Connection created() throws SQLException {
        return begun(beside(), statement -> {
            statement.execute(NEVER_IDLE_TOO_LONG);
            ScratchClaim claim = ScratchClaim.take(statement, names.prefix());
            statement.execute(claim.creation(names.home()));
            claim.mark(statement, names.home());
        });
    }

    @Override
    public boolean apart() {
        return false;
    }

    @Override
    public ScratchLeftovers removeLeftovers() throws SQLException {
        try (Connection connection = beside();
                Statement statement = connection.createStatement()) {
            return ScratchSweep.with(statement, names.home());
        }
    }

    /** The first session, which stays as long as the scratch is used, locks it too: the one that made it may be lost. */
    @Override
    public Connection connect() throws SQLException {
        return begun(enter(beside(), "USE " + sqlName, "SELECT DATABASE()"), statement -> {
            removal.expect(statement);
            ScratchClaim.lock(statement, names.home());
        });
    }

    @Override
    protected void removeOn(Statement statement) throws SQLException {
        statement.execute("SET SESSION foreign_key_checks = 0");
        removal.of(List.of(names.home()), statement);
    }
}
