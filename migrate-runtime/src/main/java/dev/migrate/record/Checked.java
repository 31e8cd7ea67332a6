package dev.migrate.record;

import static java.util.Objects.requireNonNull;

import dev.migrate.problem.MigrateException;
import dev.migrate.problem.Problem;
import dev.migrate.problem.ProblemCode;
import dev.migrate.script.ScriptSyntax;
import dev.migrate.script.SqlQuestions;
import java.util.OptionalInt;
import java.util.function.Supplier;

/** Refuses arguments that make no sense, in the words of the migration's author. */
final class Checked {

    private Checked() {}

    static MigrateException bad(String what, String next) {
        return new MigrateException(Problem.of(ProblemCode.BAD_OPERATION, what).next(next));
    }

    static String name(String kind, String name) {
        requireNonNull(name, kind);
        if (name.isBlank()) {
            throw bad("the name of a " + kind + " is blank", "give the " + kind + " a name");
        }
        return name;
    }

    /** The distance between two numbers of a sequence. */
    static long distance(long distance) {
        if (distance == 0) {
            throw bad("a sequence is to count by 0", "count by 1, or by -1 to count down");
        }
        return distance;
    }

    /** How many numbers are taken at once. */
    static long cache(long numbers) {
        if (numbers < 1) {
            throw bad("a session is to take " + numbers + " numbers at once", "take at least 1");
        }
        return numbers;
    }

    /** A name of the server's own, which stands in SQL as it is. */
    static String word(String kind, String name) {
        if (!name(kind, name).matches("[A-Za-z0-9_]+")) {
            throw bad("\"" + name + "\" is no name of a " + kind, "give the name alone: letters, digits and _");
        }
        return name;
    }

    static String text(String kind, String sql) {
        requireNonNull(sql, kind);
        if (sql.isBlank()) {
            throw bad("the " + kind + " is blank", "write the " + kind + ", or leave the call out");
        }
        return sql;
    }

    /** A part of a statement, as other SQL can stand behind it. */
    static String part(String kind, String sql, ScriptSyntax syntax) {
        return SqlQuestions.closed(text(kind, sql), syntax);
    }

    /** One statement, with as many question marks as it has arguments, as far as a look into it tells. */
    static void oneStatement(String sql, int arguments, ScriptSyntax syntax) {
        int statements = SqlQuestions.statements(sql, syntax).orElse(1);
        if (statements > 1) {
            throw bad(
                    "op.execute was given " + statements + " statements at once",
                    "call op.execute once for each, or put them into a script and call op.script");
        }
        switch (SqlQuestions.reach(sql, syntax)) {
            case TRANSACTION ->
                throw bad(
                        "\"" + sql.strip() + "\" reaches into the transaction of the run, which is not the migration's",
                        "leave it out: the run begins and ends its transactions itself");
            case LOCK ->
                throw bad(
                        "\"" + sql.strip() + "\" keeps the run from its own tables",
                        "put it into a script together with what it is for and UNLOCK TABLES, and call op.script");
            case NONE -> {
                // it may run
            }
        }
        if (arguments > 0) {
            questionMarks("statement", sql, arguments, syntax);
        }
    }

    /** SQL with as many question marks as it has arguments, as far as a look into it tells. */
    static void questionMarks(String kind, String sql, int arguments, ScriptSyntax syntax) {
        OptionalInt questions = SqlQuestions.questionMarks(sql, syntax);
        if (questions.isPresent() && questions.getAsInt() != arguments) {
            throw bad(
                    "the " + kind + " has " + count(questions.getAsInt(), "question mark")
                            + " outside quotes and comments, and " + count(arguments, "argument"),
                    "give one argument for each question mark");
        }
    }

    private static String count(int number, String thing) {
        return number + " " + thing + (number == 1 ? "" : "s");
    }

    /** A value whose own constructor refuses what makes no sense. */
    static <T> T value(String of, Supplier<T> constructor) {
        try {
            return constructor.get();
        } catch (IllegalArgumentException e) {
            throw new MigrateException(
                    Problem.of(ProblemCode.BAD_OPERATION, of + ": " + e.getMessage())
                            .next("correct the migration"),
                    e);
        }
    }
}
