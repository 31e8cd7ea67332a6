package dev.migrate.execute;

import dev.migrate.dialect.Dialect;
import dev.migrate.dialect.SqlStatement;
import dev.migrate.execute.Rendered.FromScript;
import dev.migrate.execute.Rendered.InMemory;
import dev.migrate.execute.Rendered.None;
import dev.migrate.execute.Rendered.Part;
import dev.migrate.execute.Rendered.Statements;
import dev.migrate.operation.Atomically;
import dev.migrate.operation.CreateTable;
import dev.migrate.operation.Decide;
import dev.migrate.operation.ExecuteSql;
import dev.migrate.operation.IfNeeded;
import dev.migrate.operation.ObjectOperation;
import dev.migrate.operation.Operation;
import dev.migrate.operation.RunScript;
import dev.migrate.operation.TableOperation;
import dev.migrate.problem.MigrateException;
import dev.migrate.problem.Problem;
import dev.migrate.problem.ProblemCode;
import dev.migrate.schema.SchemaModel;
import dev.migrate.schema.Table;
import dev.migrate.schema.TableName;
import dev.migrate.script.ScriptStatement;
import dev.migrate.script.ScriptStatement.Effect;
import dev.migrate.script.SqlQuestions;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The statements of one step, one after the other. What can be rendered before the step begins is rendered then: an
 * operation that this database cannot do stops the step while nothing has happened. What depends on the work of raw SQL
 * or code is rendered when its turn comes.
 */
final class StepScript implements AutoCloseable {

    private static final String NOT_READ = "it was not looked up";

    private final String revision;
    private final List<Operation> operations;
    private final Dialect dialect;
    private final Surroundings surroundings;
    private final Set<TableName> lookedAt = new HashSet<>();
    private final Set<TableName> missing = new HashSet<>();
    private final Deque<Rendered> ready = new ArrayDeque<>();
    private final List<ScriptRun> scripts = new ArrayList<>();
    private final List<SqlStatement> session = new ArrayList<>();
    private Iterator<StepStatement> current = Collections.emptyIterator();
    private boolean sessionMayHaveChanged;
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
    StepScript(
            String revision,
            List<Operation> operations,
            Dialect dialect,
            Surroundings surroundings,
            SchemaModel known) {
        this.revision = revision;
        this.operations = List.copyOf(dialect.arranged(operations));
        this.dialect = dialect;
        this.surroundings = surroundings;
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
        if (namesASchema()) {
            Optional<String> home = surroundings.home();
            model = home.map(model::at).orElse(model);
            looked = true;
        }
        rendered = from.operationsDone();
        for (Operation done : operations.subList(0, rendered)) {
            setsAgain(Core.of(done));
        }
        LostState.requiredBy(operations.subList(0, rendered), operations.subList(rendered, operations.size()))
                .ifPresent(statement -> {
                    throw RunProblems.lostState("revision " + revision + ": " + statement);
                });
        number = from.statementsDone() - from.subsDone();
        if (!from.stored().isEmpty()) {
            Operation operation = operations.get(rendered);
            rendered++;
            add(operation, model, InMemory.of(operation, from.stored(), from.subsDone()));
            readyChangesUnseen = true;
        } else if (from.subsDone() > 0) {
            renderNext();
            passBy(from.subsDone());
        }
    }

    /** Whether one table may go by two names: with the session's schema, and without. */
    private boolean namesASchema() {
        return !lookedAt.isEmpty()
                && operations.stream()
                        .flatMap(operation -> operation.tables().stream())
                        .anyMatch(table -> table.schema().isPresent());
    }

    /** What an operation that is done has set in its session: those after it may have been written for that. */
    private void setsAgain(Operation done) {
        if (done instanceof RunScript run) {
            try (ScriptRun script = new ScriptRun(run, dialect)) {
                session.addAll(script.skipAll());
            }
        } else if (done instanceof Atomically group) {
            group.operations().stream()
                    .filter(each -> each instanceof ExecuteSql execute && !LostState.isMissedSilently(read(execute)))
                    .forEach(this::setsAgain);
        } else if (done instanceof ExecuteSql execute) {
            ScriptStatement statement = read(execute);
            if (LostState.isMissedSilently(statement)) {
                throw RunProblems.lostState("revision " + revision + ": " + execute.sql());
            }
            if (statement.effect() == Effect.SESSION) {
                session.addAll(dialect.render(execute, model));
            }
        }
    }

    private ScriptStatement read(ExecuteSql execute) {
        return new ScriptStatement(execute.sql(), 1, SqlQuestions.effect(execute.sql(), dialect.scriptSyntax()));
    }

    private void passBy(int subsDone) {
        Rendered half = ready.removeLast();
        if (half.statements() instanceof FromScript from) {
            session.addAll(from.script().skip(subsDone));
            ready.add(half);
        } else if (half.statements() instanceof InMemory all) {
            List<Part> rest = all.parts().subList(subsDone, all.parts().size());
            ready.add(half.with(new InMemory(rest, subsDone, all.decided())));
        } else {
            ready.add(half); // there is nothing to do any more: what was left to do is done
        }
    }

    /** What a script set in the session of an earlier run, in which its first statements were sent. */
    List<SqlStatement> session() {
        return List.copyOf(session);
    }

    /** Renders as far as it can be done before the first statement is sent. */
    void prepare() throws SQLException {
        while (rendered < operations.size() && !waits(operations.get(rendered))) {
            renderNext();
        }
    }

    /** Whether the database was asked, so that a transaction may have begun. */
    boolean hasLooked() {
        return looked;
    }

    /** The next statement; everything before it was sent. Empty at the end. */
    Optional<StepStatement> next() throws SQLException {
        while (!current.hasNext()) {
            if (ready.isEmpty() && rendered == operations.size()) {
                return Optional.empty();
            }
            if (ready.isEmpty()) {
                readyChangesUnseen = false;
                renderNext();
            }
            begin(ready.removeFirst());
        }
        return Optional.of(current.next());
    }

    private void begin(Rendered next) throws SQLException {
        current = asTheSessionIs(next).toSend();
        sessionMayHaveChanged |= !(Core.of(next.operation()) instanceof TableOperation);
    }

    /** What a statement before set may be read in another way than it was rendered for: that is so with backslashes only. */
    private Rendered asTheSessionIs(Rendered next) throws SQLException {
        boolean affected = sessionMayHaveChanged
                && next.statements() instanceof InMemory inMemory
                && inMemory.subsDone() == 0
                && Core.of(next.operation()) instanceof TableOperation
                && inMemory.parts().stream().anyMatch(each -> each.sql().sql().contains("\\"));
        return affected
                ? next.with(InMemory.of(
                        next.operation(), surroundings.dialect().render(next.operation(), next.before()), 0))
                : next;
    }

    /** Closes the scripts that were opened. */
    @Override
    public void close() {
        for (ScriptRun script : scripts) {
            script.close();
        }
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
                look(operation.tables());
                lookAround(Core.of(operation));
            }
            if (operation instanceof Decide decide) {
                decide(decide);
                return;
            }
            Optional<String> nothingToDo = surroundings.nothingToDo(operation, model);
            if (nothingToDo.isPresent()) {
                rendered++;
                add(operation, model, new None(nothingToDo.get() + ", left out"));
                return;
            }
            render(operation);
        } catch (MigrateException e) {
            throw placed(aboutMissing(e, operation), operation);
        }
    }

    private void render(Operation operation) {
        SchemaModel before = model;
        Operation core = Core.of(operation);
        Statements statements = core instanceof RunScript run ? opened(run) : inMemory(operation, before);
        requireItSaysItself(operation, before);
        SchemaModel after = after(operation, before);
        readyChangesUnseen |= isUnseen(core, after);
        model = Followed.withoutText(core, after);
        readyChangesUnseen |= model.tables().size() < after.tables().size();
        rendered++;
        add(operation, before, statements);
    }

    /** What was found to be needed is done; where nobody looks, nobody knows. */
    private SchemaModel after(Operation operation, SchemaModel before) {
        return Followed.by(surroundings.looks() ? Core.of(operation) : operation, before, dialect);
    }

    /** Where nobody looks, each statement has to be left out by the server itself where there is nothing for it to do. */
    private void requireItSaysItself(Operation operation, SchemaModel before) {
        Optional<IfNeeded> maybe = Core.ifNeeded(operation);
        if (surroundings.looks() || maybe.isEmpty()) {
            return;
        }
        List<SqlStatement> said = dialect.render(maybe.get(), before);
        Set<String> always = new HashSet<>();
        dialect.render(maybe.get().operation(), before).forEach(statement -> always.add(statement.sql()));
        if (said.stream().map(SqlStatement::sql).anyMatch(always::contains)) {
            throw new MigrateException(Problem.of(
                            ProblemCode.UNSUPPORTED,
                            dialect.describe() + " has no words of its own for \""
                                    + maybe.get().describe() + "\", and without a database nobody can look")
                    .next("run it against the database, without migrate.sql, or leave out ifExists and ifNotExists"));
        }
    }

    private FromScript opened(RunScript run) {
        ScriptRun script = new ScriptRun(run, dialect);
        scripts.add(script);
        return new FromScript(script);
    }

    private InMemory inMemory(Operation operation, SchemaModel before) {
        if (!(operation instanceof Atomically group)) {
            return InMemory.of(operation, dialect.render(operation, before), 0);
        }
        List<Part> parts = new ArrayList<>();
        for (Operation each : group.operations()) {
            dialect.render(each, before).forEach(statement -> parts.add(new Part(each, statement)));
        }
        return new InMemory(parts, 0, Optional.empty());
    }

    /** Everything before it is done: the database is what it decides by. */
    private void decide(Decide decide) throws SQLException {
        looked = true;
        Findings.Decided decided = surroundings.decide(decide);
        rendered++;
        model = decided.after();
        readyChangesUnseen = true;
        add(
                decide,
                model,
                decided.parts().isEmpty()
                        ? new None(decided.words())
                        : new InMemory(decided.parts(), 0, Optional.of(decided.words())));
    }

    /** Whether statements before it have to be sent before it can be rendered. */
    private boolean waits(Operation operation) {
        boolean beside = Core.ifNeeded(operation)
                .filter(maybe -> maybe.wanted().object().table().isEmpty())
                .isPresent();
        return (operation instanceof Decide || beside)
                ? !ready.isEmpty()
                : (readyChangesUnseen && looksFirst(operation));
    }

    /** The model follows changes of tables that it knows; every other change is seen by looking only, once it is made. */
    @SuppressWarnings("ReferenceEquality") // SQL that changes rows only gives the same model back
    private boolean isUnseen(Operation operation, SchemaModel after) {
        return operation instanceof TableOperation
                ? operation.tables().stream()
                        .anyMatch(table -> after.findTable(table).isEmpty())
                : operation instanceof ObjectOperation || after != model;
    }

    private void add(Operation operation, SchemaModel before, Statements statements) {
        Rendered next = new Rendered(operation, before, rendered, number + 1, statements);
        ready.add(next);
        number += next.count();
    }

    private boolean dependsOnItsTable(Operation operation) {
        return operation.accept(new LooksFirst(dialect.changesNeedTheWholeTable()));
    }

    /** Also for what a later operation depends on: one look, then every change of the table is followed from there. */
    private boolean looksFirst(Operation operation) {
        return (surroundings.looks() && Core.ifNeeded(operation).isPresent())
                || ObjectLook.isFor(Core.of(operation))
                || (!(Core.of(operation) instanceof CreateTable)
                        && operation.tables().stream().anyMatch(lookedAt::contains));
    }

    private void lookAround(Operation operation) throws SQLException {
        if (operation instanceof ObjectOperation change && ObjectLook.isFor(change)) {
            model = ObjectLook.joined(surroundings.around(change, rendered), model);
            looked = true;
        }
    }

    private void look(Set<TableName> tables) throws SQLException {
        List<TableName> unknown = tables.stream()
                .filter(table -> model.findTable(table).isEmpty())
                .sorted()
                .toList();
        if (unknown.isEmpty()) {
            return;
        }
        List<Table> found = surroundings.tables(unknown, rendered);
        missing.addAll(unknown);
        for (Table table : found) {
            missing.remove(table.name());
            model = model.with(table);
        }
        looked = true;
    }

    /** A table that was looked for and not found is not one of which nothing is known. */
    private MigrateException aboutMissing(MigrateException e, Operation operation) throws SQLException {
        Optional<TableName> none = e.problem().code() == ProblemCode.UNKNOWN_OBJECT
                ? operation.tables().stream()
                        .filter(missing::contains)
                        .filter(table -> model.findTable(table).isEmpty())
                        .findFirst()
                : Optional.empty();
        if (none.isEmpty()) {
            return e;
        }
        String where = none.get().schema().isPresent()
                ? ""
                : surroundings.schema().map(schema -> " in schema " + schema).orElse("");
        return new MigrateException(
                Problem.of(ProblemCode.UNKNOWN_OBJECT, "there is no table " + none.get() + where)
                        .next("correct the name, or the order of the migrations"),
                e);
    }

    private MigrateException placed(MigrateException e, Operation operation) {
        if (e.problem().where().isPresent()) {
            return e;
        }
        String place = "revision " + revision + ", operation " + (rendered + 1) + ": " + operation.describe();
        return new MigrateException(e.problem().at(place), e);
    }
}
