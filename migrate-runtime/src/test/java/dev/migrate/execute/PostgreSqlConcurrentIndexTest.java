package dev.migrate.execute;

import static dev.migrate.execute.MigratorContract.NOTHING;
import static dev.migrate.execute.MigratorContract.migrator;
import static dev.migrate.execute.MigratorContract.problemOf;
import static dev.migrate.execute.TestHistory.history;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrate.Operations;
import dev.migrate.problem.Problem;
import dev.migrate.problem.ProblemCode;
import dev.migrate.testing.PostgreSqlSchema;
import dev.migrate.testing.PostgreSqlServer;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Indexes that come and go while others write, and what an attempt leaves that did not get to its end. */
class PostgreSqlConcurrentIndexTest {

    private static final String INDEXES = "SELECT c.relname, i.indisvalid FROM pg_index i"
            + " JOIN pg_class c ON c.oid = i.indexrelid WHERE i.indrelid = 'people'::regclass ORDER BY 1";

    private PostgreSqlSchema schema;
    private DataSource dataSource;

    @BeforeEach
    void createSchema() throws SQLException {
        schema = PostgreSqlServer.shared().createSchema();
        dataSource = schema.dataSource();
    }

    private List<String> asked(String query) throws SQLException {
        return Asked.rows(dataSource, query);
    }

    private static TestHistory people(Consumer<Operations> more, Consumer<Operations> back) {
        return history()
                .revision(
                        "a1",
                        "",
                        op -> op.createTable("people", t -> {
                            t.bigint("id").primaryKey();
                            t.varchar("name", 20);
                            t.index("name");
                        }),
                        NOTHING)
                .revision("b2", "a1", more, back);
    }

    @Test
    void anIndexIsDroppedConcurrentlyBetweenTransactionsAndComesBackThatWay() throws SQLException {
        Consumer<Operations> changes = op -> {
            op.addColumn("people", c -> c.integer("age"));
            op.dropIndexConcurrently("people", "ix_people_name");
            op.renameColumn("people", "name", "full_name");
        };
        TestHistory history = people(changes, op -> op.inverseOf(changes));

        migrator(history, dataSource).upgrade("head");
        assertThat(asked(INDEXES)).containsExactly("pk_people t");

        migrator(history, dataSource).downgrade("a1");
        assertThat(asked(INDEXES)).containsExactly("ix_people_name t", "pk_people t");
    }

    /** The index that is half dropped is not valid any more, and is shown by no reading; it is dropped all the same. */
    @Test
    void aDropThatWasBrokenOffIsFinishedByTheNextRun() throws SQLException {
        TestHistory history = people(
                op -> {
                    op.alterColumn("people", "name", c -> c.notNull());
                    op.dropIndexConcurrently("people", "ix_people_name");
                    op.alterColumn("people", "name", c -> c.varchar(40));
                },
                NOTHING);
        migrator(history, dataSource).upgrade("a1");
        halfDrop("ix_people_name");

        migrator(history, dataSource).upgrade("head");

        assertThat(asked(INDEXES)).containsExactly("pk_people t");
    }

    /** An index that is created takes the place of one that is half dropped. */
    @Test
    void anIndexThatIsHalfDroppedGivesWayToAnother() throws SQLException {
        TestHistory history =
                people(op -> op.createIndex("people", i -> i.on("name").unique().concurrently()), NOTHING);
        migrator(history, dataSource).upgrade("a1");
        halfDrop("ix_people_name");

        migrator(history, dataSource).upgrade("head");

        assertThat(asked(INDEXES)).containsExactly("ix_people_name t", "pk_people t");
    }

    @Test
    void anInvalidIndexGivesWayAmongOtherChangesToo() throws SQLException {
        TestHistory history = people(
                op -> op.alterTable("people", t -> {
                    t.addColumn(c -> c.integer("age"));
                    t.addIndex(i -> i.on("name").concurrently());
                    t.dropColumn("age");
                }),
                NOTHING);
        migrator(history, dataSource).upgrade("a1");
        halfDrop("ix_people_name");

        migrator(history, dataSource).upgrade("head");

        assertThat(asked(INDEXES)).containsExactly("ix_people_name t", "pk_people t");
    }

    @Test
    void anInvalidIndexGivesWayToOneThatWasDecided() throws SQLException {
        TestHistory history = people(
                op -> op.decide("an index", (db, o) -> {
                    o.addColumn("people", c -> c.integer("age"));
                    o.createIndex("people", i -> i.on("name").concurrently());
                }),
                NOTHING);
        migrator(history, dataSource).upgrade("a1");
        halfDrop("ix_people_name");

        migrator(history, dataSource).upgrade("head");

        assertThat(asked(INDEXES)).containsExactly("ix_people_name t", "pk_people t");
    }

    @Test
    void anIndexOfAPartitionedTableIsRefusedBeforeAnythingIsDone() throws SQLException {
        Asked.run(dataSource, "CREATE TABLE events (id INT, kind TEXT) PARTITION BY RANGE (id)");
        TestHistory history = people(
                op -> {
                    op.addColumn("events", c -> c.integer("n"));
                    op.createIndex("events", i -> i.on("kind").concurrently());
                },
                NOTHING);

        Problem problem = problemOf(() -> migrator(history, dataSource).upgrade("head"));

        assertThat(problem.code()).isEqualTo(ProblemCode.UNSUPPORTED);
        assertThat(problem.what()).endsWith("ix_events_kind is one: table events is partitioned by RANGE (id)");
        assertThat(asked("SELECT attname FROM pg_attribute WHERE attrelid = 'events'::regclass AND attnum > 0"))
                .containsExactly("id", "kind");
    }

    /** Leaves an index as a drop does that had to wait for somebody, and was given up. */
    private void halfDrop(String index) throws SQLException {
        try (Connection reader = dataSource.getConnection();
                Statement reading = reader.createStatement();
                Connection impatient = dataSource.getConnection();
                Statement drop = impatient.createStatement()) {
            reader.setAutoCommit(false);
            reading.execute("SELECT * FROM people");
            drop.execute("SET statement_timeout = '300ms'");
            assertThatThrownBy(() -> drop.execute("DROP INDEX CONCURRENTLY " + index))
                    .isInstanceOf(SQLException.class);
        }
        assertThat(asked(INDEXES)).containsExactly(index + " f", "pk_people t");
    }
}
