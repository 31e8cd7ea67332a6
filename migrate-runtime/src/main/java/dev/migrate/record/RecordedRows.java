package dev.migrate.record;

import dev.migrate.DeleteSpec;
import dev.migrate.InsertSpec;
import dev.migrate.UpdateSpec;
import dev.migrate.operation.Condition;
import dev.migrate.operation.DeleteRows;
import dev.migrate.operation.InsertRows;
import dev.migrate.operation.UpdateRows;
import dev.migrate.schema.TableName;
import dev.migrate.script.ScriptSyntax;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Gathers what is said about rows: to insert, to update, to delete. */
final class RecordedRows {

    private RecordedRows() {}

    /** Which rows: a condition, or the word that all are meant. A forgotten condition must not empty a table. */
    private static Optional<Condition> chosen(
            TableName table, String verb, @Nullable Condition condition, boolean everywhere) {
        if ((condition != null) == everywhere) {
            throw Checked.bad(
                    "the " + verb + " of " + table
                            + (everywhere
                                    ? " has a condition and says everywhere() as well"
                                    : " does not say which rows"),
                    "write where(…), or everywhere() for all rows");
        }
        return Optional.ofNullable(condition);
    }

    private static Condition condition(String sql, @Nullable Object... arguments) {
        return new Condition(Checked.text("condition", sql), Values.all(arguments));
    }

    static final class Insert implements InsertSpec {

        private final Naming naming;
        private List<String> columns = List.of();
        private final List<List<@Nullable Object>> rows = new ArrayList<>();

        Insert(Naming naming) {
            this.naming = naming;
        }

        InsertRows operation(TableName table) {
            if (columns.isEmpty() || rows.isEmpty()) {
                throw Checked.bad(
                        "an insert into " + table + " has no " + (columns.isEmpty() ? "columns" : "rows"),
                        "write r -> r.columns(\"id\", \"name\").row(1, \"admin\")");
            }
            return Checked.value("insert into " + table, () -> new InsertRows(table, columns, rows));
        }

        @Override
        public InsertSpec columns(String column, String... more) {
            columns = naming.columns(column, more);
            return this;
        }

        @Override
        public InsertSpec row(@Nullable Object... values) {
            rows.add(Values.all(values));
            return this;
        }
    }

    static final class Update implements UpdateSpec {

        private final Naming naming;
        private final ScriptSyntax syntax;
        private final List<UpdateRows.Assignment> assignments = new ArrayList<>();
        private @Nullable Condition condition;
        private boolean everywhere;

        /**
         * @param naming how names are understood by the database
         * @param syntax how SQL is written for the database
         */
        Update(Naming naming, ScriptSyntax syntax) {
            this.naming = naming;
            this.syntax = syntax;
        }

        UpdateRows operation(TableName table) {
            if (assignments.isEmpty()) {
                throw Checked.bad("an update of " + table + " sets nothing", "write u -> u.set(\"name\", …)");
            }
            return new UpdateRows(table, assignments, chosen(table, "update", condition, everywhere));
        }

        @Override
        public UpdateSpec set(String column, @Nullable Object value) {
            assignments.add(
                    new UpdateRows.Assignment(naming.name("column", column), Optional.empty(), Values.of(value)));
            return this;
        }

        @Override
        public UpdateSpec setExpression(String column, String sql) {
            assignments.add(new UpdateRows.Assignment(
                    naming.name("column", column), Optional.of(Checked.part("expression", sql, syntax)), null));
            return this;
        }

        @Override
        public UpdateSpec where(String sql, @Nullable Object... arguments) {
            condition = condition(sql, arguments);
            return this;
        }

        @Override
        public UpdateSpec everywhere() {
            everywhere = true;
            return this;
        }
    }

    static final class Delete implements DeleteSpec {

        private @Nullable Condition condition;
        private boolean everywhere;

        DeleteRows operation(TableName table) {
            return new DeleteRows(table, chosen(table, "deletion", condition, everywhere));
        }

        @Override
        public DeleteSpec where(String sql, @Nullable Object... arguments) {
            condition = condition(sql, arguments);
            return this;
        }

        @Override
        public DeleteSpec everywhere() {
            everywhere = true;
            return this;
        }
    }
}
