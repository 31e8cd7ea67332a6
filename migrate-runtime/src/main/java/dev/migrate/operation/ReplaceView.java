package dev.migrate.operation;

import static java.util.Objects.requireNonNull;

import dev.migrate.schema.SchemaModel;
import dev.migrate.schema.TableName;
import dev.migrate.schema.View;
import java.util.Optional;

/**
 * Gives a view another query, or creates it.
 *
 * @param view its name
 * @param query the query, without a semicolon at its end
 */
public record ReplaceView(TableName view, String query) implements ObjectOperation {

    public ReplaceView {
        requireNonNull(view, "view");
        requireNonNull(query, "query");
    }

    @Override
    public String describe() {
        return "replace view " + view;
    }

    @Override
    public SchemaModel applyTo(SchemaModel before) {
        return before.find(View.class, view).isPresent()
                ? before.change(View.class, view, was -> was.withQuery(query))
                : before.with(View.of(view, query));
    }

    /** Where nobody knows whether there was one, nobody knows what it was. */
    @Override
    public Optional<Operation> inverse(SchemaModel before) {
        Optional<Operation> back = before.find(View.class, view).map(was -> new ReplaceView(view, was.query()));
        return back.isPresent() || before.incompleteBecause().isPresent() ? back : Optional.of(new DropView(view));
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.replaceView(this);
    }
}
