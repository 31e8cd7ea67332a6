package dev.migrate.maven.source;

import dev.migrate.diff.Fills;
import dev.migrate.diff.MissingValues;
import dev.migrate.diff.NewNumbers;
import dev.migrate.diff.SchemaDiff;
import dev.migrate.diff.SchemaDifference;
import dev.migrate.operation.AddConstraint;
import dev.migrate.operation.AlterColumn;
import dev.migrate.operation.AlterTable;
import dev.migrate.operation.CreateTable;
import dev.migrate.operation.DropColumn;
import dev.migrate.operation.DropTable;
import dev.migrate.operation.Operation;
import dev.migrate.operation.SetEnumValues;
import dev.migrate.schema.ForeignKey;
import dev.migrate.schema.NameLimit;
import dev.migrate.schema.ObjectName;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A difference as the source of the migration that mends it. */
public final class DifferenceSource {

    /** What the schema is called where nobody gave it a name. */
    private static final String SAME_EVERYWHERE = "public";

    private DifferenceSource() {}

    /**
     * Writes it down, with a comment before what may lose data.
     *
     * @param diff what is different
     * @param limit how long names may be
     * @param placesColumns whether the database puts a column in its place
     * @param home the schema in which names without one are looked up, where that is known
     * @return the operations, both ways
     */
    public static OperationSource of(SchemaDiff diff, NameLimit limit, boolean placesColumns, Optional<String> home) {
        List<String> remarks = diff.proposals().isEmpty()
                ? List.of()
                : List.of("perhaps only another name; to keep the rows, generate it again with -Dmigrate.renames=\""
                        + String.join(", ", diff.proposals()) + "\"");
        OperationSource.Way up = new OperationSource.Way(diff.operations(), notes(diff, home), remarks);
        OperationSource.Way down = diff.wayBack()
                .map(operations -> new OperationSource.Way(operations, missingValues(operations), List.of()))
                .orElseGet(() -> new OperationSource.Way(
                        List.of(),
                        Map.of(),
                        List.of("nothing tells by itself how this is taken back: write it, or mark the class"
                                + " @Irreversible(\"why\")")));
        return OperationSource.of(up, down, limit, placesColumns);
    }

    /** What stops where there are rows: here, or in another database that this is meant for. */
    private static Map<Operation, List<String>> missingValues(List<Operation> operations) {
        Map<Operation, List<String>> notes = new LinkedHashMap<>();
        for (MissingValues missing : MissingValues.in(operations)) {
            notes.put(
                    missing.operation(),
                    List.of((missing.isNew()
                                    ? "where there are rows they have no value for it"
                                    : "rows without a value stop this")
                            + "; to give them one, generate it again with -Dmigrate.fill=\""
                            + Fills.name(missing.column()) + "=…\""));
        }
        return notes;
    }

    private static List<Operation> single(List<Operation> operations) {
        return operations.stream()
                .flatMap(operation ->
                        operation instanceof AlterTable several ? several.changes().stream() : Stream.of(operation))
                .toList();
    }

    private static Map<Operation, List<String>> notes(SchemaDiff diff, Optional<String> home) {
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
        missingValues(diff.operations())
                .forEach((operation, said) -> notes.computeIfAbsent(operation, first -> new ArrayList<>())
                        .addAll(said));
        diff.inTheWay()
                .forEach(view -> notes.computeIfAbsent(view.operation(), first -> new ArrayList<>())
                        .add(view.advice()));
        for (NewNumbers numbers : diff.newNumbers()) {
            single.stream()
                    .filter(operation -> operation instanceof AlterColumn alter
                            && alter.table().equals(numbers.table())
                            && alter.column().equals(numbers.column()))
                    .forEach(operation -> notes.computeIfAbsent(operation, first -> new ArrayList<>())
                            .add(numbers.advice()));
        }
        for (Operation operation : single) {
            if (home.isPresent() && refersBackTo(home.get(), operation)) {
                notes.computeIfAbsent(operation, first -> new ArrayList<>())
                        .add("from another schema a key refers to " + home.get()
                                + " by its name: where that schema has another name, write that one");
            }
        }
        return notes;
    }

    /** A database has the name that somebody gave it, and without one a key means the table beside its own. */
    private static boolean refersBackTo(String home, Operation operation) {
        return !home.equals(SAME_EVERYWHERE)
                && foreignKeys(operation)
                        .anyMatch(key -> key.references().schema().equals(Optional.of(home)));
    }

    private static Stream<ForeignKey> foreignKeys(Operation operation) {
        if (operation instanceof CreateTable create) {
            return create.definition().foreignKeys().stream();
        }
        return operation instanceof AddConstraint add && add.constraint() instanceof ForeignKey key
                ? Stream.of(key)
                : Stream.empty();
    }

    /** What an operation is about, of those by which something can be lost. */
    private static Optional<ObjectName> object(Operation operation) {
        if (operation instanceof DropTable drop) {
            return Optional.of(ObjectName.table(drop.table()));
        }
        if (operation instanceof DropColumn drop) {
            return Optional.of(ObjectName.of(ObjectName.Kind.COLUMN, drop.table(), drop.column()));
        }
        if (operation instanceof SetEnumValues values) {
            return Optional.of(ObjectName.beside(ObjectName.Kind.ENUM, values.type()));
        }
        if (operation instanceof AlterColumn alter) {
            return Optional.of(ObjectName.of(ObjectName.Kind.COLUMN, alter.table(), alter.column()));
        }
        return Optional.empty();
    }
}
