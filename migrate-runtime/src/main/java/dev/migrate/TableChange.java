package dev.migrate;

import java.util.function.Consumer;
import java.util.function.Function;

/** Several changes of one table, which the database makes at once where it can. */
public interface TableChange {

    /**
     * Adds a column.
     *
     * @param column makes exactly one column and returns it
     */
    void addColumn(Function<NewColumn, ColumnSpec> column);

    /**
     * Drops a column.
     *
     * @param column the column's name
     */
    void dropColumn(String column);

    /**
     * Renames a column.
     *
     * @param column the present name
     * @param newName the new name
     */
    void renameColumn(String column, String newName);

    /**
     * Changes what is said and keeps everything else about a column.
     *
     * @param column the column's name
     * @param change what changes; at least one thing
     */
    void alterColumn(String column, Consumer<ColumnChange> change);

    /**
     * Creates an index.
     *
     * @param index the index; at least one column or expression
     */
    void addIndex(Consumer<IndexSpec> index);

    /**
     * Drops an index.
     *
     * @param name its full name
     */
    void dropIndex(String name);

    /**
     * Renames an index.
     *
     * @param name its present full name
     * @param newName its new full name
     */
    void renameIndex(String name, String newName);

    /**
     * Adds a primary key.
     *
     * @param column its first column
     * @param more its further columns, in order
     */
    void addPrimaryKey(String column, String... more);

    /**
     * Adds a unique constraint.
     *
     * @param column its first column
     * @param more its further columns, in order
     */
    void addUnique(String column, String... more);

    /**
     * Adds a unique constraint with more to say than its columns.
     *
     * @param unique the constraint; at least one column
     */
    void addUnique(Consumer<UniqueSpec> unique);

    /**
     * Adds a foreign key.
     *
     * @param key the key; columns and what they refer to
     */
    void addForeignKey(Consumer<ForeignKeySpec> key);

    /**
     * Adds a check.
     *
     * @param name the short name, which the convention completes to {@code ck_<table>_<name>}
     * @param condition SQL that must not be false for any row
     */
    void addCheck(String name, String condition);

    /**
     * Adds a check with more to say than its condition.
     *
     * @param name the short name, which the convention completes to {@code ck_<table>_<name>}
     * @param condition SQL that must not be false for any row
     * @param check what else is said about it
     */
    void addCheck(String name, String condition, Consumer<CheckSpec> check);

    /**
     * Adds an exclusion constraint (PostgreSQL).
     *
     * @param constraint the constraint; at least one comparison
     */
    void addExclude(Consumer<ExcludeSpec> constraint);

    /**
     * Drops a constraint of any kind.
     *
     * @param name the constraint's full name
     */
    void dropConstraint(String name);

    /**
     * Drops a constraint whose kind is said.
     *
     * @param name the constraint's full name
     * @param kind its kind
     * @see Operations#dropConstraint(String, String, ConstraintKind)
     */
    void dropConstraint(String name, ConstraintKind kind);

    /** Drops the primary key, whatever it is called. */
    void dropPrimaryKey();

    /**
     * Renames a constraint of any kind.
     *
     * @param name its present full name
     * @param newName its new full name
     */
    void renameConstraint(String name, String newName);

    /**
     * Renames a constraint whose kind is said.
     *
     * @param name its present full name
     * @param newName its new full name
     * @param kind its kind
     * @see Operations#renameConstraint(String, String, String, ConstraintKind)
     */
    void renameConstraint(String name, String newName, ConstraintKind kind);

    /**
     * Looks at the rows that were there before a foreign key or check (PostgreSQL).
     *
     * @param name the constraint's full name
     * @see Operations#validateConstraint
     */
    void validateConstraint(String name);

    /**
     * Gives the table a comment, in place of the one it may have.
     *
     * @param text any text
     */
    void comment(String text);

    /** Takes the table's comment away. */
    void dropComment();

    /**
     * Changes options of the table.
     *
     * @param options the options that change
     */
    void options(Consumer<TableOptionsSpec> options);

    /**
     * How the server may make the changes: {@code ALTER TABLE …, ALGORITHM = INSTANT}. MySQL and MariaDB refuse what they
     * cannot do in that way, rather than copy the table. Said of all the changes together, and of what undoes them;
     * databases without such a word pass over it, since it changes nothing about what is there afterwards.
     *
     * @param algorithm the only way to take
     */
    void algorithm(Algorithm algorithm);

    /**
     * What others may at least do to the table meanwhile: {@code ALTER TABLE …, LOCK = NONE}. MySQL and MariaDB refuse what
     * they cannot do so. Databases without such a word pass over it.
     *
     * @param lock what others may do
     */
    void lock(TableLock lock);
}
