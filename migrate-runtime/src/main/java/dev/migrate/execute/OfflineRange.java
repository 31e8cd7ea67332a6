package dev.migrate.execute;

import dev.migrate.problem.MigrateException;
import dev.migrate.problem.Problem;
import dev.migrate.problem.ProblemCode;

/**
 * Where a script begins and where it leads.
 *
 * @param from where the database stands
 * @param to what to reach
 */
record OfflineRange(String from, String to) {

    private static final String BASE = "base";

    /** Reads {@code to} or {@code from:to}: without a beginning it is the base, without an end the head. */
    static OfflineRange upgrade(String text) {
        OfflineRange range = text.contains(":") ? parse(text) : new OfflineRange(BASE, named(text));
        return new OfflineRange(
                range.from().isEmpty() ? BASE : range.from(), range.to().isEmpty() ? "head" : range.to());
    }

    /** Reads {@code from:to}. */
    static OfflineRange downgrade(String text) {
        OfflineRange range = text.contains(":") ? parse(text) : new OfflineRange("", text);
        if (range.from().isEmpty() || range.to().isEmpty()) {
            throw new MigrateException(Problem.of(
                            ProblemCode.BAD_PARAMETER,
                            "a script that undoes revisions has to know where the database stands: \"" + text
                                    + "\" does not say it")
                    .at("migrate.to")
                    .next("name both: -Dto=<from>:<to>, for example -Dto=8f3c:base"));
        }
        return range;
    }

    private static OfflineRange parse(String text) {
        String[] ends = text.strip().split(":", -1);
        if (ends.length != 2) {
            throw new MigrateException(
                    Problem.of(ProblemCode.BAD_PARAMETER, "\"" + text + "\" is not a range: it needs exactly one colon")
                            .at("migrate.to")
                            .next("write -Dto=<from>:<to>"));
        }
        return new OfflineRange(ends[0].strip(), ends[1].strip());
    }

    private static String named(String text) {
        if (text.isBlank()) {
            throw nothingNamed();
        }
        return text.strip();
    }

    static MigrateException nothingNamed() {
        return new MigrateException(Problem.of(ProblemCode.BAD_PARAMETER, "no revision was named")
                .at("migrate.to")
                .next("name one: an id, head, base, or a range <from>:<to>"));
    }
}
