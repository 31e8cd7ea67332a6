package dev.migrate.execute;

import dev.migrate.dialect.SqlStatement;
import dev.migrate.execute.ScriptRun.InScript;
import dev.migrate.execute.ScriptRun.Locked;

/**
 * Statements under way that lock tables: the session can use no others until the last of them, the journal neither, so
 * all of them are one unit.
 */
final class LockedTables {

    private final SqlStatement release;
    private int left;
    private boolean wroteRows;
    private boolean committedRows;

    LockedTables(Locked locked) {
        release = locked.release();
        left = locked.statements();
    }

    /** Notes a statement that is about to be sent. */
    void sending(StepStatement statement) {
        left--;
        boolean data = statement
                .sql()
                .filter(sql -> sql.kind() == SqlStatement.Kind.DATA)
                .isPresent();
        if (!data) {
            committedRows |= wroteRows;
        } else if (statement.script().filter(InScript::session).isEmpty()) {
            wroteRows = true;
        }
    }

    boolean isOver() {
        return left == 0;
    }

    /** Whether something may have committed rows that were written before it. */
    boolean mayHaveCommittedRows() {
        return committedRows;
    }

    /** What gives the tables free. */
    SqlStatement release() {
        return release;
    }
}
