package dev.migrate.maven.autogenerate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.diff.SchemaDifference;
import dev.migrate.execute.CompareResult;
import dev.migrate.schema.SchemaModel;
import dev.migrate.schema.Table;
import dev.migrate.testing.MySqlServer;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.condition.DisabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Generate, apply, generate again: nothing. For whole models, on each database, and back again. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DisabledIf(value = "isOnOldMySql", disabledReason = "Hibernate 6 knows no MySQL 5.7")
class SampleModelsTest {

    private final Samples samples = new Samples();
    private final Map<RoundTrip, String> sources = new LinkedHashMap<>();
    private final Map<RoundTrip, Throwable> failures = new LinkedHashMap<>();
    private final List<String> figures = new ArrayList<>();
    private CompiledMigrations migrations;

    static boolean isOnOldMySql() {
        return MySqlServer.given().filter(MySqlServer::isOld).isPresent();
    }

    @BeforeAll
    void generateAndCompile(@TempDir Path classes) throws SQLException {
        for (Sample sample : samples.all()) {
            for (SampleDatabase database : SampleDatabase.all()) {
                if (sample.where().test(database)) {
                    generate(new RoundTrip(sample, database));
                }
            }
        }
        Map<String, String> byClass = new LinkedHashMap<>();
        sources.forEach((trip, source) -> byClass.putAll(trip.classes(source)));
        migrations = CompiledMigrations.of(byClass, classes);
    }

    private void generate(RoundTrip trip) {
        try {
            sources.put(trip, trip.generated());
        } catch (RuntimeException e) {
            failures.put(trip, e); // told in its place; the others go on
        }
    }

    @AfterAll
    void showFigures() throws IOException {
        figures.forEach(System.out::println);
        migrations.close();
        samples.close();
    }

    List<RoundTrip> trips() {
        return Stream.concat(sources.keySet().stream(), failures.keySet().stream())
                .toList();
    }

    @ParameterizedTest
    @MethodSource("trips")
    void whatIsGeneratedMakesWhatTheModelSaysAndTakesItBack(RoundTrip trip) throws SQLException {
        if (failures.containsKey(trip)) {
            throw new AssertionError("nothing is generated", failures.get(trip));
        }
        String source = sources.get(trip);
        assertThat(trip.generated()).as("a second generation").isEqualTo(source);
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
        assertThat(differences(trip.untriedAtHead(migrations)))
                .as("generated again, where nobody may make a scratch")
                .isEmpty();
        SchemaModel made = trip.schema();

        trip.migrator(migrations).downgrade("base");

        assertThat(trip.schema()).as("what is left at base").isEqualTo(empty);

        trip.migrator(migrations).upgrade();

        assertThat(trip.schema()).as("up again").isEqualTo(made);

        trip.migrator(migrations).downgrade("base");
        SchemaShape shape = new SchemaShape(trip.runHibernatesScript().names());

        assertThat(otherwise(shape.of(made), shape.of(trip.schema())))
                .as("what Hibernate itself makes")
                .isEmpty();
        assertThat(differences(trip.atBase(true)))
                .as("generated for what Hibernate itself made, which is without comments")
                .allMatch(difference -> difference.contains("comment"));
        figures.add(figures(trip, made, source));
    }

    private static List<String> otherwise(List<String> migrated, List<String> twin) {
        return Stream.concat(
                        migrated.stream().filter(line -> !twin.contains(line)).map(line -> "+ " + line),
                        twin.stream().filter(line -> !migrated.contains(line)).map(line -> "- " + line))
                .toList();
    }

    private static List<String> differences(CompareResult found) {
        return found.diff().differences().stream()
                .map(SchemaDifference::toString)
                .toList();
    }

    private static String figures(RoundTrip trip, SchemaModel made, String source) {
        return "%-30s %4d classes %4d tables %5d columns %5d constraints %4d indexes %4d sequences %6d lines"
                .formatted(
                        trip,
                        trip.classes(),
                        made.tables().size(),
                        sum(made, table -> table.columns().size()),
                        sum(made, table -> table.constraints().size()),
                        sum(made, table -> table.indexes().size()),
                        made.sequences().size(),
                        source.lines().count());
    }

    private static int sum(SchemaModel model, ToIntFunction<Table> parts) {
        return model.tables().stream().mapToInt(parts).sum();
    }
}
