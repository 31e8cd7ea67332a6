package dev.migrate.operation;

import static java.util.Objects.requireNonNull;

import dev.migrate.schema.Constraint;
import dev.migrate.schema.ObjectName;
import dev.migrate.schema.PrimaryKey;
import dev.migrate.schema.SchemaModel;
import dev.migrate.schema.Table;
import dev.migrate.schema.TableName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Adds a primary key, unique constraint, foreign key, check or exclusion constraint.
 *
 * @param table the table
 * @param constraint the constraint
 */
public record AddConstraint(TableName table, Constraint constraint) implements TableOperation {

    public AddConstraint {
        requireNonNull(table, "table");
        requireNonNull(constraint, "constraint");
    }

    @Override
    public String describe() {
        return "add constraint " + constraint.name() + " to " + table;
    }

    @Override
    public SchemaModel applyTo(SchemaModel before) {
        return before.change(table, t -> withNotNullKey(t.with(constraint)));
    }

    @Override
    public Optional<Operation> inverse(SchemaModel before) {
        List<TableOperation> parts = new ArrayList<>();
        parts.add(new DropConstraint(table, constraint.name(), Optional.of(constraint.kind())));
        before.findTable(table).ifPresent(t -> madeNotNull(t).forEach(column -> parts.add(nullable(column))));
        return Optional.of(parts.size() == 1 ? parts.get(0) : new AlterTable(table, parts));
    }

    @Override
    public Optional<Existence> existence() {
        return Existence.madeOf(
                constraint instanceof PrimaryKey
                        ? ObjectName.primaryKey(table)
                        : ObjectName.of(ObjectName.Kind.CONSTRAINT, table, constraint.name()));
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.addConstraint(this);
    }

    /** The columns of a primary key are not null, whatever was said of them before. */
    private Table withNotNullKey(Table before) {
        Table result = before;
        for (String column : madeNotNull(before)) {
            result = result.withColumn(column, c -> c.withNullable(false));
        }
        return result;
    }

    private List<String> madeNotNull(Table before) {
        return constraint instanceof PrimaryKey key
                ? key.columns().stream()
                        .filter(column -> before.column(column).nullable())
                        .toList()
                : List.of();
    }

    private AlterColumn nullable(String column) {
        return new AlterColumn(
                table,
                column,
                Optional.empty(),
                Optional.of(true),
                new Change.Keep<>(),
                new Change.Keep<>(),
                Optional.empty());
    }
}
