package dev.migrate.dialect;

import dev.migrate.operation.Backfill;
import dev.migrate.operation.Bytes;
import dev.migrate.operation.Condition;
import dev.migrate.operation.DeleteRows;
import dev.migrate.operation.InsertRows;
import dev.migrate.operation.UpdateRows;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Statements that change rows: the same on every database, with all values bound. */
final class RowSql {

    /** Below the smallest limit of question marks in a statement that any database is built with (SQLite: 999). */
    private static final int MOST_ARGUMENTS = 900;

    /**
     * Below the smallest packet that a server takes by default (MySQL 5.7: 4 MiB), even where each character becomes three
     * bytes. A single row that is larger is sent alone.
     */
    private static final int MOST_CHARACTERS = 1 << 20;

    private final Dialect dialect;

    RowSql(Dialect dialect) {
        this.dialect = dialect;
    }

    List<SqlStatement> insert(InsertRows op) {
        int rowsAtOnce = Math.max(1, MOST_ARGUMENTS / op.columns().size());
        String row = "(" + String.join(", ", Collections.nCopies(op.columns().size(), "?")) + ")";
        String columns = op.columns().stream().map(dialect::sqlName).collect(Collectors.joining(", "));
        String head = "INSERT INTO " + dialect.sqlName(op.table()) + " (" + columns + ") VALUES ";
        List<SqlStatement> statements = new ArrayList<>();
        List<@Nullable Object> arguments = new ArrayList<>();
        int rows = 0;
        long characters = 0;
        for (List<@Nullable Object> values : op.rows()) {
            long more = values.stream().mapToLong(RowSql::characters).sum();
            if (rows == rowsAtOnce || (rows > 0 && characters + more > MOST_CHARACTERS)) {
                statements.add(data(head + String.join(", ", Collections.nCopies(rows, row)), arguments));
                arguments = new ArrayList<>();
                rows = 0;
                characters = 0;
            }
            arguments.addAll(bound(values));
            rows++;
            characters += more;
        }
        if (rows > 0) {
            statements.add(data(head + String.join(", ", Collections.nCopies(rows, row)), arguments));
        }
        return statements;
    }

    /** How long a value is, as far as it may be long. */
    private static long characters(@Nullable Object value) {
        if (value instanceof String text) {
            return text.length();
        }
        return value instanceof Bytes bytes ? bytes.toArray().length : 0;
    }

    SqlStatement update(UpdateRows op) {
        List<@Nullable Object> arguments = new ArrayList<>();
        List<String> assignments = new ArrayList<>();
        for (UpdateRows.Assignment assignment : op.assignments()) {
            if (assignment.expression().isEmpty()) {
                arguments.add(dialect.bindable(assignment.value()));
            }
            assignments.add(dialect.sqlName(assignment.column()) + " = "
                    + assignment.expression().orElse("?"));
        }
        String where = where(op.where(), arguments);
        return data(
                "UPDATE " + dialect.sqlName(op.table()) + " SET " + String.join(", ", assignments) + where, arguments);
    }

    SqlStatement delete(DeleteRows op) {
        List<@Nullable Object> arguments = new ArrayList<>();
        String where = where(op.where(), arguments);
        return data("DELETE FROM " + dialect.sqlName(op.table()) + where, arguments);
    }

    SqlStatement backfill(Backfill op) {
        return new SqlStatement(
                "UPDATE " + dialect.sqlName(op.table()) + " SET " + op.set()
                        + op.where().map(condition -> " WHERE " + condition).orElse(""),
                bound(op.arguments()),
                SqlStatement.Kind.OUTSIDE);
    }

    List<@Nullable Object> bound(List<@Nullable Object> values) {
        List<@Nullable Object> bound = new ArrayList<>();
        for (Object value : values) {
            bound.add(dialect.bindable(value));
        }
        return bound;
    }

    private String where(Optional<Condition> where, List<@Nullable Object> arguments) {
        return where.map(condition -> {
                    arguments.addAll(bound(condition.arguments()));
                    return " WHERE " + condition.sql();
                })
                .orElse("");
    }

    private static SqlStatement data(String sql, List<@Nullable Object> arguments) {
        return new SqlStatement(sql, arguments, SqlStatement.Kind.DATA);
    }
}
