package dev.migrate.simulate;

import static java.util.Objects.requireNonNull;

import dev.migrate.graph.Direction;
import java.util.List;
import java.util.Optional;

/**
 * What one direction of a migration recorded.
 *
 * @param revision the revision's id
 * @param direction up or down
 * @param place the class and its method, with the source where the index has it
 * @param operations the canonical text of each operation, in order; none when it could not be recorded
 * @param failure why it could not be recorded
 */
public record Recorded(
        String revision, Direction direction, String place, List<String> operations, Optional<String> failure) {

    public Recorded {
        requireNonNull(revision, "revision");
        requireNonNull(direction, "direction");
        requireNonNull(place, "place");
        operations = List.copyOf(operations);
        requireNonNull(failure, "failure");
    }
}
