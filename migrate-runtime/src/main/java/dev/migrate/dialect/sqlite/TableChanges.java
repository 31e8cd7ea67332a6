package dev.migrate.dialect.sqlite;

import dev.migrate.dialect.SqlStatement;
import dev.migrate.operation.RenameColumn;
import dev.migrate.operation.TableOperation;
import dev.migrate.problem.MigrateException;
import dev.migrate.problem.Problem;
import dev.migrate.problem.ProblemCode;
import dev.migrate.schema.SchemaModel;
import dev.migrate.schema.Table;
import dev.migrate.schema.TableName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The changes of one operation. What SQLite can do in place is done there; from the first change on that it cannot, the
 * others wait for the rebuild, so that there is one only. A column is always renamed in place: views, triggers and
 * other tables follow that.
 */
final class TableChanges {

    private final SqliteDefinitions sql;
    private final TableName name;
    private final List<SqlStatement> statements = new ArrayList<>();
    private SchemaModel state;
    private Optional<Rebuild> pending = Optional.empty();
    private boolean renamed;

    TableChanges(SqliteDefinitions sql, TableName name, SchemaModel before) {
        this.sql = sql;
        this.name = name;
        state = before;
    }

    void make(TableOperation change) {
        if (change instanceof RenameColumn rename) {
            rename(rename);
            return;
        }
        SchemaModel after = SqliteFold.after(change, state);
        Optional<List<SqlStatement>> inPlace =
                pending.isEmpty() ? change.accept(new SqliteAlterations(sql, state)) : Optional.empty();
        if (inPlace.isPresent()) {
            statements.addAll(inPlace.get());
        } else {
            Rebuild rebuild = pending.orElseGet(this::begin);
            pending = Optional.of(rebuild.with(change, after.table(name)));
        }
        state = after;
    }

    private Rebuild begin() {
        Table table = state.table(name);
        if (renamed && !SqliteOptions.triggers(table).isEmpty()) {
            throw new MigrateException(Problem.of(
                            ProblemCode.UNSUPPORTED,
                            "SQLite has to build table " + name + " anew, after one of its columns was renamed in the"
                                    + " same operation: what its triggers say by then is not known")
                    .next("rename the column in an operation of its own, before this one"));
        }
        return Rebuild.of(table, sql);
    }

    private void rename(RenameColumn rename) {
        SchemaModel after = rename.applyTo(state);
        if (after.findTable(name).isPresent()) {
            after = after.change(
                    name, table -> ColumnWords.renamed(table, rename.column(), sql.name(rename.newName())));
        }
        if (pending.filter(rebuild -> !rebuild.letsPass(rename, sql)).isPresent()) {
            flush();
        }
        statements.addAll(rename.accept(new SqliteAlterations(sql, state)).orElseThrow());
        if (pending.isPresent()) {
            pending = Optional.of(pending.get().renamed(rename, after.table(name), sql));
        }
        renamed = true;
        state = after;
    }

    private void flush() {
        pending.ifPresent(rebuild -> statements.addAll(rebuild.statements(sql)));
        pending = Optional.empty();
    }

    List<SqlStatement> statements() {
        flush();
        return List.copyOf(statements);
    }
}
