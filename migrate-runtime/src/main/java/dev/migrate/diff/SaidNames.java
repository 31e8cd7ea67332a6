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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What parameters mean by a name: whatever has exactly this one, else what has the same letters. So nobody has to know
 * which names are {@linkplain ExactName exact}, and no shell sees backticks. What gets another name is looked for in the
 * database first, most of all where it should not stay, and all else in what the database should become: the two sides of a
 * rename may be said alike.
 */
final class SaidNames {

    private final List<Table> present;
    private final List<Table> desired;
    private final DiffPolicy policy;

    private SaidNames(SchemaModel present, SchemaModel desired, DiffPolicy policy) {
        this.present = present.tables();
        this.desired = desired.tables();
        this.policy = policy;
    }

    /** A policy whose renames and values are said in the words of migrations. */
    static DiffPolicy meant(DiffPolicy policy, SchemaModel present, SchemaModel desired) {
        SaidNames names = new SaidNames(present, desired, policy);
        return policy.withRenames(new Renames(policy.renames().operations().stream()
                        .flatMap(rename -> names.meant(rename).stream())
                        .toList()))
                .withRows(
                        policy.rows(),
                        policy.fills().entrySet().stream()
                                .collect(toMap(fill -> names.meant(fill.getKey()), Map.Entry::getValue)));
    }

    /** Empty, when what is there has that name by now. */
    private Optional<Operation> meant(Operation rename) {
        if (rename instanceof RenameTable table) {
            TableName from = source(table.table());
            String to = meant(table.table().sibling(table.newName()), desired, present)
                    .name();
            return from.name().equals(to) ? Optional.empty() : Optional.of(new RenameTable(from, to));
        }
        RenameColumn column = (RenameColumn) rename;
        String from = columnThere(column.table(), column.column());
        String to = columnWanted(column.table(), column.newName());
        return from.equals(to)
                ? Optional.empty()
                : Optional.of(new RenameColumn(meant(column.table(), desired, present), from, to));
    }

    private ObjectName meant(ObjectName column) {
        return ObjectName.of(
                column.kind(),
                meant(column.owner(), desired, present),
                columnWanted(column.owner(), column.part().orElseThrow()));
    }

    private static TableName meant(TableName said, List<Table> first, List<Table> then) {
        return in(first, said).or(() -> in(then, said)).orElse(said);
    }

    private static Optional<TableName> in(List<Table> tables, TableName said) {
        List<TableName> alike = tables.stream()
                .map(Table::name)
                .filter(name -> ExactName.plain(name).equals(said))
                .toList();
        return alike.contains(said) ? Optional.of(said) : alike.stream().findFirst();
    }

    private TableName source(TableName said) {
        List<Table> going = present.stream()
                .filter(table -> desired.stream().noneMatch(each -> each.name().equals(table.name())))
                .toList();
        return in(going, said).orElseGet(() -> meant(said, present, desired));
    }

    /** A column of a table that has this name or is about to get it. */
    private String columnThere(TableName table, String said) {
        return spellings(said)
                .filter(name -> isColumn(present, sources(table), name) && !isColumn(desired, targets(table), name))
                .findFirst()
                .or(() -> columnIn(present, sources(table), said))
                .or(() -> columnIn(desired, targets(table), said))
                .orElse(said);
    }

    private String columnWanted(TableName table, String said) {
        return columnIn(desired, targets(table), said)
                .or(() -> columnIn(present, sources(table), said))
                .orElse(said);
    }

    private List<TableName> targets(TableName table) {
        return List.of(meant(table, desired, present));
    }

    private List<TableName> sources(TableName table) {
        return Stream.concat(
                        policy.renames().operations().stream()
                                .filter(RenameTable.class::isInstance)
                                .map(RenameTable.class::cast)
                                .filter(rename ->
                                        rename.table().sibling(rename.newName()).equals(table))
                                .map(rename -> source(rename.table())),
                        Stream.of(meant(table, present, desired)))
                .toList();
    }

    private static Optional<String> columnIn(List<Table> tables, List<TableName> names, String said) {
        return spellings(said).filter(name -> isColumn(tables, names, name)).findFirst();
    }

    private static Stream<String> spellings(String said) {
        return Stream.of(said, ExactName.of(said));
    }

    private static boolean isColumn(List<Table> tables, List<TableName> names, String column) {
        return tables.stream()
                .filter(each -> names.contains(each.name()))
                .anyMatch(each -> each.findColumn(column).isPresent());
    }
}
