package dev.migrate.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
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
        Tally all = new Tally();
        for (ConformanceCase the : cases()) {
            String difference = new ConformanceJudge(the).difference();
            boolean pass = difference.isEmpty();
            if (!pass) {
                differences.add(report(the, difference));
            }
            all.count(pass);
            byCommand.computeIfAbsent(the.command(), command -> new Tally()).count(pass);
            the.tags()
                    .forEach(tag ->
                            byTag.computeIfAbsent(tag, key -> new Tally()).count(pass));
        }
        System.out.println("graph conformance: " + all + " by command " + byCommand + " by tag " + byTag);

        assertThat(all.total).isPositive();
        assertThat(differences).isEmpty();
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
        try (var stream = Objects.requireNonNull(
                        GraphConformanceTest.class.getResourceAsStream("graph-cases.jsonl"), "graph-cases.jsonl");
                var reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            return reader.lines().map(ConformanceCase::parse).toList();
        }
    }
}
