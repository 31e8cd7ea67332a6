package dev.migrate.maven.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.Migration;
import dev.migrate.Operations;
import dev.migrate.examples.EveryWord;
import dev.migrate.graph.Direction;
import dev.migrate.operation.ConstraintExamples;
import dev.migrate.operation.OneOfEach;
import dev.migrate.operation.Operation;
import dev.migrate.problem.MigrateException;
import dev.migrate.record.OperationRecorder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is written is recorded again as the same. */
class OperationSourceLawsTest {

    /** What no words can say: code, and a file that is not there. */
    private static final Set<String> NO_DATA = Set.of("decide", "runCode", "runScript");

    @TempDir
    Path classes;

    @Test
    void eachOperationIsRecordedFromItsSourceAsItWas() {
        Map<String, Operation> examples = new LinkedHashMap<>(OneOfEach.examples());
        examples.putAll(ConstraintExamples.notEverywhere());
        examples.keySet().removeAll(NO_DATA);
        Map<String, Operation> byClass = new LinkedHashMap<>();
        WrittenMigrations migrations = new WrittenMigrations();
        for (Operation operation : examples.values()) {
            String className = "Example" + byClass.size();
            byClass.put(className, operation);
            migrations.with(className, WrittenMigrations.source(List.of(operation), inverse(operation)));
        }

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
        assertThat(recorded).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void anyOperationIsRecordedFromItsSourceAsItWas(long seed) {
        Map<String, List<Operation>> expected = new LinkedHashMap<>();
        WrittenMigrations migrations = new WrittenMigrations();
        for (int i = 0; i < 40; i++) {
            List<Operation> operations = new RandomOperations(seed * 1_000 + i).several();
            migrations.with("Random" + i, WrittenMigrations.source(operations, List.of()));
            expected.put("Random" + i, WrittenMigrations.sayable(operations));
        }

        try (WrittenMigrations.Compiled compiled = migrations.compile(classes)) {
            expected.forEach((className, operations) -> assertThat(compiled.recorded(className, Direction.UP))
                    .as(() -> migrations.source(className))
                    .isEqualTo(operations));
        }
    }

    @Test
    void everyWordOfTheApiIsWrittenAgain() {
        List<Operation> operations =
                OperationRecorder.record(new EveryWordButCode(), Direction.UP, WrittenMigrations.CONTEXT);

        try (WrittenMigrations.Compiled compiled = new WrittenMigrations()
                .with("EveryWordAgain", WrittenMigrations.source(operations, List.of()))
                .compile(classes)) {
            assertThat(compiled.recorded("EveryWordAgain", Direction.UP)).isEqualTo(operations);
        }
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

    private static final class EveryWordButCode implements Migration {

        @Override
        public void upgrade(Operations op) {
            EveryWord.newTables(op);
            EveryWord.tables(op);
            EveryWord.columns(op);
            EveryWord.indexes(op);
            EveryWord.constraints(op);
            EveryWord.objects(op);
        }

        @Override
        public void downgrade(Operations op) {}
    }
}
