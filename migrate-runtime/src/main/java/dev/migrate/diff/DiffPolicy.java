package dev.migrate.diff;

import static java.util.Objects.requireNonNull;

import dev.migrate.schema.ObjectName;
import dev.migrate.schema.TableName;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What is compared, and what may be done about it.
 *
 * @param dropsUnknown whether what the model does not know is dropped; else it is told of and left alone
 * @param includes which things are looked at; a table that is not takes all that is within it out as well
 * @param types whether two types are the same, where their forms differ; by itself they are not
 * @param defaults whether two defaults are the same, where their forms differ; by itself they are not
 * @param renames what is the same thing under another name
 * @param rows the rows that are there, for which a column that must not be null needs a value
 * @param fills the values that present rows get, in SQL, by column
 */
public record DiffPolicy(
        boolean dropsUnknown,
        Predicate<ObjectName> includes,
        TypeComparator types,
        DefaultComparator defaults,
        Renames renames,
        PresentRows rows,
        Map<ObjectName, String> fills) {

    /** Everything is compared; nothing that is not known is dropped; tables are taken to be empty. */
    public static final DiffPolicy USUAL = new DiffPolicy(
            false,
            object -> true,
            (column, actual, desired) -> false,
            (column, actual, desired) -> false,
            Renames.NONE,
            PresentRows.NONE,
            Map.of());

    public DiffPolicy {
        requireNonNull(includes, "includes");
        requireNonNull(types, "types");
        requireNonNull(defaults, "defaults");
        requireNonNull(renames, "renames");
        requireNonNull(rows, "rows");
        fills = Map.copyOf(fills);
    }

    /**
     * The same policy for what the model does not know.
     *
     * @param drop whether it is dropped
     * @return a copy
     */
    public DiffPolicy withDropsUnknown(boolean drop) {
        return new DiffPolicy(drop, includes, types, defaults, renames, rows, fills);
    }

    /**
     * The same policy for some things only.
     *
     * @param which which things are looked at
     * @return a copy
     */
    public DiffPolicy withIncludes(Predicate<ObjectName> which) {
        return new DiffPolicy(dropsUnknown, which, types, defaults, renames, rows, fills);
    }

    /**
     * The same policy with another judge of types.
     *
     * @param same whether two types are the same, where their forms differ
     * @return a copy
     */
    public DiffPolicy withTypes(TypeComparator same) {
        return new DiffPolicy(dropsUnknown, includes, same, defaults, renames, rows, fills);
    }

    /**
     * The same policy with another judge of defaults.
     *
     * @param same whether two defaults are the same, where their forms differ
     * @return a copy
     */
    public DiffPolicy withDefaults(DefaultComparator same) {
        return new DiffPolicy(dropsUnknown, includes, types, same, renames, rows, fills);
    }

    /**
     * The same policy with renames.
     *
     * @param same what is the same thing under another name
     * @return a copy
     */
    public DiffPolicy withRenames(Renames same) {
        return new DiffPolicy(dropsUnknown, includes, types, defaults, same, rows, fills);
    }

    /**
     * The same policy for tables with rows.
     *
     * @param present the rows that are there
     * @param values the values that they get in columns that must not be null from now on, in SQL, by column
     * @return a copy
     */
    public DiffPolicy withRows(PresentRows present, Map<ObjectName, String> values) {
        return new DiffPolicy(dropsUnknown, includes, types, defaults, renames, present, values);
    }

    /**
     * The same policy with the project's own comparisons.
     *
     * @param sameTypes whether two types are the same, where their forms differ
     * @param sameDefaults whether two defaults are the same, where their forms differ
     * @return a copy
     */
    public DiffPolicy withComparators(TypeComparator sameTypes, DefaultComparator sameDefaults) {
        return new DiffPolicy(dropsUnknown, includes, sameTypes, sameDefaults, renames, rows, fills);
    }

    /** The value that present rows get, by whatever name of the column it was said. */
    Optional<String> fill(DatabaseRules rules, TableName table, String column) {
        return fills.entrySet().stream()
                .filter(each -> rules.name(each.getKey().owner()).equals(rules.name(table)))
                .filter(each -> each.getKey().part().map(rules::name).equals(Optional.of(rules.name(column))))
                .map(Map.Entry::getValue)
                .findFirst();
    }
}
