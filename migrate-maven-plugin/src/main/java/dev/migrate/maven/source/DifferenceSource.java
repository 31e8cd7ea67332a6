package dev.migrate.maven.source;

import dev.migrate.diff.Fills;
import dev.migrate.diff.SchemaDiff;
import dev.migrate.diff.SchemaDifference;
import dev.migrate.operation.AddColumn;
import dev.migrate.operation.AlterColumn;
import dev.migrate.operation.AlterTable;
import dev.migrate.operation.DropColumn;
import dev.migrate.operation.DropTable;
import dev.migrate.operation.Operation;
import dev.migrate.operation.UpdateRows;
import dev.migrate.schema.NameLimit;
import dev.migrate.schema.ObjectName;
import dev.migrate.schema.TableName;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A difference as the source of the migration that mends it. */
public final class DifferenceSource {

    private DifferenceSource() {}

    /**
     * Writes it down, with a comment before what may lose data.
     *
     * @param diff what is different
     * @param limit how long names may be
     * @param placesColumns whether the database puts a column in its place
     * @return the operations, both ways
     */
    public static OperationSource of(SchemaDiff diff, NameLimit limit, boolean placesColumns) {
        List<String> remarks = diff.proposals().isEmpty()
                ? List.of()
                : List.of("perhaps only another name; to keep the rows, generate it again with -Dmigrate.renames=\""
                        + String.join(", ", diff.proposals()) + "\"");
        OperationSource.Way up = new OperationSource.Way(diff.operations(), notes(diff), remarks);
        OperationSource.Way down = diff.wayBack()
                .map(operations -> new OperationSource.Way(operations, unfilled(operations), List.of()))
                .orElseGet(() -> new OperationSource.Way(
                        List.of(),
                        Map.of(),
                        List.of("nothing tells by itself how this is taken back: write it, or mark the class"
                                + " @Irreversible(\"why\")")));
        return OperationSource.of(up, down, limit, placesColumns);
    }

    /** Columns that come back where rows have no value for them. */
    private static Map<Operation, List<String>> unfilled(List<Operation> operations) {
        Map<Operation, List<String>> notes = new LinkedHashMap<>();
        for (Operation operation : single(operations)) {
            if (operation instanceof AddColumn add && add.column().needsValue()) {
                notes.put(
                        add,
                        List.of("where there are rows they have no value for it; "
                                + fill(add.table(), add.column().name())));
            }
        }
        return notes;
    }

    private static String fill(TableName table, String column) {
        return "to give them one, generate it again with -Dmigrate.fill=\""
                + Fills.name(ObjectName.of(ObjectName.Kind.COLUMN, table, column)) + "=…\"";
    }

    private static boolean isFilled(AlterColumn alter, List<Operation> operations) {
        return operations.stream()
                .filter(UpdateRows.class::isInstance)
                .map(UpdateRows.class::cast)
                .filter(update -> update.table().equals(alter.table()))
                .flatMap(update -> update.assignments().stream())
                .anyMatch(assignment -> assignment.column().equals(alter.column()));
    }

    private static List<Operation> single(List<Operation> operations) {
        return operations.stream()
                .flatMap(operation ->
                        operation instanceof AlterTable several ? several.changes().stream() : Stream.of(operation))
                .toList();
    }

    private static Map<Operation, List<String>> notes(SchemaDiff diff) {
        Map<Operation, List<String>> notes = new LinkedHashMap<>();
        List<Operation> single = single(diff.operations());
        for (SchemaDifference difference : diff.differences()) {
            difference
                    .loss()
                    .ifPresent(loss -> single.stream()
                            .filter(operation -> object(operation).equals(Optional.of(difference.object())))
                            .forEach(operation -> notes.computeIfAbsent(operation, first -> new ArrayList<>())
                                    .add("data loss: " + loss)));
        }
        for (Operation operation : single) {
            if (operation instanceof AlterColumn alter
                    && alter.nullable().equals(Optional.of(false))
                    && !isFilled(alter, single)) {
                notes.computeIfAbsent(alter, first -> new ArrayList<>())
                        .add("rows without a value stop this; " + fill(alter.table(), alter.column()));
            }
        }
        return notes;
    }

    /** What an operation is about, of those by which something can be lost. */
    private static Optional<ObjectName> object(Operation operation) {
        if (operation instanceof DropTable drop) {
            return Optional.of(ObjectName.table(drop.table()));
        }
        if (operation instanceof DropColumn drop) {
            return Optional.of(ObjectName.of(ObjectName.Kind.COLUMN, drop.table(), drop.column()));
        }
        if (operation instanceof AlterColumn alter) {
            return Optional.of(ObjectName.of(ObjectName.Kind.COLUMN, alter.table(), alter.column()));
        }
        return Optional.empty();
    }
}
