package dev.migrate.problem;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * One piece of bad news: what happened, where, and what to do next.
 *
 * <p>The compiler plugin, the runtime and the goals all report in this shape. The code is stable and searchable; the
 * words are for people and may change. No component ever holds a password.
 *
 * @param code what kind of problem it is
 * @param what one or two sentences with the actual values
 * @param where the place: a class, a revision and statement, a parameter, a file and line; empty where there is none
 * @param next what the reader should do; empty where nothing helps
 */
public record Problem(ProblemCode code, String what, Optional<String> where, Optional<String> next) {

    public Problem {
        requireNonNull(code, "code");
        requireNonNull(what, "what");
        requireNonNull(where, "where");
        requireNonNull(next, "next");
    }

    /**
     * A problem without place and advice; add them with {@link #at} and {@link #next}.
     *
     * @param code what kind of problem it is
     * @param what one or two sentences with the actual values
     * @return the problem
     */
    public static Problem of(ProblemCode code, String what) {
        return new Problem(code, what, Optional.empty(), Optional.empty());
    }

    /**
     * The same problem at a place.
     *
     * @param place where it happened
     * @return a copy
     */
    public Problem at(String place) {
        return new Problem(code, what, Optional.of(place), next);
    }

    /**
     * The same problem with advice.
     *
     * @param advice what to do next
     * @return a copy
     */
    public Problem next(String advice) {
        return new Problem(code, what, where, Optional.of(advice));
    }

    /**
     * The problem as people read it: the code in brackets, then what, where and next, each on its own line; lines
     * inside a component are indented so that they stay below it.
     *
     * @return one to many lines, separated by {@code \n}, without a line break at the end
     */
    public String text() {
        StringBuilder text =
                new StringBuilder("[").append(code.code()).append("] ").append(indented(what, "  "));
        where.ifPresent(place -> text.append("\n  where: ").append(indented(place, "         ")));
        next.ifPresent(advice -> text.append("\n  next:  ").append(indented(advice, "         ")));
        return text.toString();
    }

    private static String indented(String lines, String indent) {
        return lines.strip().replace("\r\n", "\n").replace("\n", "\n" + indent);
    }
}
