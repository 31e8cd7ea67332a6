package dev.migrate.diff;

import dev.migrate.schema.ForeignKey;
import dev.migrate.schema.Table;
import dev.migrate.schema.TableName;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * Tables so that each comes behind those that it refers to. Where that cannot be, because references lead in a circle, some
 * foreign keys are split off: the fewest that one walk in the order of names finds.
 *
 * @param tables the tables, without what was split off
 * @param splitOff what was, by table, in the order of tables
 */
record TableOrder(List<Table> tables, Map<TableName, List<ForeignKey>> splitOff) {

    /**
     * @param rules knows a table by whichever of its names a foreign key refers to it
     */
    static TableOrder of(List<Table> tables, DatabaseRules rules) {
        Map<TableName, Table> open = new TreeMap<>();
        tables.forEach(table -> open.put(table.name(), table));
        Map<TableName, TableName> known = new TreeMap<>();
        tables.forEach(table -> known.put(rules.name(table.name()), table.name()));
        Function<ForeignKey, TableName> target =
                key -> known.getOrDefault(rules.name(key.references()), key.references());
        List<Table> sorted = new ArrayList<>();
        Map<TableName, List<ForeignKey>> splitOff = new TreeMap<>();
        Map<TableName, Set<TableName>> waitsFor = new TreeMap<>();
        Map<TableName, Set<TableName>> awaitedBy = new TreeMap<>();
        for (Table table : open.values()) {
            Set<TableName> needed = new TreeSet<>();
            for (ForeignKey key : table.foreignKeys()) {
                TableName references = target.apply(key);
                if (open.containsKey(references) && !references.equals(table.name())) {
                    needed.add(references);
                    awaitedBy
                            .computeIfAbsent(references, name -> new TreeSet<>())
                            .add(table.name());
                }
            }
            waitsFor.put(table.name(), needed);
        }
        Set<TableName> ready = new TreeSet<>();
        waitsFor.forEach((name, needed) -> {
            if (needed.isEmpty()) {
                ready.add(name);
            }
        });
        while (!waitsFor.isEmpty()) {
            TableName next =
                    ready.isEmpty() ? fewest(waitsFor) : ready.iterator().next();
            ready.remove(next);
            Set<TableName> notYet = waitsFor.getOrDefault(next, Set.of());
            waitsFor.remove(next);
            Table table = take(open, next);
            List<ForeignKey> split = table.foreignKeys().stream()
                    .filter(key -> notYet.contains(target.apply(key)))
                    .toList();
            if (!split.isEmpty()) {
                splitOff.put(next, split);
            }
            sorted.add(without(table, split));
            for (TableName waiting : awaitedBy.getOrDefault(next, Set.of())) {
                Set<TableName> needed = waitsFor.getOrDefault(waiting, new TreeSet<>());
                if (needed.remove(next) && needed.isEmpty()) {
                    ready.add(waiting);
                }
            }
        }
        return new TableOrder(sorted, splitOff);
    }

    private static Table take(Map<TableName, Table> tables, TableName name) {
        Table table = tables.get(name);
        if (table == null) {
            throw new IllegalStateException(name + " was sorted already");
        }
        return table;
    }

    private static TableName fewest(Map<TableName, Set<TableName>> waitsFor) {
        return waitsFor.entrySet().stream()
                .min(Map.Entry.<TableName, Set<TableName>>comparingByValue(java.util.Comparator.comparingInt(Set::size))
                        .thenComparing(Map.Entry.comparingByKey()))
                .orElseThrow()
                .getKey();
    }

    private static Table without(Table table, List<ForeignKey> split) {
        Table rest = table;
        for (ForeignKey key : split) {
            rest = rest.without(key);
        }
        return rest;
    }
}
