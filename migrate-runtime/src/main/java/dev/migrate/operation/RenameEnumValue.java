package dev.migrate.operation;

import static java.util.Objects.requireNonNull;

import dev.migrate.schema.DefaultValue;
import dev.migrate.schema.EnumType;
import dev.migrate.schema.ObjectName;
import dev.migrate.schema.SchemaModel;
import dev.migrate.schema.TableName;
import java.util.Optional;

/**
 * Renames a word of a type; rows and defaults that have it follow (PostgreSQL).
 *
 * @param type the type
 * @param value the word
 * @param newValue what it is called from now on
 */
public record RenameEnumValue(TableName type, String value, String newValue) implements ObjectOperation {

    public RenameEnumValue {
        requireNonNull(type, "type");
        requireNonNull(value, "value");
        requireNonNull(newValue, "newValue");
    }

    @Override
    public String describe() {
        return "rename value '" + value + "' of type " + type + " to '" + newValue + "'";
    }

    @Override
    public SchemaModel applyTo(SchemaModel before) {
        SchemaModel after = before.change(EnumType.class, type, was -> {
            if (!was.values().contains(value)) {
                throw EnumColumns.noValue(was, value);
            }
            return was.withValues(was.values().stream()
                    .map(each -> each.equals(value) ? newValue : each)
                    .toList());
        });
        return EnumColumns.change(
                type,
                after,
                (column, named) -> column.withDefault(column.defaultValue()
                        .map(was -> was.equals(new DefaultValue.Text(value)) ? new DefaultValue.Text(newValue) : was)));
    }

    @Override
    public Optional<Operation> inverse(SchemaModel before) {
        return Optional.of(new RenameEnumValue(type, newValue, value));
    }

    @Override
    public Optional<Existence> lookedFor() {
        return Existence.neededBy(ObjectName.of(ObjectName.Kind.ENUM_VALUE, type, value));
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.renameEnumValue(this);
    }
}
