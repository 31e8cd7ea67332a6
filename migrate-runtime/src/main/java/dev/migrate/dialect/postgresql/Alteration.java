package dev.migrate.dialect.postgresql;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Clauses of one {@code ALTER TABLE}. The server does not follow their order: it drops first, then changes types, adds
 * columns, adds constraints, and sets the rest. What depends on another order needs a second statement.
 *
 * @param before statements that have to come first
 * @param clauses the clauses, in order
 * @param needs what has to be there under its name, such as {@code column fax}
 * @param makes what is there afterwards, and was not or not in this way
 * @param drops whether something is dropped
 * @param uses what else it names; {@link #ANYTHING}, where there is SQL in it into which nobody looked
 * @param after statements that follow it
 */
record Alteration(
        List<String> before,
        List<String> clauses,
        Set<String> needs,
        Set<String> makes,
        boolean drops,
        Set<String> uses,
        List<String> after) {

    static final String ANYTHING = "anything";

    /** Values of a column are computed anew, which PostgreSQL 18 cannot do where columns behind it change in place. */
    static final String COMPUTED = "computed";

    static final Alteration NONE = new Alteration(List.of(), List.of(), Set.of(), Set.of(), false, Set.of(), List.of());

    /** Clauses that make something. */
    static Alteration making(String what, List<String> clauses) {
        return new Alteration(List.of(), clauses, Set.of(), Set.of(what), false, Set.of(), List.of());
    }

    /** Clauses that change something in place. */
    static Alteration changing(String what, List<String> clauses) {
        return new Alteration(List.of(), clauses, Set.of(what), Set.of(what), false, Set.of(), List.of());
    }

    /** Clauses that take something away. */
    static Alteration dropping(String what, List<String> clauses) {
        return new Alteration(List.of(), clauses, Set.of(what), Set.of(), true, Set.of(), List.of());
    }

    Alteration using(Collection<String> what) {
        return new Alteration(before, clauses, needs, makes, drops, new LinkedHashSet<>(what), after);
    }

    Alteration first(List<String> statements) {
        return new Alteration(statements, clauses, needs, makes, drops, uses, after);
    }

    Alteration then(List<String> statements) {
        return new Alteration(before, clauses, needs, makes, drops, uses, statements);
    }

    boolean isEmpty() {
        return before.isEmpty() && clauses.isEmpty() && after.isEmpty();
    }

    /**
     * Whether another one can stand in the same statement, after this one. A constraint of columns that this one makes
     * can: it is added last.
     */
    boolean canTake(Alteration next) {
        return (next.before.isEmpty() || isEmpty())
                && Collections.disjoint(makes, next.needs)
                && Collections.disjoint(makes, next.makes)
                && (next.needs.isEmpty() || !uses.contains(COMPUTED))
                && !(next.drops && (uses.contains(ANYTHING) || !Collections.disjoint(uses, next.needs)))
                && (makes.isEmpty() || next.needs.isEmpty() || !next.uses.contains(ANYTHING));
    }

    Alteration and(Alteration next) {
        return new Alteration(
                joined(before, next.before),
                joined(clauses, next.clauses),
                union(needs, next.needs),
                union(makes, next.makes),
                drops || next.drops,
                union(uses, next.uses),
                joined(after, next.after));
    }

    private static List<String> joined(List<String> some, List<String> others) {
        return Stream.concat(some.stream(), others.stream()).toList();
    }

    private static Set<String> union(Collection<String> some, Collection<String> others) {
        Set<String> all = new LinkedHashSet<>(some);
        all.addAll(others);
        return all;
    }
}
