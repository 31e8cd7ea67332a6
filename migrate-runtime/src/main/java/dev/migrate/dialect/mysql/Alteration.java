package dev.migrate.dialect.mysql;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Clauses of one {@code ALTER TABLE}. The server reads them all against the table as it was, so that what one clause
 * makes another cannot change: then a second statement is needed. So it is when a column takes the name of another that
 * goes: the indexes of the old one would stay, on the new one.
 *
 * @param clauses the clauses, in order
 * @param takes what is not there afterwards, such as {@code column fax}
 * @param makes what is there afterwards, and was not or not in this way
 * @param uses what has to be there under the name it has now, such as the columns of a new index
 * @param losesDefault columns whose default a statement of its own has to take away afterwards
 */
record Alteration(
        List<String> clauses, Set<String> takes, Set<String> makes, Set<String> uses, List<String> losesDefault) {

    /** How what is taken, made or used is called, where it is a column. */
    static final String COLUMN = "column ";

    static final Alteration NONE = new Alteration(List.of(), Set.of(), Set.of(), Set.of(), List.of());

    /** A clause that changes something in place. */
    static Alteration changing(String what, String clause) {
        return changing(what, List.of(clause));
    }

    /** Clauses that change something in place. */
    static Alteration changing(String what, List<String> clauses) {
        return new Alteration(clauses, Set.of(what), Set.of(what), Set.of(), List.of());
    }

    /** A clause that makes something. */
    static Alteration making(String what, String clause) {
        return new Alteration(List.of(clause), Set.of(), Set.of(what), Set.of(), List.of());
    }

    /** A clause that gives something another name. */
    static Alteration renaming(String from, String to, String clause) {
        return new Alteration(List.of(clause), Set.of(from), Set.of(to), Set.of(), List.of());
    }

    /** Clauses that take something away. */
    static Alteration taking(String what, List<String> clauses) {
        return new Alteration(clauses, Set.of(what), Set.of(), Set.of(), List.of());
    }

    Alteration thenDroppingDefaultOf(String column) {
        return new Alteration(clauses, takes, makes, uses, List.of(column));
    }

    Alteration using(Collection<String> what) {
        return new Alteration(clauses, takes, makes, new LinkedHashSet<>(what), losesDefault);
    }

    /** Whether another one can stand in the same statement, after this one. */
    boolean canTake(Alteration next) {
        return losesDefault.isEmpty()
                && Collections.disjoint(makes, next.makes)
                && Collections.disjoint(makes, next.takes)
                && Collections.disjoint(takes, next.takes)
                && takes.stream().noneMatch(what -> what.startsWith(COLUMN) && next.makes.contains(what))
                && Collections.disjoint(uses, next.takes);
    }

    Alteration and(Alteration next) {
        return new Alteration(
                Stream.concat(clauses.stream(), next.clauses.stream()).toList(),
                union(takes, next.takes),
                union(makes, next.makes),
                union(uses, next.uses),
                Stream.concat(losesDefault.stream(), next.losesDefault.stream()).toList());
    }

    private static Set<String> union(Set<String> some, Set<String> others) {
        Set<String> all = new LinkedHashSet<>(some);
        all.addAll(others);
        return all;
    }
}
