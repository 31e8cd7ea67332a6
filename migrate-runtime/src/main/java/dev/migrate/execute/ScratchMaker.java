package dev.migrate.execute;

import dev.migrate.dialect.Dialect;
import dev.migrate.dialect.ScratchDatabase;
import dev.migrate.dialect.ScratchNames;
import dev.migrate.index.IndexedHistory;
import dev.migrate.problem.MigrateException;
import dev.migrate.problem.Problem;
import dev.migrate.problem.ProblemCode;
import dev.migrate.schema.Namespace;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Makes scratch databases of the kind of a real one.
 *
 * @param dialect the real database
 * @param home the schema that migrations work in there
 * @param namespaces the schemas there
 * @param config how the history is run
 * @param history what runs in a scratch
 * @param place where they are made
 */
record ScratchMaker(
        Dialect dialect,
        Optional<String> home,
        List<String> namespaces,
        MigratorConfig config,
        IndexedHistory history,
        ScratchPlace place) {

    /**
     * Looks at the real database.
     *
     * @throws MigrateException {@code in-production}, when it is, or is meant to be, or another beside it
     */
    static ScratchMaker beside(Target target, IndexedHistory history, ScratchPlace place) throws SQLException {
        try (Reached database = Reached.connect(target)) {
            Dialect dialect = database.dialect();
            Connection looking = database.looking();
            EnvironmentMark mark = database.look().mark();
            if (mark.production()) {
                throw inProduction("the database is " + mark.words(), InfoTable.NAME);
            }
            if (target.config().production()) {
                throw inProduction("the run is meant for a database in production", "migrate.production");
            }
            List<Namespace> schemas = dialect.catalog().namespaces(looking);
            EnvironmentMark.productionAmong(schemas, dialect, looking).ifPresent(schema -> {
                throw inProduction("on the same server, " + schema + " says that it is in production", InfoTable.NAME);
            });
            List<String> namespaces =
                    schemas.stream().map(schema -> schema.name().name()).toList();
            return new ScratchMaker(dialect, dialect.homeSchema(looking), namespaces, target.config(), history, place);
        }
    }

    private static MigrateException inProduction(String what, String where) {
        return new MigrateException(Problem.of(ProblemCode.IN_PRODUCTION, what + ": nothing is tried out there")
                .at(where)
                .next("name another database of the same kind and version, such as one for tests: -Dmigrate.url=…"));
    }

    /** An empty one. */
    ScratchHistory begin() throws SQLException {
        ScratchDatabase database = make(ScratchNames.random());
        try {
            UnaryOperator<Connection> guard = database.apart()
                    ? connection -> connection
                    : new WithinScratch(dialect.scriptSyntax(), namespaces)::around;
            return ScratchHistory.begin(database, new ScratchSessions(database, guard), config, home, history);
        } catch (SQLException | RuntimeException e) {
            try {
                database.close();
            } catch (SQLException second) {
                e.addSuppressed(new MigrateException(stays(database.describe(), second)));
            }
            throw e;
        }
    }

    private ScratchDatabase make(ScratchNames names) {
        try {
            return dialect.scratchDatabase(place.sessions(), place.url(), names);
        } catch (SQLException e) {
            throw new MigrateException(
                    Problem.of(
                                    ProblemCode.NO_SCRATCH,
                                    "on this " + dialect.describe() + " no scratch database can be made: "
                                            + e.getMessage())
                            .next(
                                    "let the account create databases, or name another database of the same kind, where it"
                                            + " may: -Dmigrate.url=…"),
                    e);
        }
    }

    /** A scratch that stays is named: nobody else knows that it is one. */
    Problem stays(String scratch, SQLException failure) {
        return Problem.of(dialect.classify(failure), "the scratch cannot be removed: " + failure.getMessage())
                .at(scratch)
                .next("remove it by hand; nothing but this verification has used it");
    }
}
