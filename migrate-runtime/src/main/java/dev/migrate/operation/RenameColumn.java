package dev.migrate.operation;

import static java.util.Objects.requireNonNull;

import dev.migrate.schema.ObjectName;
import dev.migrate.schema.SchemaModel;
import dev.migrate.schema.TableName;
import java.util.Optional;

/**
 * Renames a column; keys and indexes follow, those of other tables too.
 *
 * @param table the table
 * @param column its present name
 * @param newName its new name
 */
public record RenameColumn(TableName table, String column, String newName) implements TableOperation {

    public RenameColumn {
        requireNonNull(table, "table");
        requireNonNull(column, "column");
        requireNonNull(newName, "newName");
    }

    @Override
    public String describe() {
        return "rename column " + table + "." + column + " to " + newName;
    }

    @Override
    public SchemaModel applyTo(SchemaModel before) {
        SchemaModel after = before.change(table, t -> t.withColumnRenamed(column, newName))
                .changeAll(t -> t.name().equals(table) ? t : t.referringToColumn(table, column, newName));
        return OwnedSequences.ofRenamedColumn(table, column, newName, after);
    }

    @Override
    public Optional<Operation> inverse(SchemaModel before) {
        return Optional.of(new RenameColumn(table, newName, column));
    }

    @Override
    public Optional<Existence> lookedFor() {
        return Existence.neededBy(ObjectName.of(ObjectName.Kind.COLUMN, table, column));
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.renameColumn(this);
    }
}
