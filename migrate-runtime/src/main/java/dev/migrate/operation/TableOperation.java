package dev.migrate.operation;

import dev.migrate.schema.TableName;
import java.util.Set;

/** A change to the definition of one table. */
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
}
