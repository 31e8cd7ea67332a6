package dev.migrate.execute;

import dev.migrate.problem.MigrateException;
import dev.migrate.problem.Problem;
import dev.migrate.problem.ProblemCode;
import java.sql.SQLException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Sees to it that the own tables are there and that the database knows what it is. A second one finds nothing to do. */
final class EnsureVersionRun implements Reached.Work<EnsureVersionResult> {

    private final Reached database;
    private final EnvironmentMark wanted;
    private final Optional<String> replaces;
    private final Set<String> created = new LinkedHashSet<>();

    private EnsureVersionRun(Reached database, EnvironmentMark wanted, Optional<String> replaces) {
        this.database = database;
        this.wanted = wanted;
        this.replaces = replaces;
    }

    static EnsureVersionResult run(Target target, Optional<String> replaces) throws SQLException {
        EnvironmentMark wanted = target.config().mark();
        requireNamed(wanted, replaces);
        try (Reached database = Reached.connect(target)) {
            return database.run(new EnsureVersionRun(database, wanted, replaces));
        }
    }

    /** Refuses a mark that no run could be held against, or by whose name nobody could confirm anything. */
    static void requireNamed(EnvironmentMark wanted, Optional<String> replaces) {
        if (wanted.environment().isEmpty() && (wanted.production() || replaces.isPresent())) {
            throw new MigrateException(Problem.of(
                            ProblemCode.BAD_PARAMETER,
                            "what the database is to be marked as has no name: the environment is missing")
                    .at("migrate.environment")
                    .next("name it, and say so when it is in production:"
                            + " -Dmigrate.environment=prod -Dmigrate.production"));
        }
    }

    /** It is here that the mark changes, and what may change is a matter of its own. */
    @Override
    public Optional<Problem> objection(EnvironmentMark marked, EnvironmentMark run) {
        boolean losesName =
                !marked.environment().isEmpty() && !marked.environment().equals(wanted.environment());
        boolean losesProduction = marked.production() && !wanted.production();
        boolean loses = losesName || losesProduction;
        if (says(marked) || !loses || replaces.equals(Optional.of(marked.environment()))) {
            return Optional.empty();
        }
        return Optional.of(Problem.of(
                        ProblemCode.ENVIRONMENT_MISMATCH,
                        "the database is " + marked.words() + ", and was to be marked as " + wanted.words()
                                + replaces.map(name -> " in place of \"" + name + "\"")
                                        .orElse("")
                                + ". Nothing was written.")
                .at("migrate_info")
                .next("if this is the wrong database, correct the url or the profile that it comes from"
                        + "\nif it really is " + wanted.words() + " from now on, name what it was: mvn"
                        + " migrate:ensure-version " + wanted.flags() + " -Dmigrate.replaces="
                        + marked.environment()));
    }

    /** Without a word on what it is, it stays what it says. */
    private boolean says(EnvironmentMark marked) {
        return wanted.equals(EnvironmentMark.NONE) || wanted.equals(marked);
    }

    @Override
    public Optional<EnsureVersionResult> unneeded(Standing standing) {
        standing.missing().forEach(table -> created.add(table.name()));
        return standing.laidOut() && standing.missing().isEmpty() && says(standing.mark())
                ? Optional.of(result(standing.mark(), standing.mark()))
                : Optional.empty();
    }

    @Override
    public EnsureVersionResult run(WorkSession session, Standing standing) throws SQLException {
        if (says(standing.mark())) {
            return result(standing.mark(), standing.mark());
        }
        session.info().writeMark(wanted);
        session.commit();
        return result(standing.mark(), wanted);
    }

    private EnsureVersionResult result(EnvironmentMark before, EnvironmentMark after) {
        return new EnsureVersionResult(database.info(), List.copyOf(created), before, after);
    }
}
