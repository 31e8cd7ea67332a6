package dev.migrate.scratch;

import dev.migrate.dialect.Dialect;
import dev.migrate.dialect.Scratch;
import dev.migrate.dialect.ScratchNames;
import dev.migrate.dialect.ScratchSource;
import dev.migrate.problem.MigrateException;
import dev.migrate.problem.Problem;
import dev.migrate.problem.ProblemCode;
import dev.migrate.schema.SchemaModel;
import dev.migrate.schema.Table;
import dev.migrate.script.ScriptStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Statements that are run in a scratch, and what the database makes of them.
 *
 * @param dialect the database
 * @param source where a scratch can be made
 * @param names what schemas are called in it
 * @param schemas schemas that are there besides the first one
 * @param outside gives what is read the schemas that it would have outside
 */
record Trial(
        Dialect dialect, ScratchSource source, ScratchNames names, Collection<String> schemas, Relocation outside) {

    /** What is wrong when the database refuses a statement. */
    @FunctionalInterface
    interface Refusal {
        Problem of(ScriptStatement statement, String words);
    }

    /**
     * @throws MigrateException {@code no-scratch}, when there is no place to try; what {@code refusal} says, when the
     *     database refuses a statement
     */
    SchemaModel of(Function<Scratch, List<ScriptStatement>> statements, Refusal refusal) {
        try (Scratch scratch = open()) {
            try (Statement statement = scratch.connection().createStatement()) {
                statement.setEscapeProcessing(false);
                for (ScriptStatement sql : statements.apply(scratch)) {
                    run(statement, sql, refusal);
                }
            }
            scratch.enter();
            return dialect.stated(read(scratch));
        } catch (SQLException e) {
            throw new MigrateException(
                    Problem.of(
                                    dialect.classify(e),
                                    "the scratch on this " + dialect.describe() + " cannot be read or removed: "
                                            + e.getMessage())
                            .next("look for schemas whose names begin with " + names.prefix() + ", and drop them"),
                    e);
        }
    }

    private Scratch open() {
        try {
            return dialect.scratch(source, names, schemas);
        } catch (SQLException e) {
            throw new MigrateException(
                    Problem.of(
                                    ProblemCode.NO_SCRATCH,
                                    "on this " + dialect.describe() + " no scratch can be made: " + e.getMessage())
                            .next("let the account create schemas, or name another database for it"),
                    e);
        }
    }

    private void run(Statement statement, ScriptStatement sql, Refusal refusal) {
        try {
            statement.execute(sql.sql());
        } catch (SQLException e) {
            Problem problem = refusal.of(sql, String.valueOf(e.getMessage()));
            throw new MigrateException(dialect.advice(e).map(problem::next).orElse(problem), e);
        }
    }

    private SchemaModel read(Scratch scratch) throws SQLException {
        SchemaModel all = outside.of(dialect.catalog().schema(scratch.connection(), Optional.empty()));
        for (String schema : schemas) {
            all = joined(
                    all, outside.of(dialect.catalog().schema(scratch.connection(), Optional.of(names.of(schema)))));
        }
        return all;
    }

    private static SchemaModel joined(SchemaModel one, SchemaModel other) {
        List<Table> tables = new ArrayList<>(one.tables());
        tables.addAll(other.tables());
        SchemaModel all = SchemaModel.of(tables).withSequences(one.sequences()).withEnumTypes(one.enumTypes());
        for (var sequence : other.sequences()) {
            all = all.with(sequence);
        }
        for (var type : other.enumTypes()) {
            all = all.with(type);
        }
        return all;
    }
}
