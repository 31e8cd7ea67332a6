package dev.migrate.operation;

import static java.util.Objects.requireNonNull;

import dev.migrate.schema.ObjectName;
import dev.migrate.schema.SchemaModel;
import dev.migrate.schema.TableName;
import java.util.Optional;

/**
 * Gives a table a comment, or takes it away.
 *
 * @param table the table
 * @param comment the comment; empty for none
 */
public record SetTableComment(TableName table, Optional<String> comment) implements TableOperation {

    public SetTableComment {
        requireNonNull(table, "table");
        comment = comment.filter(text -> !text.isEmpty());
    }

    @Override
    public String describe() {
        return (comment.isPresent() ? "comment table " : "drop the comment of table ") + table;
    }

    @Override
    public SchemaModel applyTo(SchemaModel before) {
        return before.change(table, t -> t.withComment(comment));
    }

    @Override
    public Optional<Operation> inverse(SchemaModel before) {
        return before.findTable(table).map(t -> new SetTableComment(table, t.comment()));
    }

    @Override
    public Optional<Existence> lookedFor() {
        return Existence.neededBy(ObjectName.table(table));
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.setTableComment(this);
    }
}
