package dev.migrate.execute;

import static dev.migrate.execute.TestHistory.history;
import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.testing.Client;
import dev.migrate.testing.Client.Outcome;
import dev.migrate.testing.PostgreSqlSchema;
import dev.migrate.testing.PostgreSqlServer;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class PostgreSqlOfflineScriptTest extends OfflineScriptContract {

    private static final TestHistory CONCURRENTLY = history()
            .revision(
                    "a1",
                    "",
                    op -> op.createTable("t", t -> t.varchar("name", 20).notNull()),
                    op -> {})
            .revision(
                    "b2",
                    "a1",
                    op -> {
                        op.insert("t", r -> r.columns("name").row("x"));
                        op.createIndex("t", i -> i.named("ix_one").on("name").concurrently());
                        op.addColumn("t", c -> c.varchar("more", 20));
                        op.createIndex("t", i -> i.named("ix_two").on("more").concurrently());
                        op.insert("t", r -> r.columns("name").row("y"));
                    },
                    op -> {});

    @Override
    String dialect() {
        return "postgresql:18";
    }

    @Override
    Place fresh() throws SQLException {
        return place(PostgreSqlServer.shared().createSchema());
    }

    private static Place place(PostgreSqlSchema schema) {
        String url = schema.server().jdbcUrl().replaceFirst("jdbc:", "");
        Client client = new Client(
                List.of(Client.program("psql"), "--no-psqlrc", "--file={file}", url),
                Map.of(
                        "PGUSER",
                        schema.owner().username(),
                        "PGPASSWORD",
                        schema.owner().password()));
        return new Place() {
            @Override
            public DataSource dataSource() {
                return schema.dataSource();
            }

            @Override
            public Outcome run(String script) {
                return client.run(script);
            }

            @Override
            public Outcome runAndKill(String script) {
                return client.runAndKill(
                        script,
                        () -> Asked.rows(
                                        dataSource(),
                                        "SELECT 1 FROM pg_stat_activity WHERE wait_event = 'PgSleep'"
                                                + " AND usename = current_user")
                                .equals(List.of("1")));
            }
        };
    }

    @Override
    String slowInsert(Place place) {
        return "INSERT INTO t (id) SELECT 2 FROM pause WHERE pg_sleep(millis / 1000.0) IS NOT NULL";
    }

    @Test
    void aClientKilledWithinWhatHasNoTransactionLeavesADoubtThatStopsTheNextRun() throws SQLException {
        Place place = fresh();
        String script = offline(slow(
                        op -> op.outsideTransaction(o -> o.execute("SELECT pg_sleep(millis / 1000.0) FROM pause"))))
                .upgrade("head")
                .text();

        assertThat(place.runAndKill(script).exit()).isEqualTo(KILLED);
        Outcome asked = place.run(script);

        assertThat(asked.output())
                .contains("migrate: a statement of b2 is in doubt: mvn migrate:upgrade asks about it");
        Asked.run(place.dataSource(), "UPDATE migrate_journal SET state = 'done' WHERE state <> 'done'");
        Outcome outcome = place.run(script);

        assertThat(outcome.succeeded()).as(outcome.output()).isTrue();
        assertThat(Asked.rows(place.dataSource(), "SELECT id FROM t")).containsExactly("1");
    }

    /** What is in a transaction is done or not; of an index that is built outside of one, somebody has to say it. */
    @TestFactory
    Stream<DynamicTest> whatLeavesTheTransactionGoesOn() throws SQLException {
        String script = offline(CONCURRENTLY).upgrade("head").text();
        return some(cuts(script))
                .map(at -> DynamicTest.dynamicTest("behind " + last(script.substring(0, at)), () -> {
                    Place place = fresh();
                    place.run(script.substring(0, at));

                    Outcome outcome = place.run(script);

                    if (!outcome.succeeded()) {
                        assertThat(outcome.output()).contains("in doubt");
                        Asked.run(
                                place.dataSource(),
                                "DROP INDEX IF EXISTS ix_two",
                                "DELETE FROM migrate_journal WHERE state <> 'done'");
                        Asked.run(place.dataSource(), "CREATE INDEX IF NOT EXISTS ix_one ON t (name)");
                        Asked.run(
                                place.dataSource(), "DROP INDEX IF EXISTS " + (isDone(place, 1) ? "ix_two" : "ix_one"));
                        outcome = place.run(script);
                    }
                    assertThat(outcome.succeeded()).as(outcome.output()).isTrue();
                    assertThat(Asked.rows(place.dataSource(), "SELECT name FROM t ORDER BY 1"))
                            .containsExactly("x", "y");
                    assertThat(
                                    Asked.rows(
                                            place.dataSource(),
                                            "SELECT indexname FROM pg_indexes WHERE schemaname = current_schema AND tablename = 't'"))
                            .containsExactlyInAnyOrder("ix_one", "ix_two");
                    assertThat(Asked.rows(place.dataSource(), "SELECT version_num FROM migrate_version"))
                            .containsExactly("b2");
                }));
    }

    private static boolean isDone(Place place, int operations) throws SQLException {
        return Asked.rows(place.dataSource(), "SELECT max(ordinal) FROM migrate_journal WHERE state = 'done'").stream()
                .anyMatch(ordinal -> !ordinal.equals("null") && Integer.parseInt(ordinal) > operations);
    }

    /** A step that goes elsewhere, ends its transaction there, and comes back for the next one. */
    private static TestHistory going(String elsewhere) {
        return history()
                .revision(
                        "a1",
                        "",
                        op -> {
                            op.execute("SET search_path = " + elsewhere + " -- for the rest");
                            op.execute("CREATE TABLE u (name text)");
                            op.outsideTransaction(o -> o.execute("VACUUM u"));
                            op.execute("CREATE TABLE v (name text)");
                        },
                        op -> {})
                .revision(
                        "b2",
                        "a1",
                        op -> op.createTable("w", t -> t.bigint("id").primaryKey()),
                        op -> {});
    }

    @Test
    void whatSetsTheSessionIsSaidAgainByARunThatGoesOn() throws SQLException {
        PostgreSqlServer server = PostgreSqlServer.shared();
        PostgreSqlSchema schema = server.createSchema();
        String home = schema.owner().username();
        String elsewhere = server.createSchema().owner().username();
        server.asAdmin("GRANT ALL ON SCHEMA " + elsewhere + " TO " + home);
        Place place = place(schema);
        String script = offline(going(elsewhere)).upgrade("head").text();
        place.run(script.substring(0, script.indexOf("-- 4 of 4: ")));

        Outcome outcome = place.run(script);

        assertThat(outcome.succeeded()).as(outcome.output()).isTrue();
        assertThat(Asked.rows(
                        place.dataSource(),
                        "SELECT schemaname || '.' || tablename FROM pg_tables WHERE schemaname IN ('" + home + "', '"
                                + elsewhere + "') AND tablename NOT LIKE 'migrate%' ORDER BY tablename"))
                .containsExactly(elsewhere + ".u", elsewhere + ".v", home + ".w");
    }

    @Test
    void aScriptThatUndoesEverythingSaysWhereTheDatabaseStands() throws SQLException {
        Place place = fresh();

        Outcome outcome = place.run(offline(SHOP).stamp(List.of("base"), false).text());

        assertThat(outcome.output()).contains("migrate: complete; the database stands at base");
    }

    @Test
    void aSchemaThatIsNotThereIsNamed() throws SQLException {
        Place place = fresh();
        MigratorConfig config = MigratorConfig.builder().schema("nowhere").build();

        Outcome outcome = place.run(offline(SHOP, config).upgrade("head").text());

        assertThat(outcome.output()).contains("migrate: there is no schema nowhere");
    }

    @Test
    void stringsMeanWhatTheyMeanWhateverTheAccountSays() throws SQLException {
        PostgreSqlSchema schema = PostgreSqlServer.shared().createSchema();
        PostgreSqlServer.shared()
                .asAdmin("ALTER ROLE " + schema.owner().username() + " SET standard_conforming_strings = off");
        Place place = place(schema);

        Outcome outcome = place.run(offline(SHOP).upgrade("head").text());

        assertThat(outcome.succeeded()).as(outcome.output()).isTrue();
        assertThat(Asked.rows(place.dataSource(), "SELECT email FROM users ORDER BY id"))
                .containsExactly("a@example.org", ODD);
    }

    /** {@code RESET ALL} leaves the role alone. */
    @Test
    void aRoleIsThatOfItsStep() throws SQLException {
        PostgreSqlSchema schema = PostgreSqlServer.shared().createSchema();
        String role = schema.name() + "_chief";
        PostgreSqlServer.shared().asAdmin("CREATE ROLE " + role + " SUPERUSER");
        PostgreSqlServer.shared()
                .asAdmin("GRANT " + role + " TO " + schema.owner().username());
        Place place = place(schema);
        TestHistory roles = history()
                .revision("a1", "", op -> op.execute("SET ROLE " + role), op -> {})
                .revision(
                        "b2",
                        "a1",
                        op -> op.createTable("u", t -> t.bigint("id").primaryKey()),
                        op -> {});

        Outcome outcome = place.run(offline(roles).upgrade("head").text());

        assertThat(outcome.succeeded()).as(outcome.output()).isTrue();
        assertThat(Asked.rows(
                        place.dataSource(),
                        "SELECT tableowner FROM pg_tables WHERE schemaname = current_schema() AND tablename = 'u'"))
                .containsExactly(schema.owner().username());
    }
}
