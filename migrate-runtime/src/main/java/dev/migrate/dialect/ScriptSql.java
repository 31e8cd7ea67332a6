package dev.migrate.dialect;

import dev.migrate.operation.RunScript;
import dev.migrate.problem.MigrateException;
import dev.migrate.problem.Problem;
import dev.migrate.problem.ProblemCode;
import dev.migrate.script.ScriptSplitter;
import dev.migrate.script.ScriptStatement;
import dev.migrate.script.ScriptSyntax;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A script as statements that go to the server. */
public final class ScriptSql {

    private ScriptSql() {}

    /**
     * All statements of a script, in memory.
     *
     * @param script the script
     * @param syntax how SQL is written for the database
     * @return the statements, in order
     */
    static List<SqlStatement> all(RunScript script, ScriptSyntax syntax) {
        List<SqlStatement> statements = new ArrayList<>();
        try (InputStream bytes = script.source().open()) {
            ScriptSplitter splitter = new ScriptSplitter(script.path(), bytes, syntax);
            for (Optional<ScriptStatement> next = splitter.next(); next.isPresent(); next = splitter.next()) {
                statements.add(of(next.get()));
            }
        } catch (IOException e) {
            throw unreadable(script, e);
        }
        return statements;
    }

    /**
     * A statement of a script as it is sent.
     *
     * @param statement the statement
     * @return what changes rows, or the session alone, can share a transaction; nobody looked into anything else
     */
    public static SqlStatement of(ScriptStatement statement) {
        SqlStatement.Kind kind = switch (statement.effect()) {
            case ROWS, SESSION -> SqlStatement.Kind.DATA;
            case LOCK, UNLOCK, OTHER -> SqlStatement.Kind.RAW;
        };
        return new SqlStatement(statement.sql(), List.of(), kind);
    }

    /**
     * A script that was there when it was recorded, and is not when it should run.
     *
     * @param script the script
     * @param e why it cannot be read
     * @return the problem
     */
    public static MigrateException unreadable(RunScript script, IOException e) {
        return new MigrateException(
                Problem.of(ProblemCode.FILE_FAILED, "the script cannot be read: " + e)
                        .at(script.path())
                        .next("look into the cause, then run the same again"),
                e);
    }
}
