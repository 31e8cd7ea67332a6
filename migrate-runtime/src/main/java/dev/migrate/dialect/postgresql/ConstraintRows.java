package dev.migrate.dialect.postgresql;

import dev.migrate.dialect.AnsiDefinitions;
import dev.migrate.dialect.SqlText;
import dev.migrate.schema.CheckConstraint;
import dev.migrate.schema.ColumnType;
import dev.migrate.schema.Constraint;
import dev.migrate.schema.Deferral;
import dev.migrate.schema.Enforcement;
import dev.migrate.schema.ForeignKey;
import dev.migrate.schema.PrimaryKey;
import dev.migrate.schema.ReferentialAction;
import dev.migrate.schema.TableName;
import dev.migrate.schema.UniqueConstraint;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** Keys and checks as {@link CatalogSql#constraints} answers: one row for each. */
final class ConstraintRows {

    private ConstraintRows() {}

    static Constraint constraint(ResultSet row) throws SQLException {
        String name = row.getString(3);
        List<String> columns = PostgreSqlCatalogReader.names(row, 5);
        return switch (row.getString(4)) {
            case "p" -> new PrimaryKey(name, columns, included(row), deferral(row.getBoolean(12), row.getBoolean(13)));
            case "u" ->
                new UniqueConstraint(
                        name,
                        columns,
                        row.getBoolean(19),
                        included(row),
                        deferral(row.getBoolean(12), row.getBoolean(13)));
            case "f" -> foreignKey(row, name, columns);
            default ->
                new CheckConstraint(
                        name, SqlText.withoutParentheses(row.getString(11)), row.getBoolean(17), enforcement(row));
        };
    }

    /** The words of an enumeration, where the row is the check that makes one of a column of text. */
    static Optional<ColumnType.EnumOf> words(ResultSet row) throws SQLException {
        boolean possible = row.getString(4).equals("c")
                && row.getString(3).endsWith(AnsiDefinitions.ENUM_CHECK)
                && PostgreSqlCatalogReader.names(row, 5).size() == 1;
        return possible ? PostgreSqlText.words(row.getString(11)) : Optional.empty();
    }

    private static ForeignKey foreignKey(ResultSet row, String name, List<String> columns) throws SQLException {
        return new ForeignKey(
                name,
                columns,
                new TableName(Optional.of(row.getString(6)), row.getString(7)),
                PostgreSqlCatalogReader.names(row, 8),
                action(row.getString(9)),
                action(row.getString(10)),
                PostgreSqlCatalogReader.names(row, 18),
                row.getBoolean(16),
                deferral(row.getBoolean(12), row.getBoolean(13)),
                enforcement(row));
    }

    private static List<String> included(ResultSet row) throws SQLException {
        return PostgreSqlCatalogReader.names(row, 20);
    }

    static Optional<Deferral> deferral(boolean deferrable, boolean deferred) {
        return deferrable ? Optional.of(deferred ? Deferral.DEFERRED : Deferral.IMMEDIATE) : Optional.empty();
    }

    private static Optional<Enforcement> enforcement(ResultSet row) throws SQLException {
        if (!row.getBoolean(15)) {
            return Optional.of(Enforcement.NO_ROWS);
        }
        return row.getBoolean(14) ? Optional.empty() : Optional.of(Enforcement.NEW_ROWS);
    }

    private static ReferentialAction action(String letter) {
        return switch (letter) {
            case "r" -> ReferentialAction.RESTRICT;
            case "c" -> ReferentialAction.CASCADE;
            case "n" -> ReferentialAction.SET_NULL;
            case "d" -> ReferentialAction.SET_DEFAULT;
            default -> ReferentialAction.NO_ACTION;
        };
    }
}
