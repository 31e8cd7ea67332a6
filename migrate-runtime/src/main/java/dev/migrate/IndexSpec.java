package dev.migrate;

/** Describes an index. Every method returns the same index. */
public interface IndexSpec {

    /**
     * A name of one's own instead of the conventional {@code ix_<table>_<columns>}.
     *
     * @param name the full name
     * @return this index
     */
    IndexSpec named(String name);

    /**
     * Adds columns, in ascending order.
     *
     * @param column the first column
     * @param more further columns, in order
     * @return this index
     */
    IndexSpec on(String column, String... more);

    /**
     * Adds a column in descending order.
     *
     * @param column the column
     * @return this index
     */
    IndexSpec desc(String column);

    /**
     * Adds an expression; the index then needs a name of its own.
     *
     * @param sql an expression of the database's own SQL, without the outer parentheses
     * @return this index
     */
    IndexSpec onExpression(String sql);

    /**
     * Indexes only the beginning of the last column (MySQL, MariaDB).
     *
     * @param length characters of text or bytes of binary data, at least 1
     * @return this index
     */
    IndexSpec prefix(int length);

    /**
     * Sorts the last column or expression from high to low.
     *
     * @return this index
     */
    IndexSpec descending();

    /**
     * Has rows without a value of the last column or expression before all others (PostgreSQL, where they come last in
     * ascending order otherwise).
     *
     * @return this index
     */
    IndexSpec nullsFirst();

    /**
     * Has rows without a value of the last column or expression after all others (PostgreSQL, where they come first in
     * descending order otherwise).
     *
     * @return this index
     */
    IndexSpec nullsLast();

    /**
     * The operator class of the last column or expression (PostgreSQL).
     *
     * @param name its name in SQL, maybe with parameters: {@code text_pattern_ops}, {@code gist_trgm_ops(siglen=32)}
     * @return this index
     */
    IndexSpec operatorClass(String name);

    /**
     * The collation of the last column or expression in this index (PostgreSQL, SQLite).
     *
     * @param name its name in SQL, quoted where it must be: {@code "C"} in double quotes, {@code NOCASE}
     * @return this index
     */
    IndexSpec collation(String name);

    /**
     * No two rows have the same values.
     *
     * @return this index
     */
    IndexSpec unique();

    /**
     * Of a unique index: two rows without a value have the same (PostgreSQL 15, H2 2.3). Unless this is said, any number
     * of rows may have none.
     *
     * @return this index
     */
    IndexSpec nullsNotDistinct();

    /**
     * Keeps more columns in the index, so that queries find them there: {@code INCLUDE (…)} (PostgreSQL).
     *
     * @param column the first column
     * @param more further columns, in order
     * @return this index
     */
    IndexSpec include(String column, String... more);

    /**
     * How the index is built: {@code USING gin} (PostgreSQL; on MySQL and MariaDB {@code btree} and {@code hash} of tables
     * in memory).
     *
     * @param method {@code btree}, {@code hash}, {@code gist}, {@code spgist}, {@code gin}, {@code brin}, or that of an
     *     extension
     * @return this index
     */
    IndexSpec using(String method);

    /**
     * How the index is kept: {@code WITH (fillfactor = 70)} (PostgreSQL).
     *
     * @param parameter the parameter's name
     * @param value its value
     * @return this index
     */
    IndexSpec with(String parameter, long value);

    /**
     * How the index is kept: {@code WITH (fastupdate = off)} (PostgreSQL).
     *
     * @param parameter the parameter's name
     * @param value its value
     * @return this index
     */
    IndexSpec with(String parameter, String value);

    /**
     * Indexes only some rows (PostgreSQL, SQLite).
     *
     * @param condition SQL that is true for the rows to index
     * @return this index
     */
    IndexSpec where(String condition);

    /**
     * Builds the index without keeping writers out, outside of the transaction, where the database has a way to say so
     * (PostgreSQL). Elsewhere it has no effect: InnoDB builds indexes in place anyway.
     *
     * @return this index
     */
    IndexSpec concurrently();

    /**
     * Indexes the words of texts, for {@code MATCH … AGAINST}: {@code FULLTEXT INDEX} (MySQL, MariaDB).
     *
     * @return this index
     */
    IndexSpec fulltext();

    /**
     * Indexes the words of texts as a parser finds them: {@code FULLTEXT INDEX … WITH PARSER ngram} (MySQL, MariaDB).
     *
     * @param parser a parser that the server has
     * @return this index
     */
    IndexSpec fulltext(String parser);

    /**
     * Indexes places and shapes: {@code SPATIAL INDEX} (MySQL, MariaDB). The column must not be null, and on MySQL 8 only
     * one with an SRID is of use: {@code t.column("place", Type.raw("POINT SRID 4326")).notNull()}.
     *
     * @return this index
     */
    IndexSpec spatial();

    /**
     * The optimizer leaves the index aside: {@code INVISIBLE} on MySQL 8, {@code IGNORED} on MariaDB.
     *
     * @return this index
     */
    IndexSpec invisible();

    /**
     * How the server may build it: {@code ALTER TABLE … ADD INDEX …, ALGORITHM = INPLACE}. MySQL and MariaDB refuse what
     * they cannot do in that way; databases without such a word pass over it, and a new table needs none. Within {@code
     * alterTable} it is said of all changes.
     *
     * @param algorithm the only way to take
     * @return this index
     */
    IndexSpec algorithm(Algorithm algorithm);

    /**
     * What others may at least do to the table while it is built: {@code ALTER TABLE … ADD INDEX …, LOCK = NONE}. As with
     * {@link #algorithm}.
     *
     * @param lock what others may do
     * @return this index
     */
    IndexSpec lock(TableLock lock);

    /**
     * Leaves the index out when its table has one of that name already, whatever it looks like. The run says so. A
     * migration that says this cannot be undone by itself. Not in a new table, where there is none.
     *
     * @return this index
     */
    IndexSpec ifNotExists();
}
