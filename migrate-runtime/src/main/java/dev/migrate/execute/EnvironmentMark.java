package dev.migrate.execute;

import static java.util.Objects.requireNonNull;

import dev.migrate.problem.Problem;
import dev.migrate.problem.ProblemCode;
import java.util.Optional;

/**
 * What a database is, as it says itself, or what a run takes it for.
 *
 * @param environment the name of the environment, such as {@code prod}; empty when nobody said
 * @param production whether it is in production
 */
public record EnvironmentMark(String environment, boolean production) {

    /** Nothing was said. */
    public static final EnvironmentMark NONE = new EnvironmentMark("", false);

    public EnvironmentMark {
        requireNonNull(environment, "environment");
    }

    /**
     * In words.
     *
     * @return {@code "prod", production}; {@code not marked} when nothing was said
     */
    public String words() {
        if (equals(NONE)) {
            return "not marked";
        }
        String name = environment.isEmpty() ? "of no name" : "\"" + environment + "\"";
        return production ? name + ", production" : name;
    }

    /** What to say to a run that takes the database for something else. A database without a mark takes every run. */
    Optional<Problem> refusalOf(EnvironmentMark run) {
        if (equals(NONE) || equals(run)) {
            return Optional.empty();
        }
        return Optional.of(Problem.of(
                        ProblemCode.ENVIRONMENT_MISMATCH,
                        "the database is " + words() + "; the run is meant for " + run.meant()
                                + ". Nothing was written.")
                .at("migrate_info")
                .next("if this database is the one you mean: "
                        + (environment.isEmpty()
                                ? ""
                                : "-P" + environment + ", where that profile sets " + properties() + ", or ")
                        + flags()
                        + "\nelse correct the url, or the profile that it comes from"));
    }

    /** What a run is for that says this. */
    String meant() {
        if (equals(NONE)) {
            return "no environment";
        }
        return production ? words() : words() + ", not production";
    }

    private String properties() {
        return production ? "migrate.environment and migrate.production" : "migrate.environment";
    }

    /** What a command line says to mean it. */
    String flags() {
        String name = environment.isEmpty() ? "" : "-Dmigrate.environment=" + environment;
        return production ? (name + " -Dmigrate.production").strip() : name;
    }
}
