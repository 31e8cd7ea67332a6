package dev.migrate.dialect.mysql;

import dev.migrate.dialect.ExitRemoval;
import dev.migrate.dialect.Scratch;
import dev.migrate.dialect.ScratchLeftovers;
import dev.migrate.dialect.ScratchNames;
import dev.migrate.dialect.ScratchSource;
import dev.migrate.problem.Problem;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Databases of random names, which are dropped in any case. */
final class DatabaseScratch implements Scratch {

    private final ScratchSource source;
    private final Connection connection;
    private final List<String> wanted = new ArrayList<>();
    private final Deque<String> created = new ArrayDeque<>();
    private final List<String> back = new ArrayList<>();
    private final ScratchRemoval removal = new ScratchRemoval();
    private final ExitRemoval exit;

    private DatabaseScratch(
            ScratchSource source, Connection connection, ScratchNames names, Collection<String> schemas) {
        this.source = source;
        this.connection = connection;
        wanted.add(names.home());
        schemas.forEach(schema -> wanted.add(names.of(schema)));
        exit = new ExitRemoval(source, this::stays);
    }

    private Problem stays(String why) {
        return ScratchLeftovers.stays(
                "databases " + String.join(", ", wanted),
                wanted.stream()
                        .map(name -> "DROP DATABASE IF EXISTS " + MySqlDialect.quoted(name))
                        .collect(Collectors.joining("; ")),
                why);
    }

    static DatabaseScratch open(ScratchSource source, ScratchNames names, Collection<String> schemas)
            throws SQLException {
        DatabaseScratch scratch = new DatabaseScratch(source, source.connectBeside(), names, schemas);
        try {
            scratch.begin(names.prefix());
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

    private void begin(String prefix) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            back.add("DO RELEASE_LOCK('" + prefix + "')");
            try (ResultSet row = statement.executeQuery("SELECT @@foreign_key_checks, DATABASE()")) {
                row.next();
                back.add("SET SESSION foreign_key_checks = " + row.getInt(1));
                Optional.ofNullable(row.getString(2)).ifPresent(from -> back.add("USE " + MySqlDialect.quoted(from)));
            }
            removal.expect(statement);
            ScratchClaim claim = ScratchClaim.take(statement, prefix);
            exit.make(() -> create(claim, statement), this::dropOnOtherSession);
        }
        enter();
    }

    private void create(ScratchClaim claim, Statement statement) throws SQLException {
        for (String name : wanted) {
            statement.execute(claim.creation(name));
            created.push(name);
            claim.mark(statement, name);
        }
    }

    @Override
    public String home() {
        return wanted.get(0);
    }

    @Override
    public void enter() throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("USE " + MySqlDialect.quoted(home()));
        }
    }

    @Override
    public ScratchLeftovers removeLeftovers() throws SQLException {
        try (Statement statement = connection.createStatement()) {
            return ScratchSweep.with(statement, home());
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
            removal.of(created, statement);
            created.clear();
        }
    }

    /** A pool gives the session to others: it is as it was. */
    @Override
    public void close() throws SQLException {
        try (connection) {
            exit.remove(() -> {
                drop(connection);
                giveBack();
            });
        }
    }

    private void giveBack() throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String sql : back) {
                statement.execute(sql);
            }
        }
    }
}
