package dev.migrate.execute;

import dev.migrate.graph.Direction;
import dev.migrate.operation.Decide;
import dev.migrate.operation.Operation;
import dev.migrate.operation.RunCode;
import dev.migrate.plan.PlannedStep;
import dev.migrate.problem.MigrateException;
import dev.migrate.problem.Problem;
import dev.migrate.problem.ProblemCode;
import java.util.List;
import java.util.Optional;

/**
 * The first step that cannot be written down.
 *
 * @param stepsBefore how many steps come before it
 * @param step the step
 * @param operation what cannot be written down
 */
record Gap(int stepsBefore, PlannedStep step, Operation operation) {

    static Optional<Gap> first(List<PlannedStep> steps) {
        for (int i = 0; i < steps.size(); i++) {
            for (Operation operation : steps.get(i).operations()) {
                if (operation instanceof RunCode || operation instanceof Decide) {
                    return Optional.of(new Gap(i, steps.get(i), operation));
                }
            }
        }
        return Optional.empty();
    }

    private String revision() {
        return step.entry().id();
    }

    /** What to do when the script has ended before the step. */
    String words(Direction direction) {
        return "the script ends here: go on with mvn migrate:"
                + (direction == Direction.UP
                        ? "upgrade -Dto=" + revision() + ", then with a script from " + revision()
                        : "downgrade -Dto=-1, then with a script from where that leads")
                + "; " + revision() + " needs migrate itself (" + operation.describe() + ")";
    }

    MigrateException refusal(String from, GapPolicy gaps) {
        String run = "run it without migrate.sql: mvn migrate:"
                + (step.step().direction() == Direction.UP ? "upgrade -Dto=" + revision() : "downgrade -Dto=-1");
        return new MigrateException(Problem.of(
                        ProblemCode.UNSUPPORTED,
                        "a script cannot do what revision " + revision() + " does: " + operation.describe()
                                + (gaps == GapPolicy.MARK ? ", and nothing comes before it from " + from : ""))
                .at(step.entry().className())
                .next(
                        gaps == GapPolicy.MARK
                                ? run + ", and write a script from there"
                                : run + "\nor have a script that ends before it: -Dmigrate.gaps=mark"));
    }
}
