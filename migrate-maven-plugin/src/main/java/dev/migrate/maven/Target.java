package dev.migrate.maven;

import dev.migrate.config.Catalogue;
import dev.migrate.config.Settings;
import dev.migrate.problem.MigrateException;
import dev.migrate.problem.Problem;
import dev.migrate.problem.ProblemCode;
import java.util.List;
import java.util.Optional;

/** Reads {@code to} where it names one revision. */
final class Target {

    private Target() {}

    static Optional<String> one(Settings settings) {
        List<String> names = settings.list(Catalogue.TO);
        if (names.size() > 1) {
            throw new MigrateException(Problem.of(
                            ProblemCode.BAD_PARAMETER,
                            "migrate.to names " + names.size() + " revisions: " + String.join(", ", names))
                    .next("name one; \"heads\" stands for all heads"));
        }
        return names.stream().findFirst();
    }
}
