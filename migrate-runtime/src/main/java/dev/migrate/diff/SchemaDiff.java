package dev.migrate.diff;

import dev.migrate.operation.Operation;
import dev.migrate.schema.ObjectName;
import java.util.List;
import java.util.Optional;

/**
 * What tells a database from what it should be.
 *
 * @param differences each difference, in a fixed order
 * @param operations what makes the database what it should be, in an order in which it can be done; empty when
 *     there is no difference
 * @param wayBack what makes of it again what it is, last first, but for rows: what was filled in stays, what was dropped
 *     comes back empty; empty when one of the operations cannot be taken back
 * @param leftAlone what the database has, the model does not know, and nobody asked to drop, in a fixed order
 * @param mandatory columns among those that must not be null and have no default: a row that is inserted by who does not
 *     know them is refused
 * @param proposals renames that would explain a thing that is missing and one that is not known, as
 *     {@link Renames#parse} takes them
 * @param unfilled new columns that must not be null, and nobody said what rows get in them
 */
public record SchemaDiff(
        List<SchemaDifference> differences,
        List<Operation> operations,
        Optional<List<Operation>> wayBack,
        List<ObjectName> leftAlone,
        List<ObjectName> mandatory,
        List<String> proposals,
        List<Unfilled> unfilled) {

    public SchemaDiff {
        differences = List.copyOf(differences);
        operations = List.copyOf(operations);
        wayBack = wayBack.map(List::copyOf);
        leftAlone = List.copyOf(leftAlone);
        mandatory = List.copyOf(mandatory);
        proposals = List.copyOf(proposals);
        unfilled = List.copyOf(unfilled);
    }

    /**
     * Whether the database is what it should be.
     *
     * @return true, when nothing has to be done
     */
    public boolean isEmpty() {
        return differences.isEmpty();
    }

    /**
     * A column that cannot be added as it is where there are rows.
     *
     * @param column the column
     * @param hasRows whether its table has rows, as far as it is known
     */
    public record Unfilled(ObjectName column, boolean hasRows) {

        @Override
        public String toString() {
            return column + (hasRows ? ", whose table has rows" : ", for an empty table only");
        }
    }
}
