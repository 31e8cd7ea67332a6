package dev.migrate.execute;

import static dev.migrate.execute.MigratorContract.config;
import static dev.migrate.execute.MigratorContract.migrator;
import static dev.migrate.execute.MigratorContract.problemOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.diff.DiffPolicy;
import dev.migrate.graph.RevisionNode;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** A database that was there before migrate, on every product. */
abstract class BaselineContract {

    /** A database that nobody else uses. */
    abstract DataSource fresh() throws SQLException;

    /** What was done in it by hand: tables, a view, and a trigger {@code touched}. */
    abstract List<String> schema();

    /** What of that no migration says. */
    List<String> leftOut() {
        return List.of("view mails", "trigger touched");
    }

    static BaselineResult baseline(DataSource database) {
        return Migrator.baseline(database, config().build(), Optional.empty(), DiffPolicy.USUAL);
    }

    static void run(DataSource database, List<String> statements) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    @Test
    void whatItSaysMakesTheSameOfAnEmptySchema() throws SQLException {
        DataSource old = fresh();
        run(old, schema());
        DataSource copy = fresh();
        migrator(TestHistory.history(), copy).ensureVersion();

        BaselineResult found = baseline(old);
        run(copy, found.made().statements());
        BaselineResult again = baseline(copy);

        assertThat(found.made().statements()).hasSizeGreaterThan(1);
        assertThat(again.made().statements()).isEqualTo(found.made().statements());
        assertThat(found.leftOut()).isEqualTo(leftOut());
        assertThat(again.leftOut()).isEmpty();
    }

    @Test
    void anEmptySchemaNeedsNothing() throws SQLException {
        assertThat(baseline(fresh()).made().diff().isEmpty()).isTrue();
    }

    @Test
    void itIsStampedByItsIdAloneAndOnlyOnce() throws SQLException {
        DataSource old = fresh();
        run(old, schema());
        RevisionNode first = new RevisionNode("b1", List.of(), List.of(), List.of());

        StampResult stamped = Migrator.stampFirst(old, config().build(), first);

        assertThat(stamped.after()).containsExactly("b1");
        assertThat(migrator(TestHistory.history().node(first), old).current().atHeads())
                .isTrue();
        assertThat(problemOf(() -> baseline(old)).what())
                .isEqualTo("the database has a history already: its version table holds b1");
    }
}
