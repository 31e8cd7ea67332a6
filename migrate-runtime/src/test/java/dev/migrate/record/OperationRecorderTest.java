package dev.migrate.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.migrate.Action;
import dev.migrate.Database;
import dev.migrate.Migration;
import dev.migrate.Operations;
import dev.migrate.ReversibleMigration;
import dev.migrate.TableLock;
import dev.migrate.examples.EveryWord;
import dev.migrate.examples.FirstMonth;
import dev.migrate.graph.Direction;
import dev.migrate.operation.AddColumn;
import dev.migrate.operation.AddConstraint;
import dev.migrate.operation.AlterTable;
import dev.migrate.operation.Backfill;
import dev.migrate.operation.CanonicalForm;
import dev.migrate.operation.CreateIndex;
import dev.migrate.operation.CreateTable;
import dev.migrate.operation.DropColumn;
import dev.migrate.operation.DropTable;
import dev.migrate.operation.IfNeeded;
import dev.migrate.operation.Operation;
import dev.migrate.operation.RenameColumn;
import dev.migrate.problem.MigrateException;
import dev.migrate.problem.Problem;
import dev.migrate.problem.ProblemCode;
import dev.migrate.schema.Column;
import dev.migrate.schema.ColumnType;
import dev.migrate.schema.Index;
import dev.migrate.schema.NameLimit;
import dev.migrate.schema.PrimaryKey;
import dev.migrate.schema.SchemaModel;
import dev.migrate.schema.Table;
import dev.migrate.schema.TableName;
import dev.migrate.script.ScriptSyntax;
import dev.migrate.testing.Golden;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class OperationRecorderTest {

    private static final RecordingContext MARIADB = new RecordingContext(
            Database.MARIADB,
            NameLimit.characters(64),
            UnaryOperator.identity(),
            ScriptSyntax.MYSQL,
            Map.of("tenant", "acme"),
            () -> SchemaModel.empty().forgotten("nobody looked"));

    private static final List<Migration> FIRST_MONTH = List.of(
            new FirstMonth.R20260401_UsersAndTeams(),
            new FirstMonth.R20260402_OneColumn(),
            new FirstMonth.R20260403_Changes(),
            new FirstMonth.R20260404_OneAlterTable(),
            new FirstMonth.R20260405_Indexes(),
            new FirstMonth.R20260406_Keys(),
            new FirstMonth.R20260407_StatusAsNumber(),
            new FirstMonth.R20260408_Cents(),
            new FirstMonth.R20260409_Rows(),
            new FirstMonth.R20260410_Legacy(),
            new FirstMonth.R20260410_ColumnsInFull(),
            new FirstMonth.R20260411_HashKeys(),
            new FirstMonth.R20260412_MergeAvatarAndPhone(),
            new FirstMonth.R20260415_BillingBase(),
            new FirstMonth.R20260412_Views(),
            new FirstMonth.R20260416_Bookings(),
            new FirstMonth.R20260420_Invoices(),
            new FirstMonth.R20260421_Objects(),
            new FirstMonth.R20260422_ChangedObjects());

    @Test
    void aFirstMonthIsRecordedAsItIsWritten() {
        StringBuilder text = new StringBuilder();
        for (Migration migration : FIRST_MONTH) {
            for (Direction direction : Direction.values()) {
                text.append("== ")
                        .append(migration.getClass().getSimpleName())
                        .append(' ')
                        .append(direction);
                text.append('\n');
                text.append(CanonicalForm.text(OperationRecorder.record(migration, direction, MARIADB)));
            }
        }

        Golden.of(OperationRecorderTest.class, "first-month.txt").matches(text.toString());
    }

    @Test
    void whatCannotBeUndoneByItselfIsRefusedOnTheWayUpAlready() {
        Map<Consumer<Operations>, String> refused = new LinkedHashMap<>();
        refused.put(
                op -> op.delete("roles", d -> d.everywhere()),
                "\"delete rows of roles\" cannot be undone by itself: nothing can tell what was there before");
        refused.put(
                op -> op.dropTable("roles").ifExists(),
                "\"drop table roles if it exists\" cannot be undone by itself: nothing tells the way back whether it was"
                        + " left out on the way up");
        refused.put(
                op -> op.decide("what to do", (db, o) -> {}),
                "\"decide: what to do\" cannot be undone by itself: what it does is found out only when it runs");
        refused.put(
                op -> op.backfill("orders", b -> b.set("a = 1")),
                "\"backfill orders set a = 1\" cannot be undone by itself: nothing can tell what was there before");
        refused.put(
                op -> op.outsideTransaction(o -> o.execute("VACUUM")),
                "\"execute VACUUM outside a transaction\" cannot be undone by itself: nothing can tell what was there"
                        + " before");

        refused.forEach((change, words) -> {
            ReversibleMigration migration = change::accept;
            Problem problem = problemOf(migration, Direction.UP);

            assertThat(problem.code()).isEqualTo(ProblemCode.NOT_INVERTIBLE);
            assertThat(problem.what()).isEqualTo(words);
            assertThat(problem.next())
                    .contains("implement Migration and write downgrade() by hand, or mark the class @Irreversible");
        });
    }

    @Test
    void whatIsLeftOutAndWhatBelongsTogetherIsRefusedWhereItMakesNoSense() {
        Map<Consumer<Operations>, String> refused = new LinkedHashMap<>();
        refused.put(op -> op.atomically(o -> {}), "op.atomically: it holds no operation");
        refused.put(
                op -> op.atomically(o -> o.run("code", 1, ctx -> {})),
                "op.atomically: \"run \"code\" version 1\" cannot share a transaction with others on every database");
        refused.put(
                op -> op.outsideTransaction(o -> o.atomically(p -> p.execute("DELETE FROM t"))),
                "op.outsideTransaction: \"atomically: execute DELETE FROM t\" has transactions of its own or needs one");
        refused.put(
                op -> op.createTable("t", t -> {
                    t.bigint("id");
                    t.index(i -> i.on("id").ifNotExists());
                }),
                "ifNotExists() is said of an index of t, which is a new table and has none");
        refused.put(op -> op.backfill("t", b -> b.key("id")), "a backfill of t sets nothing");
        refused.put(
                op -> op.backfill("t", b -> b.set("a = 1").batch(0)),
                "backfill of t: batches of 0 rows with pauses of 0 ms make no sense");

        refused.forEach((recording, words) ->
                assertThat(problemOf(up(recording), Direction.UP).what()).isEqualTo(words));
    }

    @Test
    void theWayBackOfAReversibleMigrationIsComputedLastFirst() {
        List<Operation> down =
                OperationRecorder.record(new FirstMonth.R20260415_BillingBase(), Direction.DOWN, MARIADB);

        assertThat(down).containsExactly(new DropTable(TableName.parse("billing.accounts")));
    }

    @Test
    void theWayBackOfADropIsWhatTheSchemaHadBefore() {
        TableName users = TableName.parse("users");
        Column fax = Column.of("fax", new ColumnType.VarChar(32));
        SchemaModel before =
                SchemaModel.of(List.of(Table.of(users, List.of(Column.of("id", new ColumnType.IntegerType(64)), fax))));
        ReversibleMigration migration = op -> op.dropColumn("users", "fax");

        List<Operation> down = OperationRecorder.record(migration, Direction.DOWN, MARIADB.withBefore(() -> before));

        assertThat(down).containsExactly(new AddColumn(users, fax));
    }

    @Test
    void whatCannotBeUndoneIsRefusedWhenTheWayBackIsRecorded() {
        ReversibleMigration migration = op -> {
            op.addColumn("users", c -> c.bool("vip"));
            op.execute("UPDATE users SET vip = FALSE");
        };

        Problem problem = problemOf(migration, Direction.DOWN);

        assertThat(problem.code()).isEqualTo(ProblemCode.NOT_INVERTIBLE);
        assertThat(problem.what())
                .isEqualTo("\"execute UPDATE users SET vip = FALSE\" cannot be undone by itself: nothing can tell what"
                        + " was there before");
        assertThat(problem.next())
                .contains("implement Migration and write downgrade() by hand, or mark the class @Irreversible");
    }

    @Test
    void anOperationForAnotherDatabaseIsNotRecorded() {
        Migration migration = up(op -> op.onlyOn(Database.MYSQL, o -> o.dropTable("users")));

        assertThat(OperationRecorder.record(migration, Direction.UP, MARIADB)).isEmpty();
    }

    @Test
    void aColumnWithAConstraintOfItsOwnIsAddedAtOnce() {
        Migration migration = up(op -> op.addColumn(
                "users", c -> c.bigint("team_id").references("teams", "id").onDelete(Action.CASCADE)));

        assertThat(CanonicalForm.text(OperationRecorder.record(migration, Direction.UP, MARIADB)))
                .startsWith("AlterTable{")
                .contains("AddColumn{", "AddConstraint{", "fk_users_team_id_teams");
    }

    @Test
    void namesLongerThanTheServerAllowsKeepTheirDifference() {
        String longName = "a_column_with_a_name_that_is_really_far_too_long_for_most_servers";
        Migration migration = up(op -> op.createIndex("users", i -> i.on(longName)));

        String text = CanonicalForm.text(OperationRecorder.record(migration, Direction.UP, MARIADB));

        assertThat(text).contains("name=\"ix_users_a_column_with_a_name_that_is_really_far_too_lo_11bfae7b\"");
    }

    @Test
    void whatMakesNoSenseInAConstraintIsRefusedInTheAuthorsWords() {
        assertThat(whatOf(op -> op.addUnique("t", u -> u.deferrable())))
                .isEqualTo("a unique constraint of t has no column");
        assertThat(whatOf(op -> op.addExclude("t", e -> e.deferrable())))
                .isEqualTo("an exclusion constraint of t compares nothing");
        assertThat(whatOf(op -> op.addExclude("t", e -> e.onExpression("a + b", "="))))
                .isEqualTo("an exclusion constraint of t has an expression and no name");
        assertThat(whatOf(op -> op.addExclude("t", e -> e.operatorClass("x").on("a", "="))))
                .isEqualTo("operatorClass(\"x\") has no column or expression before it");
        assertThat(whatOf(op -> op.createIndex("t", i -> i.nullsFirst().on("a"))))
                .isEqualTo("nullsFirst(…) has no column or expression before it");
        assertThat(whatOf(op -> op.createIndex("t", i -> i.on("a").with("fill factor", 70))))
                .isEqualTo("\"fill factor\" is not the name of a storage parameter");
        assertThat(whatOf(op -> op.createIndex("t", i -> i.on("a").nullsNotDistinct())))
                .isEqualTo("index ix_t_a of t says nullsNotDistinct() and is not unique");
        assertThat(whatOf(op -> op.addForeignKey(
                        "t", f -> f.columns("a", "b").references("u", "a", "b").onDelete(Action.SET_NULL, "c"))))
                .isEqualTo("a foreign key of t names columns [c] for ON DELETE SET NULL, and refers by [a, b]");
        assertThat(whatOf(op -> op.addForeignKey(
                        "t", f -> f.columns("a").references("u", "a").onDelete(Action.CASCADE, "a"))))
                .isEqualTo("a foreign key of t names columns [a] for ON DELETE CASCADE, and refers by [a]");
    }

    private static String whatOf(Consumer<Operations> up) {
        return problemOf(up(up), Direction.UP).what();
    }

    @Test
    void aRecordingThatDiffersTheSecondTimeIsRefusedNamingTheOperation() {
        AtomicInteger calls = new AtomicInteger();
        Migration migration = up(op -> {
            op.dropTable("first");
            op.dropTable("t" + calls.incrementAndGet());
        });

        Problem problem = problemOf(migration, Direction.UP);

        assertThat(problem.code()).isEqualTo(ProblemCode.NOT_DETERMINISTIC);
        assertThat(problem.what())
                .startsWith("operation 2 was recorded twice and differed:\nfirst  DropTable{")
                .contains("name=\"t1\"", "\nsecond ", "name=\"t2\"");
        assertThat(problem.where())
                .hasValueSatisfying(place -> assertThat(place).endsWith(".upgrade"));
    }

    @Test
    void anExceptionOfTheMigrationNamesItsLine() {
        Problem problem = problemOf(new Throwing(), Direction.UP);

        assertThat(problem.code()).isEqualTo(ProblemCode.MIGRATION_FAILED);
        assertThat(problem.what())
                .isEqualTo("the migration threw java.lang.IllegalStateException: no idea while it was recorded");
        assertThat(problem.where().orElseThrow())
                .matches(".*Throwing\\.upgrade \\(OperationRecorderTest\\.java:\\d+\\)");
    }

    @Test
    void aValueThatWasNotGivenIsAskedForByName() {
        Problem problem = problemOf(up(op -> op.execute("SELECT 1", op.x("region"))), Direction.UP);

        assertThat(problem.code()).isEqualTo(ProblemCode.MISSING_X);
        assertThat(problem.next()).contains("give it: -Dmigrate.x.region=…");
        assertThat(OperationRecorder.record(
                        up(op -> op.dropTable(op.x("tenant") + op.x("region", "_eu"))), Direction.UP, MARIADB))
                .containsExactly(new DropTable(TableName.parse("acme_eu")));
    }

    @Test
    void anUpdateWithoutWhereIsRefusedUnlessItSaysEverywhere() {
        assertThat(problemOf(up(op -> op.update("roles", u -> u.set("name", "x"))), Direction.UP)
                        .what())
                .isEqualTo("the update of roles does not say which rows");
        assertThat(problemOf(up(op -> op.delete("roles", d -> {})), Direction.UP)
                        .what())
                .isEqualTo("the deletion of roles does not say which rows");
    }

    @Test
    void aSecondColumnInOneAddColumnIsRefused() {
        Migration migration = up(op -> op.addColumn("users", c -> {
            c.bool("first");
            return c.bool("second");
        }));

        assertThat(problemOf(migration, Direction.UP).what())
                .isEqualTo("addColumn to users makes two columns, first and second");
    }

    @Test
    void everyWordIsRecordedTwiceAlike() {
        List<Consumer<Operations>> parts = List.of(
                EveryWord::newTables,
                EveryWord::tables,
                EveryWord::columns,
                EveryWord::indexes,
                EveryWord::constraints,
                EveryWord::objects,
                EveryWord::rows,
                EveryWord::flow);

        for (Consumer<Operations> part : parts) {
            assertThat(OperationRecorder.record(up(part), Direction.UP, MARIADB))
                    .isNotEmpty();
        }
    }

    @Test
    void whatMayBeLeftOutOfAnAlterTableStandsBetweenChangesThatAreMadeAtOnce() {
        TableName users = TableName.parse("users");
        Migration migration = up(op -> op.alterTable("users", t -> {
            t.dropColumn("a");
            t.dropColumn("b");
            t.dropColumn("c").ifExists();
            t.renameColumn("d", "e").ifExists();
            t.dropColumn("f");
        }));

        assertThat(OperationRecorder.record(migration, Direction.UP, MARIADB))
                .containsExactly(
                        new AlterTable(users, List.of(new DropColumn(users, "a"), new DropColumn(users, "b"))),
                        new IfNeeded(new DropColumn(users, "c")),
                        new IfNeeded(new RenameColumn(users, "d", "e")),
                        new AlterTable(users, List.of(new DropColumn(users, "f"))));
    }

    @Test
    void anAlterTableThatMayBeLeftOutAsksForItsTableOnly() {
        TableName users = TableName.parse("users");
        Migration migration = up(op -> op.alterTable("users", t -> {
            t.ifExists();
            t.dropColumn("a");
            t.dropColumn("b").ifExists();
        }));

        assertThat(OperationRecorder.record(migration, Direction.UP, MARIADB))
                .containsExactly(
                        new IfNeeded(new AlterTable(users, List.of(new DropColumn(users, "a"))), true),
                        new IfNeeded(new DropColumn(users, "b")));
        assertThat(whatOf(op -> op.alterTable("users", t -> {
                    t.ifExists();
                    t.addColumn(c -> c.bool("vip")).ifNotExists();
                })))
                .isEqualTo("alterTable(\"users\") says ifExists(), and \"add column users.vip if it does not exist\""
                        + " within it would have to look for two things");
    }

    @Test
    void aPrimaryKeyMayHaveANameOfItsOwn() {
        TableName users = TableName.parse("users");
        PrimaryKey key = new PrimaryKey("users_key", List.of("id"));

        assertThat(OperationRecorder.record(
                        up(op -> {
                            op.createTable("users", t -> {
                                t.bigint("id");
                                t.primaryKey(k -> k.named("users_key").columns("id"));
                            });
                            op.addPrimaryKey("users", k -> k.named("users_key").columns("id"));
                        }),
                        Direction.UP,
                        MARIADB))
                .containsExactly(
                        new CreateTable(Table.of(
                                        users,
                                        List.of(Column.of("id", new ColumnType.IntegerType(64))
                                                .withNullable(false)))
                                .with(key)),
                        new AddConstraint(users, key));
        assertThat(whatOf(op -> op.addPrimaryKey("users", k -> k.named("users_key"))))
                .isEqualTo("a primary key of users has no column");
    }

    @Test
    void aReferenceOfOneColumnMayHaveANameOfItsOwn() {
        Migration migration = up(op -> op.addColumn(
                "users", c -> c.bigint("team_id").references("teams", "id").named("users_team")));

        assertThat(CanonicalForm.text(OperationRecorder.record(migration, Direction.UP, MARIADB)))
                .contains("ForeignKey{name=\"users_team\";");
    }

    @Test
    void valuesOfABackfillBelongToTheQuestionMarksOfTheirPart() {
        Migration migration = up(op -> op.backfill(
                "orders", b -> b.where("state = ?", "open").set("a = ?", 1).set("b = b + 1")));

        assertThat(OperationRecorder.record(migration, Direction.UP, MARIADB))
                .containsExactly(new Backfill(
                        TableName.parse("orders"),
                        List.of(),
                        "a = ?, b = b + 1",
                        Optional.of("state = ?"),
                        List.of(1L, "open"),
                        new Backfill.Pace(1_000, 0)));
        assertThat(whatOf(op -> op.backfill("orders", b -> b.set("a = ?", 1).where("state = ?"))))
                .isEqualTo("the part \"state = ?\" has 1 question mark outside quotes and comments, and 0 arguments");
        assertThat(whatOf(op -> op.verify("it is", "SELECT ?", 1, 2, 3)))
                .isEqualTo("the question has 1 question mark outside quotes and comments, and 2 arguments");
    }

    @Test
    void aColumnOfANewTableStandsWhereItIsWritten() {
        assertThat(problemOf(up(op -> op.createTable("t", t -> t.bool("b").first())), Direction.UP)
                        .what())
                .isEqualTo("column t.b of a new table says that it stands first");
        assertThat(problemOf(up(op -> op.addColumn("t", c -> c.bool("b").after("b"))), Direction.UP)
                        .what())
                .isEqualTo("column b is to stand behind itself");
    }

    @Test
    void whatIsNoNameOfAnOptionIsRefused() {
        assertThat(problemOf(up(op -> op.tableOptions("t", o -> o.option("a; b", 1))), Direction.UP)
                        .what())
                .isEqualTo("\"a; b\" is no name of an option of a table");
        assertThat(problemOf(up(op -> op.tableOptions("t", o -> o.charset("x' y"))), Direction.UP)
                        .what())
                .isEqualTo("\"x' y\" is no name of a character set");
        assertThat(problemOf(up(op -> op.tableOptions("t", o -> {})), Direction.UP)
                        .what())
                .isEqualTo("no option of table t is named");
    }

    @Test
    void aSingleChangeThatSaysHowToMakeItIsOfTheWholeTable() {
        Migration migration = up(op -> op.createIndex("t", i -> i.on("a").lock(TableLock.NONE)));

        assertThat(OperationRecorder.record(migration, Direction.UP, MARIADB))
                .containsExactly(new AlterTable(
                        TableName.parse("t"),
                        List.of(new CreateIndex(
                                TableName.parse("t"),
                                Index.of("ix_t_a", List.of(Index.Part.column("a")), false, Optional.empty()),
                                false)),
                        Optional.empty(),
                        Optional.of(AlterTable.Lock.NONE)));
    }

    @Test
    void lengthsThatNoColumnCanHaveAreRefused() {
        assertThat(problemOf(up(op -> op.addColumn("users", c -> c.varchar("name", 0))), Direction.UP)
                        .what())
                .isEqualTo("column name: a length of 0; at least 1 is needed");
    }

    @Test
    void opIsRefusedAfterTheMethodHasReturned() {
        Operations[] kept = new Operations[1];
        OperationRecorder.record(up(op -> kept[0] = op), Direction.UP, MARIADB);

        assertThatThrownBy(() -> kept[0].dropTable("users"))
                .isInstanceOf(MigrateException.class)
                .hasMessageStartingWith("[bad-operation] op was used after the migration's method had returned");
    }

    @Test
    void equalRecordingsHaveEqualHashesAndOthersDoNot() {
        List<Operation> one = List.of(new DropTable(TableName.parse("a")));
        List<Operation> same = List.of(new DropTable(TableName.parse("a")));
        List<Operation> other = List.of(new DropColumn(TableName.parse("a"), "b"));

        assertThat(CanonicalForm.hash(one)).isEqualTo(CanonicalForm.hash(same)).matches("1:[0-9a-f]{64}");
        assertThat(CanonicalForm.hash(one)).isNotEqualTo(CanonicalForm.hash(other));
    }

    @Test
    void aTableWithoutColumnsIsRefused() {
        assertThat(problemOf(up(op -> op.createTable("t", t -> {})), Direction.UP)
                        .what())
                .isEqualTo("table t has no column");
        assertThat(OperationRecorder.record(up(op -> op.createTable("t", t -> t.bool("b"))), Direction.UP, MARIADB))
                .containsExactly(new CreateTable(
                        Table.of(TableName.parse("t"), List.of(Column.of("b", new ColumnType.Bool())))));
    }

    private static Problem problemOf(Migration migration, Direction direction) {
        MigrateException thrown = catchThrowableOfType(
                MigrateException.class, () -> OperationRecorder.record(migration, direction, MARIADB));
        assertThat(thrown).isNotNull();
        return thrown.problem();
    }

    private static Migration up(Consumer<Operations> upgrade) {
        return new Migration() {
            @Override
            public void upgrade(Operations op) {
                upgrade.accept(op);
            }

            @Override
            public void downgrade(Operations op) {}
        };
    }

    private static final class Throwing implements Migration {
        @Override
        public void upgrade(Operations op) {
            throw new IllegalStateException("no idea");
        }

        @Override
        public void downgrade(Operations op) {}
    }
}
