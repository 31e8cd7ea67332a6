package dev.migrate.operation;

import static java.util.Objects.requireNonNull;

import dev.migrate.schema.SchemaModel;
import dev.migrate.schema.TableName;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Asks the database a question and stops when the answer is another than expected.
 *
 * @param what the sentence that should be true
 * @param query a query of one row and one column
 * @param expected the answer; numbers are compared by value
 * @param arguments values for the question marks of the query, in order; without one, question marks have no meaning
 */
public record VerifyAnswer(String what, String query, Object expected, List<@Nullable Object> arguments)
        implements Operation {

    public VerifyAnswer {
        requireNonNull(what, "what");
        requireNonNull(query, "query");
        requireNonNull(expected, "expected");
        arguments = Collections.unmodifiableList(new ArrayList<>(arguments));
    }

    /**
     * A question without question marks.
     *
     * @param what the sentence that should be true
     * @param query a query of one row and one column
     * @param expected the answer
     */
    public VerifyAnswer(String what, String query, Object expected) {
        this(what, query, expected, List.of());
    }

    @Override
    public Set<TableName> tables() {
        return Set.of();
    }

    @Override
    public String describe() {
        return "verify that " + what;
    }

    @Override
    public SchemaModel applyTo(SchemaModel before) {
        return before;
    }

    @Override
    public Optional<Operation> inverse(SchemaModel before) {
        return Optional.empty();
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.verifyAnswer(this);
    }
}
