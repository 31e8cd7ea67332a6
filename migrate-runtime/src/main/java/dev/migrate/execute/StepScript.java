package dev.migrate.execute;

import dev.migrate.dialect.Dialect;
import dev.migrate.dialect.SqlStatement;
import dev.migrate.operation.AlterTable;
import dev.migrate.operation.CreateTable;
import dev.migrate.operation.Operation;
import dev.migrate.operation.RenameColumn;
import dev.migrate.operation.RenameTable;
import dev.migrate.operation.RunCode;
import dev.migrate.operation.TableOperation;
import dev.migrate.problem.MigrateException;
import dev.migrate.schema.Index;
import dev.migrate.schema.SchemaModel;
import dev.migrate.schema.Table;
import dev.migrate.schema.TableName;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The statements of one step, one after the other. What can be rendered before the step begins is rendered then: an
 * operation that this database cannot do stops the step while nothing has happened. What depends on the work of raw SQL
 * or code is rendered when its turn comes.
 */
final class StepScript {

    private static final String NOT_READ = "it was not looked up";

    private final String revision;
    private final List<Operation> operations;
    private final Dialect dialect;
    private final Connection connection;
    private final Set<TableName> lookedAt = new HashSet<>();
    private final Deque<StepStatement> ready = new ArrayDeque<>();
    private SchemaModel model;
    private boolean readyChangesUnseen;
    private int rendered;
    private int number;
    private boolean looked;

    /**
     * A script from the first operation on.
     *
     * @param known tables as they are now, as far as earlier steps told
     */
    StepScript(String revision, List<Operation> operations, Dialect dialect, Connection connection, SchemaModel known) {
        this.revision = revision;
        this.operations = List.copyOf(operations);
        this.dialect = dialect;
        this.connection = connection;
        model = onlyTouched(known, operations);
        operations.stream().filter(this::dependsOnItsTable).forEach(each -> lookedAt.addAll(each.tables()));
    }

    /** Other tables are dropped: a long run would carry all it ever created, and a look costs little. */
    private static SchemaModel onlyTouched(SchemaModel known, List<Operation> operations) {
        Set<TableName> touched = new HashSet<>();
        operations.forEach(operation -> touched.addAll(operation.tables()));
        return SchemaModel.incomplete(
                known.tables().stream()
                        .filter(table -> touched.contains(table.name()))
                        .toList(),
                NOT_READ);
    }

    /** Leaves out what an earlier run did. */
    void goOnAt(Resumption from) throws SQLException {
        rendered = from.operationsDone();
        number = from.statementsDone();
        if (!from.stored().isEmpty()) {
            Operation operation = operations.get(rendered);
            rendered++;
            add(operation, from.stored(), from.subsDone());
            readyChangesUnseen = true;
        } else if (from.subsDone() > 0) {
            renderNext();
            for (int i = 0; i < from.subsDone(); i++) {
                ready.removeFirst();
            }
        }
    }

    /** Renders as far as it can be done before the first statement is sent. */
    void prepare() throws SQLException {
        while (rendered < operations.size() && !(readyChangesUnseen && looksFirst(operations.get(rendered)))) {
            renderNext();
        }
    }

    /** Whether the database was asked, so that a transaction may have begun. */
    boolean hasLooked() {
        return looked;
    }

    /** The next statement; everything before it was sent. Empty at the end. */
    Optional<StepStatement> next() throws SQLException {
        while (ready.isEmpty() && rendered < operations.size()) {
            readyChangesUnseen = false;
            renderNext();
        }
        return Optional.ofNullable(ready.pollFirst());
    }

    /** How many statements the step has, as far as is known: each operation that is not rendered yet counts as one. */
    int total() {
        return number + operations.size() - rendered;
    }

    /** What is known of tables, once everything was sent. */
    SchemaModel model() {
        return model;
    }

    private void renderNext() throws SQLException {
        Operation operation = operations.get(rendered);
        try {
            if (looksFirst(operation)) {
                look(operation);
            }
            List<SqlStatement> statements = dialect.render(operation, model);
            SchemaModel after = operation.applyTo(model);
            readyChangesUnseen |= isUnseen(operation, after);
            model = renames(operation) ? withoutText(after) : after;
            rendered++;
            add(operation, statements, 0);
        } catch (MigrateException e) {
            throw placed(e, operation);
        }
    }

    /** The model follows changes of tables that it knows; every other change is seen by looking only, once it is made. */
    @SuppressWarnings("ReferenceEquality") // SQL that changes rows only gives the same model back
    private boolean isUnseen(Operation operation, SchemaModel after) {
        return operation instanceof TableOperation
                ? operation.tables().stream()
                        .anyMatch(table -> after.findTable(table).isEmpty())
                : after != model;
    }

    private static boolean renames(Operation operation) {
        return operation instanceof RenameTable
                || operation instanceof RenameColumn
                || (operation instanceof AlterTable several
                        && several.changes().stream().anyMatch(StepScript::renames));
    }

    /** The database follows a renaming in SQL that it keeps, such as checks; the model does not: it looks again. */
    private SchemaModel withoutText(SchemaModel renamed) {
        SchemaModel known = renamed;
        for (Table table : renamed.tables()) {
            if (hasText(table)) {
                known = known.without(table.name());
                readyChangesUnseen = true;
            }
        }
        return known;
    }

    private static boolean hasText(Table table) {
        return !table.checks().isEmpty()
                || !table.options().isEmpty()
                || table.columns().stream()
                        .anyMatch(column -> column.generated().isPresent())
                || table.indexes().stream()
                        .anyMatch(index -> index.where().isPresent()
                                || index.parts().stream().anyMatch(Index.Part::expression));
    }

    private void add(Operation operation, List<SqlStatement> statements, int subsDone) {
        if (operation instanceof RunCode) {
            number++;
            ready.add(new StepStatement(operation, rendered, 1, 1, number, Optional.empty(), List.of()));
        }
        int of = subsDone + statements.size();
        for (int i = 0; i < statements.size(); i++) {
            number++;
            List<String> rest = operation instanceof TableOperation
                    ? statements.subList(i + 1, statements.size()).stream()
                            .map(SqlStatement::sql)
                            .toList()
                    : List.of();
            ready.add(new StepStatement(
                    operation, rendered, subsDone + i + 1, of, number, Optional.of(statements.get(i)), rest));
        }
    }

    private boolean dependsOnItsTable(Operation operation) {
        return operation.accept(new LooksFirst(dialect.changesNeedTheWholeTable()));
    }

    /** Also for what a later operation depends on: one look, then every change of the table is followed from there. */
    private boolean looksFirst(Operation operation) {
        return !(operation instanceof CreateTable)
                && operation.tables().stream().anyMatch(lookedAt::contains);
    }

    private void look(Operation operation) throws SQLException {
        List<TableName> unknown = operation.tables().stream()
                .filter(table -> model.findTable(table).isEmpty())
                .sorted()
                .toList();
        if (unknown.isEmpty()) {
            return;
        }
        List<Table> known = new ArrayList<>(model.tables());
        known.addAll(dialect.catalog().tables(connection, unknown));
        looked = true;
        model = SchemaModel.incomplete(known, NOT_READ);
    }

    private MigrateException placed(MigrateException e, Operation operation) {
        if (e.problem().where().isPresent()) {
            return e;
        }
        String place = "revision " + revision + ", operation " + (rendered + 1) + ": " + operation.describe();
        return new MigrateException(e.problem().at(place), e);
    }
}
