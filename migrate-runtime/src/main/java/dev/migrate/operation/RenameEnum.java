package dev.migrate.operation;

import static java.util.Objects.requireNonNull;

import dev.migrate.schema.ColumnType;
import dev.migrate.schema.EnumType;
import dev.migrate.schema.ObjectName;
import dev.migrate.schema.SchemaModel;
import dev.migrate.schema.TableName;
import java.util.Optional;

/**
 * Renames a type of a few words within its schema; its columns follow (PostgreSQL).
 *
 * @param type the type
 * @param newName its new name, without schema
 */
public record RenameEnum(TableName type, String newName) implements ObjectOperation {

    public RenameEnum {
        requireNonNull(type, "type");
        requireNonNull(newName, "newName");
    }

    @Override
    public String describe() {
        return "rename type " + type + " to " + newName;
    }

    @Override
    public SchemaModel applyTo(SchemaModel before) {
        TableName renamed = type.sibling(newName);
        SchemaModel after = before.change(EnumType.class, type, was -> was.withName(renamed));
        return EnumColumns.change(
                type, after, (column, named) -> column.withType(new ColumnType.Named(renamed, named.array())));
    }

    @Override
    public Optional<Operation> inverse(SchemaModel before) {
        return Optional.of(new RenameEnum(type.sibling(newName), type.name()));
    }

    @Override
    public Optional<Existence> lookedFor() {
        return Existence.neededBy(ObjectName.beside(ObjectName.Kind.ENUM, type));
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.renameEnum(this);
    }
}
