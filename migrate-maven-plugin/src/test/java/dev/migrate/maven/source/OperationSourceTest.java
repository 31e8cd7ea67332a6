package dev.migrate.maven.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.migrate.operation.Decide;
import dev.migrate.operation.Operation;
import dev.migrate.operation.RunCode;
import dev.migrate.problem.MigrateException;
import dev.migrate.schema.Column;
import dev.migrate.schema.ColumnType;
import dev.migrate.schema.Table;
import dev.migrate.schema.TableName;
import dev.migrate.testing.Golden;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

class OperationSourceTest {

    @TempDir
    Path classes;

    @TestFactory
    Stream<DynamicTest> aTypicalMigrationReadsAsAPersonWouldHaveWrittenIt() {
        return TypicalMigrations.all().entrySet().stream()
                .map(migration -> dynamicTest(migration.getKey(), () -> Golden.of(
                                OperationSourceTest.class, migration.getKey() + ".java")
                        .matches(new WrittenMigrations()
                                .with(migration.getKey(), migration.getValue())
                                .source(migration.getKey()))));
    }

    @Test
    void typicalMigrationsCompileWithoutAWarning() {
        WrittenMigrations migrations = new WrittenMigrations();
        TypicalMigrations.all().forEach(migrations::with);

        try (WrittenMigrations.Compiled compiled = migrations.compile(classes)) {
            assertThat(compiled.loader().getURLs()).hasSize(1);
        }
    }
}
