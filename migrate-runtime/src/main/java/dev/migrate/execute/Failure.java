package dev.migrate.execute;

import dev.migrate.dialect.Dialect;
import dev.migrate.execute.Answers.OtherAnswer;
import dev.migrate.problem.ProblemCode;
import java.sql.SQLException;
import java.util.Optional;

/**
 * Why a statement did not do what it should.
 *
 * @param code what kind of failure it is
 * @param what what happened, to go on after {@code Statement 3 of 5}
 * @param advice what a person can do about it, where it is known
 * @param cause what was thrown
 */
record Failure(ProblemCode code, String what, Optional<String> advice, Throwable cause) {

    static Failure of(Exception e, Dialect dialect) {
        if (e instanceof SQLException refused) {
            return new Failure(dialect.classify(refused), " failed: " + e.getMessage(), dialect.advice(refused), e);
        }
        if (e instanceof OtherAnswer) {
            return new Failure(
                    ProblemCode.VERIFY_FAILED, " stopped the migration: " + e.getMessage(), Optional.empty(), e);
        }
        Throwable thrown = e.getCause() == null ? e : e.getCause();
        return new Failure(
                ProblemCode.RUN_FAILED, " failed: the migration's code threw " + thrown, Optional.empty(), thrown);
    }
}
