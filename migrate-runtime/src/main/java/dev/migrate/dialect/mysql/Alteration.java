package dev.migrate.dialect.mysql;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Clauses of one {@code ALTER TABLE}. The server reads them all against the table as it was, so that what one clause
 * makes another cannot change: then a second statement is needed.
 *
 * @param clauses the clauses, in order
 * @param takes what is not there afterwards, such as {@code column fax}
 * @param makes what is there afterwards, and was not or not in this way
 * @param losesDefault columns whose default a statement of its own has to take away afterwards
 */
record Alteration(List<String> clauses, Set<String> takes, Set<String> makes, List<String> losesDefault) {

    static final Alteration NONE = new Alteration(List.of(), Set.of(), Set.of(), List.of());

    /** A clause that changes something in place. */
    static Alteration changing(String what, String clause) {
        return new Alteration(List.of(clause), Set.of(what), Set.of(what), List.of());
    }

    /** A clause that makes something. */
    static Alteration making(String what, String clause) {
        return new Alteration(List.of(clause), Set.of(), Set.of(what), List.of());
    }

    /** A clause that gives something another name. */
    static Alteration renaming(String from, String to, String clause) {
        return new Alteration(List.of(clause), Set.of(from), Set.of(to), List.of());
    }

    /** Clauses that take something away. */
    static Alteration taking(String what, List<String> clauses) {
        return new Alteration(clauses, Set.of(what), Set.of(), List.of());
    }

    Alteration thenDroppingDefaultOf(String column) {
        return new Alteration(clauses, takes, makes, List.of(column));
    }

    /** Whether another one can stand in the same statement, after this one. */
    boolean canTake(Alteration next) {
        return losesDefault.isEmpty()
                && Collections.disjoint(makes, next.makes)
                && Collections.disjoint(makes, next.takes)
                && Collections.disjoint(takes, next.takes);
    }

    Alteration and(Alteration next) {
        List<String> allClauses = new ArrayList<>(clauses);
        allClauses.addAll(next.clauses);
        Set<String> allTaken = new LinkedHashSet<>(takes);
        allTaken.addAll(next.takes);
        Set<String> allMade = new LinkedHashSet<>(makes);
        allMade.addAll(next.makes);
        List<String> allLosing = new ArrayList<>(losesDefault);
        allLosing.addAll(next.losesDefault);
        return new Alteration(allClauses, allTaken, allMade, allLosing);
    }
}
