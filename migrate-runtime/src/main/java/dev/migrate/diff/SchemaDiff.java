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
 * @param unfilled columns that must not be null from now on, and nobody said what rows get in them
 * @param unused columns for which somebody named a value, and no row gets it, neither on the way nor on the way back
 * @param inTheWay views that an operation stumbles over
 */
public record SchemaDiff(
        List<SchemaDifference> differences,
        List<Operation> operations,
        Optional<List<Operation>> wayBack,
        List<ObjectName> leftAlone,
        List<ObjectName> mandatory,
        List<String> proposals,
        List<Unfilled> unfilled,
        List<ObjectName> unused,
        List<ViewInTheWay> inTheWay) {

    public SchemaDiff {
        differences = List.copyOf(differences);
        operations = List.copyOf(operations);
        wayBack = wayBack.map(List::copyOf);
        leftAlone = List.copyOf(leftAlone);
        mandatory = List.copyOf(mandatory);
        proposals = List.copyOf(proposals);
        unfilled = List.copyOf(unfilled);
        unused = List.copyOf(unused);
        inTheWay = List.copyOf(inTheWay);
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
     * Columns whose numbers come from new sequences, which begin with numbers that are taken.
     *
     * @return them, in the order of the operations
     */
    public List<NewNumbers> newNumbers() {
        return NewNumbers.in(operations);
    }

    /**
     * A column that cannot become what it should be where rows have no value for it.
     *
     * @param column the column, by the name that it should have
     * @param isNew whether it is not there yet; else it may be null so far
     * @param hasRows whether there are such rows, as far as it is known
     */
    public record Unfilled(ObjectName column, boolean isNew, boolean hasRows) {

        @Override
        public String toString() {
            if (isNew) {
                return column + (hasRows ? ", whose table has rows" : ", for an empty table only");
            }
            return column + (hasRows ? ", and rows are there without a value" : ", only where every row has a value");
        }
    }
}
