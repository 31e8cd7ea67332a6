package dev.migrate.execute;

import static java.util.stream.Collectors.joining;

import dev.migrate.dialect.Dialect;
import dev.migrate.diff.DesiredSchema;
import dev.migrate.diff.DiffPolicy;
import dev.migrate.problem.MigrateException;
import dev.migrate.problem.Problem;
import dev.migrate.problem.ProblemCode;
import dev.migrate.schema.ForeignKey;
import dev.migrate.schema.SchemaModel;
import dev.migrate.schema.Table;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds out what a first migration would have to do, so that what is there, or should be, is made of an empty schema. */
final class BaselineRun {

    private BaselineRun() {}

    /**
     * @param desired what should be made; empty for what the database has
     */
    static BaselineResult run(Target target, Optional<DesiredState> desired, DiffPolicy policy) throws SQLException {
        try (Reached database = Reached.connect(target)) {
            refuseUsed(database);
            Dialect dialect = database.dialect();
            Connection connection = database.looking();
            List<String> leftOut = new ArrayList<>();
            DesiredSchema wanted = database.waitingForTables(() -> desired.isPresent()
                    ? DesiredState.schema(desired.get().of(target.dataSource(), dialect, connection))
                    : present(dialect, connection, leftOut));
            return new BaselineResult(made(target, database, wanted, policy), leftOut);
        }
    }

    private static CompareResult made(Target target, Reached database, DesiredSchema wanted, DiffPolicy policy)
            throws SQLException {
        try {
            return folded(target, database, wanted, policy);
        } catch (MigrateException e) {
            if (e.problem().code() != ProblemCode.UNSUPPORTED) {
                throw e;
            }
            Map<String, Problem> refused = refused(target, database, wanted, policy);
            if (refused.isEmpty()) {
                throw e;
            }
            boolean one = refused.size() == 1;
            throw new MigrateException(
                    Problem.of(
                                    ProblemCode.UNSUPPORTED,
                                    refused.values().stream().map(Problem::what).collect(joining("; ")))
                            .at(ComparisonRun.place(database.info()))
                            .next("leave " + (one ? "it" : "them")
                                    + " out of the baseline with -Dmigrate.excludeTables=\""
                                    + String.join(",", refused.keySet()) + "\", and put "
                                    + (one ? "its CREATE TABLE" : "their CREATE TABLE statements")
                                    + ", as the database shows " + (one ? "it" : "them") + ", into op.execute(\"…\")"),
                    e);
        }
    }

    private static CompareResult folded(Target target, Reached database, DesiredSchema wanted, DiffPolicy policy)
            throws SQLException {
        return ComparisonRun.folded(
                database.dialect(),
                target.config(),
                SchemaModel.empty(),
                wanted,
                policy,
                database.dialect().homeSchema(database.looking()),
                ComparisonRun.place(database.info()));
    }

    /** All of them at once, each asked about alone: nobody wants to hear of the next one after each run. */
    private static Map<String, Problem> refused(
            Target target, Reached database, DesiredSchema wanted, DiffPolicy policy) throws SQLException {
        Map<String, Problem> refused = new LinkedHashMap<>();
        for (Table table : wanted.schema().tables()) {
            Table alone = table.withConstraints(table.constraints().stream()
                    .filter(constraint -> !(constraint instanceof ForeignKey))
                    .toList());
            SchemaModel schema = SchemaModel.of(List.of(alone))
                    .withEnumTypes(wanted.schema().enumTypes())
                    .withSequences(wanted.schema().sequences());
            try {
                folded(target, database, DesiredSchema.of(schema), policy);
            } catch (MigrateException e) {
                if (e.problem().code() != ProblemCode.UNSUPPORTED) {
                    throw e;
                }
                refused.put(table.name().toString(), e.problem());
            }
        }
        return refused;
    }

    private static void refuseUsed(Reached database) {
        Standing standing = database.look();
        if (!standing.rows().isEmpty() || !standing.halfDone().isEmpty()) {
            throw new MigrateException(Problem.of(
                            ProblemCode.NOT_FIRST,
                            "the database has a history already: its version table holds "
                                    + (standing.rows().isEmpty()
                                            ? "nothing, but revision "
                                                    + standing.halfDone().get(0).revision() + " is half "
                                                    + standing.halfDone().get(0).participle()
                                            : String.join(", ", standing.rows())))
                    .at(ComparisonRun.place(database.info()))
                    .next(
                            "a baseline is for a database that migrate has never worked on; what has changed since is written"
                                    + " by: mvn migrate:revision -Dautogenerate -Dmessage=\"…\""));
        }
    }

    private static DesiredSchema present(Dialect dialect, Connection connection, List<String> leftOut)
            throws SQLException {
        SchemaModel read = dialect.stated(dialect.catalog().schema(connection, Optional.empty()));
        read.views().forEach(view -> leftOut.add("view " + view.name()));
        leftOut.addAll(dialect.catalog().programs(connection));
        return DesiredSchema.of(read.withViews(List.of())
                .withSequences(read.sequences().stream()
                        .map(dialect.normalForm()::plain)
                        .toList()));
    }
}
