package dev.migrate.maven.autogenerate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.diff.SchemaDifference;
import dev.migrate.execute.CompareResult;
import dev.migrate.schema.SchemaModel;
import dev.migrate.schema.Table;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Generate, apply, generate again: nothing. For whole models, on each database, and back again. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SampleModelsTest {

    private final Samples samples = new Samples();
    private final Map<RoundTrip, String> sources = new LinkedHashMap<>();
    private final Map<RoundTrip, Throwable> failures = new LinkedHashMap<>();
    private final List<String> figures = new ArrayList<>();
    private ClassLoader migrations;

    @BeforeAll
    void generateAndCompile(@TempDir Path classes) throws SQLException {
        for (Sample sample : samples.all()) {
            for (SampleDatabase database : SampleDatabase.all()) {
                if (!sample.databases().contains(database)) {
                    continue;
                }
                RoundTrip trip = new RoundTrip(sample, database);
                try {
                    sources.put(trip, trip.source(trip.atBase(false)));
                } catch (RuntimeException | Error e) {
                    failures.put(trip, e); // the others are told of as well
                }
            }
        }
        Map<String, String> byClass = new LinkedHashMap<>();
        sources.forEach((trip, source) -> byClass.putAll(trip.classes(source)));
        assertThat(byClass).as(() -> "sources; failures: " + failures).isNotEmpty();
        migrations = CompiledMigrations.of(byClass, classes);
    }

    @AfterAll
    void showFigures() throws Exception {
        figures.forEach(System.out::println);
        samples.close();
    }

    List<RoundTrip> trips() {
        return Stream.concat(sources.keySet().stream(), failures.keySet().stream())
                .toList();
    }

    @ParameterizedTest
    @MethodSource("trips")
    void whatIsGeneratedMakesWhatTheModelSaysAndTakesItBack(RoundTrip trip) throws Exception {
        if (failures.containsKey(trip)) {
            throw new AssertionError(failures.get(trip));
        }
        long begin = System.nanoTime();
        String source = sources.get(trip);
        assertThat(trip.source(trip.atBase(false))).as("a second generation").isEqualTo(source);
        SchemaModel empty = trip.schema();

        trip.migrator(migrations).upgrade();

        assertThat(differences(trip.atHead(migrations, false)))
                .as("generated again")
                .isEmpty();
        CompareResult strictly = trip.atHead(migrations, true);
        assertThat(differences(strictly))
                .as("generated again, with dropUnknown")
                .isEmpty();
        assertThat(strictly.diff().leftAlone()).isEmpty();
        SchemaModel made = trip.schema();

        trip.migrator(migrations).downgrade("base");

        assertThat(trip.schema()).as("what is left at base").isEqualTo(empty);

        trip.migrator(migrations).upgrade();

        assertThat(trip.schema()).as("up again").isEqualTo(made);

        trip.migrator(migrations).downgrade("base");
        SchemaShape shape = new SchemaShape(trip.runHibernatesScript().names());

        assertThat(shape.of(made)).as("what Hibernate itself makes").isEqualTo(shape.of(trip.schema()));
        assertThat(differences(trip.atBase(true)).stream().filter(line -> !line.contains("comment")))
                .as("generated for what Hibernate itself made")
                .isEmpty();
        figures.add(figures(trip, made, source, System.nanoTime() - begin));
    }

    private static List<String> differences(CompareResult found) {
        return found.diff().differences().stream()
                .map(SchemaDifference::toString)
                .toList();
    }

    private static String figures(RoundTrip trip, SchemaModel made, String source, long nanos) {
        List<Table> tables = made.tables();
        return "%-12s %-10s %4d tables %5d columns %4d constraints %4d indexes %4d sequences %6d lines %5d ms"
                .formatted(
                        trip.sample().name(),
                        trip.kind().lowerCase(),
                        tables.size(),
                        tables.stream()
                                .mapToInt(table -> table.columns().size())
                                .sum(),
                        tables.stream()
                                .mapToInt(table -> table.constraints().size())
                                .sum(),
                        tables.stream()
                                .mapToInt(table -> table.indexes().size())
                                .sum(),
                        made.sequences().size(),
                        source.lines().count(),
                        nanos / 1_000_000);
    }
}
