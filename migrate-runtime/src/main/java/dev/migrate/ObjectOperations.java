package dev.migrate;

import java.util.function.Consumer;

/** What {@link Operations} can do beside tables: sequences, schemas, enum types and views, and comments on them. */
public interface ObjectOperations {

    // ------------------------------------------------------------------------------------------- sequences

    /**
     * Creates a sequence that gives 1, 2, 3 and so on: {@code CREATE SEQUENCE order_numbers}. MySQL and SQLite have none:
     * let the table number its rows, with {@code identity()}.
     *
     * @param sequence the sequence's name
     * @return says more about it
     */
    Added createSequence(String sequence);

    /**
     * Creates a sequence: {@code CREATE SEQUENCE order_numbers START WITH 1000 INCREMENT BY 10}.
     *
     * @param sequence the sequence's name
     * @param definition describes the sequence
     * @return says more about it
     */
    Added createSequence(String sequence, Consumer<SequenceSpec> definition);

    /**
     * Changes a sequence: {@code ALTER SEQUENCE order_numbers INCREMENT BY 20}. What is not said stays as it is.
     *
     * @param sequence the sequence's name
     * @param change says what changes; at least one thing
     * @return says more about it
     */
    Changed alterSequence(String sequence, Consumer<SequenceChange> change);

    /**
     * Renames a sequence: {@code ALTER SEQUENCE order_numbers RENAME TO invoice_numbers}; {@code RENAME TABLE} on
     * MariaDB. H2 cannot.
     *
     * @param sequence the present name
     * @param newName the new name, without schema
     * @return says more about it
     */
    Changed renameSequence(String sequence, String newName);

    /**
     * Drops a sequence: {@code DROP SEQUENCE order_numbers}. That cannot be undone by itself: one made anew would give
     * numbers again that rows have.
     *
     * @param sequence the sequence's name
     * @return says more about it
     */
    Dropped dropSequence(String sequence);

    // --------------------------------------------------------------------------------------------- schemas

    /**
     * Creates a schema: {@code CREATE SCHEMA billing}; on MySQL and MariaDB that is a database. On SQLite a schema is a
     * file that the connection attaches.
     *
     * @param schema the schema's name
     * @return says more about it
     */
    Added createSchema(String schema);

    /**
     * Drops a schema that is empty: {@code DROP SCHEMA billing RESTRICT}. Where something is in it, nothing happens and
     * the migration stops, also on MySQL and MariaDB, where a question comes first: their {@code DROP SCHEMA} would take
     * everything along.
     *
     * @param schema the schema's name
     * @return says more about it
     */
    Dropped dropSchema(String schema);

    // ------------------------------------------------------------------------------------------ enum types

    /**
     * Creates an enum type: {@code CREATE TYPE mood AS ENUM ('sad', 'ok')} (PostgreSQL). A column has it by
     * {@code c.column("mood", Type.named("mood"))}. Other databases have no such types: give each column its words, with
     * {@code enumOf}, which works everywhere.
     *
     * @param type the type's name
     * @param value its first value
     * @param more its further values, in order
     * @return says more about it
     */
    Added createEnum(String type, String value, String... more);

    /**
     * Adds a value behind the others: {@code ALTER TYPE mood ADD VALUE 'great'} (PostgreSQL). Where the same migration
     * uses it afterwards it is committed first, by itself, since PostgreSQL refuses new values until then.
     *
     * @param type the type's name
     * @param value the value
     * @return says more about it
     */
    Added addEnumValue(String type, String value);

    /**
     * Adds a value beside another one: {@code ALTER TYPE mood ADD VALUE 'great' AFTER 'happy'} (PostgreSQL).
     *
     * @param type the type's name
     * @param value the value
     * @param place says where it goes
     * @return says more about it
     */
    Added addEnumValue(String type, String value, Consumer<EnumValueSpec> place);

    /**
     * Renames a value; rows and defaults that have it follow: {@code ALTER TYPE mood RENAME VALUE 'ok' TO 'fine'}
     * (PostgreSQL).
     *
     * @param type the type's name
     * @param value the present value
     * @param newValue what it is from now on
     * @return says more about it
     */
    Changed renameEnumValue(String type, String value, String newValue);

    /**
     * Gives an enum type other values, or the same in another order, by making it anew (PostgreSQL): the old type steps
     * aside, each column that has it is changed to the new one ({@code ALTER TABLE … SET DATA TYPE mood USING …}, which
     * writes the table), with its default and with checks and indexes that lean on it, and the old type is dropped. Change
     * rows that have a value which goes first, with {@link Operations#update}. Privileges on the type go with the old one.
     *
     * @param type the type's name
     * @param value its first value from now on
     * @param more its further values, in order
     * @return says more about it
     */
    Changed setEnumValues(String type, String value, String... more);

    /**
     * Renames an enum type; its columns follow: {@code ALTER TYPE mood RENAME TO feeling} (PostgreSQL).
     *
     * @param type the present name
     * @param newName the new name, without schema
     * @return says more about it
     */
    Changed renameEnum(String type, String newName);

    /**
     * Drops an enum type that no column has: {@code DROP TYPE mood} (PostgreSQL).
     *
     * @param type the type's name
     * @return says more about it
     */
    Dropped dropEnum(String type);

    // ----------------------------------------------------------------------------------------------- views

    /**
     * Creates a view: {@code CREATE VIEW active_users AS SELECT …}. What keeps its rows, a materialized view, is made with
     * {@link Operations#execute}.
     *
     * @param view the view's name
     * @param query the query
     * @return says more about it
     */
    Added createView(String view, String query);

    /**
     * Gives a view another query, or creates it: {@code CREATE OR REPLACE VIEW active_users AS SELECT …}. PostgreSQL
     * takes that only while the columns stay; where they do not, the view is dropped and made anew in the same statement,
     * and gets back its owner, comments, column defaults, rules and triggers, and the privileges on it; what no longer fits
     * it, and views that read from it, stand in the way. SQLite drops and creates, and the triggers of the view go.
     *
     * @param view the view's name
     * @param query the query
     */
    void replaceView(String view, String query);

    /**
     * Drops a view: {@code DROP VIEW active_users}. Where others read from it, PostgreSQL and H2 refuse; MySQL, MariaDB
     * and SQLite leave those broken.
     *
     * @param view the view's name
     * @return says more about it
     */
    Dropped dropView(String view);

    // -------------------------------------------------------------------------------------------- comments

    /**
     * Comments on what is no table and no column: {@code COMMENT ON VIEW active_users IS '…'}. MySQL has none of these;
     * MariaDB has them for sequences and schemas; SQLite has no comments at all, and they are left out there.
     *
     * @param kind what it is
     * @param name its name
     * @param text the comment
     * @return says more about it
     */
    Changed comment(CommentOn kind, String name, String text);

    /**
     * Takes a comment away: {@code COMMENT ON VIEW active_users IS NULL}.
     *
     * @param kind what it is about
     * @param name its name
     * @return says more about it
     */
    Changed dropComment(CommentOn kind, String name);
}
