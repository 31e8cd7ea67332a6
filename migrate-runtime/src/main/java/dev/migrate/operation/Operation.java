package dev.migrate.operation;

import dev.migrate.schema.SchemaModel;
import dev.migrate.schema.TableName;
import java.util.Optional;
import java.util.Set;

/**
 * One change to a database, as data: no connection, no SQL, no dialect.
 *
 * <p>Two laws hold for each operation on a schema and are tested for each:
 *
 * <ul>
 *   <li>undoing restores the schema, up to column order: {@code op.inverse(s).applyTo(op.applyTo(s))} equals {@code s};
 *   <li>after the rendered SQL has run on a database in state {@code s}, reading the database back gives
 *       {@code op.applyTo(s)}, up to the dialect's own spelling.
 * </ul>
 */
public sealed interface Operation
        permits TableOperation,
                ObjectOperation,
                InsertRows,
                UpdateRows,
                DeleteRows,
                Backfill,
                ExecuteSql,
                RunScript,
                RunCode,
                VerifyAnswer,
                Decide,
                Atomically,
                OutsideTransaction,
                IfNeeded {

    /**
     * The tables whose state before decides how the operation is rendered or undone.
     *
     * @return at most a few; empty for SQL and code
     */
    Set<TableName> tables();

    /**
     * The operation in a few words, for a person.
     *
     * @return one line in the imperative: {@code add column users.avatar}
     */
    String describe();

    /**
     * What a schema is after the operation.
     *
     * @param before the schema it starts from; in an incomplete one, changes to unknown tables are not followed
     * @return the schema after it; incomplete when nobody can tell
     * @throws dev.migrate.problem.MigrateException {@code unknown-object} or {@code object-exists}, when it does not fit
     */
    SchemaModel applyTo(SchemaModel before);

    /**
     * What undoes this operation.
     *
     * @param before the schema it starts from: what a dropped column was is only known there
     * @return the inverse; empty where nothing can undo it (data, raw SQL, code), or where {@code before} is incomplete
     *     and does not know the table
     */
    Optional<Operation> inverse(SchemaModel before);

    /**
     * The one thing that the operation makes or takes away, so that the thing tells whether it was done.
     *
     * @return what it makes or takes away; empty where no one thing tells
     */
    default Optional<Existence> existence() {
        return Optional.empty();
    }

    /**
     * What tells whether there is anything to do, where {@code ifNotExists} or {@code ifExists} can be said: what the
     * operation makes or takes away, or what has to be there for it to change. {@link Existence} tells how an operation
     * takes part.
     *
     * @return what is looked for; empty where the operation always runs
     */
    default Optional<Existence> lookedFor() {
        return existence();
    }

    /**
     * Calls the visitor's method for this operation.
     *
     * @param <R> what the visitor makes of an operation
     * @param visitor one method for each operation
     * @return what that method returned
     */
    <R> R accept(Visitor<R> visitor);

    /**
     * One method for each operation, so that a forgotten one does not compile.
     *
     * @param <R> what is made of an operation
     */
    interface Visitor<R> extends TableOperation.Visitor<R> {
        /**
         * Changes what is not of one table.
         *
         * @param op the operation; it has a visitor of its own
         * @return what is made of it
         */
        R objectOperation(ObjectOperation op);

        /**
         * Inserts rows.
         *
         * @param op the operation
         * @return what is made of it
         */
        R insertRows(InsertRows op);

        /**
         * Updates rows.
         *
         * @param op the operation
         * @return what is made of it
         */
        R updateRows(UpdateRows op);

        /**
         * Deletes rows.
         *
         * @param op the operation
         * @return what is made of it
         */
        R deleteRows(DeleteRows op);

        /**
         * Runs a statement.
         *
         * @param op the operation
         * @return what is made of it
         */
        R executeSql(ExecuteSql op);

        /**
         * Runs the statements of a script.
         *
         * @param op the operation
         * @return what is made of it
         */
        R runScript(RunScript op);

        /**
         * Runs code.
         *
         * @param op the operation
         * @return what is made of it
         */
        R runCode(RunCode op);

        /**
         * Asks a question.
         *
         * @param op the operation
         * @return what is made of it
         */
        R verifyAnswer(VerifyAnswer op);

        /**
         * Updates rows in batches.
         *
         * @param op the operation
         * @return what is made of it
         */
        R backfill(Backfill op);

        /**
         * Decides when its turn comes.
         *
         * @param op the operation
         * @return what is made of it
         */
        R decide(Decide op);

        /**
         * Changes rows all at once or not at all.
         *
         * @param op the operation
         * @return what is made of it
         */
        R atomically(Atomically op);

        /**
         * Runs while no transaction is open.
         *
         * @param op the operation
         * @return what is made of it
         */
        R outsideTransaction(OutsideTransaction op);

        /**
         * Is left out when there is nothing for it to do.
         *
         * @param op the operation
         * @return what is made of it
         */
        R ifNeeded(IfNeeded op);
    }
}
