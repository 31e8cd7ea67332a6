package dev.migrate.execute;

import dev.migrate.dialect.SqlStatement;
import dev.migrate.execute.JournalEntry.Decisions;
import dev.migrate.operation.Operation;
import java.util.List;
import java.util.Optional;

/**
 * One statement of a step, ready to be sent.
 *
 * @param operation the operation that it belongs to
 * @param ordinal the operation's place in the step, from 1
 * @param sub its place in the operation, from 1
 * @param of how many statements the operation has
 * @param number its place in the step, from 1
 * @param sql the statement; empty for code
 * @param rest the operation's statements after it, where they depend on the state before the operation
 */
record StepStatement(
        Operation operation, int ordinal, int sub, int of, int number, Optional<SqlStatement> sql, List<String> rest) {

    StepStatement {
        rest = List.copyOf(rest);
    }

    /** What is sent, for people. */
    String text() {
        return sql.map(SqlStatement::sql).orElseGet(operation::describe);
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
        return new Decisions(number, of, rest);
    }
}
