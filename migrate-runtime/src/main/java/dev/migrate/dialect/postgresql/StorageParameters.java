package dev.migrate.dialect.postgresql;

import dev.migrate.operation.Change;
import dev.migrate.operation.SetTableOptions;
import dev.migrate.schema.TableName;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The options that PostgreSQL has for tables, such as {@code fillfactor}. */
final class StorageParameters {

    /** Words of other databases. The server would take them for parameters, and not know them. */
    private static final Set<String> OF_OTHERS = Set.of(
            "engine",
            SetTableOptions.CHARSET,
            SetTableOptions.COLLATION,
            "row_format",
            "strict",
            "without_rowid",
            PartitionedTable.OPTION);

    private final PostgreSqlDefinitions sql;

    StorageParameters(PostgreSqlDefinitions sql) {
        this.sql = sql;
    }

    /** As the catalogue has them: {@code fillfactor=70}. */
    static Map<String, String> read(List<String> parameters) {
        Map<String, String> read = new TreeMap<>();
        for (String parameter : parameters) {
            int equals = parameter.indexOf('=');
            read.put(parameter.substring(0, equals), parameter.substring(equals + 1));
        }
        return read;
    }

    /** What stands behind the parentheses of {@code CREATE TABLE}. */
    String definition(TableName table, Map<String, String> options) {
        refuseOthers(table, options.keySet());
        return options.isEmpty() ? "" : " WITH " + list(options);
    }

    /** What follows {@code ALTER TABLE}, as one or two clauses. */
    List<String> clauses(SetTableOptions op) {
        refuseOthers(op.table(), op.changes().keySet());
        Map<String, String> set = new TreeMap<>();
        List<String> reset = new ArrayList<>();
        op.changes().forEach((name, change) -> {
            if (change instanceof Change.Set<String> to) {
                set.put(name, to.value());
            } else {
                reset.add(name);
            }
        });
        List<String> clauses = new ArrayList<>();
        if (!set.isEmpty()) {
            clauses.add("SET " + list(set));
        }
        if (!reset.isEmpty()) {
            clauses.add("RESET (" + String.join(", ", reset) + ")");
        }
        return clauses;
    }

    private String list(Map<String, String> options) {
        return options.entrySet().stream()
                .map(option -> option.getKey() + " = " + sql.literal(option.getValue()))
                .collect(Collectors.joining(", ", "(", ")"));
    }

    private void refuseOthers(TableName table, Set<String> names) {
        names.stream().filter(OF_OTHERS::contains).findFirst().ifPresent(name -> {
            throw sql.unsupported("option " + name + " of tables", "table " + table + " is to have it");
        });
    }
}
