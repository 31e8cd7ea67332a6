package dev.migrate.diff;

import dev.migrate.operation.Condition;
import dev.migrate.operation.Operation;
import dev.migrate.operation.UpdateRows;
import dev.migrate.problem.MigrateException;
import dev.migrate.problem.Problem;
import dev.migrate.problem.ProblemCode;
import dev.migrate.schema.Column;
import dev.migrate.schema.ObjectName;
import dev.migrate.schema.TableName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The values that rows get which are there already, in columns that must not be null from now on. */
final class Filling {

    private final DatabaseRules rules;
    private final DiffPolicy policy;
    private final List<ObjectName> missing = new ArrayList<>();

    Filling(DatabaseRules rules, DiffPolicy policy) {
        this.rules = rules;
        this.policy = policy;
    }

    /** Whether rows that are there cannot be without a value, not even for a moment. */
    boolean isNeeded(TableName table, Column column) {
        return isMandatory(column) && policy.filled().test(table);
    }

    /** Whether a row can only be inserted with a value for it. */
    static boolean isMandatory(Column column) {
        return !column.nullable()
                && column.defaultValue().isEmpty()
                && column.identity().isEmpty()
                && column.generated().isEmpty();
    }

    /** For rows of a present column that have no value; empty when nobody named one. */
    Optional<Operation> ofEmpty(TableName table, Column column) {
        return update(table, column, Optional.of(new Condition(rules.sql(column.name()) + " IS NULL", List.of())));
    }

    /** For all rows, in a new column; empty when nobody named a value. */
    Optional<Operation> ofAll(TableName table, Column column) {
        return update(table, column, Optional.empty());
    }

    /** For all rows, in a new column; where nobody named a value, it is asked for in the end. */
    Optional<Operation> required(TableName table, Column column) {
        Optional<Operation> update = ofAll(table, column);
        if (update.isEmpty()) {
            missing.add(ObjectName.of(ObjectName.Kind.COLUMN, table, column.name()));
        }
        return update;
    }

    /**
     * Asks for all that nobody named.
     *
     * @throws MigrateException {@code bad-parameter}, when there is something
     */
    void requireAll() {
        if (missing.isEmpty()) {
            return;
        }
        List<ObjectName> columns = missing.stream().sorted(ObjectNames.ORDER).toList();
        boolean one = columns.size() == 1;
        throw new MigrateException(Problem.of(
                        ProblemCode.BAD_PARAMETER,
                        (one
                                        ? columns.get(0) + " must not be null and has no default"
                                        : "these columns must not be null and have no default: "
                                                + columns.stream()
                                                        .map(Filling::written)
                                                        .collect(Collectors.joining(", ")))
                                + "; " + (one ? "its table has" : "their tables have")
                                + " rows, and nobody says what those get")
                .at("migrate.fill")
                .next("name " + (one ? "the value" : "the values") + " in SQL, in place of the dots: " + option(columns)
                        + "\nor give the " + (one ? "column a default" : "columns defaults") + " in the model"));
    }

    /** With what was said already: the option is given once. */
    private String option(List<ObjectName> columns) {
        Stream<String> said =
                policy.fills().entrySet().stream().map(fill -> written(fill.getKey()) + "=" + fill.getValue());
        return Stream.concat(said, columns.stream().map(column -> written(column) + "=" + Fills.UNSAID))
                .collect(Collectors.joining("; ", "-Dmigrate.fill=\"", "\""));
    }

    private static String written(ObjectName column) {
        return Renames.column(column.owner(), column.part().orElseThrow());
    }

    private Optional<Operation> update(TableName table, Column column, Optional<Condition> rows) {
        return policy.fill(rules, table, column.name())
                .map(value -> new UpdateRows(
                        table, List.of(new UpdateRows.Assignment(column.name(), Optional.of(value), null)), rows));
    }
}
