package dev.migrate.operation;

import dev.migrate.schema.TableName;
import java.util.Set;

/**
 * A change that is not of one table: sequences, schemas, types with a name, views. They have a visitor of their own, so
 * that what does the same with all of them says so once.
 */
public sealed interface ObjectOperation extends Operation
        permits CreateSequence,
                AlterSequence,
                RenameSequence,
                DropSequence,
                CreateSchema,
                DropSchema,
                CreateEnum,
                AddEnumValue,
                RenameEnumValue,
                SetEnumValues,
                RenameEnum,
                DropEnum,
                CreateView,
                ReplaceView,
                DropView,
                SetComment {

    @Override
    default Set<TableName> tables() {
        return Set.of();
    }

    @Override
    default <R> R accept(Operation.Visitor<R> visitor) {
        return visitor.objectOperation(this);
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
    interface Visitor<R> {
        /**
         * Creates a sequence.
         *
         * @param op the operation
         * @return what is made of it
         */
        R createSequence(CreateSequence op);

        /**
         * Changes a sequence.
         *
         * @param op the operation
         * @return what is made of it
         */
        R alterSequence(AlterSequence op);

        /**
         * Renames a sequence.
         *
         * @param op the operation
         * @return what is made of it
         */
        R renameSequence(RenameSequence op);

        /**
         * Drops a sequence.
         *
         * @param op the operation
         * @return what is made of it
         */
        R dropSequence(DropSequence op);

        /**
         * Creates a schema.
         *
         * @param op the operation
         * @return what is made of it
         */
        R createSchema(CreateSchema op);

        /**
         * Drops a schema.
         *
         * @param op the operation
         * @return what is made of it
         */
        R dropSchema(DropSchema op);

        /**
         * Creates a type of a few words.
         *
         * @param op the operation
         * @return what is made of it
         */
        R createEnum(CreateEnum op);

        /**
         * Adds a word to a type.
         *
         * @param op the operation
         * @return what is made of it
         */
        R addEnumValue(AddEnumValue op);

        /**
         * Renames a word of a type.
         *
         * @param op the operation
         * @return what is made of it
         */
        R renameEnumValue(RenameEnumValue op);

        /**
         * Gives a type other words.
         *
         * @param op the operation
         * @return what is made of it
         */
        R setEnumValues(SetEnumValues op);

        /**
         * Renames a type.
         *
         * @param op the operation
         * @return what is made of it
         */
        R renameEnum(RenameEnum op);

        /**
         * Drops a type.
         *
         * @param op the operation
         * @return what is made of it
         */
        R dropEnum(DropEnum op);

        /**
         * Creates a view.
         *
         * @param op the operation
         * @return what is made of it
         */
        R createView(CreateView op);

        /**
         * Gives a view another query.
         *
         * @param op the operation
         * @return what is made of it
         */
        R replaceView(ReplaceView op);

        /**
         * Drops a view.
         *
         * @param op the operation
         * @return what is made of it
         */
        R dropView(DropView op);

        /**
         * Comments on what stands beside the tables.
         *
         * @param op the operation
         * @return what is made of it
         */
        R setComment(SetComment op);
    }
}
