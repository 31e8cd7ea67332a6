package dev.migrate.dialect.mysql;

import dev.migrate.dialect.ExitRemoval;
import dev.migrate.dialect.Scratch;
import dev.migrate.dialect.ScratchLeftovers;
import dev.migrate.dialect.ScratchNames;
import dev.migrate.dialect.ScratchSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;

/** Databases of random names, which are dropped in any case. */
final class DatabaseScratch implements Scratch {

    private final ScratchSource source;
    private final Connection connection;
    private final String home;
    private final ExitRemoval exit = new ExitRemoval();
    private final Deque<String> created = new ArrayDeque<>();

    private DatabaseScratch(ScratchSource source, Connection connection, String home) {
        this.source = source;
        this.connection = connection;
        this.home = home;
    }

    static DatabaseScratch open(ScratchSource source, ScratchNames names, Collection<String> schemas)
            throws SQLException {
        DatabaseScratch scratch = new DatabaseScratch(source, source.connectBeside(), names.home());
        try {
            scratch.begin(names, schemas);
            return scratch;
        } catch (SQLException | RuntimeException e) {
            try {
                scratch.close();
            } catch (SQLException second) {
                e.addSuppressed(second);
            }
            throw e;
        }
    }

    private void begin(ScratchNames names, Collection<String> schemas) throws SQLException {
        List<String> wanted = new ArrayList<>(List.of(home));
        schemas.forEach(schema -> wanted.add(names.of(schema)));
        try (Statement statement = connection.createStatement()) {
            ScratchClaim claim = ScratchClaim.take(statement, names.prefix());
            exit.make(() -> create(wanted, claim, statement), this::dropOnOtherSession);
        }
        enter();
    }

    private void create(List<String> wanted, ScratchClaim claim, Statement statement) throws SQLException {
        for (String name : wanted) {
            statement.execute(claim.creation(name));
            created.push(name);
            claim.mark(statement, name);
        }
    }

    @Override
    public String home() {
        return home;
    }

    @Override
    public void enter() throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("USE " + MySqlDialect.quoted(home));
        }
    }

    @Override
    public ScratchLeftovers removeLeftovers() throws SQLException {
        try (Statement statement = connection.createStatement()) {
            return ScratchSweep.with(statement, home);
        }
    }

    @Override
    public Connection connection() {
        return connection;
    }

    /** A pool gives a session of its own, as long as it has one to give. */
    private void dropOnOtherSession() throws SQLException {
        try (Connection other = source.connect()) {
            drop(other);
        }
    }

    private void drop(Connection session) throws SQLException {
        try (Statement statement = session.createStatement()) {
            statement.execute("SET SESSION foreign_key_checks = 0");
            while (!created.isEmpty()) {
                statement.execute("DROP DATABASE IF EXISTS " + MySqlDialect.quoted(created.peek()));
                created.pop();
            }
        }
    }

    @Override
    public void close() throws SQLException {
        try (connection) {
            exit.remove(() -> drop(connection));
        }
    }
}
