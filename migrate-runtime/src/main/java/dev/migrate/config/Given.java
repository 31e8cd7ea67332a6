package dev.migrate.config;

import static java.util.Objects.requireNonNull;

/**
 * A value as somebody wrote it. Its text form leaves the value out, since it may be a password.
 *
 * @param value the text, never empty except for a password
 * @param origin the kind of place it was found at
 * @param place the place in words: {@code user property migrate.url}
 */
record Given(String value, Origin origin, String place) {

    Given {
        requireNonNull(value, "value");
        requireNonNull(origin, "origin");
        requireNonNull(place, "place");
    }

    @Override
    public String toString() {
        return place;
    }
}
