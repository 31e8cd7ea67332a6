package dev.migrate.diff;

import dev.migrate.operation.Condition;
import dev.migrate.operation.Operation;
import dev.migrate.operation.UpdateRows;
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

    /** For rows of a present column that have no value; empty when nobody named one. */
    Optional<Operation> ofEmpty(TableName table, String column) {
        return update(table, column, Optional.of(new Condition(rules.sql(column) + " IS NULL", List.of())));
    }

    /**
     * For all rows, in a new column; empty when it needs none, or nobody named one. Who names a value knows of rows, in
     * another database perhaps than the one that is looked at.
     */
    Optional<Operation> ofAll(TableName table, Column column) {
        return column.needsValue() ? update(table, column.name(), Optional.empty()) : Optional.empty();
    }

    private Optional<Operation> update(TableName table, String column, Optional<Condition> rows) {
        return policy.fill(rules, table, column)
                .map(value -> new UpdateRows(
                        table, List.of(new UpdateRows.Assignment(column, Optional.of(value), null)), rows));
    }
}
