package dev.migrate.execute;

import dev.migrate.dialect.SqlStatement;
import dev.migrate.execute.JournalEntry.Decisions;
import dev.migrate.execute.ScriptRun.InScript;
import dev.migrate.execute.ScriptRun.Locked;
import dev.migrate.operation.Operation;
import java.util.List;
import java.util.Optional;

/**
 * One statement of a step, ready to be sent.
 *
 * @param operation the operation that it belongs to: one of a group, or one that was decided
 * @param within the operation of the step: the group, or the decision
 * @param ordinal the place of that one in the step, from 1
 * @param sub its place in the operation, from 1
 * @param of how many statements the operation has
 * @param number its place in the step, from 1
 * @param sql the statement; empty for code
 * @param rest the operation's statements after it, where they depend on the state before the operation; without arguments
 * @param script where it stands, if it comes from a script
 * @param inGroup whether all statements of the operation are one unit
 * @param decided what was found out when the operation's turn came, said once
 */
record StepStatement(
        Operation operation,
        Operation within,
        int ordinal,
        int sub,
        int of,
        int number,
        Optional<SqlStatement> sql,
        List<SqlStatement> rest,
        Optional<InScript> script,
        boolean inGroup,
        Optional<String> decided) {

    /** What anybody wants to read of a statement that may be as long as a table. */
    private static final int EXCERPT = 2000;

    StepStatement {
        rest = List.copyOf(rest);
    }

    /**
     * An operation of which nothing is sent.
     *
     * @param number the place in the step of the last statement before it
     * @param why what was found out
     */
    static StepStatement leftOut(Operation operation, int ordinal, int number, String why) {
        return new StepStatement(
                operation,
                operation,
                ordinal,
                0,
                0,
                number,
                Optional.empty(),
                List.of(),
                Optional.empty(),
                false,
                Optional.of(why));
    }

    /** Whether nothing is sent. */
    boolean isLeftOut() {
        return of == 0;
    }

    /** What is sent, for people. */
    String text() {
        if (isLeftOut()) {
            return operation.describe() + ": " + decided.orElseThrow();
        }
        String text = sql.map(SqlStatement::sql).orElseGet(operation::describe);
        return script.map(in -> in.place() + ": " + excerpt(text)).orElse(text);
    }

    private static String excerpt(String text) {
        return text.length() <= EXCERPT
                ? text
                : text.substring(0, text.offsetByCodePoints(0, EXCERPT / 2)) + " … (" + text.length() + " characters)";
    }

    /** What begins here, if it locks tables. */
    Optional<Locked> locked() {
        return script.flatMap(InScript::locked);
    }

    boolean isFirst() {
        return sub == 1;
    }

    /** Whether no transaction may be open when it is sent. */
    boolean runsOutside() {
        return sql.filter(statement -> statement.kind() == SqlStatement.Kind.OUTSIDE)
                .isPresent();
    }

    boolean endsItsOperation() {
        return sub == of;
    }

    Decisions decisions() {
        return new Decisions(
                number,
                of,
                locked().map(Locked::statements).orElse(1),
                script.map(InScript::digest).orElse(""),
                rest);
    }
}
