package dev.migrate.operation;

import static java.util.Objects.requireNonNull;

import dev.migrate.schema.SchemaModel;
import dev.migrate.schema.TableName;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Several changes of one table, made at once where the database can.
 *
 * @param table the table
 * @param changes the changes, in order; at least one, all of this table
 * @param algorithm how the server may make them; empty to leave it to the server (MySQL, MariaDB)
 * @param lock what others may do to the table meanwhile; empty to leave it to the server (MySQL, MariaDB)
 */
public record AlterTable(
        TableName table, List<TableOperation> changes, Optional<Algorithm> algorithm, Optional<Lock> lock)
        implements TableOperation {

    /** How a server changes a table. It refuses what it cannot do in that way, rather than take another. */
    public enum Algorithm {
        /** In the catalogue alone. */
        INSTANT,
        /** Without copying what the rows are kept by (MariaDB). */
        NOCOPY,
        /** Without a copy of the table that the server fills row by row. */
        INPLACE,
        /** By filling a copy. */
        COPY
    }

    /** What others may do to a table while it is changed, at least. */
    public enum Lock {
        /** Read and write. */
        NONE,
        /** Read. */
        SHARED,
        /** Nothing. */
        EXCLUSIVE
    }

    public AlterTable {
        requireNonNull(table, "table");
        requireNonNull(algorithm, "algorithm");
        requireNonNull(lock, "lock");
        changes = List.copyOf(changes);
        for (TableOperation change : changes) {
            if (!change.table().equals(table) || change instanceof AlterTable) {
                throw new IllegalArgumentException("\"" + change.describe() + "\" is not a change within " + table);
            }
        }
    }

    /**
     * Several changes, made in the way that the server chooses.
     *
     * @param table the table
     * @param changes the changes, in order; at least one, all of this table
     */
    public AlterTable(TableName table, List<TableOperation> changes) {
        this(table, changes, Optional.empty(), Optional.empty());
    }

    @Override
    public String describe() {
        return "alter table " + table + ": "
                + changes.stream().map(Operation::describe).collect(Collectors.joining(", "));
    }

    @Override
    public SchemaModel applyTo(SchemaModel before) {
        SchemaModel after = before;
        for (TableOperation change : changes) {
            after = change.applyTo(after);
        }
        return after;
    }

    /**
     * In the way that the server chooses: what was demanded of the way there may not be possible on the way back, as for a
     * column that is added at the end in an instant and takes a copy to drop.
     */
    @Override
    public Optional<Operation> inverse(SchemaModel before) {
        return Inversion.of(changes, before)
                .map(inverses -> new AlterTable(
                        table, inverses.stream().flatMap(AlterTable::parts).toList()));
    }

    /** A dropped column comes back together with what was about it alone. */
    private static Stream<TableOperation> parts(Operation inverse) {
        return inverse instanceof AlterTable several ? several.changes().stream() : Stream.of((TableOperation) inverse);
    }

    /** A column that is added together with its keys is one thing. */
    private boolean isOneThing() {
        boolean oneColumn = changes.get(0) instanceof AddColumn
                && changes.stream().skip(1).allMatch(change -> change instanceof AddConstraint);
        return oneColumn || changes.size() == 1;
    }

    @Override
    public Optional<Existence> existence() {
        return isOneThing() ? changes.get(0).existence() : Optional.empty();
    }

    @Override
    public Optional<Existence> lookedFor() {
        return isOneThing() ? changes.get(0).lookedFor() : Optional.empty();
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.alterTable(this);
    }
}
