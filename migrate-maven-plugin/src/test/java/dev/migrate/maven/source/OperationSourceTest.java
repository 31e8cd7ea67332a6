package dev.migrate.maven.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.migrate.graph.Direction;
import dev.migrate.maven.source.OperationSource.Way;
import dev.migrate.operation.AddColumn;
import dev.migrate.operation.AddConstraint;
import dev.migrate.operation.AlterColumn;
import dev.migrate.operation.AlterTable;
import dev.migrate.operation.Assurance;
import dev.migrate.operation.Backfill;
import dev.migrate.operation.CreateEnum;
import dev.migrate.operation.CreateIndex;
import dev.migrate.operation.CreateSequence;
import dev.migrate.operation.CreateTable;
import dev.migrate.operation.CreateView;
import dev.migrate.operation.Decide;
import dev.migrate.operation.DropColumn;
import dev.migrate.operation.DropTable;
import dev.migrate.operation.ExecuteSql;
import dev.migrate.operation.InsertRows;
import dev.migrate.operation.Operation;
import dev.migrate.operation.RunCode;
import dev.migrate.operation.TableOperation;
import dev.migrate.problem.MigrateException;
import dev.migrate.problem.Problem;
import dev.migrate.problem.ProblemCode;
import dev.migrate.schema.Column;
import dev.migrate.schema.ColumnPosition;
import dev.migrate.schema.ColumnType;
import dev.migrate.schema.EnumType;
import dev.migrate.schema.Index;
import dev.migrate.schema.Sequence;
import dev.migrate.schema.Table;
import dev.migrate.schema.TableName;
import dev.migrate.schema.UniqueConstraint;
import dev.migrate.schema.View;
import dev.migrate.testing.Golden;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class OperationSourceTest {

    @TempDir
    Path classes;

    @TestFactory
    Stream<DynamicTest> aTypicalMigrationReadsAsAPersonWouldHaveWrittenIt() {
        return TypicalMigrations.all().entrySet().stream()
                .map(migration -> dynamicTest(
                        migration.getKey(),
                        () -> Golden.of(OperationSourceTest.class, migration.getKey() + ".java")
                                .matches(new WrittenMigrations()
                                        .with(migration.getKey(), migration.getValue())
                                        .source(migration.getKey()))));
    }

    @Test
    void typicalMigrationsCompileWithoutAWarning() {
        WrittenMigrations migrations = new WrittenMigrations();
        TypicalMigrations.all().forEach(migrations::with);

        try (WrittenMigrations.Compiled compiled = migrations.compile(classes)) {
            assertThat(TypicalMigrations.all().keySet())
                    .allSatisfy(name ->
                            assertThat(compiled.recorded(name, Direction.DOWN)).isNotEmpty());
        }
    }

    /** Ten thousand columns with comments, in one migration: beyond what one method, and one class, has room for. */
    @Test
    void aLargeSchemaIsOneMigrationThatCompiles() {
        List<Operation> operations = new ArrayList<>();
        for (int table = 0; table < 1_000; table++) {
            operations.add(new CreateTable(table("t" + table, 10)));
        }

        assertThat(compiledAndRecorded("ThousandTables", operations)).isEqualTo(operations);
    }

    @Test
    void aTableOfManyColumnsIsSplitAsWell() {
        List<Operation> operations = List.of(
                new CreateTable(table("wide", 2_000)),
                new AlterTable(
                        TableName.parse("upgrade"),
                        IntStream.range(0, 3_000)
                                .<TableOperation>mapToObj(i -> new DropColumn(TableName.parse("upgrade"), "c" + i))
                                .toList()),
                new InsertRows(
                        TableName.parse("9 lives"),
                        List.of("id"),
                        LongStream.range(0, 6_000)
                                .<List<@Nullable Object>>mapToObj(List::of)
                                .toList()));

        assertThat(compiledAndRecorded("UpgradePart1", operations)).isEqualTo(operations);
    }

    @Test
    void textThatNoConstantHasRoomForIsJoined() {
        List<Operation> operations =
                List.of(new ExecuteSql("SELECT '" + "\u4e2d ".repeat(35_000) + "'", List.of(), Assurance.NONE));

        assertThat(compiledAndRecorded("LongText", operations)).isEqualTo(operations);
    }

    private List<Operation> compiledAndRecorded(String className, List<Operation> operations) {
        try (WrittenMigrations.Compiled compiled = new WrittenMigrations()
                .with(className, WrittenMigrations.source(operations, List.of()))
                .compile(classes)) {
            return compiled.recorded(className, Direction.UP);
        }
    }

    private static Table table(String name, int columns) {
        return Table.of(
                TableName.parse(name),
                IntStream.range(0, columns)
                        .mapToObj(i -> Column.of(name + "_" + i, new ColumnType.VarChar(1 + i))
                                .withNullable(false)
                                .withComment(Optional.of("column " + i + " of " + name)))
                        .toList());
    }

    @Test
    void notesOfEqualInputInAnotherOrderGiveTheSameText() {
        DropColumn fax = new DropColumn(TableName.parse("users"), "fax");
        DropColumn phone = new DropColumn(TableName.parse("users"), "phone");
        Map<Operation, List<String>> notes = new LinkedHashMap<>();
        notes.put(fax, List.of("one"));
        notes.put(phone, List.of("two"));
        Map<Operation, List<String>> turned = new LinkedHashMap<>();
        turned.put(phone, List.of("two"));
        turned.put(fax, List.of("one"));

        assertThat(lines(new Way(List.of(fax, phone), notes, List.of())))
                .isEqualTo(lines(new Way(List.of(fax, phone), turned, List.of())))
                .containsExactly(
                        "// one",
                        "op.dropColumn(\"users\", \"fax\");",
                        "// two",
                        "op.dropColumn(\"users\", \"phone\");");
    }

    @Test
    void aNoteStaysWithWhatIsWrittenInPlaceOfItsOperation() {
        CreateEnum create =
                new CreateEnum(new EnumType(TableName.parse("mood"), List.of("ok"), Optional.of("how it is")));

        assertThat(lines(new Way(List.of(create), Map.of(create, List.of("new")), List.of("all of it"))))
                .containsExactly(
                        "// all of it",
                        "// new",
                        "op.createEnum(\"mood\", \"ok\");",
                        "op.comment(CommentOn.ENUM, \"mood\", \"how it is\");");
    }

    @Test
    void aPlaceThatIsWishedForIsLeftOutWhereTheDatabaseHasNoWordForIt() {
        AddColumn add = new AddColumn(
                TableName.parse("users"),
                Column.of("fax", new ColumnType.Text()),
                Optional.of(ColumnPosition.after("id").wherePossible()));
        OperationSource elsewhere =
                OperationSource.of(Way.of(List.of(add)), Way.of(List.of()), WrittenMigrations.LIMIT, false);

        assertThat(lines(Way.of(List.of(add))))
                .containsExactly("op.addColumn(\"users\", c -> c.text(\"fax\").after(\"id\"));");
        assertThat(lines(elsewhere)).containsExactly("op.addColumn(\"users\", c -> c.text(\"fax\"));");
    }

    @Test
    void whatChangesNothingIsNotWritten() {
        TableName users = TableName.parse("users");
        AlterColumn nothing = AlterColumn.of(users, "id").operation();

        assertThat(lines(Way.of(List.of(nothing, new AlterTable(users, List.of(nothing))))))
                .isEmpty();
    }

    @Test
    void aSequenceOfTheWidestNumbersIsJustASequence() {
        assertThat(lines(Way.of(List.of(new CreateSequence(numbers(new ColumnType.IntegerType(64)))))))
                .containsExactly("op.createSequence(\"numbers\");");
    }

    private static Sequence numbers(ColumnType type) {
        return new Sequence(
                TableName.parse("numbers"),
                Optional.of(type),
                1,
                1,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                false,
                Optional.empty(),
                Optional.empty());
    }

    static Stream<Arguments> unwritable() {
        TableName users = TableName.parse("users");
        Column touched = Column.of("touched", new ColumnType.Timestamp(0)).withOnUpdate(Optional.of("now() + 1"));
        return Stream.of(
                Arguments.of(
                        new RunCode("hash the keys", 1, Assurance.NONE, session -> {}),
                        "\"run \"hash the keys\" version 1\" cannot be written as a migration: it is code"),
                Arguments.of(
                        new Decide("which keys go", view -> List.of()),
                        "\"decide: which keys go\" cannot be written as a migration: what it does is decided by code"),
                Arguments.of(
                        new CreateView(new View(users, "SELECT 1", true, Optional.empty())),
                        "\"create view users\" cannot be written as a migration: a materialized view has no word"),
                Arguments.of(
                        new AddColumn(users, touched),
                        "column touched cannot be written as a migration: an update sets it to now() + 1, and only the"
                                + " present moment has a word"),
                Arguments.of(
                        new AddColumn(users, touched.withName(" ")),
                        "column \" \" cannot be written as a migration: its name is blank"),
                Arguments.of(
                        new CreateIndex(
                                users, Index.of(" ", List.of(Index.Part.column("id")), false, Optional.empty()), false),
                        "index \" \" cannot be written as a migration: its name is blank"),
                Arguments.of(
                        new AddConstraint(users, new UniqueConstraint(" ", List.of("id"))),
                        "constraint \" \" cannot be written as a migration: its name is blank"),
                Arguments.of(
                        new AlterTable(users, List.of(new DropTable(users))),
                        "\"drop table users\" cannot be written as a migration: it cannot be one of several changes of a"
                                + " table"),
                Arguments.of(
                        new Backfill(
                                users,
                                List.of(),
                                "a = '?', b = ?",
                                Optional.empty(),
                                List.of(1L),
                                new Backfill.Pace(1, 0)),
                        "\"backfill users set a = '?', b = ?\" cannot be written as a migration: which of its question marks"
                                + " stand for values cannot be told"),
                Arguments.of(
                        new CreateSequence(numbers(new ColumnType.Decimal(20, 0))),
                        "\"create sequence numbers\" cannot be written as a migration: a sequence of the type"
                                + " Decimal[precision=20, scale=0] has no word"));
    }

    @ParameterizedTest
    @MethodSource("unwritable")
    void whatHasNoWordIsRefusedByName(Operation operation, String what) {
        assertThatThrownBy(() -> lines(Way.of(List.of(operation))))
                .isInstanceOfSatisfying(
                        MigrateException.class,
                        e -> assertThat(e.problem())
                                .isEqualTo(Problem.of(ProblemCode.UNSUPPORTED, what)
                                        .next("leave it out, and write it by hand with op.execute(\"…\")")));
    }

    private static List<String> lines(Way upgrade) {
        return lines(OperationSource.of(upgrade, Way.of(List.of()), WrittenMigrations.LIMIT, true));
    }

    private static List<String> lines(OperationSource source) {
        return source.written("R")
                .get("upgrade")
                .lines(new CodeLayout(0, new JavaText(StandardCharsets.UTF_8.newEncoder())));
    }
}
