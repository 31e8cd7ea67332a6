package dev.migrate.operation;

import static java.util.Objects.requireNonNull;

import dev.migrate.schema.ObjectName;
import dev.migrate.schema.SchemaModel;
import dev.migrate.schema.TableName;
import dev.migrate.schema.View;
import java.util.Optional;

/**
 * Drops a view.
 *
 * @param view its name
 */
public record DropView(TableName view) implements ObjectOperation {

    public DropView {
        requireNonNull(view, "view");
    }

    @Override
    public String describe() {
        return "drop view " + view;
    }

    @Override
    public SchemaModel applyTo(SchemaModel before) {
        return before.without(View.class, view);
    }

    @Override
    public Optional<Operation> inverse(SchemaModel before) {
        return before.find(View.class, view).map(CreateView::new);
    }

    @Override
    public Optional<Existence> existence() {
        return Existence.takenAwayOf(ObjectName.beside(ObjectName.Kind.VIEW, view));
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.dropView(this);
    }
}
