package dev.migrate.operation;

import static java.util.Objects.requireNonNull;

import dev.migrate.problem.MigrateException;
import dev.migrate.problem.Problem;
import dev.migrate.problem.ProblemCode;
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

    /** What is about this column alone goes with it; what is about others too has to be dropped by name first. */
    private Table without(Table before) {
        before.column(column);
        Table after = before;
        for (Constraint constraint : before.constraints()) {
            if (constraint.isAboutAlone(column)) {
                after = after.without(constraint);
            } else if (constraint.mentionedColumns().contains(column)) {
                throw stillNeeded("constraint " + constraint.name());
            }
        }
        for (Index index : before.indexes()) {
            List<String> columns = index.columns();
            if (columns.equals(List.of(column)) && index.parts().size() == 1) {
                after = after.withoutIndex(index.name());
            } else if (columns.contains(column)) {
                throw stillNeeded("index " + index.name());
            }
        }
        return after.withoutColumn(column);
    }

    private Operation restored(Table before) {
        Table after = without(before);
        List<TableOperation> parts = new ArrayList<>();
        parts.add(new AddColumn(table, before.column(column)));
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
                        "column " + table + "." + column + " is one of several columns of " + by
                                + "; databases differ in what dropping it would do to that")
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
