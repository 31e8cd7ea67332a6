package dev.migrate.script;

import static java.util.Objects.requireNonNull;

/**
 * How SQL is written for one database: where strings, names and comments end, and what its client takes for a command
 * of its own.
 *
 * @param client whose rules apply
 * @param backslashEscapes whether a backslash in a plain string escapes what follows it
 * @param doubleQuotedNames whether double quotes hold a name; else a string
 */
public record ScriptSyntax(Client client, boolean backslashEscapes, boolean doubleQuotedNames) {

    /** The program that runs scripts of a database. */
    public enum Client {
        /** {@code mysql} and {@code mariadb}. */
        MYSQL,
        /** PostgreSQL's {@code psql}. */
        PSQL,
        /** H2's {@code RunScript}. */
        RUNSCRIPT,
        /** SQLite's {@code sqlite3}. */
        SQLITE3
    }

    /** MySQL and MariaDB with the server's own {@code sql_mode}. */
    public static final ScriptSyntax MYSQL = new ScriptSyntax(Client.MYSQL, true, false);

    /** PostgreSQL with {@code standard_conforming_strings}. */
    public static final ScriptSyntax POSTGRESQL = new ScriptSyntax(Client.PSQL, false, true);

    /** H2 in any of its modes. */
    public static final ScriptSyntax H2 = new ScriptSyntax(Client.RUNSCRIPT, false, true);

    /** SQLite. */
    public static final ScriptSyntax SQLITE = new ScriptSyntax(Client.SQLITE3, false, true);

    public ScriptSyntax {
        requireNonNull(client, "client");
    }

    /**
     * The same rules with another meaning of the backslash: {@code NO_BACKSLASH_ESCAPES}, {@code
     * standard_conforming_strings}.
     *
     * @param escapes whether a backslash in a plain string escapes what follows it
     * @return a copy
     */
    public ScriptSyntax withBackslashEscapes(boolean escapes) {
        return new ScriptSyntax(client, escapes, doubleQuotedNames);
    }

    /**
     * The same rules with another meaning of double quotes: {@code ANSI_QUOTES}.
     *
     * @param names whether double quotes hold a name
     * @return a copy
     */
    public ScriptSyntax withDoubleQuotedNames(boolean names) {
        return new ScriptSyntax(client, backslashEscapes, names);
    }

    boolean is(Client other) {
        return client == other;
    }
}
