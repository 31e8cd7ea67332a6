package dev.migrate.execute;

import static dev.migrate.execute.TestHistory.history;
import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.Operations;
import dev.migrate.dialect.Dialects;
import dev.migrate.testing.Client;
import dev.migrate.testing.Client.Outcome;
import dev.migrate.testing.MySqlServer;
import dev.migrate.testing.TestSchema;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is so on MySQL and MariaDB, whose clients can be told to go on after an error. */
abstract class MySqlOfflineScriptContract extends GuardedScriptContract {

    private static final Consumer<Operations> NOTHING = op -> {};

    /** The second statement of the second revision fails. */
    private static final TestHistory BROKEN = history()
            .revision("a1", "", op -> op.createTable("t", t -> t.bigint("id").primaryKey()), NOTHING)
            .revision(
                    "b2",
                    "a1",
                    op -> {
                        op.addColumn("t", c -> c.varchar("kept", 20));
                        op.execute("UPDATE t SET nobody = 1");
                        op.addColumn("t", c -> c.varchar("never", 20));
                        op.insert("t", r -> r.columns("id").row(1));
                    },
                    NOTHING)
            .revision("c3", "b2", op -> op.createTable("u", t -> t.bigint("id").primaryKey()), NOTHING);

    private static final TestHistory CORRECTED = history()
            .revision("a1", "", op -> op.createTable("t", t -> t.bigint("id").primaryKey()), NOTHING)
            .revision("b2", "a1", op -> op.addColumn("t", c -> c.varchar("kept", 20)), NOTHING)
            .revision("c3", "b2", op -> op.createTable("u", t -> t.bigint("id").primaryKey()), NOTHING);

    private static final TestHistory TRIGGER = history()
            .revision(
                    "a1",
                    "",
                    op -> op.createTable("t", t -> t.varchar("name", 20).notNull()),
                    NOTHING)
            .revision(
                    "b2",
                    "a1",
                    op -> op.execute("CREATE TRIGGER lower_name BEFORE INSERT ON t FOR EACH ROW"
                            + " BEGIN SET NEW.name = lower(NEW.name); SET @seen = 'x;y'; END"),
                    NOTHING);

    private static final TestHistory TRIGGERS = history()
            .revision(
                    "a1",
                    "",
                    op -> op.createTable("t", t -> t.varchar("name", 20).notNull()),
                    NOTHING)
            .revision(
                    "b2",
                    "a1",
                    op -> {
                        op.execute("""
                                CREATE TRIGGER `lower the name` BEFORE INSERT ON t FOR EACH ROW
                                BEGIN SET NEW.name = lower(NEW.name); SET @seen = 'x;y $$$'; END -- the end""");
                        op.addColumn("t", c -> c.varchar("more", 20));
                    },
                    op -> op.execute("DROP TRIGGER `lower the name`"))
            .revision("c3", "b2", op -> op.execute("DROP TRIGGER `lower the name`"), NOTHING)
            .revision("d4", "c3", op -> op.createTable("u", t -> t.bigint("id").primaryKey()), NOTHING);

    /** A version of {@link #server}'s product that cannot prepare {@code CREATE TRIGGER}. */
    abstract String unpreparing() throws SQLException;

    private String triggers(String to) throws SQLException {
        return new OfflineMigrator(Dialects.offline(unpreparing()), config(), GapPolicy.REFUSE, TRIGGERS::indexed)
                .upgrade(to)
                .text();
    }

    private static List<String> found(MySqlPlace place) throws SQLException {
        return Asked.rows(
                place.dataSource(),
                "SELECT trigger_name FROM information_schema.triggers WHERE trigger_schema = DATABASE()"
                        + " UNION ALL SELECT version_num FROM migrate_version");
    }

    @Test
    final void aTriggerOfAnyNameAndBodyIsMade() throws SQLException {
        MySqlPlace place = fresh("foreign_key_checks = 1");

        Outcome outcome = place.run(triggers("b2"));

        assertThat(outcome.succeeded()).as(outcome.output()).isTrue();
        Asked.run(place.dataSource(), "INSERT INTO t (name) VALUES ('ABC')");
        assertThat(Asked.rows(place.dataSource(), "SELECT name FROM t")).containsExactly("abc");
        assertThat(found(place)).containsExactly("lower the name", "b2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"DROP TRIGGER IF EXISTS", "$$$$\nDELIMITER ;", "-- 2 of 2: "})
    final void aTriggerIsMadeAnewByARunThatGoesOn(String cutBehind) throws SQLException {
        MySqlPlace place = fresh("foreign_key_checks = 1");
        String script = triggers("b2");
        place.run(script.substring(0, script.indexOf('\n', script.indexOf(cutBehind) + cutBehind.length())));

        assertThat(Asked.rows(place.dataSource(), "SELECT ordinal, state FROM migrate_journal"))
                .containsExactly(cutBehind.startsWith("--") ? "1 done" : "1 started");
        Outcome outcome = place.run(script);

        assertThat(outcome.succeeded()).as(outcome.output()).isTrue();
        assertThat(found(place)).containsExactly("lower the name", "b2");
    }

    @Test
    final void aStepWithATriggerThatIsNotDueIsPassedByUnderForceOnly() throws SQLException {
        MySqlPlace place = fresh("foreign_key_checks = 1");
        place.run(triggers("c3"));
        List<String> before = found(place);

        Outcome stopped = place.run(triggers("head"));

        assertThat(stopped.succeeded()).isFalse();
        assertThat(stopped.output())
                .contains("migrate: the database is past this step, which no client can pass by: run the script with"
                        + " --force");
        assertThat(found(place)).isEqualTo(before);

        Outcome passed = place.run(triggers("head"), "--force");

        assertThat(passed.output()).contains("complete; the database stands at d4");
        assertThat(found(place)).containsExactly("d4");
    }

    @Test
    final void aTriggerOfADumpIsMade() throws SQLException {
        TestHistory dump = history()
                .revision(
                        "a1",
                        "",
                        op -> {
                            op.createTable("t", t -> t.varchar("name", 20).notNull());
                            op.execute("/*!50003 CREATE*/ /*!50017 DEFINER=CURRENT_USER*/ /*!50003 TRIGGER `lower`"
                                    + " BEFORE INSERT ON t FOR EACH ROW SET NEW.name = lower(NEW.name) */");
                        },
                        NOTHING);
        MySqlPlace place = fresh("foreign_key_checks = 1");

        Outcome outcome = place.run(
                new OfflineMigrator(Dialects.offline(unpreparing()), config(), GapPolicy.REFUSE, dump::indexed)
                        .upgrade("head")
                        .text());

        assertThat(outcome.succeeded()).as(outcome.output()).isTrue();
        assertThat(found(place)).containsExactly("lower", "a1");
    }

    @Test
    final void anotherProductIsLeftAlone() throws SQLException {
        MySqlPlace place = fresh("foreign_key_checks = 1");
        String other = dialect().startsWith("mysql") ? "mariadb:10.6" : "mysql:5.7";

        Outcome outcome =
                place.run(new OfflineMigrator(Dialects.offline(other), config(), GapPolicy.REFUSE, SHOP::indexed)
                        .upgrade("head")
                        .text());

        assertThat(outcome.output())
                .contains("migrate: the script is for "
                        + Dialects.offline(other).describe().split(" ", -1)[0]);
        assertThat(Asked.rows(place.dataSource(), "SHOW TABLES")).isEmpty();
    }

    abstract MySqlServer server();

    /** The program and how it reaches the server. */
    abstract List<String> client();

    private record MySqlPlace(TestSchema schema, List<String> client, String session) implements Place {

        @Override
        public DataSource dataSource() throws SQLException {
            return schema.dataSource();
        }

        @Override
        public Outcome run(String script) {
            return run(script, "--batch");
        }

        @Override
        public Outcome runAndKill(String script) {
            return client("--batch")
                    .runAndKill(
                            script,
                            () -> Asked.rows(
                                            dataSource(),
                                            "SELECT 1 FROM information_schema.processlist WHERE state = 'User sleep'"
                                                    + " AND user = SUBSTRING_INDEX(USER(), '@', 1)")
                                    .equals(List.of("1")));
        }

        Outcome run(String script, String option) {
            return client(option).run(script);
        }

        private Client client(String option) {
            List<String> command = new ArrayList<>(client);
            command.addAll(List.of(
                    "--default-character-set=utf8mb4",
                    "--init-command=SET SESSION " + session,
                    option,
                    "--user=" + schema.owner().username(),
                    schema.name()));
            return new Client(command, Map.of("MYSQL_PWD", schema.owner().password()));
        }
    }

    @Override
    final String slowInsert(Place place) {
        return "INSERT INTO t (id) SELECT 2 + SLEEP(millis / 1000) FROM pause";
    }

    @Override
    final String slowDefinition(Place place) {
        return "CREATE TABLE u AS SELECT SLEEP(millis / 1000) AS id FROM pause";
    }

    @Override
    final String leavingTheSchema() {
        return "USE information_schema";
    }

    @Override
    final String schema(Place place) {
        return ((MySqlPlace) place).schema().name();
    }

    @Override
    final Place fresh() throws SQLException {
        return fresh("foreign_key_checks = 1");
    }

    private MySqlPlace fresh(String session) throws SQLException {
        return new MySqlPlace(server().createSchema(), client(), session);
    }

    @Test
    final void underForceAFailingStatementIsTheLastOne() throws SQLException {
        MySqlPlace place = fresh("foreign_key_checks = 1");

        Outcome outcome = place.run(offline(BROKEN).upgrade("head").text(), "--force");

        assertThat(outcome.output()).contains("nobody", "stopped; see the error above");
        assertThat(Asked.rows(place.dataSource(), "SELECT version_num FROM migrate_version"))
                .containsExactly("a1");
        assertThat(Asked.rows(place.dataSource(), "SELECT ordinal, state FROM migrate_journal"))
                .containsExactly("1 done");
        assertThat(Asked.rows(place.dataSource(), "SELECT revision, status FROM migrate_history ORDER BY step"))
                .containsExactly("a1 done", "b2 failed");
        assertThat(Asked.rows(
                        place.dataSource(),
                        "SELECT column_name FROM information_schema.columns"
                                + " WHERE table_schema = DATABASE() AND table_name IN ('t', 'u') ORDER BY 1"))
                .containsExactly("id", "kept");
    }

    @Test
    final void aRunGoesOnBehindAFailingStatementThatWasCorrected() throws SQLException {
        MySqlPlace place = fresh("foreign_key_checks = 1");
        place.run(offline(BROKEN).upgrade("head").text(), "--force");

        online(CORRECTED, place.dataSource()).upgrade("head");

        assertThat(Asked.rows(place.dataSource(), "SELECT version_num FROM migrate_version"))
                .containsExactly("c3");
    }

    @Test
    final void whatCannotBePreparedIsMadeAndASecondRunLeavesItAlone() throws SQLException {
        MySqlPlace place = fresh("foreign_key_checks = 1");
        String script = offline(TRIGGER).upgrade("head").text();

        Outcome outcome = place.run(script);

        assertThat(outcome.succeeded()).as(outcome.output()).isTrue();
        Asked.run(place.dataSource(), "INSERT INTO t (name) VALUES ('ABC')", "DROP TRIGGER lower_name");
        assertThat(Asked.rows(place.dataSource(), "SELECT name FROM t")).containsExactly("abc");
        place.run(script);
        place.run(script, "--force");
        assertThat(Asked.rows(
                        place.dataSource(),
                        "SELECT trigger_name FROM information_schema.triggers" + " WHERE trigger_schema = DATABASE()"))
                .isEmpty();
    }

    @Test
    final void modesThatChangeWhatSqlMeansAreTakenOff() throws SQLException {
        MySqlPlace place = fresh("sql_mode = 'ANSI_QUOTES,NO_BACKSLASH_ESCAPES,STRICT_ALL_TABLES'");

        Outcome outcome = place.run(offline(SHOP).upgrade("head").text());

        assertThat(outcome.succeeded()).as(outcome.output()).isTrue();
        assertThat(Asked.rows(place.dataSource(), "SELECT email FROM users ORDER BY id"))
                .containsExactly("a@example.org", ODD);
    }

    @Test
    final void modesThatCannotBeTakenOffStopTheScript() throws SQLException {
        MySqlPlace place = fresh("sql_mode = 'ANSI'");

        Outcome outcome = place.run(offline(SHOP).upgrade("head").text());

        assertThat(outcome.succeeded()).isFalse();
        assertThat(outcome.output()).contains("migrate: statements mean something else in sql_mode");
        assertThat(Asked.rows(place.dataSource(), "SHOW TABLES")).isEmpty();
    }
}
