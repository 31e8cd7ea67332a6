package dev.migrate.processor;

import static com.google.testing.compile.Compiler.javac;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.JavaFileObjects;
import dev.migrate.processor.Defect.Expected;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Every kind of defect in sound histories made at random, each in a package of its own: what is reported is what was
 * broken, on its line, and nothing else. A history takes 10 ms of one core: 500 of each kind are for the profile "long".
 */
class GeneratedHistoriesTest {

    private static final int HISTORIES = Integer.getInteger("histories", 100);
    private static final long SEED = Long.getLong("histories.seed", 20_260_410L);

    // On as many cores as there are: the compiler uses one.
    @Execution(ExecutionMode.CONCURRENT)
    @ParameterizedTest
    @EnumSource
    void whatWasBrokenIsReportedOnItsLineAndNothingElse(Defect defect) {
        List<JavaFileObject> files = new ArrayList<>();
        Map<String, DraftSource> sources = new TreeMap<>();
        Map<String, List<Expected>> expected = new TreeMap<>();
        for (int number = 0; number < HISTORIES; number++) {
            DraftHistory history = new DraftHistory(new Random(SEED + 31L * number + defect.ordinal()));
            String name = "h" + number;
            expected.put(name, defect.in(history));
            DraftSource source = new DraftSource(name, history);
            sources.put(name, source);
            files.add(JavaFileObjects.forSourceString(name + ".H", source.text()));
            files.add(JavaFileObjects.forSourceString(
                    name + ".package-info",
                    "@dev.migrate.MigrationHistory(name = \"%1$s\") package %1$s;".formatted(name)));
        }

        Compilation compilation = javac().withProcessors(new RevisionProcessor())
                .withOptions("-proc:only", "-Xmaxerrs", "1000000", "-Xmaxwarns", "1000000")
                .compile(files);

        List<String> wrong = new ArrayList<>();
        Map<String, List<String>> reported = reported(compilation);
        sources.forEach((name, source) -> {
            List<String> rest = new ArrayList<>(reported.getOrDefault(name, List.of()));
            List<Set<String>> missing = new ArrayList<>();
            for (Expected each : expected.get(name)) {
                Set<String> lines = source.lines(each);
                if (lines.stream().noneMatch(rest::remove)) {
                    missing.add(lines);
                }
            }
            if (!missing.isEmpty() || !rest.isEmpty()) {
                wrong.add("%s, seed %d: not reported %s, reported too much %s, in%n%s"
                        .formatted(name, SEED, missing, rest, numbered(source.text())));
            }
        });
        assertThat(wrong).as("of " + HISTORIES + " with seed " + SEED).isEmpty();
        assertThat(reported.keySet()).isSubsetOf(sources.keySet());
    }

    private static Map<String, List<String>> reported(Compilation compilation) {
        Map<String, List<String>> reported = new TreeMap<>();
        for (Diagnostic<? extends JavaFileObject> diagnostic : compilation.diagnostics()) {
            String file = diagnostic.getSource() == null
                    ? diagnostic.getMessage(Locale.ROOT)
                    : diagnostic.getSource().getName().replaceAll("^/?([^/]*)/H.java$", "$1");
            reported.computeIfAbsent(file, name -> new ArrayList<>())
                    .add(diagnostic.getLineNumber() + " "
                            + diagnostic.getMessage(Locale.ROOT).replaceAll("(?s)\\[(.*?)].*", "$1"));
        }
        return reported;
    }

    private static String numbered(String text) {
        StringBuilder numbered = new StringBuilder();
        int number = 0;
        for (String line : text.split("\n")) {
            numbered.append("%4d %s%n".formatted(++number, line));
        }
        return numbered.toString();
    }
}
