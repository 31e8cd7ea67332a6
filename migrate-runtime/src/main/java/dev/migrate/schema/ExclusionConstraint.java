package dev.migrate.schema;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A comparison that is true for no two rows (PostgreSQL): of any two of them, at least one element's operator says no.
 *
 * @param name its name
 * @param method how its index is built, in lower case: {@code gist}, {@code spgist}, {@code btree}, {@code hash}
 * @param elements what is compared, in order; at least one
 * @param include columns that its index keeps besides, in order; mostly none
 * @param where which rows it is about, in SQL; all, when empty
 * @param deferral when it is checked, where that can wait
 */
public record ExclusionConstraint(
        String name,
        String method,
        List<Element> elements,
        List<String> include,
        Optional<String> where,
        Optional<Deferral> deferral)
        implements Constraint {

    /**
     * One comparison.
     *
     * @param part the column or expression, as it stands in an index
     * @param operator how two rows are compared: {@code =}, {@code &&}, {@code OPERATOR(extensions.&&)}
     */
    public record Element(Index.Part part, String operator) {
        public Element {
            requireNonNull(part, "part");
            requireNonNull(operator, "operator");
        }
    }

    public ExclusionConstraint {
        requireNonNull(name, "name");
        requireNonNull(method, "method");
        elements = List.copyOf(elements);
        include = List.copyOf(include);
        requireNonNull(where, "where");
        requireNonNull(deferral, "deferral");
    }

    @Override
    public Kind kind() {
        return Kind.EXCLUSION;
    }

    @Override
    public List<String> columns() {
        return elements.stream()
                .map(Element::part)
                .filter(part -> !part.expression())
                .map(Index.Part::term)
                .toList();
    }

    @Override
    public List<String> mentionedColumns() {
        return Stream.concat(columns().stream(), include.stream()).toList();
    }

    @Override
    public boolean names(String column, Table table) {
        return compared(table).contains(column)
                || include.contains(column)
                || where.filter(condition -> ColumnsInSql.of(condition, table).contains(column))
                        .isPresent();
    }

    /** What it compares, and not which rows. */
    @Override
    public boolean isAboutAlone(String column, Table table) {
        return compared(table).equals(Set.of(column)) && Set.of(column).containsAll(include);
    }

    private Set<String> compared(Table table) {
        return elements.stream()
                .flatMap(element -> element.part().columns(table).stream())
                .collect(Collectors.toSet());
    }

    @Override
    public ExclusionConstraint withName(String newName) {
        return new ExclusionConstraint(newName, method, elements, include, where, deferral);
    }

    @Override
    public ExclusionConstraint withColumnRenamed(String from, String to) {
        return new ExclusionConstraint(
                name,
                method,
                elements.stream()
                        .map(element -> new Element(element.part().withColumnRenamed(from, to), element.operator()))
                        .toList(),
                Renamed.column(include, from, to),
                where,
                deferral);
    }
}
