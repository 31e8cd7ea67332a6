package dev.migrate.diff;

import dev.migrate.operation.Condition;
import dev.migrate.operation.Operation;
import dev.migrate.operation.UpdateRows;
import dev.migrate.problem.MigrateException;
import dev.migrate.problem.Problem;
import dev.migrate.problem.ProblemCode;
import dev.migrate.schema.Column;
import dev.migrate.schema.TableName;
import java.util.List;
import java.util.Optional;

/** The values that rows get which are there already, in columns that must not be null from now on. */
final class Filling {

    private final DatabaseRules rules;
    private final DiffPolicy policy;

    Filling(DatabaseRules rules, DiffPolicy policy) {
        this.rules = rules;
        this.policy = policy;
    }

    /** Whether rows that are there cannot be without a value, not even for a moment. */
    boolean isNeeded(TableName table, Column column) {
        return !column.nullable()
                && column.defaultValue().isEmpty()
                && column.identity().isEmpty()
                && column.generated().isEmpty()
                && policy.filled().test(table);
    }

    /** For rows of a present column that have no value; empty when nobody named one. */
    Optional<Operation> ofEmpty(TableName table, Column column) {
        return update(table, column, Optional.of(new Condition(rules.sql(column.name()) + " IS NULL", List.of())));
    }

    /** For all rows, in a new column; empty when nobody named a value. */
    Optional<Operation> ofAll(TableName table, Column column) {
        return update(table, column, Optional.empty());
    }

    /** For all rows, in a new column. */
    Operation required(TableName table, Column column) {
        return ofAll(table, column)
                .orElseThrow(() -> new MigrateException(Problem.of(
                                ProblemCode.BAD_PARAMETER,
                                "column " + table + "." + column.name() + " must not be null and has no default, and"
                                        + " table " + table + " has rows: nobody says what they get")
                        .at("migrate.fill")
                        .next("name their value in SQL: -Dmigrate.fill=\"" + Renames.column(table, column.name())
                                + "=…\"; or give the column a default in the model")));
    }

    private Optional<Operation> update(TableName table, Column column, Optional<Condition> rows) {
        return policy.fill(rules, table, column.name())
                .map(value -> new UpdateRows(
                        table, List.of(new UpdateRows.Assignment(column.name(), Optional.of(value), null)), rows));
    }
}
