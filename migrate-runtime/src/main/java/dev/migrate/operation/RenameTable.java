package dev.migrate.operation;

import static java.util.Objects.requireNonNull;

import dev.migrate.schema.ObjectName;
import dev.migrate.schema.SchemaModel;
import dev.migrate.schema.TableName;
import java.util.Optional;

/**
 * Renames a table within its schema. Constraints and indexes keep their names; foreign keys of other tables follow.
 *
 * @param table the table
 * @param newName its new name, without schema
 */
public record RenameTable(TableName table, String newName) implements TableOperation {

    public RenameTable {
        requireNonNull(table, "table");
        requireNonNull(newName, "newName");
    }

    @Override
    public String describe() {
        return "rename table " + table + " to " + newName;
    }

    @Override
    public SchemaModel applyTo(SchemaModel before) {
        TableName renamed = table.sibling(newName);
        if (before.incompleteBecause().isEmpty() && before.unknownBecause(table).isPresent()) {
            return before.without(table)
                    .withUnknown(renamed, before.unknownBecause(table).get())
                    .changeAll(t -> t.referringTo(table, renamed));
        }
        SchemaModel after =
                before.change(table, t -> t.withName(renamed)).changeAll(t -> t.referringTo(table, renamed));
        return OwnedSequences.ofRenamedTable(table, renamed, after);
    }

    @Override
    public Optional<Operation> inverse(SchemaModel before) {
        return Optional.of(new RenameTable(table.sibling(newName), table.name()));
    }

    @Override
    public Optional<Existence> lookedFor() {
        return Existence.neededBy(ObjectName.table(table));
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.renameTable(this);
    }
}
