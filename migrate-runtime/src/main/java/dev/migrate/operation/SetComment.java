package dev.migrate.operation;

import static java.util.Objects.requireNonNull;

import dev.migrate.schema.ObjectName;
import dev.migrate.schema.SchemaModel;
import dev.migrate.schema.SchemaObject;
import dev.migrate.schema.TableName;
import java.util.Optional;

/**
 * Changes the comment of what stands beside the tables.
 *
 * @param kind what it is
 * @param name its name
 * @param comment what happens to its comment
 */
public record SetComment(SchemaObject.Kind kind, TableName name, Change<String> comment) implements ObjectOperation {

    public SetComment {
        requireNonNull(kind, "kind");
        requireNonNull(name, "name");
        requireNonNull(comment, "comment");
    }

    @Override
    public String describe() {
        return "comment on " + kind.word() + " " + name;
    }

    @Override
    public SchemaModel applyTo(SchemaModel before) {
        return changed(before, kind.type());
    }

    private <T extends SchemaObject> SchemaModel changed(SchemaModel before, Class<T> type) {
        return before.change(type, name, was -> type.cast(was.withComment(comment.applyTo(was.comment()))));
    }

    @Override
    public Optional<Operation> inverse(SchemaModel before) {
        return before.find(kind.type(), name).map(was -> new SetComment(kind, name, comment.inverse(was.comment())));
    }

    @Override
    public Optional<Existence> lookedFor() {
        return Existence.neededBy(ObjectName.beside(ObjectName.Kind.valueOf(kind.name()), name));
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.setComment(this);
    }
}
