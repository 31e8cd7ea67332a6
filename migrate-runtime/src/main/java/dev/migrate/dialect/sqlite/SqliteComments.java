package dev.migrate.dialect.sqlite;

import dev.migrate.operation.AddColumn;
import dev.migrate.operation.AlterColumn;
import dev.migrate.operation.AlterTable;
import dev.migrate.operation.Atomically;
import dev.migrate.operation.Change;
import dev.migrate.operation.CreateTable;
import dev.migrate.operation.CreateView;
import dev.migrate.operation.IfNeeded;
import dev.migrate.operation.Operation;
import dev.migrate.operation.OutsideTransaction;
import dev.migrate.operation.SetComment;
import dev.migrate.operation.SetTableComment;
import dev.migrate.schema.Column;
import dev.migrate.schema.Table;
import dev.migrate.schema.TableName;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What an operation says in comments, which SQLite has no place for. They change nothing that a program sees, so that a
 * migration for several databases runs without them; but whoever wrote them is told.
 */
final class SqliteComments {

    private SqliteComments() {}

    /** What is commented on, in words. */
    static Stream<String> in(Operation operation) {
        if (operation instanceof CreateTable create) {
            Table table = create.definition();
            return Stream.concat(
                    said(table.comment(), "table " + table.name()),
                    table.columns().stream().flatMap(column -> of(table.name(), column)));
        }
        if (operation instanceof AddColumn add) {
            return of(add.table(), add.column());
        }
        if (operation instanceof AlterColumn alter) {
            return said(alter.comment(), "column " + alter.table() + "." + alter.column());
        }
        if (operation instanceof SetTableComment set) {
            return said(set.comment(), "table " + set.table());
        }
        if (operation instanceof CreateView create) {
            return said(
                    create.definition().comment(), "view " + create.definition().name());
        }
        return operation instanceof SetComment set
                ? said(set.comment(), set.kind().word() + " " + set.name())
                : parts(operation).stream().flatMap(SqliteComments::in);
    }

    private static List<? extends Operation> parts(Operation operation) {
        if (operation instanceof AlterTable several) {
            return several.changes();
        }
        if (operation instanceof Atomically group) {
            return group.operations();
        }
        if (operation instanceof OutsideTransaction outside) {
            return List.of(outside.operation());
        }
        return operation instanceof IfNeeded maybe ? List.of(maybe.operation()) : List.of();
    }

    private static Stream<String> of(TableName table, Column column) {
        return said(column.comment(), "column " + table + "." + column.name());
    }

    private static Stream<String> said(Optional<String> comment, String on) {
        return comment.map(text -> on).stream();
    }

    private static Stream<String> said(Change<String> comment, String on) {
        return comment instanceof Change.Set<String> ? Stream.of(on) : Stream.empty();
    }
}
