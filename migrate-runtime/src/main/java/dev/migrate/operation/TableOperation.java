package dev.migrate.operation;

import dev.migrate.schema.TableName;
import java.util.Set;

/** A change to the definition of one table. They have a visitor of their own, for what has nothing to do with others. */
public sealed interface TableOperation extends Operation
        permits CreateTable,
                DropTable,
                RenameTable,
                AlterTable,
                SetTableComment,
                SetTableOptions,
                AddColumn,
                DropColumn,
                RenameColumn,
                AlterColumn,
                CreateIndex,
                DropIndex,
                RenameIndex,
                AddConstraint,
                DropConstraint,
                RenameConstraint,
                ValidateConstraint {

    /**
     * The table that changes.
     *
     * @return its name before the change
     */
    TableName table();

    @Override
    default Set<TableName> tables() {
        return Set.of(table());
    }

    @Override
    default <R> R accept(Operation.Visitor<R> visitor) {
        return accept((Visitor<R>) visitor);
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
     * One method for each change of a table, so that a forgotten one does not compile.
     *
     * @param <R> what is made of an operation
     */
    interface Visitor<R> {
        /**
         * Creates a table.
         *
         * @param op the operation
         * @return what is made of it
         */
        R createTable(CreateTable op);

        /**
         * Drops a table.
         *
         * @param op the operation
         * @return what is made of it
         */
        R dropTable(DropTable op);

        /**
         * Renames a table.
         *
         * @param op the operation
         * @return what is made of it
         */
        R renameTable(RenameTable op);

        /**
         * Gives a table a comment, or takes it away.
         *
         * @param op the operation
         * @return what is made of it
         */
        R setTableComment(SetTableComment op);

        /**
         * Changes options of a table.
         *
         * @param op the operation
         * @return what is made of it
         */
        R setTableOptions(SetTableOptions op);

        /**
         * Adds a column.
         *
         * @param op the operation
         * @return what is made of it
         */
        R addColumn(AddColumn op);

        /**
         * Drops a column.
         *
         * @param op the operation
         * @return what is made of it
         */
        R dropColumn(DropColumn op);

        /**
         * Renames a column.
         *
         * @param op the operation
         * @return what is made of it
         */
        R renameColumn(RenameColumn op);

        /**
         * Changes a column.
         *
         * @param op the operation
         * @return what is made of it
         */
        R alterColumn(AlterColumn op);

        /**
         * Several changes of one table.
         *
         * @param op the operation
         * @return what is made of it
         */
        R alterTable(AlterTable op);

        /**
         * Creates an index.
         *
         * @param op the operation
         * @return what is made of it
         */
        R createIndex(CreateIndex op);

        /**
         * Drops an index.
         *
         * @param op the operation
         * @return what is made of it
         */
        R dropIndex(DropIndex op);

        /**
         * Renames an index.
         *
         * @param op the operation
         * @return what is made of it
         */
        R renameIndex(RenameIndex op);

        /**
         * Adds a constraint.
         *
         * @param op the operation
         * @return what is made of it
         */
        R addConstraint(AddConstraint op);

        /**
         * Drops a constraint.
         *
         * @param op the operation
         * @return what is made of it
         */
        R dropConstraint(DropConstraint op);

        /**
         * Renames a constraint.
         *
         * @param op the operation
         * @return what is made of it
         */
        R renameConstraint(RenameConstraint op);

        /**
         * Validates a constraint.
         *
         * @param op the operation
         * @return what is made of it
         */
        R validateConstraint(ValidateConstraint op);
    }
}
