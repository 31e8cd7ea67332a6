package dev.migrate.simulate;

import dev.migrate.operation.Atomically;
import dev.migrate.operation.Backfill;
import dev.migrate.operation.DeleteRows;
import dev.migrate.operation.InsertRows;
import dev.migrate.operation.Operation;
import dev.migrate.operation.OutsideTransaction;
import dev.migrate.operation.UpdateRows;
import dev.migrate.problem.Problem;
import dev.migrate.problem.ProblemCode;
import dev.migrate.schema.Column;
import dev.migrate.schema.SchemaModel;
import dev.migrate.schema.Table;
import dev.migrate.schema.TableName;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** What operations on rows ask of the tables they are about. */
final class RowRules {

    List<Problem> broken(Operation operation, SchemaModel before) {
        if (operation instanceof InsertRows insert) {
            List<Problem> broken = new ArrayList<>(columns(insert.table(), insert.columns(), before));
            if (broken.isEmpty()) {
                before.findTable(insert.table()).ifPresent(table -> values(insert, table, broken));
            }
            return broken;
        }
        if (operation instanceof UpdateRows update) {
            return columns(
                    update.table(),
                    update.assignments().stream()
                            .map(UpdateRows.Assignment::column)
                            .toList(),
                    before);
        }
        if (operation instanceof DeleteRows delete) {
            return columns(delete.table(), List.of(), before);
        }
        if (operation instanceof Backfill backfill) {
            return columns(backfill.table(), backfill.key(), before);
        }
        if (operation instanceof OutsideTransaction outside) {
            return broken(outside.operation(), before);
        }
        if (operation instanceof Atomically group) {
            return group.operations().stream()
                    .flatMap(each -> broken(each, before).stream())
                    .toList();
        }
        return List.of();
    }

    private static List<Problem> columns(TableName name, Collection<String> columns, SchemaModel before) {
        if (before.unknownBecause(name).isPresent()) {
            return List.of();
        }
        Optional<Table> table = before.findTable(name);
        if (table.isEmpty()) {
            boolean view = before.views().stream().anyMatch(v -> v.name().equals(name));
            return view
                    ? List.of()
                    : List.of(Problem.of(ProblemCode.UNKNOWN_OBJECT, "there is no table " + name)
                            .next("correct the name, or the order of the migrations"));
        }
        return columns.stream()
                .filter(column -> table.get().findColumn(column).isEmpty())
                .map(column -> Problem.of(
                                ProblemCode.UNKNOWN_OBJECT,
                                "table " + name + " has no column " + column + "; it has "
                                        + String.join(
                                                ", ",
                                                table.get().columns().stream()
                                                        .map(Column::name)
                                                        .toList()))
                        .next("correct the name, or the order of the operations"))
                .toList();
    }

    /** A row that names no value for a column that must have one cannot be inserted. */
    private static void values(InsertRows insert, Table table, List<Problem> broken) {
        for (Column column : table.columns()) {
            int at = insert.columns().indexOf(column.name());
            boolean none = at < 0
                    ? column.defaultValue().isEmpty()
                            && column.identity().isEmpty()
                            && column.generated().isEmpty()
                    : insert.rows().stream().anyMatch(row -> row.get(at) == null);
            if (!column.nullable() && none && !(at >= 0 && column.identity().isPresent())) {
                broken.add(Problem.of(
                                ProblemCode.BAD_OPERATION,
                                "column " + column.name() + " of table " + table.name() + " must have a value, and "
                                        + (at < 0 ? "the rows name none" : "a row has null"))
                        .next("give it a value, or the column a default"));
            }
        }
    }
}
