package dev.migrate.operation;

import static java.util.Objects.requireNonNull;

import dev.migrate.schema.SchemaModel;
import dev.migrate.schema.TableName;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Several changes of one table, made at once where the database can.
 *
 * @param table the table
 * @param changes the changes, in order; at least one, all of this table
 */
public record AlterTable(TableName table, List<TableOperation> changes) implements TableOperation {

    public AlterTable {
        requireNonNull(table, "table");
        changes = List.copyOf(changes);
        for (TableOperation change : changes) {
            if (!change.table().equals(table) || change instanceof AlterTable) {
                throw new IllegalArgumentException("\"" + change.describe() + "\" is not a change within " + table);
            }
        }
    }

    @Override
    public String describe() {
        return "alter table " + table + ": "
                + changes.stream().map(Operation::describe).collect(Collectors.joining(", "));
    }

    @Override
    public SchemaModel applyTo(SchemaModel before) {
        SchemaModel after = before;
        for (TableOperation change : changes) {
            after = change.applyTo(after);
        }
        return after;
    }

    @Override
    public Optional<Operation> inverse(SchemaModel before) {
        return Inversion.of(changes, before)
                .map(inverses -> new AlterTable(
                        table, inverses.stream().flatMap(AlterTable::parts).toList()));
    }

    /** A dropped column comes back together with what was about it alone. */
    private static Stream<TableOperation> parts(Operation inverse) {
        return inverse instanceof AlterTable several ? several.changes().stream() : Stream.of((TableOperation) inverse);
    }

    /** A column that is added together with its keys is one thing. */
    @Override
    public Optional<Existence> existence() {
        boolean oneColumn = changes.get(0) instanceof AddColumn
                && changes.stream().skip(1).allMatch(change -> change instanceof AddConstraint);
        return oneColumn ? changes.get(0).existence() : Optional.empty();
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.alterTable(this);
    }
}
