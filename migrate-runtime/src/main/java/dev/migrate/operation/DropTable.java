package dev.migrate.operation;

import static java.util.Objects.requireNonNull;

import dev.migrate.schema.ObjectName;
import dev.migrate.schema.SchemaModel;
import dev.migrate.schema.TableName;
import java.util.Optional;

/**
 * Drops a table with all that belongs to it.
 *
 * @param table the table
 */
public record DropTable(TableName table) implements TableOperation {

    public DropTable {
        requireNonNull(table, "table");
    }

    @Override
    public String describe() {
        return "drop table " + table;
    }

    @Override
    public SchemaModel applyTo(SchemaModel before) {
        return OwnedSequences.withoutTable(table, before.without(table));
    }

    @Override
    public Optional<Operation> inverse(SchemaModel before) {
        return before.findTable(table)
                .filter(known -> OwnedSequences.none(table, before))
                .map(CreateTable::new);
    }

    @Override
    public Optional<Existence> existence() {
        return Existence.takenAwayOf(ObjectName.table(table));
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.dropTable(this);
    }
}
