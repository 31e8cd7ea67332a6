package dev.migrate.dialect.postgresql;

import dev.migrate.dialect.SqlText;
import dev.migrate.introspect.TableDraft;
import dev.migrate.schema.ExclusionConstraint;
import dev.migrate.schema.Index;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Indexes and exclusion constraints as {@link CatalogSql#indexes} answers: one row for each of their terms. */
final class IndexRows {

    private final Map<TableDraft, Map<String, ExclusionConstraint>> exclusions = new LinkedHashMap<>();

    /** Takes a term, after those that were taken before. */
    void take(ResultSet row, TableDraft table) throws SQLException {
        String operator = row.getString(16);
        if (operator == null) {
            table.indexPart(index(row), part(row));
        } else {
            exclusions
                    .computeIfAbsent(table, key -> new LinkedHashMap<>())
                    .merge(row.getString(3), exclusion(row, operator), IndexRows::joined);
        }
    }

    /** Gives each table its exclusion constraints. */
    void finish() {
        exclusions.forEach((table, all) -> all.values().forEach(table::constraint));
    }

    private static Index index(ResultSet row) throws SQLException {
        return new Index(
                row.getString(3),
                List.of(),
                row.getBoolean(4),
                where(row),
                PostgreSqlCatalogReader.names(row, 12),
                Optional.of(row.getString(5)).filter(name -> !name.equals("btree")),
                false,
                row.getBoolean(14),
                storage(PostgreSqlCatalogReader.names(row, 15)));
    }

    private static Optional<String> where(ResultSet row) throws SQLException {
        return Optional.ofNullable(row.getString(6)).map(SqlText::withoutParentheses);
    }

    private static Map<String, String> storage(List<String> options) {
        Map<String, String> storage = new HashMap<>();
        for (String option : options) {
            int sign = option.indexOf('=');
            storage.put(option.substring(0, sign), option.substring(sign + 1));
        }
        return storage;
    }

    private static Index.Part part(ResultSet row) throws SQLException {
        Index.Part part = row.getBoolean(7)
                ? Index.Part.expression(SqlText.withoutParentheses(row.getString(8)))
                : Index.Part.column(row.getString(9));
        boolean descending = row.getBoolean(10);
        boolean nullsFirst = row.getBoolean(11);
        return part.withDescending(descending)
                .withQualifier(Optional.ofNullable(row.getString(13)))
                .withNulls(
                        descending == nullsFirst
                                ? Optional.empty()
                                : Optional.of(nullsFirst ? Index.Nulls.FIRST : Index.Nulls.LAST));
    }

    private static ExclusionConstraint exclusion(ResultSet row, String operator) throws SQLException {
        return new ExclusionConstraint(
                row.getString(3),
                row.getString(5),
                List.of(new ExclusionConstraint.Element(part(row), operator)),
                PostgreSqlCatalogReader.names(row, 12),
                where(row),
                ConstraintRows.deferral(row.getBoolean(17), row.getBoolean(18)));
    }

    private static ExclusionConstraint joined(ExclusionConstraint begun, ExclusionConstraint next) {
        List<ExclusionConstraint.Element> elements = new ArrayList<>(begun.elements());
        elements.addAll(next.elements());
        return new ExclusionConstraint(
                begun.name(), begun.method(), elements, begun.include(), begun.where(), begun.deferral());
    }
}
