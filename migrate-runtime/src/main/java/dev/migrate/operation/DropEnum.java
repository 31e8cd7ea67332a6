package dev.migrate.operation;

import static java.util.Objects.requireNonNull;

import dev.migrate.problem.MigrateException;
import dev.migrate.problem.Problem;
import dev.migrate.problem.ProblemCode;
import dev.migrate.schema.EnumType;
import dev.migrate.schema.ObjectName;
import dev.migrate.schema.SchemaModel;
import dev.migrate.schema.TableName;
import java.util.List;
import java.util.Optional;

/**
 * Drops a type of a few words that no column has any more (PostgreSQL).
 *
 * @param type its name
 */
public record DropEnum(TableName type) implements ObjectOperation {

    public DropEnum {
        requireNonNull(type, "type");
    }

    @Override
    public String describe() {
        return "drop type " + type;
    }

    @Override
    public SchemaModel applyTo(SchemaModel before) {
        List<String> users = EnumColumns.of(type, before).stream()
                .map(EnumColumns.Use::toString)
                .toList();
        if (!users.isEmpty()) {
            throw new MigrateException(Problem.of(
                            ProblemCode.BAD_OPERATION,
                            "type " + type + " is still the type of " + String.join(", ", users))
                    .next("drop the column, or give it another type first"));
        }
        return before.without(EnumType.class, type);
    }

    @Override
    public Optional<Operation> inverse(SchemaModel before) {
        return before.find(EnumType.class, type).map(CreateEnum::new);
    }

    @Override
    public Optional<Existence> existence() {
        return Existence.takenAwayOf(ObjectName.beside(ObjectName.Kind.ENUM, type));
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.dropEnum(this);
    }
}
