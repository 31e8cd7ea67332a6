package dev.migrate.operation;

import static java.util.Objects.requireNonNull;

import dev.migrate.problem.MigrateException;
import dev.migrate.problem.Problem;
import dev.migrate.problem.ProblemCode;
import dev.migrate.schema.Column;
import dev.migrate.schema.ColumnPosition;
import dev.migrate.schema.ColumnsInSql;
import dev.migrate.schema.Constraint;
import dev.migrate.schema.Index;
import dev.migrate.schema.ObjectName;
import dev.migrate.schema.SchemaModel;
import dev.migrate.schema.Table;
import dev.migrate.schema.TableName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Drops a column.
 *
 * @param table the table
 * @param column the column's name
 */
public record DropColumn(TableName table, String column) implements TableOperation {

    public DropColumn {
        requireNonNull(table, "table");
        requireNonNull(column, "column");
    }

    @Override
    public String describe() {
        return "drop column " + table + "." + column;
    }

    @Override
    public SchemaModel applyTo(SchemaModel before) {
        return OwnedSequences.withoutColumn(table, column, before.change(table, this::without));
    }

    @Override
    public Optional<Operation> inverse(SchemaModel before) {
        return before.findTable(table)
                .filter(known -> OwnedSequences.none(table, column, before))
                .map(this::restored);
    }

    /**
     * What is about this column alone goes with it; what is about others too has to be dropped by name first: one database
     * refuses, another one drops it without a word.
     */
    private Table without(Table before) {
        before.column(column);
        Table after = before;
        List<String> others = new ArrayList<>();
        for (Column other : before.columns()) {
            if (other.generated()
                    .filter(expression ->
                            ColumnsInSql.of(expression.sql(), before).contains(column))
                    .filter(expression -> !other.name().equals(column))
                    .isPresent()) {
                others.add("column " + other.name());
            }
        }
        for (Constraint constraint : before.constraints()) {
            if (constraint.isAboutAlone(column, before)) {
                after = after.without(constraint);
            } else if (constraint.names(column, before)) {
                others.add("constraint " + constraint.name());
            }
        }
        for (Index index : before.indexes()) {
            if (index.isAboutAlone(column, before)) {
                after = after.withoutIndex(index.name());
            } else if (index.names(column, before)) {
                others.add("index " + index.name());
            }
        }
        if (!others.isEmpty()) {
            throw stillNeeded(String.join(" and ", others));
        }
        return after.withoutColumn(column);
    }

    /** In its place, where the database has a word for that. */
    private Operation restored(Table before) {
        Table after = without(before);
        List<TableOperation> parts = new ArrayList<>();
        Column dropped = before.column(column);
        boolean last = before.columns().indexOf(dropped) == before.columns().size() - 1;
        parts.add(new AddColumn(
                table,
                dropped,
                last
                        ? Optional.empty()
                        : Optional.of(ColumnPosition.of(column, before).wherePossible())));
        before.constraints().stream()
                .filter(constraint -> !after.constraints().contains(constraint))
                .forEach(constraint -> parts.add(new AddConstraint(table, constraint)));
        before.indexes().stream()
                .filter(index -> !after.indexes().contains(index))
                .forEach(index -> parts.add(new CreateIndex(table, index, false)));
        return parts.size() == 1 ? parts.get(0) : new AlterTable(table, parts);
    }

    private MigrateException stillNeeded(String by) {
        return new MigrateException(Problem.of(
                        ProblemCode.BAD_OPERATION,
                        "column " + table + "." + column + " is named by " + by
                                + ", not alone; databases differ in what dropping it would do to that")
                .next("drop " + by + " first, in the same migration"));
    }

    @Override
    public Optional<Existence> existence() {
        return Existence.takenAwayOf(ObjectName.of(ObjectName.Kind.COLUMN, table, column));
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.dropColumn(this);
    }
}
