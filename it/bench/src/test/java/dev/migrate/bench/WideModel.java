package dev.migrate.bench;

import dev.migrate.dialect.Dialect;
import dev.migrate.dialect.Dialects;
import dev.migrate.diff.DesiredSchema;
import dev.migrate.diff.DiffPolicy;
import dev.migrate.diff.SchemaDiff;
import dev.migrate.diff.SchemaDiffer;
import dev.migrate.execute.CompareResult;
import dev.migrate.execute.DesiredState;
import dev.migrate.execute.DialectRules;
import dev.migrate.model.OpenModel;
import dev.migrate.schema.SchemaModel;
import dev.migrate.schema.Table;
import dev.migrate.scratch.DesiredStates;
import java.sql.Connection;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/** Databases of many tables, compared with an entity model of as many that says the same. */
final class WideModel {

    static final List<Integer> SIZES = List.of(100, 1_000);

    static final List<String> HEADER = List.of(
            "",
            "tables",
            "statements sent to the database compared",
            "the whole comparison",
            "allocated",
            "heap at most",
            "both models",
            "entities read",
            "made in the scratch",
            "scratch read",
            "scratch removed",
            "said in the model's words",
            "database read",
            "compared: nothing differs",
            "each table differs",
            "each table is missing");

    private static final Turns TURNS = new Turns(0, 3);
    private static final Turns TURNS_IN_MEMORY = new Turns(3, 7);

    private final Place place;
    private final OpenModel model;
    private final OwnTool tool;
    private final int tables;

    WideModel(Place place, Entities entities, int tables) {
        this.place = place;
        this.model = entities.open(WideEntities.PACKAGE);
        this.tool = new OwnTool(model);
        this.tables = tables;
    }

    List<String> measure() throws Exception {
        try (Database database = place.source().create()) {
            DataSource plain = database.dataSource();
            make(plain);
            Capture capture = new Capture();
            requireEqual(tool.compare(capture.of(plain), plain).diff());
            List<String> row = new ArrayList<>(List.of(
                    place.name(),
                    "%,d".formatted(tables),
                    String.valueOf(capture.sent().size())));
            Heap heap = Heap.of(() -> tool.compare(plain, plain));
            row.add(TURNS.take(() -> Turns.nanos(() -> tool.compare(plain, plain)))
                    .get(0)
                    .millis());
            row.addAll(List.of(heap.allocated(), heap.most()));
            row.addAll(stages(plain));
            return row;
        }
    }

    /** The size of both models in memory, and how long each part takes. */
    private List<String> stages(DataSource plain) throws Exception {
        try (Connection connection = plain.getConnection()) {
            Dialect dialect = Dialects.of(connection);
            Optional<String> home = dialect.homeSchema(connection);
            long before = Heap.used();
            WatchedScratch scratch = new WatchedScratch(plain);
            long began = System.nanoTime();
            DesiredSchema desired = DesiredState.schema(new DesiredStates(dialect, home, scratch).ofEntities(model));
            Median all = new Median(System.nanoTime() - began);
            SchemaModel actual = dialect.catalog().schema(connection, Optional.empty());
            String both = Heap.megabytes(Heap.used() - before);
            SchemaModel narrower = actual.changeAll(WideModel::without);
            List<Median> medians = TURNS_IN_MEMORY.take(
                    () -> Turns.nanos(() -> dialect.catalog().schema(connection, Optional.empty())),
                    () -> Turns.nanos(() -> requireEqual(diff(dialect, actual, desired))),
                    () -> Turns.nanos(() -> diff(dialect, narrower, desired)),
                    () -> Turns.nanos(() -> diff(dialect, SchemaModel.empty(), desired)));
            Median said = all.minus(scratch.opened(began))
                    .minus(scratch.filled())
                    .minus(scratch.read())
                    .minus(scratch.removed());
            List<String> cells = new ArrayList<>(List.of(
                    both,
                    scratch.opened(began).millis(),
                    scratch.filled().millis(),
                    scratch.read().millis(),
                    scratch.removed().millis(),
                    said.millis()));
            medians.forEach(median -> cells.add(median.millis()));
            return cells;
        }
    }

    private static Table without(Table table) {
        return table.withoutColumn("valid_from");
    }

    private static SchemaDiff diff(Dialect dialect, SchemaModel actual, DesiredSchema desired) {
        return new SchemaDiffer(new DialectRules(dialect, List.of()), DiffPolicy.USUAL).diff(actual, desired);
    }

    /** What is generated for an empty database, and done. */
    private void make(DataSource database) throws Exception {
        CompareResult missing = tool.compare(database, database);
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            for (String sql : missing.statements()) {
                statement.execute(sql);
            }
        }
    }

    private void requireEqual(SchemaDiff diff) {
        if (!diff.isEmpty()) {
            throw new IllegalStateException(place.name() + ": " + diff.differences());
        }
    }
}
