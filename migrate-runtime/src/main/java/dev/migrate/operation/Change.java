package dev.migrate.operation;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * What happens to something that may be there or not.
 *
 * @param <T> what it is
 */
public sealed interface Change<T> {

    /**
     * What is there afterwards.
     *
     * @param before what was there
     * @return what is there then
     */
    Optional<T> applyTo(Optional<T> before);

    /**
     * Nothing happens to it.
     *
     * @param <T> what it is
     */
    record Keep<T>() implements Change<T> {
        @Override
        public Optional<T> applyTo(Optional<T> before) {
            return before;
        }
    }

    /**
     * It is there from now on, with this value.
     *
     * @param <T> what it is
     * @param value the value
     */
    record Set<T>(T value) implements Change<T> {
        public Set {
            requireNonNull(value, "value");
        }

        @Override
        public Optional<T> applyTo(Optional<T> before) {
            return Optional.of(value);
        }
    }

    /**
     * It is not there any more.
     *
     * @param <T> what it is
     */
    record Drop<T>() implements Change<T> {
        @Override
        public Optional<T> applyTo(Optional<T> before) {
            return Optional.empty();
        }
    }

    /**
     * The change that leads to a state.
     *
     * @param <T> what it is
     * @param state what should be there
     * @return {@link Set} or {@link Drop}
     */
    static <T> Change<T> to(Optional<T> state) {
        return state.<Change<T>>map(Set::new).orElseGet(Drop::new);
    }

    /**
     * What undoes this change.
     *
     * @param before what was there
     * @return {@link Keep} for {@link Keep}, else the way back to {@code before}
     */
    default Change<T> inverse(Optional<T> before) {
        return this instanceof Keep ? this : to(before);
    }
}
