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
        };
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
}
