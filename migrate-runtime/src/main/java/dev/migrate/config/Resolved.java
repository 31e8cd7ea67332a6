package dev.migrate.config;

import static java.util.Objects.requireNonNull;

/**
 * A value and where it came from.
 *
 * @param <T> what kind of value it is
 * @param value the value
 * @param origin the kind of place it was found at
 * @param place the place in words: {@code user property migrate.url}, {@code default}
 */
public record Resolved<T>(T value, Origin origin, String place) {

    public Resolved {
        requireNonNull(value, "value");
        requireNonNull(origin, "origin");
        requireNonNull(place, "place");
    }
}
