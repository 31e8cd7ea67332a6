package dev.migrate.execute;

import dev.migrate.dialect.Dialect;
import dev.migrate.execute.Rendered.Part;
import dev.migrate.operation.Decide;
import dev.migrate.operation.DeleteRows;
import dev.migrate.operation.ExecuteSql;
import dev.migrate.operation.Existence;
import dev.migrate.operation.IfNeeded;
import dev.migrate.operation.InsertRows;
import dev.migrate.operation.ObjectOperation;
import dev.migrate.operation.Operation;
import dev.migrate.operation.UpdateRows;
import dev.migrate.operation.VerifyAnswer;
import dev.migrate.problem.MigrateException;
import dev.migrate.problem.Problem;
import dev.migrate.problem.ProblemCode;
import dev.migrate.schema.ObjectName;
import dev.migrate.schema.SchemaModel;
import dev.migrate.schema.TableName;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What is found out about an operation by looking at the database when its turn comes. */
final class Findings {

    /**
     * What was decided.
     *
     * @param words for people: each operation in a few words
     * @param parts all of it, without arguments, so that it can be written down
     * @param after what is known of tables once it is done
     */
    record Decided(String words, List<Part> parts, SchemaModel after) {}

    private static final String LOOKED = "a decision has looked at others only";

    private final Dialect dialect;
    private final Connection connection;

    Findings(Dialect dialect, Connection connection) {
        this.dialect = dialect;
        this.connection = connection;
    }

    /**
     * Why there is nothing to do for an operation that is left out then.
     *
     * @param model what is known; a table of the operation that it lacks was looked for and is not there
     */
    Optional<String> nothingToDo(Operation operation, SchemaModel model) throws SQLException {
        Optional<Existence> wanted = Core.ifNeeded(operation).map(IfNeeded::wanted);
        if (wanted.isEmpty()) {
            return Optional.empty();
        }
        boolean done = isThere(wanted.get().object(), model) == wanted.get().made();
        return done ? Optional.of(wanted.get().nothingToDo()) : Optional.empty();
    }

    private boolean isThere(ObjectName object, SchemaModel model) throws SQLException {
        if (object.table().isPresent()) {
            return object.isIn(model);
        }
        return object.isIn(
                object.kind() == ObjectName.Kind.SCHEMA
                        ? SchemaModel.empty().withNamespaces(dialect.catalog().namespaces(connection))
                        : dialect.catalog().schema(connection, object.owner().schema()));
    }

    /** Asks what to do, and renders it. */
    Decided decide(Decide decide) throws SQLException {
        CatalogView view = new CatalogView(dialect, connection);
        List<Operation> operations = decide.task().decide(view);
        operations.forEach(operation -> refuseWhatCannotBeWrittenDown(decide, operation));
        Dialect now = dialect.inSession(connection);
        SchemaModel model = known(operations);
        List<Part> parts = new ArrayList<>();
        List<String> words = new ArrayList<>();
        for (Operation operation : now.arranged(operations)) {
            refuseWhatWasRewritten(decide, operation, model);
            Optional<String> nothingToDo = nothingToDo(operation, model);
            words.add(operation.describe()
                    + nothingToDo.map(why -> " (" + why + ", left out)").orElse(""));
            if (nothingToDo.isEmpty()) {
                Operation core = Core.of(operation);
                now.render(operation, model).forEach(sql -> parts.add(new Part(core, sql.withLiterals(now))));
                model = Followed.withoutText(core, Followed.by(core, model, now));
            }
        }
        return new Decided(words.isEmpty() ? "there is nothing to do" : String.join("; ", words), parts, model);
    }

    private static void refuseWhatCannotBeWrittenDown(Decide decide, Operation operation) {
        Operation core = Core.of(operation);
        boolean possible = core instanceof InsertRows
                || core instanceof UpdateRows
                || core instanceof DeleteRows
                || core instanceof ExecuteSql
                || !core.tables().isEmpty()
                || core.existence().isPresent();
        if (!possible) {
            throw new MigrateException(Problem.of(
                            ProblemCode.BAD_OPERATION,
                            "op.decide \"" + decide.why() + "\" decided to \"" + operation.describe()
                                    + "\", which cannot be written down as SQL for a run that goes on later")
                    .next(
                            core instanceof VerifyAnswer
                                    ? "ask with db.queryOne, and throw an exception where the answer is wrong"
                                    : "record it beside op.decide"));
        }
    }

    /** All of a decision is rendered before any of it is done: there is no second look. */
    private void refuseWhatWasRewritten(Decide decide, Operation operation, SchemaModel model) {
        boolean looks = Core.ifNeeded(operation).isPresent()
                || operation.accept(new LooksFirst(dialect.changesNeedTheWholeTable()));
        boolean unknown = looks
                && operation.tables().stream()
                        .anyMatch(table -> model.unknownBecause(table)
                                .filter(Followed.REWRITTEN::equals)
                                .isPresent());
        if (unknown) {
            throw new MigrateException(Problem.of(
                            ProblemCode.BAD_OPERATION,
                            "op.decide \"" + decide.why() + "\" decided to \"" + operation.describe()
                                    + "\" behind a renaming, in which the database rewrites checks, computed columns and"
                                    + " indexes: how, nobody knows before it is done")
                    .next("decide it in an op.decide of its own, behind this one"));
        }
    }

    /** One look at all that is touched, from where the changes are followed. */
    private SchemaModel known(List<Operation> operations) throws SQLException {
        Set<TableName> touched = new LinkedHashSet<>();
        operations.forEach(operation -> touched.addAll(operation.tables()));
        SchemaModel model = SchemaModel.incomplete(dialect.catalog().tables(connection, touched), LOOKED);
        for (Operation operation : operations) {
            if (Core.of(operation) instanceof ObjectOperation change && ObjectLook.isFor(change)) {
                model = ObjectLook.joined(ObjectLook.live(change, dialect.catalog(), connection), model);
            }
        }
        return model;
    }
}
