package dev.migrate.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrate.problem.MigrateException;
import dev.migrate.problem.ProblemCode;
import dev.migrate.schema.CheckConstraint;
import dev.migrate.schema.Column;
import dev.migrate.schema.ColumnType;
import dev.migrate.schema.Constraint;
import dev.migrate.schema.ForeignKey;
import dev.migrate.schema.Identity;
import dev.migrate.schema.Index;
import dev.migrate.schema.Numbering;
import dev.migrate.schema.PrimaryKey;
import dev.migrate.schema.ReferentialAction;
import dev.migrate.schema.SchemaModel;
import dev.migrate.schema.Sequence;
import dev.migrate.schema.Table;
import dev.migrate.schema.TableName;
import dev.migrate.schema.UniqueConstraint;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class OperationLawsTest {

    private static final TableName USERS = OneOfEach.USERS;

    static Stream<Map.Entry<String, Operation>> examples() {
        return OneOfEach.examples().entrySet().stream();
    }

    static Stream<Map.Entry<String, Operation>> definitions() {
        return examples()
                .filter(example ->
                        example.getValue() instanceof TableOperation || example.getValue() instanceof ObjectOperation)
                .filter(example -> !(example.getValue() instanceof DropSequence));
    }

    static Stream<Map.Entry<String, Operation>> tableOperations() {
        return examples().filter(example -> example.getValue() instanceof TableOperation);
    }

    @Test
    void anOwnedSequenceFollowsItsColumnAndGoesWithIt() {
        TableName numbers = TableName.parse("numbers");
        SchemaModel before =
                OneOfEach.BEFORE.with(Sequence.of(numbers).withOwner(Optional.of(new Sequence.Owner(USERS, "age"))));
        Operation dropColumn = new DropColumn(USERS, "age");
        Operation dropTable = new DropTable(USERS);

        SchemaModel renamed = new RenameColumn(USERS, "age", "years").applyTo(before);

        assertThat(new RenameTable(USERS, "people").applyTo(before).sequences())
                .containsExactly(Sequence.of(numbers)
                        .withOwner(Optional.of(new Sequence.Owner(TableName.parse("people"), "age"))));
        assertThat(renamed.sequences())
                .containsExactly(Sequence.of(numbers).withOwner(Optional.of(new Sequence.Owner(USERS, "years"))));
        assertThat(dropColumn.applyTo(before).sequences()).isEmpty();
        assertThat(dropTable.applyTo(before).sequences()).isEmpty();
        assertThat(dropColumn.inverse(before)).isEmpty();
        assertThat(dropTable.inverse(before)).isEmpty();
        assertThat(new DropColumn(USERS, "fax").inverse(before)).isPresent();
    }

    @Test
    void aTableOfTheSessionsSchemaIsOneTableUnderBothNames() {
        TableName qualified = TableName.parse("shop.users");
        SchemaModel model =
                SchemaModel.incomplete(OneOfEach.IN_ORDER, "nobody looked").at("shop");

        SchemaModel after = new DropColumn(qualified, "fax").applyTo(model);

        assertThat(after.table(USERS).findColumn("fax")).isEmpty();
        assertThat(after.table(qualified)).isEqualTo(after.table(USERS));
        assertThat(after.tables()).hasSize(2);
        assertThat(model.findTable(TableName.parse("other.users"))).isEmpty();
    }

    @Test
    void oneOfEachMissesNoOperation() {
        Set<Class<?>> shown = new HashSet<>();
        examples().forEach(example -> shown.add(example.getValue().getClass()));

        assertThat(shown).isEqualTo(concrete(Operation.class));
    }

    private static Set<Class<?>> concrete(Class<?> sealed) {
        Set<Class<?>> all = new HashSet<>();
        for (Class<?> permitted : sealed.getPermittedSubclasses()) {
            if (permitted.isSealed()) {
                all.addAll(concrete(permitted));
            } else {
                all.add(permitted);
            }
        }
        return all;
    }

    @ParameterizedTest
    @MethodSource("definitions")
    void inverseRestoresTheSchema(Map.Entry<String, Operation> example) {
        Operation operation = example.getValue();
        SchemaModel before = OneOfEach.before(operation);
        SchemaModel after = operation.applyTo(before);

        SchemaModel restored = operation.inverse(before).orElseThrow().applyTo(after);

        assertThat(restored.ignoringColumnOrder()).isEqualTo(before.ignoringColumnOrder());
    }

    /** A sequence that was created is dropped on the way back, and nobody can tell then where it stood. */
    static Stream<Map.Entry<String, Operation>> backAndForth() {
        return definitions().filter(example -> !(example.getValue() instanceof CreateSequence));
    }

    @ParameterizedTest
    @MethodSource("backAndForth")
    void theInverseOfTheInverseDoesTheSame(Map.Entry<String, Operation> example) {
        Operation operation = example.getValue();
        SchemaModel before = OneOfEach.before(operation);
        SchemaModel after = operation.applyTo(before);
        Operation inverse = operation.inverse(before).orElseThrow();

        SchemaModel again = inverse.inverse(after).orElseThrow().applyTo(inverse.applyTo(after));

        assertThat(again.ignoringColumnOrder()).isEqualTo(after.ignoringColumnOrder());
    }

    @ParameterizedTest
    @MethodSource("tableOperations")
    void aTableThatNothingIsKnownOfStaysUnknown(Map.Entry<String, Operation> example) {
        SchemaModel nothing = SchemaModel.incomplete(List.of(), "nobody looked");

        SchemaModel after = example.getValue().applyTo(nothing);

        assertThat(after.incompleteBecause()).isPresent();
        assertThat(after.tables()).hasSize(example.getValue() instanceof CreateTable ? 1 : 0);
    }

    @Test
    void aPrimaryKeyGivesNullabilityBack() {
        Table table = Table.of(
                USERS, List.of(Column.of("id", new ColumnType.IntegerType(32)), Column.of("n", new ColumnType.Date())));
        SchemaModel before = SchemaModel.of(List.of(table));
        Operation add = new AddConstraint(USERS, new PrimaryKey("pk_users", List.of("id")));

        SchemaModel after = add.applyTo(before);

        assertThat(after.table(USERS).column("id").nullable()).isFalse();
        assertThat(add.inverse(before).orElseThrow().applyTo(after)).isEqualTo(before);
    }

    @Test
    void aUniqueIndexAndAUniqueConstraintGoByEitherName() {
        SchemaModel withIndex = OneOfEach.BEFORE.change(
                USERS,
                table -> table.with(Index.of("uq_fax", List.of(Index.Part.column("fax")), true, Optional.empty())));
        SchemaModel withConstraint =
                OneOfEach.BEFORE.change(USERS, table -> table.with(new UniqueConstraint("uq_fax", List.of("fax"))));
        Operation dropIndex = new DropIndex(USERS, "uq_fax", false);
        Operation dropConstraint = new DropConstraint(USERS, "uq_fax");

        assertThat(dropIndex.applyTo(withConstraint)).isEqualTo(OneOfEach.BEFORE);
        assertThat(dropConstraint.applyTo(withIndex)).isEqualTo(OneOfEach.BEFORE);
        assertThat(dropIndex.inverse(withConstraint).orElseThrow().applyTo(OneOfEach.BEFORE))
                .isEqualTo(withConstraint);
        assertThat(dropConstraint.inverse(withIndex).orElseThrow().applyTo(OneOfEach.BEFORE))
                .isEqualTo(withIndex);
    }

    @Test
    void aColumnOfAKeyOfSeveralIsNotDroppedUnderIt() {
        SchemaModel before = OneOfEach.BEFORE.change(
                USERS, table -> table.with(new UniqueConstraint("uq_both", List.of("status", "fax"))));

        assertThatThrownBy(() -> new DropColumn(USERS, "fax").applyTo(before))
                .isInstanceOfSatisfying(
                        MigrateException.class,
                        e -> assertThat(e.problem().code()).isEqualTo(ProblemCode.BAD_OPERATION))
                .hasMessageContaining("drop constraint uq_both first");
    }

    @Test
    void whatANewTypeCannotHaveGoesAndComesBack() {
        SchemaModel before = OneOfEach.BEFORE
                .change(
                        USERS,
                        table -> table.withColumn(
                                "fax",
                                fax -> fax.withCollation(Optional.of("utf8mb4_bin"))
                                        .withCharset(Optional.of("utf8mb4"))))
                .change(
                        USERS,
                        table -> table.with(
                                Column.of("seen", new ColumnType.Timestamp(0)).withOnUpdate(Optional.of(Column.NOW))));
        Operation number = AlterColumn.of(USERS, "fax")
                .type(new ColumnType.IntegerType(32))
                .operation();
        Operation text =
                AlterColumn.of(USERS, "seen").type(new ColumnType.VarChar(40)).operation();

        assertThat(number.applyTo(before).table(USERS).column("fax"))
                .isEqualTo(OneOfEach.BEFORE.table(USERS).column("fax").withType(new ColumnType.IntegerType(32)));
        assertThat(text.applyTo(before).table(USERS).column("seen"))
                .isEqualTo(Column.of("seen", new ColumnType.VarChar(40)));
        assertThat(number.inverse(before).orElseThrow().applyTo(number.applyTo(before)))
                .isEqualTo(before);
        assertThat(text.inverse(before).orElseThrow().applyTo(text.applyTo(before)))
                .isEqualTo(before);
    }

    @Test
    void whatANewTypeCannotHaveIsRefusedWhereItIsSaid() {
        AlterColumn collated = AlterColumn.of(USERS, "fax")
                .type(new ColumnType.IntegerType(32))
                .collation(new Change.Set<>("utf8mb4_bin"))
                .operation();
        AlterColumn numbered =
                AlterColumn.of(USERS, "id").type(new ColumnType.Text()).operation();

        assertThatThrownBy(() -> collated.applyTo(OneOfEach.BEFORE))
                .hasMessageContaining("column users.fax is to have a collation, which its new type cannot have");
        assertThatThrownBy(() -> numbered.applyTo(OneOfEach.BEFORE))
                .hasMessageContaining("column users.id has an identity, and cannot be of its new type as well");
    }

    @Test
    void theWayBackIsNotHeldToHowTheWayThereWasMade() {
        AlterTable change = new AlterTable(
                USERS,
                List.of(new AddColumn(USERS, Column.of("town", new ColumnType.Text()))),
                Optional.of(AlterTable.Algorithm.INSTANT),
                Optional.of(AlterTable.Lock.NONE));

        assertThat(change.inverse(OneOfEach.BEFORE))
                .contains(new AlterTable(USERS, List.of(new DropColumn(USERS, "town"))));
    }

    @Test
    void aConstraintIsTakenAwayByItsKind() {
        SchemaModel unknown = SchemaModel.incomplete(List.of(), "nobody looked");

        assertThat(new AddConstraint(USERS, new CheckConstraint("ck", "age > 0")).inverse(unknown))
                .contains(new DropConstraint(USERS, "ck", Optional.of(Constraint.Kind.CHECK)));
    }

    @Test
    void aDroppedColumnComesBackInItsPlace() {
        DropColumn drop = new DropColumn(USERS, "team_id");

        SchemaModel restored = drop.inverse(OneOfEach.BEFORE).orElseThrow().applyTo(drop.applyTo(OneOfEach.BEFORE));

        assertThat(restored).isEqualTo(OneOfEach.BEFORE);
    }

    @Test
    void numbersThatWouldBeGivenAgainAreNotBroughtBack() {
        Numbering numbers = new Numbering(
                Optional.of("users_id_seq"), 100, 5, Optional.empty(), Optional.empty(), Optional.empty(), false);
        SchemaModel before = ObjectExamples.BEFORE.change(
                USERS, table -> table.withColumn("id", id -> id.withNumbering(Optional.of(numbers))));
        AlterColumn plain =
                AlterColumn.of(USERS, "id").identity(new Change.Drop<>()).operation();
        AlterColumn always = AlterColumn.of(USERS, "id")
                .identity(new Change.Set<>(Identity.ALWAYS))
                .operation();

        assertThat(always.applyTo(before).table(USERS).column("id").numbering()).contains(numbers.withoutSequence());
        assertThat(plain.inverse(ObjectExamples.BEFORE)).isPresent();
        assertThatThrownBy(() -> Inversion.required(List.of(new AlterTable(USERS, List.of(plain))), before))
                .hasMessageContaining("a change of a column has no words for the numbers that column id had");
        assertThatThrownBy(() -> Inversion.required(List.of(always), before))
                .hasMessageContaining("a change of a column has no words for the numbers that column id had");
        assertThatThrownBy(() -> Inversion.requirePossible(List.of(new DropSequence(TableName.parse("numbers")))))
                .hasMessageContaining(
                        "\"drop sequence numbers\" cannot be undone by itself: which numbers it had given");
    }

    @Test
    void theSequenceOfADroppedColumnIsNamedAsWhatDoesNotComeBack() {
        Sequence owned =
                Sequence.of(TableName.parse("numbers")).withOwner(Optional.of(new Sequence.Owner(USERS, "fax")));
        SchemaModel before = OneOfEach.BEFORE.withSequences(List.of(owned));

        for (Operation gone : List.of(new DropColumn(USERS, "fax"), new DropTable(USERS))) {
            assertThatThrownBy(() -> Inversion.required(List.of(gone), before))
                    .hasMessageContaining("a sequence that belongs to it goes with it");
        }
    }

    @Test
    void foreignKeysFollowARenamedTableAndColumn() {
        SchemaModel after = new RenameColumn(OneOfEach.TEAMS, "id", "number")
                .applyTo(new RenameTable(OneOfEach.TEAMS, "groups")
                        .applyTo(OneOfEach.BEFORE)
                        .change(TableName.parse("groups"), table -> table.withName(OneOfEach.TEAMS)));

        assertThat(after.table(USERS).foreignKeys())
                .containsExactly(new ForeignKey(
                        "fk_users_team_id_teams",
                        List.of("team_id"),
                        TableName.parse("groups"),
                        List.of("id"),
                        ReferentialAction.SET_NULL,
                        ReferentialAction.NO_ACTION));
        assertThat(new RenameColumn(OneOfEach.TEAMS, "id", "number")
                        .applyTo(OneOfEach.BEFORE)
                        .table(USERS)
                        .foreignKeys()
                        .get(0)
                        .referencedColumns())
                .containsExactly("number");
    }

    @Test
    void rawSqlThatMayDefineAnythingMakesTheModelForget() {
        List<String> remembered = new ArrayList<>();
        for (String sql : List.of(
                "UPDATE t SET a = 1",
                "  insert into t values (1)",
                "DELETE FROM t",
                "ALTER TABLE t ADD c INT",
                "-- why\nUPDATE t SET a = 1",
                "SELECT 1 INTO TABLE x",
                "updated_things()")) {
            if (new ExecuteSql(sql, List.of(), Assurance.NONE)
                    .applyTo(OneOfEach.BEFORE)
                    .equals(OneOfEach.BEFORE)) {
                remembered.add(sql);
            }
        }

        assertThat(remembered).containsExactly("UPDATE t SET a = 1", "  insert into t values (1)", "DELETE FROM t");
    }
}
