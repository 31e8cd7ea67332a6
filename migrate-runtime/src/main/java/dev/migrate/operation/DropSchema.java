package dev.migrate.operation;

import static java.util.Objects.requireNonNull;

import dev.migrate.problem.MigrateException;
import dev.migrate.problem.Problem;
import dev.migrate.problem.ProblemCode;
import dev.migrate.schema.Namespace;
import dev.migrate.schema.ObjectName;
import dev.migrate.schema.SchemaModel;
import dev.migrate.schema.SchemaObject;
import dev.migrate.schema.Table;
import dev.migrate.schema.TableName;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Drops a schema in which there is nothing any more.
 *
 * @param schema its name, without a schema in front
 */
public record DropSchema(TableName schema) implements ObjectOperation {

    public DropSchema {
        requireNonNull(schema, "schema");
    }

    @Override
    public String describe() {
        return "drop schema " + schema;
    }

    @Override
    public SchemaModel applyTo(SchemaModel before) {
        requireEmpty(before);
        return before.without(Namespace.class, schema);
    }

    /**
     * Refuses to drop a schema that is known to hold something.
     *
     * @param before the schema model it starts from
     * @throws MigrateException {@code bad-operation}, naming what it holds
     */
    public void requireEmpty(SchemaModel before) {
        Stream<TableName> objects = Stream.of(before.sequences(), before.enumTypes(), before.views())
                .flatMap(List::stream)
                .map(SchemaObject::name);
        List<String> held = Stream.concat(before.tables().stream().map(Table::name), objects)
                .filter(name -> name.schema().equals(Optional.of(schema.name())))
                .map(TableName::toString)
                .toList();
        if (!held.isEmpty()) {
            throw new MigrateException(Problem.of(
                            ProblemCode.BAD_OPERATION, "schema " + schema + " still holds " + String.join(", ", held))
                    .next("drop what it holds first: a schema is never dropped with what is in it"));
        }
    }

    @Override
    public Optional<Operation> inverse(SchemaModel before) {
        return Optional.of(
                new CreateSchema(before.find(Namespace.class, schema).orElseGet(() -> Namespace.of(schema.name()))));
    }

    @Override
    public Optional<Existence> existence() {
        return Existence.takenAwayOf(ObjectName.beside(ObjectName.Kind.SCHEMA, schema));
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.dropSchema(this);
    }
}
