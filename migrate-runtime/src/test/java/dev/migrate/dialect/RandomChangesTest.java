package dev.migrate.dialect;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.migrate.dialect.Histogram.Outcome;
import dev.migrate.dialect.RandomChanges.Word;
import dev.migrate.operation.DropSequence;
import dev.migrate.operation.ObjectOperation;
import dev.migrate.operation.Operation;
import dev.migrate.operation.SchemaLines;
import dev.migrate.operation.TableOperation;
import dev.migrate.problem.MigrateException;
import dev.migrate.problem.ProblemCode;
import dev.migrate.schema.SchemaModel;
import dev.migrate.schema.TableName;
import dev.migrate.testing.MariaDbServer;
import dev.migrate.testing.MySqlServer;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** Changes one after the other, compared after each, then all of them undone. */
class RandomChangesTest {

    /** Short, so that many sequences take a minute together; {@code -Plong} takes long ones. */
    private static final int LENGTH = Integer.getInteger("random.length", 4);

    private static final TableName NEW_SCHEMA = TableName.parse("archive");

    @Property
    void undoingRestoresAnySchema(@ForAll long seed, @ForAll boolean filled) {
        RandomChanges changes = new RandomChanges(seed, filled, true, EnumSet.allOf(Word.class), NEW_SCHEMA);
        SchemaModel state = SchemaModel.empty();
        Deque<Operation> inverses = new ArrayDeque<>();
        Deque<SchemaModel> states = new ArrayDeque<>();
        for (int i = 0; i < 4 * LENGTH; i++) {
            Operation change = changes.next(state);
            Optional<Operation> inverse = change.inverse(state);
            if (inverse.isEmpty()) {
                assertThat(change).as("what nothing takes back").isInstanceOf(DropSequence.class);
                continue;
            }
            inverses.push(inverse.get());
            states.push(state);
            state = change.applyTo(state);
        }
        for (Operation inverse : inverses) {
            state = inverse.applyTo(state);
            assertThat(SchemaLines.of(state.ignoringColumnOrder()))
                    .isEqualTo(SchemaLines.of(states.pop().ignoringColumnOrder()));
        }
    }

    @Test
    void everyOperationThatHasAnInverseIsDrawn() {
        Set<Class<?>> drawn = new HashSet<>();
        for (long seed = 1; seed <= 200; seed++) {
            RandomChanges changes = new RandomChanges(seed, seed % 2 == 0, true, EnumSet.allOf(Word.class), NEW_SCHEMA);
            SchemaModel state = SchemaModel.empty();
            for (int i = 0; i < 30; i++) {
                Operation change = changes.next(state);
                drawn.add(change.getClass());
                state = change.applyTo(state);
            }
        }
        Set<Class<?>> definitions = new HashSet<>(List.of(TableOperation.class.getPermittedSubclasses()));
        definitions.addAll(List.of(ObjectOperation.class.getPermittedSubclasses()));

        assertThat(drawn).isEqualTo(definitions);
    }

    @Test
    void h2FollowsAnyChanges() throws SQLException {
        followsAnyChanges("H2", () -> H2ContractTest.H2Memory.open(""), 500);
    }

    @Test
    void sqliteFollowsAnyChanges() throws SQLException {
        followsAnyChanges("SQLite", SqliteContractTest.SqliteFile::create, 500);
    }

    @Test
    void mariaDbFollowsAnyChanges() throws SQLException {
        followsAnyChanges("MariaDB", () -> MySqlSchemas.fresh(MariaDbServer.shared(), false), 100);
    }

    @Test
    void postgreSqlFollowsAnyChanges() throws SQLException {
        followsAnyChanges("PostgreSQL", PostgreSqlContractTest.PostgreSqlSchemas::fresh, 100);
    }

    @Test
    void mySqlFollowsAnyChanges() throws SQLException {
        assumeTrue(MySqlServer.given().isPresent(), "no -Dit.mysql.url");
        followsAnyChanges("MySQL", () -> MySqlSchemas.fresh(MySqlServer.given().orElseThrow(), true), 100);
    }

    /** The same seeds each time, {@code -Drandom.first} and those after it; every other one with rows in the tables. */
    private static void followsAnyChanges(String suite, Fresh fresh, int sequences) throws SQLException {
        Histogram histogram = new Histogram(suite);
        long first = Long.getLong("random.first", 1);
        for (long seed = first; seed < first + Long.getLong("random.seeds", sequences); seed++) {
            try (DatabaseUnderTest database = fresh.open();
                    Connection connection = database.connect()) {
                TableName newSchema = TableName.parse(database.newSchema());
                new Sequence(LiveSchema.of(connection).alone(), seed, newSchema, histogram).thereAndBack();
            }
            histogram.sequence();
        }
        histogram.printAndCheck();
    }

    private interface Fresh {
        DatabaseUnderTest open() throws SQLException;
    }

    static Set<Word> words(Dialect dialect) {
        return switch (dialect.name()) {
            case "postgresql" -> EnumSet.complementOf(EnumSet.of(Word.COMPUTED_WHEN_READ, Word.ROW_FORMAT));
            case "sqlite" -> EnumSet.of(Word.CHECK, Word.KEY_THAT_WAITS, Word.COMPUTED_WHEN_READ);
            case "h2" -> EnumSet.of(Word.CHECK, Word.NULLS_NOT_DISTINCT);
            default ->
                dialect.describe().contains("MySQL 5.7") // forgets checks
                        ? EnumSet.of(Word.COMPUTED_WHEN_READ, Word.ROW_FORMAT)
                        : EnumSet.of(Word.CHECK, Word.COMPUTED_WHEN_READ, Word.ROW_FORMAT);
        };
    }

    /** The changes of one seed on one database. */
    private static final class Sequence {

        private final LiveSchema live;
        private final long seed;
        private final boolean filled;
        private final RandomChanges changes;
        private final Histogram histogram;
        private final List<Operation> done = new ArrayList<>();

        Sequence(LiveSchema live, long seed, TableName newSchema, Histogram histogram) {
            String database = live.dialect().name();
            this.live = live;
            this.seed = seed;
            this.filled = seed % 2 == 0;
            this.histogram = histogram;
            changes = new RandomChanges(seed, filled, !database.equals("mysql"), words(live.dialect()), newSchema);
        }

        void thereAndBack() {
            Deque<Operation> inverses = new ArrayDeque<>();
            Deque<String> digests = new ArrayDeque<>();
            try {
                for (int drawn = 0; drawn < LENGTH; ) {
                    boolean begins = live.model().tables().size() < 2;
                    Operation change = changes.next(live.model());
                    Optional<Operation> inverse = change.inverse(live.model());
                    SchemaModel after = change.applyTo(live.model());
                    if (inverse.isEmpty() || !supported(change, live.model()) || !supported(inverse.get(), after)) {
                        histogram.count(change, Outcome.REFUSED);
                        continue;
                    }
                    if (!begins) {
                        histogram.count(change, after.equals(live.model()) ? Outcome.NOTHING : Outcome.DONE);
                        drawn++;
                    }
                    digests.push(digest());
                    inverses.push(inverse.get());
                    run(change);
                }
                for (Operation inverse : inverses) {
                    run(inverse);
                    assertThat(digest()).as("all rows").isEqualTo(digests.pop());
                }
            } catch (SQLException | RuntimeException | AssertionError e) {
                throw new AssertionError(
                        "seed " + seed + ", after " + done.size() + ":\n"
                                + done.stream().map(Operation::toString).collect(joining("\n")) + "\n"
                                + e.getMessage(),
                        e);
            }
        }

        private boolean supported(Operation operation, SchemaModel before) {
            try {
                live.dialect().render(operation, before);
                return true;
            } catch (MigrateException e) {
                assertThat(e.problem().code()).isEqualTo(ProblemCode.UNSUPPORTED);
                return false;
            }
        }

        private void run(Operation operation) throws SQLException {
            done.add(operation);
            live.run(operation);
            if (filled) {
                RandomRows.fill(live, operation);
            }
        }

        private String digest() throws SQLException {
            return filled ? live.digest() : "";
        }
    }
}
