package samples.press;

/** Stands in a column of its own, as JSON. */
public record Layout(int columns, String template, boolean wide) {}
