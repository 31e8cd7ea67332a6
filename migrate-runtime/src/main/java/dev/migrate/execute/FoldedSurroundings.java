package dev.migrate.execute;

import dev.migrate.dialect.Dialect;
import dev.migrate.operation.Decide;
import dev.migrate.operation.ObjectOperation;
import dev.migrate.operation.Operation;
import dev.migrate.problem.MigrateException;
import dev.migrate.problem.Problem;
import dev.migrate.problem.ProblemCode;
import dev.migrate.schema.SchemaModel;
import dev.migrate.schema.Table;
import dev.migrate.schema.TableName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the operations of a history say about a database that is not asked. */
final class FoldedSurroundings implements Surroundings {

    private final Dialect dialect;
    private final List<SchemaModel> models = new ArrayList<>();

    /**
     * @param before the schema before the step
     * @param operations what the step does
     */
    FoldedSurroundings(Dialect dialect, SchemaModel before, List<Operation> operations) {
        this.dialect = dialect;
        models.add(before);
        operations.forEach(
                operation -> models.add(RenamedText.after(operation, models.get(models.size() - 1), dialect)));
    }

    /** The schema after the step. */
    SchemaModel after() {
        return models.get(models.size() - 1);
    }

    @Override
    public List<Table> tables(List<TableName> names, int operation) {
        SchemaModel model = models.get(operation);
        return names.stream().flatMap(name -> known(name, model).stream()).toList();
    }

    private static Optional<Table> known(TableName name, SchemaModel model) {
        Optional<Table> table = model.findTable(name);
        if (table.isEmpty() && model.unknownBecause(name).isPresent()) {
            throw new MigrateException(Problem.of(
                            ProblemCode.UNKNOWN_OBJECT,
                            "the SQL depends on what table " + name
                                    + " is like, and without a database nothing is known of it: "
                                    + model.unknownBecause(name).get())
                    .next("""
                            write this change as SQL of the database's own: op.execute("ALTER TABLE …"),
                            or say with operations instead of SQL what hides the table from view,
                            or run it against the database, without migrate.sql: there it is looked up"""));
        }
        return table;
    }

    @Override
    public SchemaModel around(ObjectOperation change, int operation) {
        return ObjectLook.folded(change, models.get(operation));
    }

    @Override
    public Optional<String> home() {
        return Optional.empty();
    }

    @Override
    public Optional<String> schema() {
        return Optional.empty();
    }

    /** Nobody looks: a script asks the server in its own words, {@code IF EXISTS}, where it has them. */
    @Override
    public boolean looks() {
        return false;
    }

    @Override
    public Optional<String> nothingToDo(Operation operation, SchemaModel model) {
        return Optional.empty();
    }

    @Override
    public Findings.Decided decide(Decide decide) {
        throw new IllegalStateException("a script ends before it: " + decide.describe());
    }

    @Override
    public Dialect dialect() {
        return dialect;
    }
}
