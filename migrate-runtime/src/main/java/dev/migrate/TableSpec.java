package dev.migrate;

import java.util.function.Consumer;

/** Describes a new table: each call adds a column, a key, a constraint or an index. */
public interface TableSpec extends NewColumn {

    /**
     * The primary key of several columns; for one column {@link ColumnSpec#primaryKey} is shorter.
     *
     * @param column its first column
     * @param more its further columns, in order
     */
    void primaryKey(String column, String... more);

    /**
     * The primary key with a name of one's own: {@code t.primaryKey(k -> k.named("users_key").columns("id"))}.
     *
     * @param key the key; at least one column
     */
    void primaryKey(Consumer<PrimaryKeySpec> key);

    /**
     * A unique constraint.
     *
     * @param column its first column
     * @param more its further columns, in order
     */
    void unique(String column, String... more);

    /**
     * A unique constraint with more to say than its columns.
     *
     * @param unique the constraint; at least one column
     */
    void unique(Consumer<UniqueSpec> unique);

    /**
     * An index on columns, with the conventional name.
     *
     * @param column its first column
     * @param more its further columns, in order
     */
    void index(String column, String... more);

    /**
     * An index with more to say than its columns.
     *
     * @param index the index; at least one column or expression
     */
    void index(Consumer<IndexSpec> index);

    /**
     * A foreign key of several columns; for one column {@link ColumnSpec#references} is shorter.
     *
     * @param key the key; columns and what they refer to
     */
    void foreignKey(Consumer<ForeignKeySpec> key);

    /**
     * A check.
     *
     * @param name the short name, which the convention completes to {@code ck_<table>_<name>}
     * @param condition SQL that must not be false for any row
     */
    void check(String name, String condition);

    /**
     * A check with more to say than its condition.
     *
     * @param name the short name, which the convention completes to {@code ck_<table>_<name>}
     * @param condition SQL that must not be false for any row
     * @param check what else is said about it
     */
    void check(String name, String condition, Consumer<CheckSpec> check);

    /**
     * An exclusion constraint (PostgreSQL).
     *
     * @param constraint the constraint; at least one comparison
     */
    void exclude(Consumer<ExcludeSpec> constraint);

    /**
     * A comment that the database keeps.
     *
     * @param text any text
     */
    void comment(String text);

    /**
     * Options of the table: {@code t.options(o -> o.engine("InnoDB").charset("utf8mb4"))}.
     *
     * @param options what the database is told about the table as a whole
     */
    void options(Consumer<TableOptionsSpec> options);

    /**
     * Leaves the whole table out when one of that name is there already, whatever it looks like. The run says so. A
     * migration that says this cannot be undone by itself.
     */
    void ifNotExists();
}
