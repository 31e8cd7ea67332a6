package dev.migrate.execute;

import static java.util.Objects.requireNonNull;

import dev.migrate.problem.Problem;
import java.util.List;

/**
 * What came out when a whole history was run on a scratch database.
 *
 * @param database the database and version: {@code MariaDB 11.4.5}
 * @param scratch where it was run: {@code database migrate_0123456789ab_home}; it is gone again
 * @param revisions how many revisions there are
 * @param verified how many of them went up, and where they can down and up again, without a problem
 * @param compared whether the schema at the end was held against the model
 * @param findings what is wrong, in the order of the history; empty when all is well
 * @param notes what a person should know besides, in that order
 */
public record VerifyResult(
        String database,
        String scratch,
        int revisions,
        int verified,
        boolean compared,
        List<Finding> findings,
        List<String> notes) {

    public VerifyResult {
        requireNonNull(database, "database");
        requireNonNull(scratch, "scratch");
        findings = List.copyOf(findings);
        notes = List.copyOf(notes);
    }

    /**
     * Something that is wrong.
     *
     * @param className the class of the migration; empty for the history as a whole
     * @param problem what is wrong
     */
    public record Finding(String className, Problem problem) {
        public Finding {
            requireNonNull(className, "className");
            requireNonNull(problem, "problem");
        }
    }

    /**
     * What is wrong, as it is thrown.
     *
     * @return the problems of the findings
     */
    public List<Problem> problems() {
        return findings.stream().map(Finding::problem).toList();
    }
}
