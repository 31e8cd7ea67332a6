package dev.migrate;

/**
 * Options of a table, each in the words of the database that has it. Every method returns the same options. What is not
 * named stays as it is, in a new table as the database chooses it by itself.
 */
public interface TableOptionsSpec {

    /**
     * What keeps the rows: {@code ENGINE = InnoDB} (MySQL, MariaDB).
     *
     * @param name the engine
     * @return these options
     */
    TableOptionsSpec engine(String name);

    /**
     * The character set, with the collation that the server has for it: {@code DEFAULT CHARACTER SET = utf8mb4} (MySQL,
     * MariaDB). Of a table that is there, columns without a character set of their own are converted with it; those that
     * have one keep it.
     *
     * @param name the character set
     * @return these options
     */
    TableOptionsSpec charset(String name);

    /**
     * The collation, which implies the character set: {@code COLLATE = utf8mb4_bin} (MySQL, MariaDB). Of a table that is
     * there, columns without a collation of their own are converted with it; those that have one keep it.
     *
     * @param name the collation
     * @return these options
     */
    TableOptionsSpec collation(String name);

    /**
     * Any other option: {@code option("row_format", "compressed")} on MySQL and MariaDB, {@code option("fillfactor", 70)} on
     * PostgreSQL, {@code option("strict", true)} and {@code option("without_rowid", true)} on SQLite.
     *
     * @param name its name as in SQL, in any case
     * @param value its value: text without quotes, a number, true or false
     * @return these options
     */
    TableOptionsSpec option(String name, Object value);

    /**
     * An option becomes what the database chooses by itself.
     *
     * @param name its name as in SQL, in any case
     * @return these options
     */
    TableOptionsSpec reset(String name);
}
