package dev.migrate.execute;

import static dev.migrate.execute.TestHistory.history;
import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.Operations;
import dev.migrate.dialect.Dialect;
import dev.migrate.dialect.Dialects;
import dev.migrate.problem.MigrateException;
import dev.migrate.problem.ProblemCode;
import dev.migrate.schema.SchemaModel;
import dev.migrate.testing.Client.Outcome;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;

/** What a script does through the database's own client is what a run does. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class OfflineScriptContract {

    static final String ODD = "it's a \\ \"back\\slash\", :a, ?, a\ttab;\nand a line; DELIMITER x 🚀 -- /* #";

    private static final String ENVIRONMENT = "o'\\prod";
    private static final EnvironmentMark PROD = new EnvironmentMark(ENVIRONMENT, true);

    static final TestHistory SHOP = history()
            .revision(
                    "a1",
                    "",
                    op -> {
                        op.createTable("teams", t -> {
                            t.bigint("id").identity().primaryKey();
                            t.varchar("name", 120).notNull().unique();
                        });
                        op.createTable("users", t -> {
                            t.bigint("id").primaryKey();
                            t.varchar("email", 320).notNull();
                            t.varchar("status", 16).notNull().defaultValue("new; don't");
                            t.bigint("team_id").references("teams", "id");
                            t.index("status");
                        });
                    },
                    op -> {
                        op.dropTable("users");
                        op.dropTable("teams");
                    })
            .revision(
                    "b2",
                    "a1",
                    op -> {
                        op.insert(
                                "users",
                                r -> r.columns("id", "email", "status")
                                        .row(1, "a@example.org", "new")
                                        .row(2, ODD, "old"));
                        op.execute("UPDATE users SET status = ? WHERE id = ?", "older", 2);
                    },
                    op -> op.delete("users", d -> d.where("id < ?", 3)))
            .revision(
                    "c3",
                    "b2",
                    op -> {
                        op.alterColumn("users", "email", c -> c.varchar(400));
                        op.addColumn(
                                "users", c -> c.varchar("phone", 32).notNull().defaultValue(""));
                        op.renameColumn("users", "phone", "telephone");
                    },
                    op -> {
                        op.dropColumn("users", "telephone");
                        op.alterColumn("users", "email", c -> c.varchar(320));
                    })
            .revision(
                    "d4",
                    "c3",
                    op -> {
                        op.addColumn("users", c -> c.smallint("status_code"));
                        op.execute("UPDATE users SET status_code = CASE status WHEN 'new' THEN 1 ELSE 2 END");
                        op.verify(
                                "every status is known",
                                "SELECT count(*) FROM users WHERE status_code IS NULL OR status_code > ?",
                                0,
                                2);
                        op.alterColumn("users", "status_code", c -> c.notNull().defaultValue(1));
                    },
                    op -> op.dropColumn("users", "status_code"))
            .revision(
                    "e5",
                    "d4",
                    op -> op.createIndex("users", i -> i.named("ix_users_code").on("status_code", "status")),
                    op -> op.dropIndex("users", "ix_users_code"));

    /** A database that nobody else uses, and its own client. */
    interface Place {

        DataSource dataSource() throws SQLException;

        /** Runs a script through the database's own client. */
        Outcome run(String script);

        /** Runs a script, and kills the client when it is in a statement that waits as long as the table pause says. */
        Outcome runAndKill(String script);
    }

    /** A place whose client is a process. */
    Place freshForAKill() throws SQLException {
        return fresh();
    }

    /** Adds the row 2 to t, and waits meanwhile. */
    abstract String slowInsert(Place place);

    abstract Place fresh() throws SQLException;

    /** How a person names the database. */
    abstract String dialect() throws SQLException;

    final OfflineMigrator offline(TestHistory history) throws SQLException {
        return offline(history, config());
    }

    final OfflineMigrator offline(TestHistory history, MigratorConfig config) throws SQLException {
        return new OfflineMigrator(Dialects.offline(dialect()), config, GapPolicy.REFUSE, history::indexed);
    }

    static MigratorConfig config() {
        return MigratorConfig.builder().tool("test").build();
    }

    static Migrator online(TestHistory history, DataSource dataSource) {
        return online(history, dataSource, config());
    }

    static Migrator online(TestHistory history, DataSource dataSource, MigratorConfig config) {
        return Migrator.on(new Target(dataSource, Dialects::of, config), history.indexed());
    }

    /** All that can be seen of a database; who did what when is left aside. */
    record State(SchemaModel schema, Map<String, List<String>> rows) {

        static State of(DataSource dataSource) throws SQLException {
            try (Connection connection = dataSource.getConnection()) {
                Dialect dialect = Dialects.of(connection);
                SchemaModel schema = dialect.normalized(dialect.catalog().schema(connection, Optional.empty()));
                Map<String, List<String>> rows = new TreeMap<>();
                rows.put("version", Asked.rows(dataSource, "SELECT version_num FROM migrate_version ORDER BY 1"));
                rows.put("journal", Asked.rows(dataSource, "SELECT step FROM migrate_journal ORDER BY 1"));
                for (String column : List.of(
                        "revision",
                        "direction",
                        "down",
                        "operations",
                        "ops_hash",
                        "status",
                        "statements",
                        "environment")) {
                    rows.put(
                            "history." + column,
                            Asked.rows(
                                    dataSource,
                                    "SELECT " + column + " FROM migrate_history WHERE status = 'done' ORDER BY step"));
                }
                if (schema.tables().stream()
                        .anyMatch(table -> table.name().name().equals("users"))) {
                    rows.put("emails", Asked.rows(dataSource, "SELECT email FROM users ORDER BY id"));
                    rows.put("status", Asked.rows(dataSource, "SELECT status FROM users ORDER BY id"));
                }
                return new State(schema, rows);
            }
        }
    }

    private State afterTheSameOnline(String... targets) throws SQLException {
        Place place = fresh();
        for (int i = 0; i < targets.length; i++) {
            if (i % 2 == 0) {
                online(SHOP, place.dataSource()).upgrade(targets[i]);
            } else {
                online(SHOP, place.dataSource()).downgrade(targets[i]);
            }
        }
        return State.of(place.dataSource());
    }

    @Test
    final void aScriptLeavesWhatARunLeaves() throws SQLException {
        Place place = fresh();

        Outcome outcome = place.run(offline(SHOP).upgrade("head").text());

        assertThat(outcome.succeeded()).as(outcome.output()).isTrue();
        assertThat(State.of(place.dataSource())).isEqualTo(afterTheSameOnline("head"));
    }

    @Test
    final void aScriptUndoesWhatARunUndoes() throws SQLException {
        Place place = fresh();
        online(SHOP, place.dataSource()).upgrade("head");

        Outcome outcome = place.run(offline(SHOP).downgrade("e5:base").text());

        assertThat(outcome.succeeded()).as(outcome.output()).isTrue();
        assertThat(State.of(place.dataSource())).isEqualTo(afterTheSameOnline("head", "base"));
    }

    @Test
    final void aPartIsWrittenFromWhereTheDatabaseStands() throws SQLException {
        Place place = fresh();
        online(SHOP, place.dataSource()).upgrade("b2");

        Outcome outcome = place.run(offline(SHOP).upgrade("b2:d4").text());

        assertThat(outcome.succeeded()).as(outcome.output()).isTrue();
        assertThat(State.of(place.dataSource())).isEqualTo(afterTheSameOnline("d4"));
    }

    /** Whether the client can pass by what is done; else it stops with words before it changes anything. */
    boolean passesBy() {
        return true;
    }

    @Test
    final void aSecondRunChangesNothing() throws SQLException {
        Place place = fresh();
        String script = offline(SHOP).upgrade("head").text();

        Outcome first = place.run(script);
        State once = State.of(place.dataSource());
        Outcome second = place.run(script);

        assertThat(first.succeeded()).as(first.output()).isTrue();
        assertThat(second.succeeded()).as(second.output()).isEqualTo(passesBy());
        assertThat(once).isEqualTo(afterTheSameOnline("head"));
        assertThat(State.of(place.dataSource())).isEqualTo(once);
    }

    @Test
    final void aDatabaseThatStandsElsewhereIsLeftAlone() throws SQLException {
        Place place = fresh();
        online(SHOP, place.dataSource()).upgrade("a1");
        State before = State.of(place.dataSource());

        Outcome outcome = place.run(offline(SHOP).upgrade("b2:d4").text());

        assertThat(outcome.succeeded()).isFalse();
        assertThat(outcome.output()).contains("migrate: the ").contains("a1");
        assertThat(State.of(place.dataSource())).isEqualTo(before);
    }

    @Test
    final void aRunGoesOnFromTheEndOfAScript() throws SQLException {
        Place place = fresh();
        place.run(offline(SHOP).upgrade("c3").text());

        online(SHOP, place.dataSource()).upgrade("head");

        assertThat(State.of(place.dataSource())).isEqualTo(afterTheSameOnline("head"));
    }

    @Test
    final void aStampIsWhatAStampIs() throws SQLException {
        Place place = fresh();
        Place other = fresh();
        online(SHOP, other.dataSource()).stamp(List.of("c3"), false);

        Outcome outcome = place.run(offline(SHOP).stamp(List.of("c3"), false).text());

        assertThat(outcome.succeeded()).as(outcome.output()).isTrue();
        assertThat(State.of(place.dataSource())).isEqualTo(State.of(other.dataSource()));
    }

    @Test
    final void theOwnTablesAreCreatedAndNothingElse() throws SQLException {
        Place place = fresh();
        String script = offline(SHOP).ensureVersion().text();

        List<Outcome> outcomes = List.of(place.run(script), place.run(script));

        assertThat(outcomes).allMatch(Outcome::succeeded, "succeeded");
        online(SHOP, place.dataSource()).upgrade("head");
        assertThat(State.of(place.dataSource())).isEqualTo(afterTheSameOnline("head"));
    }

    @Test
    final void aScriptMarksADatabaseUnlessAMarkWouldBeLost() throws SQLException {
        Place place = fresh();
        List<EnvironmentMark> marks = new ArrayList<>();
        List<Boolean> succeeded = new ArrayList<>();
        for (EnvironmentMark wanted : List.of(
                new EnvironmentMark(ENVIRONMENT, false),
                new EnvironmentMark(ENVIRONMENT, true),
                new EnvironmentMark(ENVIRONMENT, true),
                new EnvironmentMark(ENVIRONMENT, false),
                new EnvironmentMark("staging", true),
                EnvironmentMark.NONE)) {
            succeeded.add(
                    place.run(offline(SHOP, marked(wanted)).ensureVersion().text())
                            .succeeded());
            marks.add(online(SHOP, place.dataSource()).current().mark());
        }

        EnvironmentMark test = new EnvironmentMark(ENVIRONMENT, false);
        EnvironmentMark prod = new EnvironmentMark(ENVIRONMENT, true);
        assertThat(succeeded).containsExactly(true, true, true, false, false, true);
        assertThat(marks).containsExactly(test, prod, prod, prod, prod, prod);
    }

    @Test
    final void aScriptForAnotherEnvironmentChangesNothing() throws SQLException {
        Place place = fresh();
        online(SHOP, place.dataSource(), marked(PROD)).ensureVersion();
        State before = State.of(place.dataSource());
        List<Outcome> outcomes = List.of(
                place.run(offline(SHOP).upgrade("head").text()),
                place.run(offline(SHOP, marked(new EnvironmentMark(ENVIRONMENT, false)))
                        .upgrade("head")
                        .text()),
                place.run(offline(SHOP, marked(new EnvironmentMark(ENVIRONMENT.toUpperCase(Locale.ROOT), true)))
                        .stamp(List.of("a1"), false)
                        .text()));

        assertThat(outcomes)
                .allSatisfy(outcome -> assertThat(said(outcome))
                        .contains("migrate: the database is marked \"" + ENVIRONMENT + "\", production"));
        assertThat(State.of(place.dataSource())).isEqualTo(before);

        Outcome outcome = place.run(offline(SHOP, marked(PROD)).upgrade("a1").text());

        assertThat(outcome.succeeded()).as(outcome.output()).isTrue();
    }

    /** H2 writes quotes and backslashes of a text twice. */
    private static String said(Outcome outcome) {
        return outcome.output().replace("\"\"", "\"").replace("\\\\", "\\");
    }

    private static MigratorConfig marked(EnvironmentMark mark) {
        return MigratorConfig.builder()
                .tool("test")
                .environment(mark.environment())
                .production(mark.production())
                .build();
    }

    @Test
    final void namesAndWordsMayHoldAnything() throws SQLException {
        TestHistory odd = history()
                .revision("a1", "", op -> op.verify("it's \\ \"so\"", "SELECT 1", 1), op -> {})
                .revision("b2", "a1", op -> op.verify("it's \\n \"not\"", "SELECT 1", 2), op -> {});
        MigratorConfig config = MigratorConfig.builder()
                .tool("it's a \\tool")
                .versionTable("migrate_version_o'\\n")
                .build();
        Place place = fresh();

        Outcome first = place.run(offline(odd, config).upgrade("a1").text());
        Outcome second = place.run(offline(odd, config).upgrade("a1:b2").text());

        assertThat(first.succeeded()).as(first.output()).isTrue();
        assertThat(second.succeeded()).isFalse();
        assertThat(said(second).replace('\'', '"')).contains("migrate: not true: it\"s \\n \"not\"");
        assertThat(online(odd, place.dataSource(), config).current().revisions())
                .extracting(RevisionDetail::id)
                .containsExactly("a1");
    }

    @Test
    final void aCommentAtTheEndSwallowsNothing() throws SQLException {
        TestHistory commented = history()
                .revision(
                        "a1",
                        "",
                        op -> {
                            op.execute("CREATE TABLE t (id INTEGER) -- a table");
                            op.execute("-- rows\nINSERT INTO t (id) VALUES (1) -- one");
                            op.verify("there is one", "SELECT count(*) FROM t -- how many", 1);
                        },
                        op -> {});
        Place place = fresh();

        Outcome outcome = place.run(offline(commented).upgrade("head").text());

        assertThat(outcome.succeeded()).as(outcome.output()).isTrue();
        assertThat(Asked.rows(place.dataSource(), "SELECT id FROM t")).containsExactly("1");
        assertThat(Asked.rows(place.dataSource(), "SELECT version_num FROM migrate_version"))
                .containsExactly("a1");
    }

    @Test
    final void anOlderServerIsLeftAlone() throws SQLException {
        Place place = fresh();
        online(SHOP, place.dataSource()).upgrade("a1");
        State before = State.of(place.dataSource());
        String newer = dialect().replaceFirst(":.*", ":99.1");

        Outcome outcome =
                place.run(new OfflineMigrator(Dialects.offline(newer), config(), GapPolicy.REFUSE, SHOP::indexed)
                        .upgrade("a1:head")
                        .text());

        assertThat(outcome.succeeded()).isFalse();
        assertThat(outcome.output())
                .contains(
                        "migrate: the script is for ",
                        " 99",
                        "write it with -Dmigrate.dialect=" + newer.replaceFirst(":.*", ":"));
        assertThat(State.of(place.dataSource())).isEqualTo(before);
    }

    static final int KILLED = 128 + 9;

    private static final int PAUSE = 2000;

    /** Some rows, and a statement that takes its time. */
    static TestHistory slow(Consumer<Operations> more) {
        return history()
                .revision(
                        "a1",
                        "",
                        op -> {
                            op.createTable("t", t -> t.bigint("id").primaryKey());
                            op.createTable("pause", t -> t.bigint("millis").primaryKey());
                            op.insert("pause", r -> r.columns("millis").row(PAUSE));
                        },
                        op -> {})
                .revision(
                        "b2",
                        "a1",
                        op -> {
                            op.insert("t", r -> r.columns("id").row(1));
                            more.accept(op);
                        },
                        op -> {});
    }

    @Test
    final void aClientKilledWithinAStatementThatChangesRowsLeavesNoDoubt() throws SQLException {
        Place place = freshForAKill();
        String script = offline(slow(op -> op.execute(slowInsert(place))))
                .upgrade("head")
                .text();

        assertThat(place.runAndKill(script).exit()).isEqualTo(KILLED);
        Outcome outcome = place.run(script);

        assertThat(outcome.succeeded()).as(outcome.output()).isTrue();
        assertThat(Asked.rows(place.dataSource(), "SELECT id FROM t ORDER BY id"))
                .containsExactly("1", "2");
        assertThat(Asked.rows(place.dataSource(), "SELECT version_num FROM migrate_version"))
                .containsExactly("b2");
    }

    /** What has transactions of its own in a run, or none. */
    @TestFactory
    final Stream<DynamicTest> whatBelongsTogetherIsDoneTogether() throws SQLException {
        TestHistory rows = history()
                .revision(
                        "a1",
                        "",
                        op -> op.createTable("t", t -> {
                            t.bigint("id").primaryKey();
                            t.bigint("twice");
                        }),
                        op -> op.dropTable("t"))
                .revision(
                        "b2",
                        "a1",
                        op -> {
                            op.atomically(o -> {
                                o.insert("t", r -> r.columns("id", "twice").row(1, 1));
                                o.execute("UPDATE t SET twice = twice * 2");
                                o.verify("it is doubled", "SELECT max(twice) FROM t", 2);
                            });
                            op.backfill("t", b -> b.key("id").set("twice = twice * ?", 2));
                            op.outsideTransaction(o -> o.execute("UPDATE t SET twice = twice + 3"));
                            op.createIndex("t", i -> i.named("ix_twice").on("twice"));
                        },
                        op -> {});
        String script = offline(rows).upgrade("head").text();
        return some(cuts(script))
                .map(at -> DynamicTest.dynamicTest("behind " + last(script.substring(0, at)), () -> {
                    Place place = fresh();
                    place.run(script.substring(0, at));

                    Outcome outcome = place.run(script);

                    boolean settled = outcome.succeeded() || outcome.output().contains("does not stand there");
                    if (!settled) {
                        assertThat(outcome.output()).containsAnyOf("in doubt", "half applied");
                    } else {
                        assertThat(Asked.rows(place.dataSource(), "SELECT id, twice FROM t"))
                                .containsExactly("1 7");
                    }
                }));
    }

    @Test
    final void aScriptIsKeptOutByARun() throws SQLException {
        Place place = fresh();
        online(SHOP, place.dataSource()).upgrade("a1");
        String script = new OfflineMigrator(
                        Dialects.offline(dialect()),
                        MigratorConfig.builder()
                                .lockTimeout(Duration.ofSeconds(1))
                                .build(),
                        GapPolicy.REFUSE,
                        SHOP::indexed)
                .upgrade("a1:head")
                .text();

        Outcome outcome = whileARunHoldsTheLock(place, () -> place.run(script));

        assertThat(outcome.succeeded()).isFalse();
        assertThat(outcome.output()).containsIgnoringCase("lock");
        assertThat(State.of(place.dataSource()).rows().get("version")).containsExactly("a1");
    }

    /** What a run does for as long as it works. */
    Outcome whileARunHoldsTheLock(Place place, Supplier<Outcome> meanwhile) throws SQLException {
        try (Connection holder = place.dataSource().getConnection()) {
            Dialect dialect = Dialects.of(holder);
            String schema = dialect.currentSchema(holder).orElseThrow();
            String name = RunLock.name(new OwnTables(dialect, schema, MigratorConfig.DEFAULT_VERSION_TABLE));
            assertThat(dialect.lock().tryTake(holder, name)).isTrue();
            Outcome outcome = meanwhile.get();
            dialect.lock().release(holder, name);
            return outcome;
        }
    }

    /** Wherever a client is cut off: the same script again goes on, or it says that one statement is in doubt. */
    @TestFactory
    final Stream<DynamicTest> aScriptThatWasCutOffGoesOn() throws SQLException {
        String script = offline(SHOP).upgrade("head").text();
        State undisturbed = afterTheSameOnline("head");
        return some(cuts(script))
                .map(at -> DynamicTest.dynamicTest("behind " + last(script.substring(0, at)), () -> {
                    Place place = fresh();
                    place.run(script.substring(0, at));

                    Outcome outcome = place.run(script);

                    if (!outcome.succeeded() && !outcome.output().contains("does not stand there")) {
                        assertThat(outcome.output()).contains("in doubt");
                        DoubtOfAScript.settle(place.dataSource());
                        outcome = place.run(script);
                    }
                    assertThat(State.of(place.dataSource()))
                            .as(outcome.output())
                            .isEqualTo(undisturbed);
                }));
    }

    /** The same for a run of migrate itself. */
    @TestFactory
    final Stream<DynamicTest> aRunGoesOnWhereAScriptWasCutOff() throws SQLException {
        String script = offline(SHOP).upgrade("head").text();
        State undisturbed = afterTheSameOnline("head");
        return some(cuts(script))
                .map(at -> DynamicTest.dynamicTest("behind " + last(script.substring(0, at)), () -> {
                    Place place = fresh();
                    place.run(script.substring(0, at));

                    try {
                        online(SHOP, place.dataSource()).upgrade("head");
                    } catch (MigrateException e) {
                        assertThat(e.problem().code()).isEqualTo(ProblemCode.IN_DOUBT);
                        DoubtOfAScript.settle(place.dataSource());
                        online(SHOP, place.dataSource()).upgrade("head");
                    }

                    assertThat(State.of(place.dataSource())).isEqualTo(undisturbed);
                }));
    }

    /** Where a client could have been cut off: behind each semicolon that is followed by more. */
    static List<Integer> cuts(String script) {
        return Pattern.compile(";[ \n]")
                .matcher(script)
                .results()
                .map(MatchResult::end)
                .toList();
    }

    /** Evenly spread, and more of them under {@code -Plong}. */
    static Stream<Integer> some(List<Integer> cuts) {
        int most = Integer.getInteger("script.cuts", 6);
        int step = Math.max(1, cuts.size() / most);
        return IntStream.range(0, cuts.size()).filter(i -> i % step == step / 2).mapToObj(cuts::get);
    }

    static String last(String script) {
        return script.substring(Math.max(0, script.length() - 60)).replace('\n', ' ');
    }
}
