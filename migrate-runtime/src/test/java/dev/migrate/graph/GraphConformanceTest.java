package dev.migrate.graph;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.graph.ConformanceJudge.Leniency;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/**
 * Asks what Alembic was asked and compares the answers. The cases are beside this class; {@code -Dconformance=FILE}
 * takes another file of the same format.
 */
final class GraphConformanceTest {

    private static final class Tally {
        private int passed;
        private int total;

        private void count(boolean pass) {
            total++;
            passed += pass ? 1 : 0;
        }

        @Override
        public String toString() {
            return passed + "/" + total;
        }
    }

    @Test
    void everyCaseIsAnsweredAsAlembicAnswersIt() throws IOException {
        List<String> differences = new ArrayList<>();
        Map<String, Tally> byCommand = new TreeMap<>();
        Map<String, Tally> byTag = new TreeMap<>();
        Map<Leniency, Integer> byLeniency = new EnumMap<>(Leniency.class);
        Tally all = new Tally();
        for (ConformanceCase the : cases()) {
            ConformanceJudge judge = new ConformanceJudge(the);
            String difference = judge.difference();
            boolean pass = difference.isEmpty();
            if (!pass) {
                differences.add(report(the, difference));
            }
            all.count(pass);
            byCommand.computeIfAbsent(the.command(), command -> new Tally()).count(pass);
            the.tags()
                    .forEach(tag ->
                            byTag.computeIfAbsent(tag, key -> new Tally()).count(pass));
            judge.leniencies().forEach(leniency -> byLeniency.merge(leniency, 1, Integer::sum));
        }
        System.out.println("graph conformance: " + all + "\n  by command: " + byCommand + "\n  by tag: " + byTag
                + "\n  by a rule of the suite rather than by the answer written down: " + byLeniency);

        assertThat(all.total).isPositive();
        assertThat(differences).isEmpty();
        if (System.getProperty("conformance") == null) {
            assertThat(byLeniency).doesNotContainKey(Leniency.WORSE_THAN_ASKED_FOR);
        }
    }

    @Test
    void everyKindOfErrorHasACodeAndCases() throws IOException {
        Set<String> seen = new TreeSet<>(
                ConformanceCase.all().stream().map(ConformanceCase::error).toList());
        seen.remove("");

        assertThat(Arrays.stream(Kind.values()).map(Kind::name)).containsExactlyInAnyOrderElementsOf(seen);
        assertThat(Kind.values()).filteredOn(kind -> kind.code().isEmpty()).containsExactly(Kind.INTERNAL_ERROR);
    }

    private static String report(ConformanceCase the, String difference) {
        return the.name() + " " + the.tags() + "\n  graph:    " + the.graph() + "\n  state:    " + the.state()
                + "\n  command:  " + the.command() + " " + the.target() + (the.purge() ? " --purge" : "")
                + "\n  expected: " + the.expect() + "\n  actual:   " + difference + "\n";
    }

    private static List<ConformanceCase> cases() throws IOException {
        String file = System.getProperty("conformance");
        if (file != null) {
            try (var lines = Files.lines(Path.of(file))) {
                return lines.filter(line -> !line.isBlank())
                        .map(ConformanceCase::parse)
                        .toList();
            }
        }
        return ConformanceCase.all();
    }
}
