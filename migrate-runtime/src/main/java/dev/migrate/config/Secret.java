package dev.migrate.config;

import static java.util.Objects.requireNonNull;

/** A password. It compares like a value, but shows itself only to who asks for it by name. */
public final class Secret {

    private final String value;

    private Secret(String value) {
        this.value = value;
    }

    /**
     * Wraps a password.
     *
     * @param value the password, which may be empty
     * @return the secret
     */
    public static Secret of(String value) {
        return new Secret(requireNonNull(value, "value"));
    }

    /**
     * The password itself, for the driver and nobody else.
     *
     * @return the text that was wrapped
     */
    public String reveal() {
        return value;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Secret secret && secret.value.equals(value);
    }

    @Override
    public int hashCode() {
        return value.hashCode();
    }

    @Override
    public String toString() {
        return "***";
    }
}
