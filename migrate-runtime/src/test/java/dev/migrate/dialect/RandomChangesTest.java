package dev.migrate.dialect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.migrate.dialect.RandomChanges.Word;
import dev.migrate.operation.Operation;
import dev.migrate.operation.SchemaLines;
import dev.migrate.schema.SchemaModel;
import dev.migrate.testing.MariaDbServer;
import dev.migrate.testing.MySqlServer;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** Changes one after the other, compared after each, then all of them undone. */
class RandomChangesTest {

    private static final int LENGTH = Integer.getInteger("random.length", 15);

    @Property
    void undoingRestoresAnySchema(@ForAll long seed) {
        RandomChanges changes = new RandomChanges(seed, change -> true, true, EnumSet.allOf(Word.class));
        SchemaModel state = SchemaModel.empty();
        Deque<Operation> inverses = new ArrayDeque<>();
        Deque<SchemaModel> states = new ArrayDeque<>();
        for (int i = 0; i < LENGTH; i++) {
            Operation change = changes.next(state);
            inverses.push(change.inverse(state).orElseThrow());
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
    void h2FollowsAnyChanges() throws SQLException {
        followsAnyChanges(() -> H2ContractTest.H2Memory.open(""), 40);
    }

    @Test
    void sqliteFollowsAnyChanges() throws SQLException {
        followsAnyChanges(SqliteContractTest.SqliteFile::create, 40);
    }

    @Test
    void mariaDbFollowsAnyChanges() throws SQLException {
        followsAnyChanges(() -> MySqlSchemas.fresh(MariaDbServer.shared(), false), 4);
    }

    @Test
    void postgreSqlFollowsAnyChanges() throws SQLException {
        followsAnyChanges(PostgreSqlContractTest.PostgreSqlSchemas::fresh, 20);
    }

    @Test
    void mySqlFollowsAnyChanges() throws SQLException {
        assumeTrue(MySqlServer.given().isPresent(), "no -Dit.mysql.url");
        followsAnyChanges(() -> MySqlSchemas.fresh(MySqlServer.given().orElseThrow(), true), 4);
    }

    /** The first few of the same seeds each time; {@code -Plong} takes more, and more changes of each. */
    private static void followsAnyChanges(Fresh fresh, int seeds) throws SQLException {
        for (long seed = 1; seed <= Long.getLong("random.seeds", seeds); seed++) {
            try (DatabaseUnderTest database = fresh.open();
                    Connection connection = database.connect()) {
                thereAndBack(LiveSchema.of(connection), seed);
            }
        }
    }

    private interface Fresh {
        DatabaseUnderTest open() throws SQLException;
    }

    private static Set<Word> words(String database) {
        return switch (database) {
            case "postgresql" -> EnumSet.allOf(Word.class);
            case "sqlite" -> EnumSet.of(Word.KEY_THAT_WAITS);
            case "h2" -> EnumSet.of(Word.NULLS_NOT_DISTINCT);
            default -> EnumSet.noneOf(Word.class);
        };
    }

    private static void thereAndBack(LiveSchema live, long seed) throws SQLException {
        String database = live.dialect().name();
        RandomChanges changes = new RandomChanges(
                seed,
                change -> DialectContract.isSupported(live.dialect(), change),
                !database.equals("mysql"),
                words(database));
        List<Operation> done = new ArrayList<>();
        Deque<Operation> inverses = new ArrayDeque<>();
        try {
            for (int i = 0; i < LENGTH; i++) {
                Operation change = changes.next(live.model());
                done.add(change);
                inverses.push(change.inverse(live.model()).orElseThrow());
                live.run(change);
            }
            for (Operation inverse : inverses) {
                done.add(inverse);
                live.run(inverse);
            }
        } catch (SQLException | RuntimeException | AssertionError e) {
            throw new AssertionError(
                    "seed " + seed + ", after " + done.size() + ": " + done.get(done.size() - 1) + "\n"
                            + e.getMessage(),
                    e);
        }
    }
}
