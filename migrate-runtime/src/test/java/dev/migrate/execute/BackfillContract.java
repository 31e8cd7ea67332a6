package dev.migrate.execute;

import static dev.migrate.execute.MigratorContract.NOTHING;
import static dev.migrate.execute.MigratorContract.config;
import static dev.migrate.execute.MigratorContract.migrator;
import static dev.migrate.execute.MigratorContract.problemOf;
import static dev.migrate.execute.TestHistory.history;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.migrate.BackfillSpec;
import dev.migrate.ColumnSpec;
import dev.migrate.NewColumn;
import dev.migrate.Operations;
import dev.migrate.dialect.Dialect;
import dev.migrate.dialect.Dialects;
import dev.migrate.execute.WatchedDataSource.Killed;
import dev.migrate.execute.WatchedDataSource.Moment;
import dev.migrate.problem.Problem;
import dev.migrate.problem.ProblemCode;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Backfills on every database: each row is met once, whatever happens. */
abstract class BackfillContract {

    private static final int ROWS = 97;

    private DataSource dataSource;
    private final List<RunEvent.Backfilling> told = new ArrayList<>();

    /** A database that nobody else uses. */
    abstract DataSource freshDatabase() throws SQLException;

    @BeforeEach
    final void openDatabase() throws SQLException {
        dataSource = freshDatabase();
    }

    final DataSource dataSource() {
        return dataSource;
    }

    private MigratorConfig.Builder listening() {
        return config().listener(event -> {
            if (event instanceof RunEvent.Backfilling backfilling) {
                told.add(backfilling);
            }
        });
    }

    /** A table of orders, filled, and then a backfill that counts how often it met each row. */
    static TestHistory orders(Consumer<BackfillSpec> more) {
        return backfilled(b -> {
            b.set("met = met + 1").batch(10);
            more.accept(b);
        });
    }

    private static TestHistory backfilled(Consumer<BackfillSpec> backfill) {
        return history()
                .revision(
                        "a1",
                        "",
                        op -> {
                            op.createTable("orders", t -> {
                                t.bigint("id").primaryKey();
                                t.bigint("shop");
                                t.integer("met").notNull().defaultValue(0);
                                t.varchar("word", 20);
                            });
                            op.insert("orders", r -> {
                                r.columns("id", "shop", "word");
                                for (int i = 1; i <= ROWS; i++) {
                                    r.row(i * 3, i % 7, i % 10 == 0 ? null : "why?");
                                }
                            });
                        },
                        NOTHING)
                .revision("b2", "a1", op -> op.backfill("orders", backfill), NOTHING);
    }

    final List<String> met() throws SQLException {
        return Asked.rows(dataSource, "SELECT met, count(*) FROM orders GROUP BY met ORDER BY met");
    }

    @Test
    void eachRowIsMetOnceBatchByBatch() throws SQLException {
        WatchedDataSource watched = new WatchedDataSource(dataSource);

        migrator(orders(b -> b.key("id")), watched, listening()).upgrade("head");

        assertThat(met()).containsExactly("1 97");
        List<String> updates = watched.sent().stream()
                .filter(sql -> sql.startsWith("UPDATE orders"))
                .toList();
        assertThat(updates)
                .hasSize(10)
                .startsWith(
                        "UPDATE orders SET met = met + 1 WHERE id <= 30",
                        "UPDATE orders SET met = met + 1 WHERE id > 30 AND id <= 60")
                .endsWith("UPDATE orders SET met = met + 1 WHERE id > 270 AND id <= 291");
        RunEvent.Backfilling last = told.get(told.size() - 1);
        assertThat(last.passed()).isEqualTo(97);
        assertThat(last.changed()).isEqualTo(97);
        assertThat(Asked.rows(dataSource, "SELECT count(*) FROM migrate_journal"))
                .containsExactly("0");
        assertThat(Asked.rows(dataSource, "SELECT revision, status FROM migrate_history ORDER BY step"))
                .containsExactly("a1 done", "b2 done");
    }

    @Test
    void onlyTheChosenRowsAreChanged() throws SQLException {
        migrator(orders(b -> b.where("word = 'why?' OR word = '''?'").set("word = 'done?'")), dataSource, listening())
                .upgrade("head");

        assertThat(met()).containsExactly("0 9", "1 88");
        assertThat(told.get(told.size() - 1).changed()).isEqualTo(88);
        assertThat(Asked.rows(dataSource, "SELECT DISTINCT word FROM orders WHERE met = 1"))
                .containsExactly("done?");
    }

    @Test
    void valuesStandForQuestionMarksOutsideQuotes() throws SQLException {
        migrator(
                        orders(b -> b.where("word = 'why?' OR word = ?", "'?").set("word = ?", "it's \\ ?")),
                        dataSource,
                        listening())
                .upgrade("head");

        assertThat(met()).containsExactly("0 9", "1 88");
        assertThat(Asked.rows(dataSource, "SELECT DISTINCT word FROM orders WHERE met = 1"))
                .containsExactly("it's \\ ?");
    }

    @Test
    void anEmptyTableIsDoneAtOnce() throws SQLException {
        TestHistory history = history()
                .revision(
                        "a1",
                        "",
                        op -> {
                            op.createTable("orders", t -> {
                                t.bigint("id").primaryKey();
                                t.integer("met");
                            });
                            op.backfill("orders", b -> b.set("met = 1"));
                            op.insert("orders", r -> r.columns("id").row(1));
                        },
                        NOTHING);

        migrator(history, dataSource).upgrade("head");

        assertThat(Asked.rows(dataSource, "SELECT id, met FROM orders")).containsExactly("1 null");
    }

    /** Killed before and after everything that it sends: one plain run goes on, and meets each row once. */
    @Test
    void aBackfillThatWasKilledGoesOnBehindItsLastBatch() throws SQLException {
        TestHistory history = orders(b -> b.key("id").batch(40));
        migrator(history, dataSource).upgrade("a1");
        WatchedDataSource watched = new WatchedDataSource(dataSource);
        migrator(history, watched).upgrade("head");
        List<String> sent = watched.sent();
        int first = firstUpdate(sent) - 8;
        int last = sent.size() - firstUpdate(reversed(sent)) + 3;
        int killed = 0;
        for (int at = first; at < last; at++) {
            for (Moment moment : sent.get(at).equals("commit") ? Moment.values() : new Moment[] {Moment.BEFORE}) {
                migrator(history, dataSource).stamp(List.of("a1"), false);
                Asked.run(dataSource, "UPDATE orders SET met = 0");
                WatchedDataSource dying = new WatchedDataSource(dataSource).dying(moment, at);
                Throwable death = catchThrowable(() -> migrator(history, dying).upgrade("head"));
                assertThat(death).as("%s %s", moment, watched.sent().get(at)).isInstanceOf(Killed.class);
                killed++;

                migrator(history, dataSource).upgrade("head");

                assertThat(met()).as("%s %s", moment, watched.sent().get(at)).containsExactly("1 97");
                assertThat(Asked.rows(dataSource, "SELECT version_num FROM migrate_version"))
                        .containsExactly("b2");
            }
        }
        assertThat(killed).isGreaterThan(20);
    }

    private static int firstUpdate(List<String> sent) {
        int at = 0;
        while (!sent.get(at).startsWith("UPDATE orders")) {
            at++;
        }
        return at;
    }

    private static List<String> reversed(List<String> sent) {
        List<String> reversed = new ArrayList<>(sent);
        Collections.reverse(reversed);
        return reversed;
    }

    @Test
    void aHalfDoneBackfillHasToStayAsItIsButForItsPace() throws SQLException {
        WatchedDataSource watched = new WatchedDataSource(freshDatabase());
        migrator(orders(b -> b.key("id")), watched).upgrade("head");
        int third = watched.sent().indexOf("UPDATE orders SET met = met + 1 WHERE id > 60 AND id <= 90");
        WatchedDataSource dying = new WatchedDataSource(dataSource).dying(Moment.BEFORE, third);
        assertThatThrownBy(() -> migrator(orders(b -> b.key("id")), dying).upgrade("head"))
                .isInstanceOf(Killed.class);

        Problem changed = problemOf(() ->
                migrator(orders(b -> b.key("id").where("id > 3")), dataSource).upgrade("head"));
        WatchedDataSource rest = new WatchedDataSource(dataSource);
        migrator(orders(b -> b.key("id").batch(50).pauseMillis(1)), rest, listening())
                .upgrade("head");

        assertThat(changed.code()).isEqualTo(ProblemCode.CHANGED_SINCE);
        assertThat(met()).containsExactly("1 97");
        assertThat(rest.sent().stream().filter(sql -> sql.startsWith("UPDATE orders")))
                .containsExactly(
                        "UPDATE orders SET met = met + 1 WHERE id > 60 AND id <= 210",
                        "UPDATE orders SET met = met + 1 WHERE id > 210 AND id <= 291");
        assertThat(told.get(told.size() - 1).passed()).isEqualTo(97);
    }

    /** Where a statement stands among those of an undisturbed run that begins behind a1. */
    final int placeOf(String sql, String thenNext) throws SQLException {
        DataSource here = dataSource;
        openDatabase();
        TestHistory history = orders(b -> b.key("id"));
        migrator(history, dataSource).upgrade("a1");
        WatchedDataSource watched = new WatchedDataSource(dataSource);
        migrator(history, watched).upgrade("head");
        dataSource = here;
        int at = watched.sent().indexOf(sql);
        assertThat(at).as(sql).isNotNegative();
        while (!watched.sent().get(at).equals(thenNext)) {
            at++;
        }
        return at;
    }

    /** Its session lost the lock and lives on. */
    @Test
    void aBatchThatAnotherSessionHasDoneIsTakenBack() throws SQLException {
        TestHistory history = orders(b -> b.key("id"));
        migrator(history, dataSource).upgrade("a1");
        int second = placeOf("UPDATE orders SET met = met + 1 WHERE id > 30 AND id <= 60", "commit");
        WatchedDataSource first = new WatchedDataSource(dataSource)
                .when(
                        Moment.AFTER,
                        second,
                        () -> Asked.run(
                                dataSource,
                                "UPDATE orders SET met = met + 1 WHERE id > 60 AND id <= 90",
                                "UPDATE migrate_journal SET cursor_key = '30 30\nn2:90'"));

        Problem problem = problemOf(() -> migrator(history, first).upgrade("head"));

        assertThat(problem.code()).isEqualTo(ProblemCode.CONCURRENT_CHANGE);
        assertThat(problem.what())
                .isEqualTo("another session goes on with the backfill that this run is at; the batch that both did is"
                        + " taken back here, so that no row is changed twice");
        assertThat(met()).containsExactly("0 67", "1 30");
        assertThat(Asked.rows(dataSource, "SELECT status FROM migrate_history WHERE revision = 'b2'"))
                .containsExactly("started");
        migrator(history, dataSource).upgrade("head");
        assertThat(met()).containsExactly("1 97");
    }

    @Test
    void theBeginningThatAnotherSessionHasWrittenStays() throws SQLException {
        assumeTrue(locksRows());
        TestHistory history = orders(b -> b.key("id"));
        migrator(history, dataSource).upgrade("a1");
        String last = "SELECT id FROM orders ORDER BY id DESC LIMIT 1";
        WatchedDataSource first = new WatchedDataSource(dataSource)
                .when(
                        Moment.AFTER,
                        placeOf(last, last),
                        () -> Asked.run(
                                dataSource,
                                "UPDATE orders SET met = met + 1 WHERE id <= 30",
                                "UPDATE migrate_journal SET cursor_key = '10 10\nn2:30', upper_bound = 'n3:291'"));

        Problem problem = problemOf(() -> migrator(history, first).upgrade("head"));
        migrator(history, dataSource).upgrade("head");

        assertThat(problem.code()).isEqualTo(ProblemCode.CONCURRENT_CHANGE);
        assertThat(met()).containsExactly("1 97");
    }

    /** A script changes all rows at once, and its journal has no place. */
    @Test
    void whatAScriptHasBegunIsAskedAbout() throws SQLException {
        TestHistory history = orders(b -> b.key("id"));
        migrator(history, dataSource).upgrade("a1");
        int first = placeOf(
                "UPDATE orders SET met = met + 1 WHERE id <= 30", "UPDATE orders SET met = met + 1 WHERE id <= 30");
        assertThatThrownBy(() -> migrator(history, new WatchedDataSource(dataSource).dying(Moment.BEFORE, first))
                        .upgrade("head"))
                .isInstanceOf(Killed.class);
        Asked.run(
                dataSource,
                "UPDATE migrate_journal SET cursor_key = NULL, upper_bound = NULL",
                "UPDATE orders SET met = met + 1");

        Problem doubt = problemOf(() -> migrator(history, dataSource).upgrade("head"));
        migrator(history, dataSource, config().resume(new StatementId("b2", 1), ResumeDecision.DONE))
                .upgrade("head");

        assertThat(doubt.code()).isEqualTo(ProblemCode.IN_DOUBT);
        assertThat(doubt.where()).contains("revision b2: UPDATE orders SET met = met + 1");
        assertThat(met()).containsExactly("1 97");
    }

    @Test
    void commentsEndWithWhatTheyStandIn() throws SQLException {
        migrator(
                        backfilled(b -> b.batch(40)
                                .set("met = met + 1 -- once")
                                .set("word = 'done' -- said")
                                .where("id > 30 -- not the first")),
                        dataSource)
                .upgrade("head");

        assertThat(Asked.rows(
                        dataSource, "SELECT met, word, min(id), max(id) FROM orders WHERE met > 0 GROUP BY met, word"))
                .containsExactly("1 done 33 291");
    }

    @Test
    void whatTheServerRefusesStopsTheRunAndTheNextGoesOn() throws SQLException {
        TestHistory history = backfilled(
                b -> b.batch(10).set("met = met + CASE WHEN id > 150 THEN (SELECT n FROM one_more) ELSE 1 END"));
        migrator(history, dataSource).upgrade("a1");
        Asked.run(dataSource, "CREATE TABLE one_more (n INT)", "INSERT INTO one_more VALUES (NULL)");

        Problem refused = problemOf(() -> migrator(history, dataSource).upgrade("head"));
        Asked.run(dataSource, "UPDATE one_more SET n = 1");
        migrator(history, dataSource).upgrade("head");

        assertThat(refused.code()).isEqualTo(ProblemCode.STATEMENT_FAILED);
        assertThat(refused.what()).startsWith("Statement 1 of 1 failed: ");
        assertThat(met()).containsExactly("1 97");
        assertThat(Asked.rows(dataSource, "SELECT count(*) FROM migrate_journal"))
                .containsExactly("0");
    }

    @Test
    void rowsThatComeLaterAreNotItsWork() throws SQLException {
        WatchedDataSource watched = new WatchedDataSource(freshDatabase());
        migrator(orders(b -> b.key("id")), watched).upgrade("head");
        int third = watched.sent().indexOf("UPDATE orders SET met = met + 1 WHERE id > 60 AND id <= 90");
        WatchedDataSource dying = new WatchedDataSource(dataSource).dying(Moment.BEFORE, third);
        assertThatThrownBy(() -> migrator(orders(b -> b.key("id")), dying).upgrade("head"))
                .isInstanceOf(Killed.class);
        Asked.run(dataSource, "INSERT INTO orders (id) VALUES (100), (1000)", "DELETE FROM orders WHERE id = 291");

        migrator(orders(b -> b.key("id")), dataSource).upgrade("head");

        assertThat(Asked.rows(dataSource, "SELECT id, met FROM orders WHERE id IN (100, 1000) ORDER BY id"))
                .containsExactly("100 1", "1000 0");
        assertThat(met()).containsExactly("0 1", "1 97");
    }

    // ------------------------------------------------------------------------------------------ keys

    @Test
    void aKeyOfSeveralColumnsIsWalkedThroughInItsOrder() throws SQLException {
        TestHistory history = history()
                .revision(
                        "a1",
                        "",
                        op -> {
                            op.createTable("parcels", t -> {
                                t.integer("tenant").notNull();
                                t.varchar("code", 10).notNull();
                                t.bigint("line").notNull();
                                t.integer("met").notNull().defaultValue(0);
                                t.primaryKey("tenant", "code", "line");
                            });
                            op.insert("parcels", r -> {
                                r.columns("tenant", "code", "line");
                                for (int i = 0; i < 200; i++) {
                                    r.row(i % 3, "c" + i % 5, (i * 37) % 200 - 100);
                                }
                            });
                            op.backfill("parcels", b -> b.set("met = met + 1").batch(7));
                        },
                        NOTHING);

        migrator(history, dataSource).upgrade("head");

        assertThat(Asked.rows(dataSource, "SELECT met, count(*) FROM parcels GROUP BY met"))
                .containsExactly("1 200");
    }

    private record KeyCase(Function<NewColumn, ColumnSpec> column, IntFunction<Object> value) {}

    @TestFactory
    Stream<DynamicTest> aKeyOfAnyTypeIsWalkedThroughOnce() {
        Map<String, KeyCase> cases = new LinkedHashMap<>();
        cases.put("smallint", new KeyCase(c -> c.smallint("k"), i -> i - 40));
        cases.put("bigint", new KeyCase(c -> c.bigint("k"), i -> Long.MAX_VALUE - i));
        cases.put(
                "decimal",
                new KeyCase(
                        c -> c.decimal("k", 30, 10),
                        i -> new BigDecimal("12345").add(BigDecimal.valueOf(i * 13L % 97, 10))));
        cases.put(
                "text with case, accents and quotes",
                new KeyCase(
                        c -> c.varchar("k", 40),
                        i -> List.of("a", "B", "ä", "it's \\", "Z z", "_", "中").get(i % 7) + i));
        cases.put("character", new KeyCase(c -> c.character("k", 6), i -> "c" + i * 7 % 97));
        cases.put("uuid", new KeyCase(c -> c.uuid("k"), i -> new UUID(i * 0x9E3779B97F4A7C15L, ~i)));
        cases.put(
                "binary",
                new KeyCase(
                        c -> c.binary("k", 8),
                        i -> ByteBuffer.allocate(8)
                                .putLong(i * 0x9E3779B97F4A7C15L)
                                .array()));
        cases.put(
                "timestamp",
                new KeyCase(
                        c -> c.timestamp("k", 6),
                        i -> LocalDateTime.of(2026, 3, 29, 2, 30)
                                .plusNanos(i * 1_000L)
                                .plusMinutes(i % 5)));
        return cases.entrySet().stream().map(each -> dynamicTest(each.getKey(), () -> walksBy(each.getValue())));
    }

    private void walksBy(KeyCase key) throws SQLException {
        dataSource = freshDatabase();
        Consumer<Operations> table = op -> {
            op.createTable("keyed", t -> {
                key.column().apply(t);
                t.integer("met").notNull().defaultValue(0);
                t.primaryKey("k");
            });
            op.insert("keyed", r -> {
                r.columns("k");
                for (int i = 0; i < ROWS; i++) {
                    r.row(key.value().apply(i));
                }
            });
        };
        TestHistory history = history()
                .revision("a1", "", table, NOTHING)
                .revision(
                        "b2",
                        "a1",
                        op -> op.backfill("keyed", b -> b.set("met = met + 1").batch(9)),
                        NOTHING);

        migrator(history, dataSource).upgrade("head");

        assertThat(Asked.rows(dataSource, "SELECT met, count(*) FROM keyed GROUP BY met"))
                .containsExactly("1 97");
    }

    @Test
    void whatDoesNotTellEveryRowFromEveryOtherIsRefusedWithWords() {
        Consumer<Operations> tables = op -> {
            op.createTable("keyless", t -> t.integer("n"));
            op.createTable("keyed", t -> {
                t.bigint("id").primaryKey();
                t.bigint("maybe").unique();
                t.bigint("some").notNull();
                t.real("near").notNull().unique();
            });
        };
        Map<Consumer<Operations>, String> refused = new LinkedHashMap<>();
        refused.put(
                op -> op.backfill("keyless", b -> b.set("n = 1")),
                "table keyless has no primary key to walk through its rows by");
        refused.put(
                op -> op.backfill("keyed", b -> b.key("maybe").set("some = 1")),
                "column keyed.maybe may be null: rows without a value cannot be walked through in order");
        refused.put(
                op -> op.backfill("keyed", b -> b.key("some").set("maybe = 1")),
                "the columns some of keyed are no key: several rows may have the same values, and a batch could not end"
                        + " between them");
        refused.put(op -> op.backfill("keyed", b -> b.key("near").set("maybe = 1")), "column keyed.near is of type");
        refused.put(
                op -> op.backfill("keyed", b -> b.set("maybe = (SELECT 1), ID = id + 1")),
                "the backfill sets column keyed.id, by which it walks through the rows: it would meet some of them twice,"
                        + " or never");
        refused.put(op -> op.backfill("nope", b -> b.set("maybe = 1")), "there is no table nope");

        refused.forEach((backfill, words) -> {
            TestHistory history = history()
                    .revision("a1", "", tables, NOTHING)
                    .revision("b2", "a1", backfill, NOTHING)
                    .revision("c3", "b2", NOTHING, NOTHING);
            Problem problem = problemOf(() -> migrator(history, dataSource).upgrade("head"));

            assertThat(problem.what()).startsWith(words);
            TestHistory corrected = history.revision(
                    "b2", "a1", op -> op.backfill("keyed", b -> b.key("id").set("maybe = 1")), NOTHING);
            migrator(corrected, dataSource).upgrade("head");
            migrator(corrected, dataSource).stamp(List.of("a1"), false);
        });
    }

    @Test
    void aWholeRunInOneTransactionCannotHoldOne() throws SQLException {
        Problem problem = problemOf(
                () -> migrator(orders(b -> b.key("id")), dataSource, config().transactionMode(TransactionMode.ALL))
                        .upgrade("head"));

        assertThat(problem.code()).isEqualTo(ProblemCode.UNSUPPORTED);
    }

    final Dialect dialect() throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            return Dialects.of(connection);
        }
    }

    /** Another session that has locked a row for a while. */
    final Thread holding(String update, long millis) throws SQLException {
        Connection other = dataSource.getConnection();
        other.setAutoCommit(false);
        try (PreparedStatement statement = other.prepareStatement(update)) {
            statement.execute();
        }
        Thread thread = new Thread(() -> {
            try (other) {
                Thread.sleep(millis);
                other.rollback();
            } catch (SQLException | InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
        thread.start();
        return thread;
    }

    /** Whether others lock rows rather than everything. */
    boolean locksRows() {
        return true;
    }

    @Test
    void whileAnotherSessionHoldsARowItTriesAgainWithSmallerBatches() throws Exception {
        assumeTrue(locksRows());
        TestHistory history = orders(b -> b.key("id"));
        migrator(history, dataSource).upgrade("a1");
        Thread other = holding("UPDATE orders SET shop = 9 WHERE id = 45", 4_500);

        migrator(history, dataSource, listening()).upgrade("head");
        other.join();

        assertThat(met()).containsExactly("1 97");
        assertThat(told).anyMatch(event -> event.waiting().isPresent());
    }

    /** Ends a session of the server, by what the journal knows it by; false, where there is no way to. */
    boolean kill(String session) throws SQLException {
        return false;
    }

    /** While it waits within a batch for a row that another session holds. */
    @Test
    void aSessionThatIsKilledWithinABatchLeavesNothingOfIt() throws Exception {
        assumeTrue(kill("0"));
        TestHistory history = orders(b -> b.key("id"));
        migrator(history, dataSource).upgrade("a1");
        Thread other = holding("UPDATE orders SET shop = 9 WHERE id = 45", 1_500);
        Thread killer = new Thread(() -> {
            try {
                Thread.sleep(700);
                kill(Asked.rows(dataSource, "SELECT session_id FROM migrate_journal")
                        .get(0));
            } catch (SQLException | InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
        killer.start();

        Problem broken = problemOf(() -> migrator(history, dataSource).upgrade("head"));
        killer.join();
        List<String> left = met();
        other.join();
        migrator(history, dataSource).upgrade("head");

        assertThat(broken.what())
                .startsWith(
                        "Statement 1 of 1 ended with a broken connection (the server rolls its transaction back): ");
        assertThat(left).containsExactly("0 87", "1 10");
        assertThat(met()).containsExactly("1 97");
    }
}
