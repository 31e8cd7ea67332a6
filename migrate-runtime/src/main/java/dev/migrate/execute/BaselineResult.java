package dev.migrate.execute;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * A schema as a first migration would make it.
 *
 * @param made what makes it of an empty schema
 * @param leftOut what is in the database and no migration says, by its name: views, triggers, routines
 */
public record BaselineResult(CompareResult made, List<String> leftOut) {

    public BaselineResult {
        requireNonNull(made, "made");
        leftOut = List.copyOf(leftOut);
    }
}
