package dev.migrate;

/** The databases that can be told apart with {@link Operations#onlyOn}. */
public enum Database {
    /** Oracle MySQL 5.7 and later. */
    MYSQL,
    /** MariaDB 10.11 and later. */
    MARIADB,
    /** PostgreSQL 15 and later. */
    POSTGRESQL,
    /** SQLite 3.40 and later. */
    SQLITE,
    /** H2 2.x, in any compatibility mode. */
    H2
}
