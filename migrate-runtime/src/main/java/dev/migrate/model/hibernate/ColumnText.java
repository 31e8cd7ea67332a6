package dev.migrate.model.hibernate;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a column definition says besides its type: people put there what has no annotation of its own.
 *
 * @param type the type
 * @param notNull whether it says that the column holds no null
 * @param defaultValue the default that it says
 */
record ColumnText(String type, boolean notNull, Optional<String> defaultValue) {

    private static final Pattern NOT_NULL = Pattern.compile("\\s+not\\s+null\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern NULL = Pattern.compile("\\s+null$", Pattern.CASE_INSENSITIVE);
    private static final Pattern DEFAULT =
            Pattern.compile("(?<type>.*?)\\s+default\\s+(?<value>.*)", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    static ColumnText of(String definition) {
        Matcher notNull = NOT_NULL.matcher(definition);
        boolean forbidden = notNull.find();
        String rest = notNull.replaceAll("").strip();
        Matcher withDefault = DEFAULT.matcher(rest);
        return withDefault.matches()
                ? new ColumnText(
                        withDefault.group("type"),
                        forbidden,
                        Optional.of(withDefault.group("value").strip()))
                : new ColumnText(forbidden ? rest : NULL.matcher(rest).replaceFirst(""), forbidden, Optional.empty());
    }
}
