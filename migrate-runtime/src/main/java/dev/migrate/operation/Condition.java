package dev.migrate.operation;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which rows are meant.
 *
 * @param sql the condition; {@code ?} stands for the arguments, in order
 * @param arguments values for the question marks; null is SQL's null
 */
public record Condition(String sql, List<@Nullable Object> arguments) {

    public Condition {
        requireNonNull(sql, "sql");
        arguments = Collections.unmodifiableList(new ArrayList<>(arguments));
    }
}
