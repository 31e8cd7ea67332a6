package dev.migrate.simulate;

import dev.migrate.graph.Direction;
import dev.migrate.index.IndexedHistory;
import dev.migrate.index.RevisionEntry;
import dev.migrate.operation.CreateTable;
import dev.migrate.operation.IfNeeded;
import dev.migrate.operation.Operation;
import dev.migrate.operation.OutsideTransaction;
import dev.migrate.operation.RenameTable;
import dev.migrate.problem.MigrateException;
import dev.migrate.record.OperationRecorder;
import dev.migrate.record.RecordingContext;
import dev.migrate.schema.SchemaModel;
import dev.migrate.schema.TableName;
import java.util.List;
import java.util.Optional;

/** Tables that other histories of the same module make: whether they are in the same database, only the settings tell. */
final class OtherHistories {

    private OtherHistories() {}

    /** A schema in which there is nothing, as far as these histories leave that certain. */
    static SchemaModel hiding(List<IndexedHistory> histories, RecordingContext context) {
        SchemaModel beginning = SchemaModel.empty();
        for (IndexedHistory history : histories) {
            String because = (history.name().isEmpty() ? "the unnamed history" : "history " + history.name())
                    + " of the same module makes it";
            for (RevisionEntry entry : history.entries()) {
                for (Operation operation : recorded(history, entry, context)) {
                    Optional<TableName> made = made(operation);
                    if (made.isPresent()) {
                        beginning = beginning.withUnknown(made.get(), because);
                    }
                }
            }
        }
        return beginning;
    }

    private static List<Operation> recorded(IndexedHistory history, RevisionEntry entry, RecordingContext context) {
        try {
            return OperationRecorder.record(
                    history.instantiate(entry.id()), Direction.UP, context.withBefore(SchemaModel::empty));
        } catch (MigrateException e) {
            return List.of(); // what is wrong with it is told where its own history is validated
        }
    }

    private static Optional<TableName> made(Operation operation) {
        if (operation instanceof OutsideTransaction outside) {
            return made(outside.operation());
        }
        if (operation instanceof IfNeeded ifNeeded) {
            return made(ifNeeded.operation());
        }
        if (operation instanceof RenameTable rename) {
            return Optional.of(rename.table().sibling(rename.newName()));
        }
        return operation instanceof CreateTable create
                ? Optional.of(create.definition().name())
                : Optional.empty();
    }
}
