package dev.migrate.dialect;

import java.util.Locale;
import java.util.regex.Pattern;

/** What a database makes of the case of a name that is not quoted. */
public enum Folding {
    /** It becomes upper case: the standard, and H2. */
    UPPER,
    /** It becomes upper case, and every name is found in any case, with quotes too: H2 where that is set. */
    ANY_CASE,
    /** It becomes lower case: H2 where that is set. */
    LOWER,
    /** Its letters from A to Z become lower case, others stay as written: PostgreSQL. */
    LOWER_ASCII,
    /** It stays as written: MySQL, MariaDB, SQLite. */
    NONE;

    private static final Pattern LATIN = Pattern.compile("[A-Z]+");

    String apply(String name) {
        return switch (this) {
            case UPPER, ANY_CASE -> name.toUpperCase(Locale.ROOT);
            case LOWER -> name.toLowerCase(Locale.ROOT);
            case LOWER_ASCII ->
                LATIN.matcher(name).replaceAll(letters -> letters.group().toLowerCase(Locale.ROOT));
            case NONE -> name;
        };
    }
}
