package dev.migrate.record;

import dev.migrate.BackfillSpec;
import dev.migrate.operation.Backfill;
import dev.migrate.operation.Condition;
import dev.migrate.schema.TableName;
import dev.migrate.script.ScriptSyntax;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Gathers what is said about one backfill. */
final class RecordedBackfill implements BackfillSpec {

    private static final int ROWS_OF_A_BATCH = 1_000;

    private final Naming naming;
    private final ScriptSyntax syntax;
    private List<String> key = List.of();
    private final List<Condition> assignments = new ArrayList<>();
    private Optional<Condition> where = Optional.empty();
    private int batch = ROWS_OF_A_BATCH;
    private long pauseMillis;

    RecordedBackfill(Naming naming, ScriptSyntax syntax) {
        this.naming = naming;
        this.syntax = syntax;
    }

    Backfill operation(TableName table) {
        if (assignments.isEmpty()) {
            throw Checked.bad(
                    "a backfill of " + table + " sets nothing",
                    "write b -> b.set(\"total_cents = round(total * 100)\")");
        }
        String set = assignments.stream().map(Condition::sql).collect(Collectors.joining(", "));
        return Checked.value(
                "backfill of " + table,
                () -> new Backfill(
                        table,
                        key,
                        set,
                        where.map(Condition::sql),
                        arguments(),
                        new Backfill.Pace(batch, pauseMillis)));
    }

    /** All of them in order; with one, every question mark stands for one. */
    private List<@Nullable Object> arguments() {
        List<Condition> all = new ArrayList<>(assignments);
        where.ifPresent(all::add);
        List<@Nullable Object> arguments = new ArrayList<>();
        all.forEach(part -> arguments.addAll(part.arguments()));
        if (!arguments.isEmpty()) {
            all.forEach(part -> Checked.questionMarks(
                    "part \"" + part.sql() + "\"", part.sql(), part.arguments().size(), syntax));
        }
        return arguments;
    }

    @Override
    public BackfillSpec key(String column, String... more) {
        key = naming.columns(column, more);
        return this;
    }

    @Override
    public BackfillSpec batch(int rows) {
        batch = rows;
        return this;
    }

    @Override
    public BackfillSpec pauseMillis(long millis) {
        pauseMillis = millis;
        return this;
    }

    @Override
    public BackfillSpec set(String sql, @Nullable Object... arguments) {
        assignments.add(new Condition(Checked.part("assignment", sql, syntax), Values.all(arguments)));
        return this;
    }

    @Override
    public BackfillSpec where(String condition, @Nullable Object... arguments) {
        where = Optional.of(new Condition(Checked.part("condition", condition, syntax), Values.all(arguments)));
        return this;
    }
}
