package dev.migrate.script;

import dev.migrate.problem.MigrateException;
import dev.migrate.problem.Problem;
import dev.migrate.problem.ProblemCode;
import java.io.IOException;

/** What is wrong with a script, in words, with its file and line. */
final class ScriptProblems {

    private final String file;

    ScriptProblems(String file) {
        this.file = file;
    }

    MigrateException unterminated(String what, int line) {
        return bad(what + " begins here and does not end before the end of the script", line, "end it");
    }

    MigrateException notSplit(String what, int line) {
        return bad(what + " begins here and does not end before the end of the script", line, "end the statement");
    }

    MigrateException bad(String what, int line, String next) {
        return new MigrateException(
                Problem.of(ProblemCode.BAD_SCRIPT, what).at(file + ":" + line).next(next));
    }

    MigrateException unreadable(IOException e) {
        return new MigrateException(
                Problem.of(ProblemCode.FILE_FAILED, "the script cannot be read: " + e)
                        .at(file)
                        .next("look into the cause, then run the same again"),
                e);
    }
}
