package dev.migrate.schema;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * An index of a table.
 *
 * @param name its name
 * @param parts what it is sorted by, in order; at least one
 * @param unique whether no two rows may have the same values
 * @param where which rows it holds, in SQL; all, when empty
 */
public record Index(String name, List<Part> parts, boolean unique, Optional<String> where) {

    public Index {
        requireNonNull(name, "name");
        parts = List.copyOf(parts);
        requireNonNull(where, "where");
    }

    /**
     * One column or expression of an index.
     *
     * @param term the column's name, or the expression without its outer parentheses
     * @param expression whether {@code term} is an expression
     * @param descending whether it is sorted from high to low
     * @param prefix how many characters or bytes of the column are indexed; all, when empty
     */
    public record Part(String term, boolean expression, boolean descending, OptionalInt prefix) {

        public Part {
            requireNonNull(term, "term");
            requireNonNull(prefix, "prefix");
        }

        /**
         * A column in ascending order.
         *
         * @param column its name
         * @return the part
         */
        public static Part column(String column) {
            return new Part(column, false, false, OptionalInt.empty());
        }
    }
}
