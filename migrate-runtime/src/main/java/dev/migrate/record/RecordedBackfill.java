package dev.migrate.record;

import dev.migrate.BackfillSpec;
import dev.migrate.operation.Backfill;
import dev.migrate.schema.TableName;
import dev.migrate.script.ScriptSyntax;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Gathers what is said about one backfill. */
final class RecordedBackfill implements BackfillSpec {

    private static final int ROWS_OF_A_BATCH = 1_000;

    private final ScriptSyntax syntax;
    private List<String> key = List.of();
    private final List<String> assignments = new ArrayList<>();
    private Optional<String> where = Optional.empty();
    private int batch = ROWS_OF_A_BATCH;
    private long pauseMillis;

    RecordedBackfill(ScriptSyntax syntax) {
        this.syntax = syntax;
    }

    Backfill operation(TableName table) {
        if (assignments.isEmpty()) {
            throw Checked.bad(
                    "a backfill of " + table + " sets nothing",
                    "write b -> b.set(\"total_cents = round(total * 100)\")");
        }
        return Checked.value(
                "backfill of " + table,
                () -> new Backfill(
                        table, key, String.join(", ", assignments), where, new Backfill.Pace(batch, pauseMillis)));
    }

    @Override
    public BackfillSpec key(String column, String... more) {
        key = Checked.columns(column, more);
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
    public BackfillSpec set(String sql) {
        assignments.add(Checked.part("assignment", sql, syntax));
        return this;
    }

    @Override
    public BackfillSpec where(String condition) {
        where = Optional.of(Checked.part("condition", condition, syntax));
        return this;
    }
}
