package dev.migrate.problem;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Bad news that ends what was asked for; its message is the text of its problems. */
public final class MigrateException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<Problem> problems;

    /**
     * Reports one problem.
     *
     * @param problem what happened, where, and what to do next
     */
    public MigrateException(Problem problem) {
        this(problem, null);
    }

    /**
     * Reports one problem and what caused it.
     *
     * @param problem what happened, where, and what to do next
     * @param cause the exception behind it; null where there is none
     */
    public MigrateException(Problem problem, @Nullable Throwable cause) {
        this(List.of(requireNonNull(problem, "problem")), cause);
    }

    /**
     * Reports several problems that were found together.
     *
     * @param problems at least one, in the order in which they should be read
     */
    public MigrateException(List<Problem> problems) {
        this(problems, null);
    }

    /**
     * Reports several problems that were found together, and what caused them.
     *
     * @param problems at least one, in the order in which they should be read
     * @param cause the exception behind them; null where there is none
     */
    public MigrateException(List<Problem> problems, @Nullable Throwable cause) {
        super(problems.stream().map(Problem::text).collect(Collectors.joining("\n")), cause);
        if (problems.isEmpty()) {
            throw new IllegalArgumentException("an exception without a problem");
        }
        this.problems = List.copyOf(problems);
    }

    /**
     * What is wrong.
     *
     * @return at least one problem, in reading order
     */
    public List<Problem> problems() {
        return problems;
    }

    /**
     * The first problem.
     *
     * @return the problem that should be read first
     */
    public Problem problem() {
        return problems.get(0);
    }
}
