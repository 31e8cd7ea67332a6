package dev.migrate.execute;

import dev.migrate.dialect.Dialect;
import dev.migrate.dialect.Dialects;
import dev.migrate.dialect.ScratchDatabase;
import dev.migrate.dialect.ScratchLeftovers;
import dev.migrate.dialect.SqlStatement;
import dev.migrate.graph.RevisionNode;
import dev.migrate.index.IndexedHistory;
import dev.migrate.operation.CreateSchema;
import dev.migrate.schema.Namespace;
import dev.migrate.schema.SchemaModel;
import dev.migrate.schema.Table;
import dev.migrate.schema.TableName;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;

/** A scratch database with a history that runs on it, revision by revision, as it would on the real one. */
final class ScratchHistory implements AutoCloseable {

    private final ScratchDatabase database;
    private final Connection looking;
    private final Dialect dialect;
    private final MigratorConfig config;
    private final Migrator migrator;

    private ScratchHistory(
            ScratchDatabase database,
            ScratchSessions sessions,
            Connection looking,
            Dialect dialect,
            MigratorConfig config,
            IndexedHistory history) {
        this.database = database;
        this.looking = looking;
        this.dialect = dialect;
        this.config = config;
        migrator = Migrator.on(new Target(sessions, Dialects::of, config), history);
    }

    /**
     * Begins in an empty database.
     *
     * @param home the schema that migrations work in on the real one
     */
    static ScratchHistory begin(
            ScratchDatabase database,
            ScratchSessions sessions,
            MigratorConfig config,
            Optional<String> home,
            IndexedHistory history)
            throws SQLException {
        Optional<String> schema = database.apart() ? home : Optional.empty();
        Connection looking = sessions.getConnection();
        try {
            Dialect dialect = Dialects.of(looking); // it knows in which schema its sessions begin
            try (Statement statement = looking.createStatement()) {
                for (String sql : dialect.sessionBaseline()) {
                    statement.execute(sql);
                }
            }
            if (schema.isPresent()) {
                create(schema.get(), looking, dialect);
                dialect.useSchema(looking, schema.get());
            }
            return new ScratchHistory(database, sessions, looking, dialect, config.onScratch(schema), history);
        } catch (SQLException | RuntimeException e) {
            try {
                looking.close();
            } catch (SQLException second) {
                e.addSuppressed(second);
            }
            throw e;
        }
    }

    private static void create(String schema, Connection connection, Dialect dialect) throws SQLException {
        boolean isThere = dialect.catalog().namespaces(connection).stream()
                        .anyMatch(namespace -> namespace.name().name().equals(schema))
                || dialect.homeSchema(connection).equals(Optional.of(schema));
        if (!isThere) {
            execute(dialect.render(new CreateSchema(Namespace.of(schema)), SchemaModel.empty()), connection, dialect);
        }
    }

    static void execute(List<SqlStatement> statements, Connection connection, Dialect dialect) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (SqlStatement sql : statements) {
                statement.execute(sql.withLiterals(dialect).sql());
            }
        }
    }

    /** Where it is, for people. */
    String describe() {
        return database.describe();
    }

    /** Removes what other runs have left. */
    ScratchLeftovers removeLeftovers() throws SQLException {
        return database.removeLeftovers();
    }

    /** The database as it is in here. */
    Dialect dialect() {
        return dialect;
    }

    MigratorConfig config() {
        return config;
    }

    /**
     * Sessions for a model, which is tried in scratches of its own: on MySQL and MariaDB these are databases of the server,
     * too, and nothing that a migration says runs in them.
     */
    DataSource sessionsForModels() {
        return new ScratchSessions(database, UnaryOperator.identity());
    }

    /** Applies a revision whose ancestors are applied. */
    void up(RevisionNode revision) {
        migrator.upgrade(revision.id());
    }

    /** Undoes a revision that nothing applied follows, and no other. */
    void down(RevisionNode revision) {
        String parent = revision.downRevisions().stream().findFirst().orElse("base");
        migrator.downgrade(revision.id() + "@" + parent);
    }

    /** A session that stays open, in the schema that migrations work in: it commits each statement. */
    Connection looking() {
        return looking;
    }

    /** All that is in the database, without migrate's own tables. */
    SchemaModel schema() throws SQLException {
        SchemaModel schema = dialect.catalog().schema(looking, Optional.empty());
        if (database.apart()) {
            schema = withOthers(schema);
        }
        for (Table table : schema.tables()) {
            if (isOwn(table.name())) {
                schema = schema.without(table.name());
            }
        }
        return schema;
    }

    private SchemaModel withOthers(SchemaModel home) throws SQLException {
        List<Namespace> others = dialect.catalog().namespaces(looking).stream()
                .filter(namespace ->
                        !config.schema().equals(Optional.of(namespace.name().name())))
                .toList();
        SchemaModel all = home;
        for (Namespace other : others) {
            all = ComparisonRun.together(
                    all,
                    dialect.catalog().schema(looking, Optional.of(other.name().name())));
        }
        return all.withNamespaces(others);
    }

    private boolean isOwn(TableName table) {
        return table.schema().isEmpty()
                && (OwnTables.isOwn(table) || table.name().equals(config.versionTable()));
    }

    @Override
    public void close() throws SQLException {
        try (database) { // in any case: it ends sessions that cannot be closed
            looking.close();
        }
    }
}
