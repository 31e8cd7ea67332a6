package dev.migrate.dialect.mysql;

import dev.migrate.schema.Column;
import dev.migrate.schema.Identity;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What {@code information_schema.COLUMNS.EXTRA} says, taken apart.
 *
 * @param identity {@code auto_increment}
 * @param onUpdate what follows {@code on update}: always the present moment, to the precision of the column
 * @param expressionDefault {@code DEFAULT_GENERATED}
 * @param stored {@code STORED GENERATED}
 * @param invisible {@code INVISIBLE}
 * @param others what else stands there: attributes that the model does not know and that must not be lost
 */
record ColumnExtra(
        Optional<Identity> identity,
        Optional<String> onUpdate,
        boolean expressionDefault,
        boolean stored,
        boolean invisible,
        String others) {

    private static final Pattern ON_UPDATE = Pattern.compile("on update \\w+");

    private static final Pattern KNOWN = Pattern.compile(
            "on update \\w+(?:\\(\\d*\\))?|auto_increment|default_generated|(?:stored|persistent|virtual) generated|invisible|,");

    static ColumnExtra of(String extra) {
        String words = extra.toLowerCase(Locale.ROOT);
        return new ColumnExtra(
                words.contains("auto_increment") ? Optional.of(Identity.BY_DEFAULT) : Optional.empty(),
                ON_UPDATE.matcher(words).find() ? Optional.of(Column.NOW) : Optional.empty(),
                words.contains("default_generated"),
                words.contains("stored generated") || words.contains("persistent generated"),
                words.contains("invisible"),
                KNOWN.matcher(words).replaceAll("").strip());
    }
}
