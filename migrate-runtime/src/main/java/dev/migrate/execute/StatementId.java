package dev.migrate.execute;

import static java.util.Objects.requireNonNull;

import dev.migrate.problem.MigrateException;
import dev.migrate.problem.Problem;
import dev.migrate.problem.ProblemCode;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One statement of one step, as messages name it.
 *
 * @param revision the step's revision
 * @param number the statement's place in the step, from 1
 */
public record StatementId(String revision, int number) {

    private static final Pattern DECISION = Pattern.compile("([^#=]+)#([1-9][0-9]{0,8})=(done|retry)");

    public StatementId {
        requireNonNull(revision, "revision");
        if (number < 1) {
            throw new IllegalArgumentException("statements are counted from 1: " + number);
        }
    }

    /**
     * Reads decisions as they are given from outside: {@code 8f3c2a91d07e#3=done}, several joined by commas.
     *
     * @param text what was given; may be blank
     * @return the decisions, in order
     * @throws MigrateException {@code bad-parameter}, when a part is not a decision
     */
    public static Map<StatementId, ResumeDecision> parseDecisions(String text) {
        Map<StatementId, ResumeDecision> decisions = new LinkedHashMap<>();
        for (String part : text.split(",", -1)) {
            String decision = part.strip();
            if (decision.isEmpty()) {
                continue;
            }
            Matcher matcher = DECISION.matcher(decision);
            if (!matcher.matches()) {
                throw new MigrateException(
                        Problem.of(ProblemCode.BAD_PARAMETER, "\"" + decision + "\" does not decide about a statement")
                                .at("migrate.resume")
                                .next("write <revision>#<n>=done or <revision>#<n>=retry, as the message"
                                        + " [in-doubt] printed it"));
            }
            decisions.put(
                    new StatementId(matcher.group(1), Integer.parseInt(matcher.group(2))),
                    ResumeDecision.valueOf(matcher.group(3).toUpperCase(Locale.ROOT)));
        }
        return decisions;
    }

    /**
     * The statement as messages name it.
     *
     * @return {@code <revision>#<number>}
     */
    @Override
    public String toString() {
        return revision + "#" + number;
    }
}
