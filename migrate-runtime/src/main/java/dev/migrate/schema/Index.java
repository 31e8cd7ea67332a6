package dev.migrate.schema;

import static java.util.Objects.requireNonNull;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * An index of a table.
 *
 * @param name its name
 * @param parts what it is sorted by, in order; at least one
 * @param unique whether no two rows may have the same values
 * @param where which rows it holds, in SQL; all, when empty
 * @param include columns that are kept in it and not sorted by, in order; mostly none
 * @param method how it is built, in lower case, where that is not the database's usual way: {@code gin}, {@code hash},
 *     on MySQL and MariaDB also {@code fulltext}, {@code fulltext with parser ngram} and {@code spatial}
 * @param invisible whether the optimizer leaves it aside
 * @param nullsNotDistinct whether a unique one takes two rows without a value for the same; else any two differ
 * @param storage how it is kept, by names in lower case such as {@code fillfactor}, sorted; mostly nothing
 */
public record Index(
        String name,
        List<Part> parts,
        boolean unique,
        Optional<String> where,
        List<String> include,
        Optional<String> method,
        boolean invisible,
        boolean nullsNotDistinct,
        Map<String, String> storage) {

    public Index {
        requireNonNull(name, "name");
        parts = List.copyOf(parts);
        requireNonNull(where, "where");
        include = List.copyOf(include);
        requireNonNull(method, "method");
        storage = Collections.unmodifiableMap(new TreeMap<>(storage));
    }

    /**
     * An index that takes any two rows without a value for different, and is kept in the usual way.
     *
     * @param name its name
     * @param parts what it is sorted by, in order; at least one
     * @param unique whether no two rows may have the same values
     * @param where which rows it holds, in SQL; all, when empty
     * @param include columns that are kept in it and not sorted by, in order
     * @param method how it is built, in lower case, where that is not the database's usual way
     * @param invisible whether the optimizer leaves it aside
     */
    public Index(
            String name,
            List<Part> parts,
            boolean unique,
            Optional<String> where,
            List<String> include,
            Optional<String> method,
            boolean invisible) {
        this(name, parts, unique, where, include, method, invisible, false, Map.of());
    }

    /**
     * An index that is built in the usual way, and keeps nothing but what it is sorted by.
     *
     * @param name its name
     * @param parts what it is sorted by, in order; at least one
     * @param unique whether no two rows may have the same values
     * @param where which rows it holds, in SQL; all, when empty
     * @return the index
     */
    public static Index of(String name, List<Part> parts, boolean unique, Optional<String> where) {
        return new Index(name, parts, unique, where, List.of(), Optional.empty(), false);
    }

    /**
     * The columns that it sorts by or keeps.
     *
     * @return their names; what expressions are about is not known
     */
    public List<String> columns() {
        return Stream.concat(parts.stream().filter(part -> !part.expression()).map(Part::term), include.stream())
                .toList();
    }

    /**
     * Whether the index names a column, in its SQL too.
     *
     * @param column one of its table's columns
     * @param table its table
     * @return false only where it does not
     */
    public boolean names(String column, Table table) {
        return sorted(table).contains(column)
                || include.contains(column)
                || where.filter(condition -> ColumnsInSql.of(condition, table).contains(column))
                        .isPresent();
    }

    /**
     * Whether the index is about one column and no other, whatever decides which rows it holds. It goes with that column.
     *
     * @param column one of its table's columns
     * @param table its table
     * @return whether it sorts by and keeps nothing else
     */
    public boolean isAboutAlone(String column, Table table) {
        return sorted(table).equals(Set.of(column)) && Set.of(column).containsAll(include);
    }

    private Set<String> sorted(Table table) {
        return parts.stream().flatMap(part -> part.columns(table).stream()).collect(Collectors.toSet());
    }

    /**
     * The same index under another name.
     *
     * @param newName the other name
     * @return a copy
     */
    public Index withName(String newName) {
        return new Index(newName, parts, unique, where, include, method, invisible, nullsNotDistinct, storage);
    }

    /**
     * The same index of other terms.
     *
     * @param newParts what it is sorted by, in order; at least one
     * @return a copy
     */
    public Index withParts(List<Part> newParts) {
        return new Index(name, newParts, unique, where, include, method, invisible, nullsNotDistinct, storage);
    }

    /**
     * The same index of other rows.
     *
     * @param condition which rows it holds, in SQL; all, when empty
     * @return a copy
     */
    public Index withWhere(Optional<String> condition) {
        return new Index(name, parts, unique, condition, include, method, invisible, nullsNotDistinct, storage);
    }

    /**
     * The same index with other columns kept in it.
     *
     * @param columns columns that are kept and not sorted by, in order
     * @return a copy
     */
    public Index withInclude(List<String> columns) {
        return new Index(name, parts, unique, where, columns, method, invisible, nullsNotDistinct, storage);
    }

    /**
     * The same index, built in another way.
     *
     * @param newMethod the method in lower case; empty for the database's usual way
     * @return a copy
     */
    public Index withMethod(Optional<String> newMethod) {
        return new Index(name, parts, unique, where, include, newMethod, invisible, nullsNotDistinct, storage);
    }

    /**
     * The same index, for which nulls are equal or not.
     *
     * @param same whether two rows without a value have the same
     * @return a copy
     */
    public Index withNullsNotDistinct(boolean same) {
        return new Index(name, parts, unique, where, include, method, invisible, same, storage);
    }

    /**
     * The same index, kept in another way.
     *
     * @param parameters how it is kept, by names in lower case
     * @return a copy
     */
    public Index withStorage(Map<String, String> parameters) {
        return new Index(name, parts, unique, where, include, method, invisible, nullsNotDistinct, parameters);
    }

    Index withColumnRenamed(String from, String to) {
        return withParts(parts.stream()
                        .map(part -> part.withColumnRenamed(from, to))
                        .toList())
                .withInclude(Renamed.column(include, from, to));
    }

    /** Where an index has the rows that have no value. */
    public enum Nulls {
        /** Before all others. */
        FIRST,
        /** After all others. */
        LAST
    }

    /**
     * One column or expression of an index.
     *
     * @param term the column's name, or the expression without its outer parentheses
     * @param expression whether {@code term} is an expression
     * @param descending whether it is sorted from high to low
     * @param prefix how many characters or bytes of the column are indexed; all, when empty
     * @param qualifier what stands between the term and its order in the database's own SQL, where it is not what would
     *     be meant without it: a collation, an operator class
     * @param nulls where rows without a value stand, if not where the database puts them for that order by itself
     */
    public record Part(
            String term,
            boolean expression,
            boolean descending,
            OptionalInt prefix,
            Optional<String> qualifier,
            Optional<Nulls> nulls) {

        public Part {
            requireNonNull(term, "term");
            requireNonNull(prefix, "prefix");
            requireNonNull(qualifier, "qualifier");
            requireNonNull(nulls, "nulls");
        }

        /**
         * A column in ascending order.
         *
         * @param column its name
         * @return the part
         */
        public static Part column(String column) {
            return new Part(column, false, false, OptionalInt.empty(), Optional.empty(), Optional.empty());
        }

        /**
         * An expression in ascending order.
         *
         * @param sql the expression without its outer parentheses
         * @return the part
         */
        public static Part expression(String sql) {
            return new Part(sql, true, false, OptionalInt.empty(), Optional.empty(), Optional.empty());
        }

        /**
         * The same part of another column, or with another expression.
         *
         * @param newTerm the column's name, or the expression
         * @return a copy
         */
        public Part withTerm(String newTerm) {
            return new Part(newTerm, expression, descending, prefix, qualifier, nulls);
        }

        /** The columns of its table that it is about. */
        Set<String> columns(Table table) {
            return expression ? ColumnsInSql.of(term, table) : Set.of(term);
        }

        Part withColumnRenamed(String from, String to) {
            return !expression && term.equals(from) ? withTerm(to) : this;
        }

        /**
         * The same part in one of the two orders.
         *
         * @param fromHighToLow whether it is sorted from high to low
         * @return a copy
         */
        public Part withDescending(boolean fromHighToLow) {
            return new Part(term, expression, fromHighToLow, prefix, qualifier, nulls);
        }

        /**
         * The same part of a column's beginning.
         *
         * @param length how many characters or bytes are indexed; empty for all
         * @return a copy
         */
        public Part withPrefix(OptionalInt length) {
            return new Part(term, expression, descending, length, qualifier, nulls);
        }

        /**
         * The same part with another collation or operator class.
         *
         * @param sql what stands between the term and its order; empty for what the database means by itself
         * @return a copy
         */
        public Part withQualifier(Optional<String> sql) {
            return new Part(term, expression, descending, prefix, sql, nulls);
        }

        /**
         * The same part with rows without a value in another place.
         *
         * @param place where they stand; empty for where the database puts them by itself
         * @return a copy
         */
        public Part withNulls(Optional<Nulls> place) {
            return new Part(term, expression, descending, prefix, qualifier, place);
        }
    }
}
