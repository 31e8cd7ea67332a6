package dev.migrate.execute;

import dev.migrate.dialect.Dialect;
import dev.migrate.dialect.OfflineScript;
import dev.migrate.dialect.OfflineScript.Lost;
import dev.migrate.operation.ExecuteSql;
import dev.migrate.operation.Operation;
import dev.migrate.script.ScriptStatement;
import dev.migrate.script.SqlQuestions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Where a script cannot go on with a step that another session has left half done. */
final class LostPlaces {

    private static final int EXCERPT = 60;

    private final Dialect dialect;
    private final List<Operation> operations;
    private final List<StepStatement> statements;
    private final List<Lost> lost = new ArrayList<>();

    private LostPlaces(Dialect dialect, List<Operation> operations, List<StepStatement> statements) {
        this.dialect = dialect;
        this.operations = operations;
        this.statements = statements;
    }

    /**
     * The places of one step.
     *
     * @param operations its operations, in the order of their statements
     * @param statements all its statements
     */
    static List<Lost> of(Dialect dialect, List<Operation> operations, List<StepStatement> statements) {
        LostPlaces places = new LostPlaces(dialect, operations, statements);
        places.betweenOperations();
        places.withinScripts();
        return places.lost;
    }

    private void betweenOperations() {
        for (int done = 1; done < operations.size(); done++) {
            List<Operation> before = operations.subList(0, done);
            List<Operation> left = operations.subList(done, operations.size());
            Optional<String> needed = before.stream()
                    .map(this::missedSilently)
                    .flatMap(Optional::stream)
                    .findFirst()
                    .or(() -> LostState.requiredBy(before, left));
            long from = endOf(done);
            long below = endOf(done + 1);
            needed.ifPresent(statement -> add(from, below, statement));
        }
    }

    private Optional<String> missedSilently(Operation operation) {
        return Core.of(operation) instanceof ExecuteSql execute && LostState.isMissedSilently(read(execute.sql()))
                ? Optional.of(execute.sql())
                : Optional.empty();
    }

    /** A script may need all its life what one of its statements has made. */
    private void withinScripts() {
        for (StepStatement statement : statements) {
            if (statement.script().isPresent()) {
                String sql = statement.sql().orElseThrow().sql();
                ScriptStatement read = read(sql);
                if (LostState.isMadeBy(read)) {
                    int last = LostState.isMissedSilently(read) ? operations.size() : statement.ordinal();
                    add(OfflineScript.place(statement.ordinal(), statement.sub()), endOf(last), sql);
                }
            }
        }
    }

    private ScriptStatement read(String sql) {
        return new ScriptStatement(sql, 1, SqlQuestions.effect(sql, dialect.scriptSyntax()));
    }

    /** The place of the last statement of the first operations; those at the end may have none. */
    private long endOf(int count) {
        return statements.stream()
                .filter(statement -> statement.ordinal() <= count)
                .mapToLong(statement -> OfflineScript.place(statement.ordinal(), statement.sub()))
                .max()
                .orElse(0);
    }

    private void add(long from, long below, String sql) {
        String line = String.join(" ", sql.strip().split("\\s+"));
        String statement = line.codePointCount(0, line.length()) <= EXCERPT
                ? line
                : line.substring(0, line.offsetByCodePoints(0, EXCERPT)) + " …";
        Lost last = lost.isEmpty() ? new Lost(0, 0, "") : lost.get(lost.size() - 1);
        if (from >= below) {
            return;
        }
        if (last.below() == from && last.statement().equals(statement)) {
            lost.set(lost.size() - 1, new Lost(last.from(), below, statement));
        } else {
            lost.add(new Lost(from, below, statement));
        }
    }
}
