package dev.migrate.operation;

import static java.util.Objects.requireNonNull;

import dev.migrate.schema.ObjectName;
import dev.migrate.schema.SchemaModel;
import dev.migrate.schema.Table;
import dev.migrate.schema.TableName;
import java.util.Optional;

/**
 * Creates a table with all that belongs to it.
 *
 * @param definition the table as it should be
 */
public record CreateTable(Table definition) implements TableOperation {

    public CreateTable {
        requireNonNull(definition, "definition");
    }

    @Override
    public String describe() {
        return "create table " + definition.name();
    }

    @Override
    public SchemaModel applyTo(SchemaModel before) {
        return before.with(definition);
    }

    @Override
    public Optional<Operation> inverse(SchemaModel before) {
        return Optional.of(new DropTable(definition.name()));
    }

    @Override
    public Optional<Existence> existence() {
        return Existence.madeOf(ObjectName.table(definition.name()));
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.createTable(this);
    }

    @Override
    public TableName table() {
        return definition.name();
    }
}
