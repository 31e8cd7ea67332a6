package dev.migrate;

import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Several changes of one table, which the database makes at once where it can. A change that is left out where there is
 * nothing for it to do ({@code ifExists}, {@code ifNotExists}) stands by itself: those before it are one {@code ALTER
 * TABLE}, those behind it another.
 */
public interface TableChange {

    /**
     * Adds a column.
     *
     * @param column makes exactly one column and returns it
     * @return says more about it
     */
    Added addColumn(Function<NewColumn, ColumnSpec> column);

    /**
     * Drops a column.
     *
     * @param column the column's name
     * @return says more about it
     */
    Dropped dropColumn(String column);

    /**
     * Renames a column.
     *
     * @param column the present name
     * @param newName the new name
     * @return says more about it
     */
    Changed renameColumn(String column, String newName);

    /**
     * Changes what is said and keeps everything else about a column.
     *
     * @param column the column's name
     * @param change what changes; at least one thing
     * @return says more about it
     */
    Changed alterColumn(String column, Consumer<ColumnChange> change);

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
     * @return says more about it
     */
    Dropped dropIndex(String name);

    /**
     * Renames an index.
     *
     * @param name its present full name
     * @param newName its new full name
     * @return says more about it
     */
    Changed renameIndex(String name, String newName);

    /**
     * Adds a primary key.
     *
     * @param column its first column
     * @param more its further columns, in order
     * @return says more about it
     */
    Added addPrimaryKey(String column, String... more);

    /**
     * Adds a primary key with a name of one's own.
     *
     * @param key the key; at least one column
     * @return says more about it
     */
    Added addPrimaryKey(Consumer<PrimaryKeySpec> key);

    /**
     * Adds a unique constraint.
     *
     * @param column its first column
     * @param more its further columns, in order
     * @return says more about it
     */
    Added addUnique(String column, String... more);

    /**
     * Adds a unique constraint with more to say than its columns.
     *
     * @param unique the constraint; at least one column
     * @return says more about it
     */
    Added addUnique(Consumer<UniqueSpec> unique);

    /**
     * Adds a foreign key.
     *
     * @param key the key; columns and what they refer to
     * @return says more about it
     */
    Added addForeignKey(Consumer<ForeignKeySpec> key);

    /**
     * Adds a check.
     *
     * @param name the short name, which the convention completes to {@code ck_<table>_<name>}
     * @param condition SQL that must not be false for any row
     * @return says more about it
     */
    Added addCheck(String name, String condition);

    /**
     * Adds a check with more to say than its condition.
     *
     * @param name the short name, which the convention completes to {@code ck_<table>_<name>}
     * @param condition SQL that must not be false for any row
     * @param check what else is said about it
     * @return says more about it
     */
    Added addCheck(String name, String condition, Consumer<CheckSpec> check);

    /**
     * Adds an exclusion constraint (PostgreSQL).
     *
     * @param constraint the constraint; at least one comparison
     * @return says more about it
     */
    Added addExclude(Consumer<ExcludeSpec> constraint);

    /**
     * Drops a constraint of any kind.
     *
     * @param name the constraint's full name
     * @return says more about it
     */
    Dropped dropConstraint(String name);

    /**
     * Drops a constraint whose kind is said.
     *
     * @param name the constraint's full name
     * @param kind its kind
     * @return says more about it
     * @see Operations#dropConstraint(String, String, ConstraintKind)
     */
    Dropped dropConstraint(String name, ConstraintKind kind);

    /**
     * Drops the primary key, whatever it is called.
     *
     * @return says more about it
     */
    Dropped dropPrimaryKey();

    /**
     * Renames a constraint of any kind.
     *
     * @param name its present full name
     * @param newName its new full name
     * @return says more about it
     */
    Changed renameConstraint(String name, String newName);

    /**
     * Renames a constraint whose kind is said.
     *
     * @param name its present full name
     * @param newName its new full name
     * @param kind its kind
     * @return says more about it
     * @see Operations#renameConstraint(String, String, String, ConstraintKind)
     */
    Changed renameConstraint(String name, String newName, ConstraintKind kind);

    /**
     * Looks at the rows that were there before a foreign key or check (PostgreSQL).
     *
     * @param name the constraint's full name
     * @return says more about it
     * @see Operations#validateConstraint
     */
    Changed validateConstraint(String name);

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

    /**
     * Leaves all the changes out when there is no such table: {@code ALTER TABLE IF EXISTS users …}. The run says so. A
     * migration that says this cannot be undone by itself.
     */
    void ifExists();
}
