package dev.migrate.operation;

import static java.util.Objects.requireNonNull;

import dev.migrate.schema.EnumType;
import dev.migrate.schema.ObjectName;
import dev.migrate.schema.SchemaModel;
import dev.migrate.schema.TableName;
import java.util.List;
import java.util.Optional;

/**
 * Gives a type other words, or the same in another order: the type is made anew, and every column that has it is changed
 * to the new one (PostgreSQL).
 *
 * @param type the type
 * @param values all its words from now on, in their order
 */
public record SetEnumValues(TableName type, List<String> values) implements ObjectOperation {

    public SetEnumValues {
        requireNonNull(type, "type");
        values = List.copyOf(values);
    }

    @Override
    public String describe() {
        return "set the values of type " + type;
    }

    @Override
    public SchemaModel applyTo(SchemaModel before) {
        EnumColumns.requireDefaultsAmong(values, type, before);
        return before.change(EnumType.class, type, was -> was.withValues(values));
    }

    @Override
    public Optional<Operation> inverse(SchemaModel before) {
        return before.find(EnumType.class, type).map(was -> new SetEnumValues(type, was.values()));
    }

    @Override
    public Optional<Existence> lookedFor() {
        return Existence.neededBy(ObjectName.beside(ObjectName.Kind.ENUM, type));
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.setEnumValues(this);
    }
}
