package dev.migrate.execute;

import dev.migrate.dialect.ScriptSql;
import dev.migrate.dialect.SqlStatement;
import dev.migrate.operation.Atomically;
import dev.migrate.operation.Decide;
import dev.migrate.operation.Operation;
import dev.migrate.operation.RunCode;
import dev.migrate.operation.TableOperation;
import dev.migrate.schema.SchemaModel;
import dev.migrate.script.ScriptStatement;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;

/**
 * An operation that is rendered and not yet sent.
 *
 * @param operation the operation, as the step has it
 * @param before what was known of the schema before it
 * @param ordinal its place in the step, from 1
 * @param firstNumber the number of its first statement in the step
 * @param statements what it was rendered to
 */
record Rendered(Operation operation, SchemaModel before, int ordinal, int firstNumber, Statements statements) {

    /** The statements of an operation, as many as were counted. */
    sealed interface Statements {}

    /** One statement, and the operation it is of: in a group or a decision that is not the operation of the step. */
    record Part(Operation operation, SqlStatement sql) {}

    /** Statements in memory, those after the first ones of the operation which are done. */
    record InMemory(List<Part> parts, int subsDone, Optional<String> decided) implements Statements {

        static InMemory of(Operation operation, List<SqlStatement> statements, int subsDone) {
            Operation core = Core.of(operation);
            return new InMemory(
                    statements.stream()
                            .map(statement -> new Part(core, statement))
                            .toList(),
                    subsDone,
                    Optional.empty());
        }
    }

    /** None, for a reason that was found out. */
    record None(String why) implements Statements {}

    /** Statements that are read when their turn comes. */
    record FromScript(ScriptRun script) implements Statements {}

    /** The same with other statements. */
    Rendered with(Statements others) {
        return new Rendered(operation, before, ordinal, firstNumber, others);
    }

    /** How many statements the operation has, those that are done included. */
    int count() {
        if (operation instanceof RunCode) {
            return 1;
        }
        if (statements instanceof FromScript from) {
            return from.script().statements();
        }
        return statements instanceof InMemory all ? all.subsDone() + all.parts().size() : 0;
    }

    /** The statements as they are sent, one after the other. */
    Iterator<StepStatement> toSend() {
        if (statements instanceof FromScript from) {
            return ofScript(from.script());
        }
        if (statements instanceof None none) {
            return List.of(StepStatement.leftOut(operation, ordinal, firstNumber - 1, none.why()))
                    .iterator();
        }
        return ofMemory((InMemory) statements).iterator();
    }

    private Iterator<StepStatement> ofScript(ScriptRun script) {
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return script.hasNext();
            }

            @Override
            public StepStatement next() {
                if (!hasNext()) {
                    throw new NoSuchElementException();
                }
                ScriptStatement statement = script.next();
                return new StepStatement(
                        operation,
                        operation,
                        ordinal,
                        script.given(),
                        script.statements(),
                        firstNumber + script.given() - 1,
                        Optional.of(ScriptSql.of(statement)),
                        List.of(),
                        Optional.of(script.describe(statement)),
                        false,
                        Optional.empty());
            }
        };
    }

    private List<StepStatement> ofMemory(InMemory rendered) {
        List<Part> parts = rendered.parts();
        if (operation instanceof RunCode) {
            return List.of(new StepStatement(
                    operation,
                    operation,
                    ordinal,
                    1,
                    1,
                    firstNumber,
                    Optional.empty(),
                    List.of(),
                    Optional.empty(),
                    false,
                    Optional.empty()));
        }
        boolean keepsRest = Core.of(operation) instanceof TableOperation || operation instanceof Decide;
        List<StepStatement> all = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            List<SqlStatement> rest = keepsRest
                    ? parts.subList(i + 1, parts.size()).stream().map(Part::sql).toList()
                    : List.of();
            int sub = rendered.subsDone() + i + 1;
            all.add(new StepStatement(
                    parts.get(i).operation(),
                    Core.of(operation),
                    ordinal,
                    sub,
                    rendered.subsDone() + parts.size(),
                    firstNumber + sub - 1,
                    Optional.of(parts.get(i).sql()),
                    rest,
                    Optional.empty(),
                    operation instanceof Atomically,
                    i == 0 ? rendered.decided() : Optional.empty()));
        }
        return all;
    }
}
