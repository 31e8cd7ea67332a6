package dev.migrate.execute;

import dev.migrate.dialect.Dialect;
import dev.migrate.operation.Operation;
import dev.migrate.problem.MigrateException;
import dev.migrate.problem.Problem;
import dev.migrate.problem.ProblemCode;
import dev.migrate.schema.Column;
import dev.migrate.schema.Constraint;
import dev.migrate.schema.ExactName;
import dev.migrate.schema.Index;
import dev.migrate.schema.SchemaModel;
import dev.migrate.schema.Table;
import dev.migrate.schema.TableName;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/** Names that begin and end with backticks of their own: where a migration says them it means the letters between. */
record Unsayable(Dialect dialect, String place) {

    /**
     * @throws MigrateException {@code unsupported}, when an operation is about a table in which there is such a name
     */
    void refuseIn(Collection<Operation> operations, SchemaModel before, SchemaModel after) {
        List<TableName> touched = operations.stream()
                .flatMap(operation -> operation.tables().stream())
                .toList();
        Stream.of(before, after)
                .flatMap(schema -> schema.tables().stream())
                .filter(table -> touched.contains(table.name()))
                .forEach(this::refuseIn);
    }

    private void refuseIn(Table table) {
        names(table).filter(this::meansAnother).findFirst().ifPresent(name -> {
            throw new MigrateException(Problem.of(
                            ProblemCode.UNSUPPORTED,
                            "the name " + name
                                    + (table.name().name().equals(name) ? "" : ", in table " + table.name() + ",")
                                    + " begins and ends with a backtick; a migration that says so means the name between"
                                    + " them")
                    .at(place)
                    .next("leave the table out with -Dmigrate.excludeTables, and change it by op.execute(\"…\")"));
        });
    }

    private boolean meansAnother(String name) {
        return ExactName.within(name)
                .map(dialect::exactName)
                .filter(meant -> !meant.equals(name))
                .isPresent();
    }

    private static Stream<String> names(Table table) {
        return Stream.of(
                        table.name().schema().stream(),
                        Stream.of(table.name().name()),
                        table.columns().stream().map(Column::name),
                        table.constraints().stream().map(Constraint::name),
                        table.indexes().stream().map(Index::name))
                .flatMap(names -> names);
    }
}
