package dev.migrate;

import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * All that a migration can do to a database. Every method records one operation; nothing runs until the whole migration
 * is recorded.
 *
 * <p><b>Names.</b> A table is {@code users}, or {@code billing.invoices} with its schema. A name that itself holds a dot
 * is written in double quotes: {@code "odd.name"}. Lower-case regular names are rendered bare, so that SQL written by
 * hand finds what was created here. A lower-case keyword is quoted in the case to which the server folds bare names:
 * {@code order} is {@code "ORDER"} on H2, and hand-written SQL has to quote it so. Everything else is quoted as written.
 * A name between backticks means exactly these letters: {@code `order`} is {@code "order"} on H2 too, which is what an
 * application finds that puts quotes about it; on other databases it is the same as {@code order}.
 *
 * <p><b>Constraint names</b> follow a convention unless {@code named} says otherwise: {@code pk_users},
 * {@code uq_users_email}, {@code fk_users_team_id_teams}, {@code ix_users_created_at}, {@code ck_users_<name>},
 * {@code ex_bookings_room_id}.
 *
 * <p>The methods throw {@code MigrateException} for arguments that make no sense ({@code bad-operation}) and
 * {@code NullPointerException} for null; no argument may be null.
 */
public interface Operations extends ObjectOperations {

    // ---------------------------------------------------------------------------------------------- tables

    /**
     * Creates a table with its columns, keys, constraints and indexes: {@code CREATE TABLE users (…)}.
     *
     * @param table the table's name
     * @param definition describes the table; at least one column
     */
    void createTable(String table, Consumer<TableSpec> definition);

    /**
     * Drops a table, its indexes and its constraints: {@code DROP TABLE users}.
     *
     * @param table the table's name
     * @return says more about it
     */
    Dropped dropTable(String table);

    /**
     * Renames a table; its constraints and indexes keep their names: {@code ALTER TABLE users RENAME TO members}.
     *
     * @param table the present name
     * @param newName the new name, without schema
     * @return says more about it
     */
    Changed renameTable(String table, String newName);

    /**
     * Makes several changes to one table, in one {@code ALTER TABLE} where the database can: one rebuild instead of
     * many.
     *
     * @param table the table's name
     * @param changes the changes, in order; at least one
     */
    void alterTable(String table, Consumer<TableChange> changes);

    /**
     * Gives a table a comment, in place of the one it may have: {@code ALTER TABLE users COMMENT = '…'} or {@code COMMENT ON
     * TABLE users IS '…'}. SQLite keeps none.
     *
     * @param table the table's name
     * @param text any text
     * @return says more about it
     */
    Changed tableComment(String table, String text);

    /**
     * Takes a table's comment away: {@code COMMENT ON TABLE users IS NULL}.
     *
     * @param table the table's name
     * @return says more about it
     */
    Changed dropTableComment(String table);

    /**
     * Changes options of a table: {@code ALTER TABLE users ENGINE = InnoDB, DEFAULT CHARACTER SET = utf8mb4} on MySQL and
     * MariaDB, {@code ALTER TABLE users SET (fillfactor = 70)} on PostgreSQL.
     *
     * @param table the table's name
     * @param options the options that change; the others stay
     * @return says more about it
     */
    Changed tableOptions(String table, Consumer<TableOptionsSpec> options);

    // --------------------------------------------------------------------------------------------- columns

    /**
     * Adds a column: {@code ALTER TABLE users ADD COLUMN avatar VARCHAR(255)}.
     *
     * @param table the table's name
     * @param column makes exactly one column and returns it: {@code c -> c.varchar("avatar", 255)}
     * @return says more about it
     */
    Added addColumn(String table, Function<NewColumn, ColumnSpec> column);

    /**
     * Drops a column: {@code ALTER TABLE users DROP COLUMN avatar}. Keys, checks and indexes that are about it alone go
     * with it, and come back on a computed way back; what names other columns too is to be dropped by name first.
     *
     * @param table the table's name
     * @param column the column's name
     * @return says more about it
     */
    Dropped dropColumn(String table, String column);

    /**
     * Renames a column; everything else about it stays: {@code ALTER TABLE users RENAME COLUMN avatar TO avatar_url}.
     *
     * @param table the table's name
     * @param column the present name
     * @param newName the new name
     * @return says more about it
     */
    Changed renameColumn(String table, String column, String newName);

    /**
     * Changes what is said and keeps everything else about a column as it is on the server: {@code ALTER TABLE users
     * MODIFY email VARCHAR(512) NOT NULL …}.
     *
     * @param table the table's name
     * @param column the column's name
     * @param change what changes; at least one thing
     * @return says more about it
     */
    Changed alterColumn(String table, String column, Consumer<ColumnChange> change);

    // --------------------------------------------------------------------------------------------- indexes

    /**
     * Creates an index: {@code CREATE INDEX ix_orders_customer_id ON orders (customer_id)}.
     *
     * @param table the table's name
     * @param index the index; at least one column or expression
     */
    void createIndex(String table, Consumer<IndexSpec> index);

    /**
     * Drops an index: {@code DROP INDEX ix_orders_customer_id ON orders}.
     *
     * @param table the table it belongs to
     * @param name the index's full name
     * @return says more about it
     */
    Dropped dropIndex(String table, String name);

    /**
     * Drops an index without keeping writers out, outside of the transaction, where the database has a way to say so
     * (PostgreSQL): {@code DROP INDEX CONCURRENTLY ix_orders_customer_id}. Elsewhere it does what {@link #dropIndex} does.
     *
     * @param table the table it belongs to
     * @param name the index's full name
     * @return says more about it
     */
    Dropped dropIndexConcurrently(String table, String name);

    /**
     * Renames an index: {@code ALTER INDEX ix_orders_customer_id RENAME TO ix_orders_buyer_id}, on MySQL and MariaDB {@code
     * ALTER TABLE orders RENAME INDEX …}. SQLite has to build it anew.
     *
     * @param table the table it belongs to
     * @param name its present full name
     * @param newName its new full name
     * @return says more about it
     */
    Changed renameIndex(String table, String name, String newName);

    // -------------------------------------------------------------------------------- keys and constraints

    /**
     * Adds a primary key: {@code ALTER TABLE users ADD CONSTRAINT pk_users PRIMARY KEY (id)}.
     *
     * @param table the table's name
     * @param column its first column
     * @param more its further columns, in order
     * @return says more about it
     */
    Added addPrimaryKey(String table, String column, String... more);

    /**
     * Adds a primary key with a name of one's own: {@code ALTER TABLE users ADD CONSTRAINT users_key PRIMARY KEY (id)}.
     *
     * @param table the table's name
     * @param key the key; at least one column
     * @return says more about it
     */
    Added addPrimaryKey(String table, Consumer<PrimaryKeySpec> key);

    /**
     * Adds a unique constraint: {@code ALTER TABLE users ADD CONSTRAINT uq_users_email UNIQUE (email)}.
     *
     * @param table the table's name
     * @param column its first column
     * @param more its further columns, in order
     * @return says more about it
     */
    Added addUnique(String table, String column, String... more);

    /**
     * Adds a unique constraint with more to say than its columns: {@code ALTER TABLE seats ADD CONSTRAINT … UNIQUE NULLS NOT
     * DISTINCT (room_id, number)}.
     *
     * @param table the table's name
     * @param unique the constraint; at least one column
     * @return says more about it
     */
    Added addUnique(String table, Consumer<UniqueSpec> unique);

    /**
     * Adds a foreign key: {@code ALTER TABLE orders ADD CONSTRAINT … FOREIGN KEY (customer_id) REFERENCES customers
     * (id)}.
     *
     * @param table the table that refers
     * @param key the key; columns and what they refer to
     * @return says more about it
     */
    Added addForeignKey(String table, Consumer<ForeignKeySpec> key);

    /**
     * Adds a check: {@code ALTER TABLE orders ADD CONSTRAINT ck_orders_positive_total CHECK (total >= 0)}.
     *
     * @param table the table's name
     * @param name the short name, which the convention completes to {@code ck_<table>_<name>}
     * @param condition SQL that must not be false for any row
     * @return says more about it
     */
    Added addCheck(String table, String name, String condition);

    /**
     * Adds a check with more to say than its condition: {@code ALTER TABLE orders ADD CONSTRAINT ck_orders_positive_total CHECK
     * (total >= 0) NOT VALID}.
     *
     * @param table the table's name
     * @param name the short name, which the convention completes to {@code ck_<table>_<name>}
     * @param condition SQL that must not be false for any row
     * @param check what else is said about it: {@code c -> c.notValid()}
     * @return says more about it
     */
    Added addCheck(String table, String name, String condition, Consumer<CheckSpec> check);

    /**
     * Adds an exclusion constraint (PostgreSQL): {@code ALTER TABLE bookings ADD CONSTRAINT ex_bookings_room_id_during EXCLUDE
     * USING gist (room_id WITH =, during WITH &&)}.
     *
     * @param table the table's name
     * @param constraint the constraint; at least one comparison
     * @return says more about it
     */
    Added addExclude(String table, Consumer<ExcludeSpec> constraint);

    /**
     * Looks at the rows that were there before a foreign key or check, and from then on counts on it (PostgreSQL): {@code ALTER
     * TABLE orders VALIDATE CONSTRAINT ck_orders_positive_total}. Others can write meanwhile. In a migration of its own,
     * or {@code outsideTransaction}, it does not hold the lock under which the constraint was added. Elsewhere every
     * constraint is held against all rows when it is added, and there is nothing to do.
     *
     * @param table the table's name
     * @param name the constraint's full name
     * @return says more about it
     */
    Changed validateConstraint(String table, String name);

    /**
     * Drops a constraint of any kind: {@code ALTER TABLE orders DROP CONSTRAINT ck_orders_positive_total}. What kind it is,
     * the database or the history of migrations tells.
     *
     * @param table the table's name
     * @param name the constraint's full name
     * @return says more about it
     */
    Dropped dropConstraint(String table, String name);

    /**
     * Drops a constraint whose kind is said: {@code ALTER TABLE orders DROP FOREIGN KEY orders_ibfk_1}. MySQL and MariaDB need to know it; where a script is written without a
     * connection and raw SQL hides what was there, nobody else can tell.
     *
     * @param table the table's name
     * @param name the constraint's full name
     * @param kind its kind
     * @return says more about it
     */
    Dropped dropConstraint(String table, String name, ConstraintKind kind);

    /**
     * Drops the primary key, whatever it is called: {@code ALTER TABLE users DROP PRIMARY KEY}, or {@code DROP CONSTRAINT
     * pk_users}. Its columns stay {@code NOT NULL}.
     *
     * @param table the table's name
     * @return says more about it
     */
    Dropped dropPrimaryKey(String table);

    /**
     * Renames a constraint of any kind: {@code ALTER TABLE orders RENAME CONSTRAINT ck_total TO ck_orders_positive_total}. MySQL
     * and MariaDB drop foreign keys and checks, and add them under the new name, in one statement, and keep no name of
     * primary keys; SQLite builds the table anew.
     *
     * @param table the table's name
     * @param name its present full name
     * @param newName its new full name
     * @return says more about it
     */
    Changed renameConstraint(String table, String name, String newName);

    /**
     * Renames a constraint whose kind is said: {@code ALTER TABLE orders RENAME CONSTRAINT uq_a TO uq_b}; of several that
     * go by one name the one that is meant, and, where nobody can look, how MySQL and MariaDB rename it.
     *
     * @param table the table's name
     * @param name its present full name
     * @param newName its new full name
     * @param kind its kind
     * @return says more about it
     */
    Changed renameConstraint(String table, String name, String newName, ConstraintKind kind);

    // ------------------------------------------------------------------------------------------------ data

    /**
     * Inserts rows: {@code INSERT INTO roles (id, name) VALUES (1, 'admin'), (2, 'member')}.
     *
     * @param table the table's name
     * @param rows columns, and one call of {@code row} for each row
     */
    void insert(String table, Consumer<InsertSpec> rows);

    /**
     * Updates rows: {@code UPDATE roles SET name = 'owner' WHERE id = 1}.
     *
     * @param table the table's name
     * @param update what is set, and where
     */
    void update(String table, Consumer<UpdateSpec> update);

    /**
     * Deletes rows: {@code DELETE FROM roles WHERE id = 2}.
     *
     * @param table the table's name
     * @param delete which rows
     */
    void delete(String table, Consumer<DeleteSpec> delete);

    /**
     * Updates the rows of a large table in batches, each of which is a transaction of its own, so that no lock is held
     * for long: {@code UPDATE orders SET total_cents = round(total * 100) WHERE id > 5000 AND id <= 10000 AND
     * (total_cents IS NULL)}, and so on.
     *
     * <p>The last key is looked up once, when it begins: rows with a higher one, which the application adds meanwhile, are
     * not touched. Where it is cut off, the next run goes on behind the last batch that is in the database, and no row is
     * touched twice. It waits while replicas fall behind where the server tells that, and takes smaller batches while
     * other sessions stand in its way.
     *
     * <p>Statements before it are committed first, also where a migration is one transaction otherwise.
     *
     * @param table the table's name
     * @param backfill what is set, and how
     */
    void backfill(String table, Consumer<BackfillSpec> backfill);

    /**
     * Runs one SQL statement as it is written, on every database.
     *
     * @param sql one statement, without a semicolon at its end; {@code ?} stands for the arguments, in order. With
     *     arguments, PostgreSQL's operator {@code ?} is written {@code ??}
     * @param arguments values for the question marks: strings, numbers, booleans, {@code java.time} values, byte
     *     arrays; null stands for SQL's null. Without arguments a question mark has no meaning
     * @return says more about the statement
     */
    Executed execute(String sql, @Nullable Object... arguments);

    /**
     * Runs the statements of a script, split as the database's own client would: {@code DELIMITER} of MySQL, dollars of
     * PostgreSQL, triggers of SQLite. Where definitions commit by themselves each statement is a step of its own, so that
     * a run that failed in the middle goes on there; elsewhere the whole migration is one transaction.
     *
     * <p>The run has its own transactions: {@code BEGIN}, {@code COMMIT} and {@code SET autocommit} in the script are
     * passed over, {@code ROLLBACK} is refused. Commands of the client are refused too, unless they only print.
     *
     * @param path where the script lies, from the root of the class path: {@code db/views.sql}; in UTF-8
     * @return says more about the script as a whole
     */
    Executed script(String path);

    /**
     * Runs code that only Java can express, with a connection to the database.
     *
     * @param name what the code does, in a few words
     * @param version part of the code's meaning: raise it when the code does something else
     * @param code the code; it runs when its turn comes, not while recording
     * @return says more about the code
     */
    Executed run(String name, int version, Code code);

    /**
     * Asks the database a question and stops the migration when the answer is another one: {@code SELECT count(*) FROM
     * users WHERE status_code IS NULL}, which should be 0.
     *
     * @param what the sentence that should be true: {@code "every status is known"}
     * @param query a query of exactly one row and one column; {@code ?} stands for the arguments, in order
     * @param expected the answer; numbers are compared by value. Where it should be null, ask {@code … IS NULL}
     * @param arguments values for the question marks, as in {@link #execute}
     */
    void verify(String what, String query, Object expected, @Nullable Object... arguments);

    // ------------------------------------------------------------------------------------------------ flow

    /**
     * Records operations for one database only.
     *
     * @param database where the operations are meant
     * @param operations records them; not called on other databases
     */
    void onlyOn(Database database, Consumer<Operations> operations);

    /**
     * Records operations for two databases only.
     *
     * @param database where the operations are meant
     * @param other where they are meant as well
     * @param operations records them; not called on other databases
     */
    void onlyOn(Database database, Database other, Consumer<Operations> operations);

    /**
     * Records operations for three databases only.
     *
     * @param database where the operations are meant
     * @param second where they are meant as well
     * @param third where they are meant as well
     * @param operations records them; not called on other databases
     */
    void onlyOn(Database database, Database second, Database third, Consumer<Operations> operations);

    /**
     * Finds out what to do by looking at the database when its turn comes: all before it is done then.
     *
     * <p>What was decided is written down before the first statement of it is sent: a run that goes on where another was
     * cut off does not decide anew. Operations may be recorded of definitions and rows, and {@code execute}; code,
     * scripts, questions and further decisions belong beside it. Nothing can be decided without a database, and nothing
     * undoes a decision by itself.
     *
     * @param why what is decided, in a few words: {@code "drop every foreign key to legacy_users"}
     * @param decision looks at the database and records operations; called once, or again when nothing of it was done
     */
    void decide(String why, BiConsumer<DatabaseView, Operations> decision);

    /**
     * Records changes of rows that are one unit: all of them are in the database or none, and all run in one session. What
     * one of them leaves in its session (a temporary table, a variable, the last generated key) is there for the next,
     * also when a run was cut off in between: then all of them run again.
     *
     * @param operations records them: {@code insert}, {@code update}, {@code delete}, {@code execute} of statements that
     *     do not commit, {@code verify}
     */
    void atomically(Consumer<Operations> operations);

    /**
     * Records operations whose statements run while no transaction is open, as some demand: {@code VACUUM},
     * {@code ALTER TYPE … ADD VALUE} of old servers. What came before is committed first.
     *
     * @param operations records them; code, scripts and groups have transactions of their own and are refused
     */
    void outsideTransaction(Consumer<Operations> operations);

    /**
     * Records what undoes other operations, last first. An operation that cannot be undone is refused
     * ({@code not-invertible}).
     *
     * @param operations records the operations to undo
     */
    void inverseOf(Consumer<Operations> operations);

    /**
     * A value given from outside, as {@code -Dmigrate.x.<key>=…}.
     *
     * @param key the name after {@code x.}
     * @return the value; a migration that needs one that was not given is refused ({@code missing-x})
     */
    String x(String key);

    /**
     * A value given from outside, as {@code -Dmigrate.x.<key>=…}, or another one where it was not given.
     *
     * @param key the name after {@code x.}
     * @param otherwise the value to take instead
     * @return one of the two
     */
    String x(String key, String otherwise);
}
