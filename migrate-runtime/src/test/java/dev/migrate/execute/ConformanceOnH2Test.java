package dev.migrate.execute;

import static dev.migrate.execute.MigratorContract.NOTHING;
import static dev.migrate.execute.MigratorContract.config;
import static dev.migrate.execute.MigratorContract.migrator;
import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.graph.ConformanceCase;
import dev.migrate.graph.RevisionGraph;
import dev.migrate.graph.RevisionNode;
import dev.migrate.graph.RevisionPath;
import dev.migrate.graph.Stamp;
import dev.migrate.problem.MigrateException;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/**
 * What the graph answers in the cases that move a database is what a database holds afterwards; and where the answer is
 * an error, nothing was written.
 */
class ConformanceOnH2Test {

    private static final Set<String> MOVES = Set.of("upgrade", "downgrade", "stamp");
    private static final int EVERY = 40; // errors all, of the others some: the rest would prove the same

    private final DataSource dataSource = H2MigratorTest.h2("mem:conformance;DB_CLOSE_DELAY=-1");

    @Test
    void aDatabaseHoldsWhatTheGraphAnswersAndErrorsLeaveNothingBehind() throws SQLException, IOException {
        migrator(TestHistory.history().revision("a", "", NOTHING, NOTHING), dataSource)
                .upgrade("a");
        List<String> differences = new ArrayList<>();
        int moved = 0;
        int refused = 0;
        for (ConformanceCase the : ConformanceCase.all()) {
            if (!MOVES.contains(the.command())) {
                continue;
            }
            Optional<SortedSet<String>> expected = expected(the);
            moved += expected.isPresent() ? 1 : 0;
            if (expected.isPresent() && moved % EVERY != 0) {
                continue;
            }
            refused += expected.isPresent() ? 0 : 1;
            String difference = difference(the, expected);
            if (!difference.isEmpty()) {
                differences.add(the.name() + " " + the.command() + " " + the.target() + ": " + difference);
            }
        }

        assertThat(differences).isEmpty();
        assertThat(refused).isGreaterThan(300);
    }

    private static Optional<SortedSet<String>> expected(ConformanceCase the) {
        try {
            RevisionGraph graph = RevisionGraph.of(the.revisions());
            return Optional.of(
                    switch (the.command()) {
                        case "upgrade" ->
                            RevisionPath.upgrade(graph, Set.copyOf(the.state()), the.text())
                                    .rowsAfter();
                        case "downgrade" ->
                            RevisionPath.downgrade(graph, Set.copyOf(the.state()), the.text())
                                    .rowsAfter();
                        default -> Stamp.stamp(graph, the.state(), targets(the), the.purge());
                    });
        } catch (MigrateException e) {
            return Optional.empty();
        }
    }

    private static List<String> targets(ConformanceCase the) {
        return ConformanceCase.strings(the.target());
    }

    private String difference(ConformanceCase the, Optional<SortedSet<String>> expected) throws SQLException {
        Asked.run(dataSource, "DELETE FROM migrate_version", "DELETE FROM migrate_history");
        for (String row : the.state()) {
            Asked.run(dataSource, "INSERT INTO migrate_version VALUES ('" + row + "')");
        }
        try {
            run(the);
        } catch (MigrateException e) {
            if (expected.isPresent()) {
                return "refused: " + e.getMessage();
            }
            boolean wrote = !Asked.rows(dataSource, "SELECT revision FROM migrate_history")
                    .isEmpty();
            return rows().equals(the.state()) && !wrote ? "" : "left " + rows() + " behind";
        }
        return rows().equals(List.copyOf(expected.orElseGet(TreeSet::new))) && expected.isPresent()
                ? ""
                : "rows are " + rows() + ", not " + expected;
    }

    private void run(ConformanceCase the) {
        TestHistory history = TestHistory.history();
        for (RevisionNode node : the.revisions()) {
            history = history.node(node);
        }
        Migrator migrator = migrator(history, dataSource, config());
        switch (the.command()) {
            case "upgrade" -> migrator.upgrade(the.text());
            case "downgrade" -> migrator.downgrade(the.text());
            default -> migrator.stamp(targets(the), the.purge());
        }
    }

    private List<String> rows() throws SQLException {
        return Asked.rows(dataSource, "SELECT version_num FROM migrate_version ORDER BY 1");
    }
}
