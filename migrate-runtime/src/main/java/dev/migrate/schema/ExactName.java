package dev.migrate.schema;

import java.util.Optional;

/**
 * The word for a name that a database holds in exactly these letters: between backticks, as in {@code `user`}. Elsewhere
 * {@code user} means the name that the database makes of it when it is not quoted, which is {@code USER} on a database
 * that folds to upper case.
 */
public final class ExactName {

    private static final String MARK = "`";

    private ExactName() {}

    /**
     * The name within the word.
     *
     * @param word a name as a migration writes it
     * @return the name between the backticks; empty, when there are none
     */
    public static Optional<String> within(String word) {
        return word.length() > 2 * MARK.length() && word.startsWith(MARK) && word.endsWith(MARK)
                ? Optional.of(word.substring(MARK.length(), word.length() - MARK.length()))
                : Optional.empty();
    }

    /**
     * The word for a name.
     *
     * @param name the letters
     * @return the name between backticks
     */
    public static String of(String name) {
        return MARK + name + MARK;
    }

    /**
     * The letters alone: what becomes a part of another name, and what a person says who knows but one thing of that name.
     *
     * @param word a name as a migration writes it
     * @return the name without the backticks
     */
    public static String plain(String word) {
        return within(word).orElse(word);
    }

    /**
     * The letters of a table's name alone.
     *
     * @param table a name as a migration writes it
     * @return the name without the backticks of its schema and its own
     */
    public static TableName plain(TableName table) {
        return new TableName(table.schema().map(ExactName::plain), plain(table.name()));
    }
}
