package dev.migrate.maven.autogenerate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.diff.SchemaDifference;
import dev.migrate.execute.CompareResult;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Where nobody may make a scratch, what is made of a model is what the model asks for all the same. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class UntriedModelsTest {

    /** The models that were written to be difficult. */
    private static final Set<String> WRITTEN =
            Set.of("store", "hospital", "press", "forms", "keys", "hostile", "offices", "branches", "school");

    private final Samples samples = new Samples();

    @AfterAll
    void close() throws IOException {
        samples.close();
    }

    List<RoundTrip> trips() throws SQLException {
        List<RoundTrip> trips = new ArrayList<>();
        for (Sample sample : samples.all()) {
            for (SampleDatabase database : SampleDatabase.all()) {
                if (sample.where().test(database) && WRITTEN.contains(sample.name())) {
                    trips.add(new RoundTrip(sample, database));
                }
            }
        }
        return trips;
    }

    @ParameterizedTest
    @MethodSource("trips")
    void whatIsMadeOfItIsWhatItAsksFor(RoundTrip trip) throws SQLException {
        trip.run(trip.untriedAtBase());

        assertThat(differences(trip.untriedAtBase())).as("untried").isEmpty();
        assertThat(differences(trip.atBase(true))).as("tried").isEmpty();
    }

    private static List<String> differences(CompareResult found) {
        return found.diff().differences().stream()
                .map(SchemaDifference::toString)
                .toList();
    }
}
