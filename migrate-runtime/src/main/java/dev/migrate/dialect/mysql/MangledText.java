package dev.migrate.dialect.mysql;

import dev.migrate.schema.Column;
import dev.migrate.schema.ColumnType;
import dev.migrate.schema.DefaultValue;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Characters that the catalogue cannot write: what lies beyond U+FFFF, emoji for one, is reported as a question mark, and
 * mangled otherwise within expressions.
 */
final class MangledText {

    private MangledText() {}

    /** Whether a default may have been another text. */
    static boolean mayBe(Optional<DefaultValue> value) {
        return value.filter(text -> text instanceof DefaultValue.Text literal
                        && literal.value().contains("?"))
                .isPresent();
    }

    /**
     * Columns with their true defaults. A column that takes no null in a table without rows keeps the reported one: nothing
     * tells more of it.
     */
    static List<Column> mended(Connection connection, String table, List<Column> columns) throws SQLException {
        List<Column> doubtful =
                columns.stream().filter(column -> mayBe(column.defaultValue())).toList();
        String query = doubtful.stream()
                .map(column -> "DEFAULT(t." + MySqlDialect.quoted(column.name()) + ")")
                .collect(Collectors.joining(
                        ", ", "SELECT ", " FROM (SELECT 1 AS one) o LEFT JOIN " + table + " t ON TRUE LIMIT 1"));
        List<Column> mended = new ArrayList<>(columns);
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            for (int i = 0; i < doubtful.size(); i++) {
                Column column = doubtful.get(i);
                Optional.ofNullable(row.getString(i + 1))
                        .ifPresent(text -> mended.set(
                                columns.indexOf(column), column.withDefault(Optional.of(new DefaultValue.Text(text)))));
            }
        }
        return mended;
    }

    /** What of a column's definition is not known, and would be lost if it was written again. */
    static Optional<String> unknown(Column column) {
        if (column.type() instanceof ColumnType.EnumOf type
                && type.values().stream().anyMatch(value -> value.contains("?"))) {
            return Optional.of("its values " + String.join(", ", type.values()));
        }
        return column.generated()
                .map(generated -> generated.sql())
                .or(() -> column.defaultValue()
                        .filter(DefaultValue.Expression.class::isInstance)
                        .map(value -> ((DefaultValue.Expression) value).sql()))
                .filter(MangledText::isMangled);
    }

    /** Four question marks, the first byte alone, or all that came before it: each server has its way. */
    private static boolean isMangled(String expression) {
        return expression.contains("????")
                || expression.contains("\u00f0")
                || expression.chars().filter(c -> c == '\'').count() % 2 == 1;
    }
}
