package dev.migrate.dialect.mysql;

import dev.migrate.problem.MigrateException;
import dev.migrate.problem.Problem;
import dev.migrate.problem.ProblemCode;
import dev.migrate.schema.Column;
import dev.migrate.schema.ColumnType;
import dev.migrate.schema.DefaultValue;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What the catalogue does not report as it is: characters beyond U+FFFF, emoji for one, become question marks, and are mangled
 * otherwise within expressions; of bytes, some servers tell those before the first zero, others those that are text.
 */
final class MangledText {

    /** No server reports an expression with a comment. */
    private static final String NOT_KNOWN = " /* as the server reports it */";

    private static final String FROM = " FROM (SELECT 1 AS one) o LEFT JOIN %s t ON TRUE";

    private MangledText() {}

    /** What the catalogue reports of a text that nothing can be asked about: a comment. */
    static String reported(String text) {
        return text.replaceAll("[\\x{10000}-\\x{10FFFF}]", "?");
    }

    /** Whether a literal default may have been another one. */
    static boolean mayBe(Column column) {
        return column.defaultValue()
                .filter(value -> value instanceof DefaultValue.Text text
                        && (isBinary(column.type()) || text.value().contains("?")))
                .isPresent();
    }

    private static boolean isBinary(ColumnType type) {
        return type instanceof ColumnType.Binary
                || type instanceof ColumnType.VarBinary
                || type instanceof ColumnType.Blob;
    }

    /** Columns with their true defaults; a default that cannot be had is marked, and refused where it would be written. */
    static List<Column> mended(Connection connection, String table, List<Column> columns, Set<String> doubtful)
            throws SQLException {
        List<Column> mended = new ArrayList<>();
        for (Column column : columns) {
            mended.add(
                    doubtful.contains(column.name())
                            ? column.withDefault(Optional.of(trueDefault(connection, table, column)))
                            : column);
        }
        return mended;
    }

    private static DefaultValue trueDefault(Connection connection, String table, Column column) throws SQLException {
        boolean binary = isBinary(column.type());
        DefaultValue.Text reported = (DefaultValue.Text) column.defaultValue().orElseThrow();
        String bytes = binary
                ? BinaryDefault.reported(reported.value(), column.type())
                : BinaryDefault.DIGITS.formatHex(reported.value().getBytes(StandardCharsets.UTF_8));
        String value = "DEFAULT(t." + MySqlDialect.quoted(column.name()) + ")";
        String asked = "HEX(" + (binary ? value : "CONVERT(" + value + " USING utf8mb4)") + ")";
        Optional<String> hex = answer(connection, "SELECT " + asked + FROM.formatted(table) + " LIMIT 1");
        if (hex.isEmpty()) {
            // Of a column without nulls in a table without rows the server tells nothing, but compares it.
            hex = answer(
                    connection,
                    "SELECT '" + bytes + "'" + FROM.formatted(table) + " WHERE " + asked + " <=> '" + bytes + "'");
        }
        return hex.map(BinaryDefault.DIGITS::parseHex)
                .map(known -> binary
                        ? BinaryDefault.of(known, column.type())
                        : new DefaultValue.Text(new String(known, StandardCharsets.UTF_8)))
                .orElseGet(() -> notKnown("'" + reported.value() + "'"));
    }

    /** A default of which this much is known. */
    static DefaultValue notKnown(String reported) {
        return new DefaultValue.Expression(reported + NOT_KNOWN);
    }

    private static Optional<String> answer(Connection connection, String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            return row.next() ? Optional.ofNullable(row.getString(1)) : Optional.empty();
        }
    }

    /** Refuses to write a column whose definition is not known. */
    static void refuse(Column column, String place) {
        unknown(column).ifPresent(text -> {
            throw refusal(text, place);
        });
    }

    /** Refuses to write what the server has reported of a condition or an expression, where that is not known. */
    static void refuse(String sql, String place) {
        if (isMangled(sql)) {
            throw refusal("the condition or expression", sql, place, "ALTER TABLE …");
        }
    }

    /** Refuses to write a default that is not known. */
    static void refuseDefault(DefaultValue value, String place) {
        if (value instanceof DefaultValue.Expression expression && isMarked(expression.sql())) {
            throw refusal(expression.sql(), place);
        }
    }

    private static boolean isMarked(String expression) {
        return expression.endsWith(NOT_KNOWN);
    }

    private static MigrateException refusal(String definition, String place) {
        return refusal("the definition of the column", definition, place, "ALTER TABLE … MODIFY COLUMN …");
    }

    private static MigrateException refusal(String what, String definition, String place, String statement) {
        return new MigrateException(Problem.of(
                        ProblemCode.UNSUPPORTED,
                        "the server reports characters beyond U+FFFF, such as emoji, as question marks, and not all bytes"
                                + " of a binary default, so that " + what + " is not known: "
                                + definition)
                .at(place)
                .next("write the whole definition: op.execute(\"" + statement + "\")"));
    }

    /** What of a column's definition is not known, and would be lost if it was written again. */
    private static Optional<String> unknown(Column column) {
        if (column.type() instanceof ColumnType.EnumOf type
                && type.values().stream().anyMatch(value -> value.contains("?"))) {
            return Optional.of("its values " + String.join(", ", type.values()));
        }
        return column.generated()
                .map(generated -> generated.sql())
                .or(() -> column.defaultValue()
                        .filter(DefaultValue.Expression.class::isInstance)
                        .map(value -> ((DefaultValue.Expression) value).sql()))
                .filter(sql -> isMangled(sql) || isMarked(sql));
    }

    /** Four question marks, the first byte alone, or only what came before it: each server has its way. */
    static boolean isMangled(String expression) {
        return expression.contains("????")
                || expression.contains("\u00f0")
                || expression
                                        .replaceAll("(?s)\\\\.", "")
                                        .chars()
                                        .filter(c -> c == '\'')
                                        .count()
                                % 2
                        == 1;
    }
}
