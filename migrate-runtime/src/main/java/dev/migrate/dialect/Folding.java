package dev.migrate.dialect;

import java.util.Locale;

/** What a database makes of the case of a name that is not quoted. */
public enum Folding {
    /** It becomes upper case: the standard, and H2. */
    UPPER,
    /** It becomes lower case: PostgreSQL. */
    LOWER,
    /** It stays as written: MySQL, MariaDB, SQLite. */
    NONE;

    String apply(String name) {
        return switch (this) {
            case UPPER -> name.toUpperCase(Locale.ROOT);
            case LOWER -> name.toLowerCase(Locale.ROOT);
            case NONE -> name;
        };
    }
}
