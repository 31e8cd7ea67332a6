package dev.migrate.execute;

import dev.migrate.dialect.Dialect;
import dev.migrate.dialect.SqlStatement;
import dev.migrate.operation.Backfill;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The SQL that walks through a table by a key. The server compares, so that its own order of text and bytes is the one
 * that counts; values stand in the SQL, so that question marks in what a person wrote mean what they mean.
 */
final class Keyset {

    private final Dialect dialect;
    private final String table;
    private final List<String> key;
    private final Backfill backfill;

    Keyset(Dialect dialect, Backfill backfill, List<String> key) {
        this.dialect = dialect;
        this.backfill = backfill;
        table = dialect.sqlName(backfill.table());
        this.key = key.stream().map(dialect::sqlName).toList();
    }

    private String columns() {
        return String.join(", ", key);
    }

    /** The highest key there is. */
    String last() {
        return "SELECT " + columns() + " FROM " + table + " ORDER BY "
                + key.stream().map(column -> column + " DESC").collect(Collectors.joining(", ")) + " LIMIT 1";
    }

    /** The key of the last row of a batch; none when fewer are left. */
    String boundary(Optional<List<Object>> after, List<Object> end, int rows) {
        return "SELECT " + columns() + " FROM " + table + " WHERE " + between(after, end) + " ORDER BY " + columns()
                + " LIMIT 1 OFFSET " + (rows - 1);
    }

    /** How many rows a batch has. */
    String count(Optional<List<Object>> after, List<Object> end) {
        return "SELECT COUNT(*) FROM " + table + " WHERE " + between(after, end);
    }

    String count() {
        return "SELECT COUNT(*) FROM " + table;
    }

    String update(Optional<List<Object>> after, List<Object> end) {
        String sql = "UPDATE " + table + " SET " + backfill.set() + " WHERE " + between(after, end)
                + backfill.where().map(condition -> " AND (" + condition + ")").orElse("");
        return new SqlStatement(sql, backfill.arguments(), SqlStatement.Kind.DATA)
                .withLiterals(dialect)
                .sql();
    }

    private String between(Optional<List<Object>> after, List<Object> end) {
        return after.map(values -> compared(">", values, "") + " AND ").orElse("") + compared("<", end, "=");
    }

    private String compared(String way, List<Object> values, String last) {
        List<String> literals = values.stream().map(dialect::literal).toList();
        if (key.size() == 1) {
            return key.get(0) + " " + way + last + " " + literals.get(0);
        }
        if (dialect.longWork().comparesRowsByIndex()) {
            return "(" + columns() + ") " + way + last + " (" + String.join(", ", literals) + ")";
        }
        // The first column alone is what some optimisers find an index by.
        return key.get(0) + " " + way + "= " + literals.get(0) + " AND (" + nested(way, literals, last, 0) + ")";
    }

    private String nested(String way, List<String> literals, String last, int at) {
        String column = key.get(at);
        if (at == key.size() - 1) {
            return column + " " + way + last + " " + literals.get(at);
        }
        return column + " " + way + " " + literals.get(at) + " OR (" + column + " = " + literals.get(at) + " AND ("
                + nested(way, literals, last, at + 1) + "))";
    }
}
