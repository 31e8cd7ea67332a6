package dev.migrate.maven;

import org.jspecify.annotations.Nullable;

/** A parameter that Maven fills from text and that does not show it: {@code mvn -X} prints every parameter. */
public final class HiddenText {

    private @Nullable String text;

    /** Made by Maven. */
    public HiddenText() {}

    /**
     * Takes the text; the name is what Maven looks for.
     *
     * @param given the text of the configuration
     */
    public void set(String given) {
        text = given;
    }

    @Nullable
    String reveal() {
        return text;
    }

    @Override
    public String toString() {
        return "***";
    }
}
