package dev.migrate.maven.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.graph.Direction;
import dev.migrate.operation.ConstraintExamples;
import dev.migrate.operation.Operation;
import dev.migrate.operation.OneOfEach;
import dev.migrate.problem.MigrateException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is written is recorded again as the same. */
class OperationSourceLawsTest {

    /** The examples that are code, or depend on a file. */
    private static final List<String> NO_DATA = List.of("decide", "runCode", "runScript");

    @TempDir
    Path classes;

    @Test
    void eachOperationIsRecordedFromItsSourceAsItWas() {
        Map<String, Operation> examples = new LinkedHashMap<>(OneOfEach.examples());
        examples.putAll(ConstraintExamples.notEverywhere());
        Map<String, String> refused = new TreeMap<>();
        Map<String, Operation> byClass = new LinkedHashMap<>();
        WrittenMigrations migrations = new WrittenMigrations();
        examples.forEach((name, operation) -> {
            String className = "Example" + byClass.size();
            try {
                migrations.with(className, WrittenMigrations.source(List.of(operation), inverse(operation)));
                byClass.put(className, operation);
            } catch (MigrateException e) {
                refused.put(name, e.problem().what());
            }
        });

        Map<Operation, List<Operation>> recorded = new LinkedHashMap<>();
        Map<Operation, List<Operation>> expected = new LinkedHashMap<>();
        try (WrittenMigrations.Compiled compiled = migrations.compile(classes)) {
            byClass.forEach((className, operation) -> {
                recorded.put(operation, both(compiled, className));
                List<Operation> sayable = new ArrayList<>(WrittenMigrations.sayable(List.of(operation)));
                sayable.addAll(WrittenMigrations.sayable(inverse(operation)));
                expected.put(operation, sayable);
            });
        }
        assertThat(refused).isEqualTo(Map.of());
        assertThat(recorded).isEqualTo(expected);
    }

    private static List<Operation> both(WrittenMigrations.Compiled compiled, String className) {
        List<Operation> both = new ArrayList<>(compiled.recorded(className, Direction.UP));
        both.addAll(compiled.recorded(className, Direction.DOWN));
        return both;
    }

    private static List<Operation> inverse(Operation operation) {
        try {
            return operation.inverse(OneOfEach.before(operation)).stream().toList();
        } catch (MigrateException e) {
            return List.of(); // it needs a table that it makes itself
        }
    }
}
