package dev.migrate.bench;

import dev.migrate.dialect.Dialects;
import dev.migrate.introspect.CatalogReader;
import dev.migrate.schema.SchemaModel;
import java.sql.Connection;
import java.util.Optional;
import javax.sql.DataSource;

/** Reads a schema of a thousand tables. */
final class WideSchema {

    private static final Turns TURNS = new Turns(1, 5);

    private final Place place;

    WideSchema(Place place) {
        this.place = place;
    }

    /**
     * One reading.
     *
     * @param time how long it takes
     * @param queries how many it sends
     */
    record Reading(Median time, int queries) {}

    Reading read() throws Exception {
        try (Database database = place.source().create()) {
            DataSource dataSource = database.dataSource();
            SmallMigrations.migrator("wide", dataSource).upgrade("head");
            Capture capture = new Capture();
            int queries;
            try (Connection connection = dataSource.getConnection();
                    Connection captured = capture.of(dataSource).getConnection()) {
                CatalogReader catalog = Dialects.of(connection).catalog();
                requireAll(catalog.schema(captured, Optional.empty()));
                queries = capture.sent().size();
                return new Reading(
                        TURNS.take(() -> Turns.nanos(() -> catalog.schema(connection, Optional.empty())))
                                .get(0),
                        queries);
            }
        }
    }

    private static void requireAll(SchemaModel model) {
        long tables = model.tables().stream()
                .filter(table -> table.name().name().matches("w[0-9]+"))
                .count();
        if (tables != BenchIndex.WIDE) {
            throw new IllegalStateException(tables + " tables were read");
        }
    }
}
