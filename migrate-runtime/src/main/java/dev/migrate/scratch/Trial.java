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
import dev.migrate.schema.TableName;
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
     * What came of it.
     *
     * @param schema what the database makes of the statements
     * @param warnings what a person should know of the place where they were tried
     */
    record Tried(SchemaModel schema, List<Problem> warnings) {}

    /**
     * @throws MigrateException {@code no-scratch}, when there is no place to try, or one that is too small; what {@code refusal} says, when the
     *     database refuses a statement
     */
    Tried of(Function<Scratch, List<ScriptStatement>> statements, Refusal refusal) {
        try (Scratch scratch = open()) {
            try (Statement statement = scratch.connection().createStatement()) {
                statement.setEscapeProcessing(false);
                for (ScriptStatement sql : statements.apply(scratch)) {
                    run(statement, sql, refusal);
                }
            }
            scratch.enter();
            return new Tried(
                    dialect.stated(read(scratch)), scratch.removeLeftovers().told());
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
                            .next("let the account make schemas: on MySQL and MariaDB"
                                    + " GRANT ALL ON `migrate\\_%`.*, on PostgreSQL GRANT CREATE ON DATABASE;"
                                    + " or compare without the database: mvn migrate:check -Dmigrate.against=history"),
                    e);
        }
    }

    private void run(Statement statement, ScriptStatement sql, Refusal refusal) {
        try {
            statement.execute(sql.sql());
        } catch (SQLException e) {
            Problem problem = isTooSmall(e) ? tooSmall(e) : refusal.of(sql, String.valueOf(e.getMessage()));
            throw new MigrateException(dialect.advice(e).map(problem::next).orElse(problem), e);
        }
    }

    /** Class 53 of the states of SQL: PostgreSQL's insufficient resources. */
    private static boolean isTooSmall(SQLException e) {
        return String.valueOf(e.getSQLState()).startsWith("53");
    }

    private Problem tooSmall(SQLException e) {
        return Problem.of(
                        ProblemCode.NO_SCRATCH,
                        "on this " + dialect.describe() + " no scratch has room for all of it: " + e.getMessage())
                .next("give the server more room, or compare without the database: mvn migrate:check"
                        + " -Dmigrate.against=history");
    }

    private SchemaModel read(Scratch scratch) throws SQLException {
        SchemaModel all = read(scratch, Optional.empty());
        for (String schema : schemas) {
            all = joined(all, read(scratch, Optional.of(names.of(schema))));
        }
        return all;
    }

    private SchemaModel read(Scratch scratch, Optional<String> schema) throws SQLException {
        SchemaModel read = dialect.catalog().schema(scratch.connection(), schema);
        TableName marker = new TableName(schema, ScratchNames.MARKER);
        return outside.of(read.findTable(marker).isPresent() ? read.without(marker) : read);
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
