package dev.migrate.dialect;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.migrate.diff.SchemaDiff;
import dev.migrate.diff.SchemaDifference;
import dev.migrate.operation.CreateSchema;
import dev.migrate.operation.DropSchema;
import dev.migrate.operation.Operation;
import dev.migrate.problem.MigrateException;
import dev.migrate.problem.ProblemCode;
import dev.migrate.schema.SchemaModel;
import dev.migrate.schema.TableName;
import dev.migrate.testing.MariaDbServer;
import dev.migrate.testing.MySqlServer;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Two schemas of one history, of which one went on: what tells them apart makes the one into the other, after which nothing
 * tells them apart, and back.
 */
class DiffedDatabasesTest {

    private static final TableName NEW_SCHEMA = TableName.parse("never_made");

    @Test
    void h2BecomesItsTwin() throws SQLException {
        becomesItsTwin(() -> H2ContractTest.H2Memory.open(""), 40);
    }

    @Test
    void sqliteBecomesItsTwin() throws SQLException {
        becomesItsTwin(SqliteContractTest.SqliteFile::create, 25);
    }

    @Test
    void mariaDbBecomesItsTwin() throws SQLException {
        becomesItsTwin(() -> MySqlSchemas.fresh(MariaDbServer.shared(), false), 15);
    }

    @Test
    void postgreSqlBecomesItsTwin() throws SQLException {
        becomesItsTwin(PostgreSqlContractTest.PostgreSqlSchemas::fresh, 15);
    }

    @Test
    void mySqlBecomesItsTwin() throws SQLException {
        assumeTrue(MySqlServer.given().isPresent(), "no -Dit.mysql.url");
        becomesItsTwin(() -> MySqlSchemas.fresh(MySqlServer.given().orElseThrow(), true), 15);
    }

    private interface Fresh {
        DatabaseUnderTest open() throws SQLException;
    }

    /** The same seeds each time, {@code -Drandom.first} and those after it. */
    private static void becomesItsTwin(Fresh fresh, int times) throws SQLException {
        long first = Long.getLong("random.first", 1);
        for (long seed = first; seed < first + Long.getLong("random.seeds", times); seed++) {
            try (DiffedDatabase database = DiffedDatabase.of(fresh.open());
                    DiffedDatabase twin = DiffedDatabase.of(fresh.open())) {
                becomes(database, twin, seed);
            }
        }
    }

    private static void becomes(DiffedDatabase database, DiffedDatabase twin, long seed) throws SQLException {
        List<Operation> story = new ArrayList<>();
        try {
            RandomChanges changes = new RandomChanges(
                    seed,
                    false,
                    !database.dialect().name().equals("mysql"),
                    RandomChangesTest.words(database.dialect()),
                    NEW_SCHEMA);
            List<Operation> both = drawn(changes, database, SchemaModel.empty(), 8);
            story.addAll(both);
            database.run(both);
            List<Operation> more = drawn(changes, database, applied(both), 6);
            story.addAll(more);
            twin.run(both);
            twin.run(more);
            SchemaModel before = database.read();
            SchemaModel desired = twin.read();

            SchemaDiff diff = database.diff(desired, DiffedDatabase.WHOLE);
            database.run(diff.operations());

            assertThat(differences(database.diff(desired, DiffedDatabase.WHOLE)))
                    .isEmpty();
            database.run(diff.wayBack().orElseThrow());
            assertThat(differences(database.diff(before, DiffedDatabase.WHOLE))).isEmpty();
        } catch (SQLException | RuntimeException | AssertionError e) {
            throw new AssertionError(
                    "seed " + seed + ", after\n"
                            + story.stream().map(Operation::toString).collect(joining("\n")) + "\n" + e.getMessage(),
                    e);
        }
    }

    private static List<String> differences(SchemaDiff diff) {
        return diff.differences().stream().map(SchemaDifference::toString).toList();
    }

    private static SchemaModel applied(List<Operation> operations) {
        SchemaModel state = SchemaModel.empty();
        for (Operation operation : operations) {
            state = operation.applyTo(state);
        }
        return state;
    }

    private static List<Operation> drawn(RandomChanges changes, DiffedDatabase database, SchemaModel start, int times) {
        List<Operation> drawn = new ArrayList<>();
        SchemaModel state = start;
        while (drawn.size() < times) {
            Operation change = changes.next(state);
            if (!(change instanceof CreateSchema || change instanceof DropSchema)
                    && isSupported(database, change, state)) {
                drawn.add(change);
                state = change.applyTo(state);
            }
        }
        return drawn;
    }

    private static boolean isSupported(DiffedDatabase database, Operation operation, SchemaModel before) {
        try {
            database.dialect().render(operation, before);
            return true;
        } catch (MigrateException e) {
            assertThat(e.problem().code()).isEqualTo(ProblemCode.UNSUPPORTED);
            return false;
        }
    }
}
