package dev.migrate.diff;

import dev.migrate.operation.CreateView;
import dev.migrate.operation.DropView;
import dev.migrate.operation.EnumColumns;
import dev.migrate.operation.Operation;
import dev.migrate.operation.SetEnumValues;
import dev.migrate.schema.ColumnsInSql;
import dev.migrate.schema.ObjectName;
import dev.migrate.schema.SchemaModel;
import dev.migrate.schema.TableName;
import dev.migrate.schema.View;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Views that show a column which gets another type, where the database refuses that under them, and views of such views:
 * they are taken away before and come back after.
 */
final class HeldViews {

    private HeldViews() {}

    /**
     * @param reshaped the columns, by table, as the database calls them
     */
    static List<Step> detours(SchemaModel actual, Map<TableName, Set<String>> reshaped) {
        List<View> held = new ArrayList<>();
        boolean more = !reshaped.isEmpty();
        while (more) {
            List<View> next = actual.views().stream()
                    .filter(view -> !view.materialized() && !held.contains(view))
                    .filter(view -> shows(view, reshaped) || shows(view, held))
                    .toList();
            held.addAll(next);
            more = !next.isEmpty();
        }
        List<Step> steps = new ArrayList<>();
        for (int i = held.size() - 1; i >= 0; i--) {
            steps.add(new Step(Phase.DROP_VIEWS, new DropView(held.get(i).name())));
        }
        held.forEach(view -> steps.add(new Step(Phase.CREATE_VIEWS, new CreateView(view))));
        return steps;
    }

    /**
     * Columns together with those of types that are made anew.
     *
     * @param reshaped other columns, by table
     */
    static Map<TableName, Set<String>> withTypes(
            Map<TableName, Set<String>> reshaped, Stream<Operation> operations, SchemaModel actual) {
        Map<TableName, Set<String>> all = new TreeMap<>();
        reshaped.forEach((table, columns) -> all.put(table, new TreeSet<>(columns)));
        operations
                .filter(SetEnumValues.class::isInstance)
                .map(SetEnumValues.class::cast)
                .flatMap(change -> EnumColumns.of(change.type(), actual).stream())
                .forEach(use -> all.computeIfAbsent(use.table(), table -> new TreeSet<>())
                        .add(use.column().name()));
        return all;
    }

    private static boolean shows(View view, Map<TableName, Set<String>> reshaped) {
        return reshaped.entrySet().stream()
                .anyMatch(each -> names(view, each.getKey().name())
                        && !ColumnsInSql.of(view.query(), each.getValue()).isEmpty());
    }

    /** Whether a view shows a table, or a column of one. */
    static boolean shows(View view, ObjectName object) {
        return names(view, object.owner().name())
                && object.part()
                        .map(column ->
                                !ColumnsInSql.of(view.query(), List.of(column)).isEmpty())
                        .orElse(true);
    }

    private static boolean shows(View view, List<View> held) {
        return held.stream().anyMatch(each -> names(view, each.name().name()));
    }

    private static boolean names(View view, String table) {
        return !ColumnsInSql.of(view.query(), List.of(table)).isEmpty();
    }
}
