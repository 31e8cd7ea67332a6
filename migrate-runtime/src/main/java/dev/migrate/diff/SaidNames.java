package dev.migrate.diff;

import static java.util.stream.Collectors.toMap;

import dev.migrate.operation.Operation;
import dev.migrate.operation.RenameColumn;
import dev.migrate.operation.RenameTable;
import dev.migrate.schema.ExactName;
import dev.migrate.schema.ObjectName;
import dev.migrate.schema.SchemaModel;
import dev.migrate.schema.Table;
import dev.migrate.schema.TableName;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What parameters mean by a name: whatever has exactly this one, else what has the same letters. So nobody has to know
 * which names are {@linkplain ExactName exact}, and no shell sees backticks.
 */
final class SaidNames {

    private final List<Table> tables;
    private final DiffPolicy policy;

    private SaidNames(SchemaModel present, SchemaModel desired, DiffPolicy policy) {
        this.tables = Stream.of(present, desired)
                .flatMap(model -> model.tables().stream())
                .toList();
        this.policy = policy;
    }

    /** A policy whose renames and values are said in the words of migrations. */
    static DiffPolicy meant(DiffPolicy policy, SchemaModel present, SchemaModel desired) {
        SaidNames names = new SaidNames(present, desired, policy);
        return policy.withRenames(new Renames(
                        policy.renames().operations().stream().map(names::meant).toList()))
                .withRows(
                        policy.rows(),
                        policy.fills().entrySet().stream()
                                .collect(toMap(fill -> names.meant(fill.getKey()), Map.Entry::getValue)));
    }

    private Operation meant(Operation rename) {
        if (rename instanceof RenameTable table) {
            return new RenameTable(
                    meant(table.table()),
                    meant(table.table().sibling(table.newName())).name());
        }
        RenameColumn column = (RenameColumn) rename;
        return new RenameColumn(
                meant(column.table()), meant(column.table(), column.column()), meant(column.table(), column.newName()));
    }

    private ObjectName meant(ObjectName column) {
        return ObjectName.of(
                column.kind(),
                meant(column.owner()),
                meant(column.owner(), column.part().orElseThrow()));
    }

    private TableName meant(TableName said) {
        List<TableName> alike = new ArrayList<>();
        for (Table table : tables) {
            if (table.name().equals(said)) {
                return said;
            }
            if (ExactName.plain(table.name()).equals(said)) {
                alike.add(table.name());
            }
        }
        return alike.isEmpty() ? said : alike.get(0);
    }

    /** A column of a table that has this name or is about to get it. */
    private String meant(TableName table, String said) {
        List<TableName> names = Stream.concat(
                        Stream.of(meant(table)),
                        policy.renames().operations().stream()
                                .filter(RenameTable.class::isInstance)
                                .map(RenameTable.class::cast)
                                .filter(rename ->
                                        rename.table().sibling(rename.newName()).equals(table))
                                .map(rename -> meant(rename.table())))
                .toList();
        List<Table> meant =
                tables.stream().filter(each -> names.contains(each.name())).toList();
        String exact = ExactName.of(said);
        boolean isExact = meant.stream().noneMatch(each -> each.findColumn(said).isPresent())
                && meant.stream().anyMatch(each -> each.findColumn(exact).isPresent());
        return isExact ? exact : said;
    }
}
