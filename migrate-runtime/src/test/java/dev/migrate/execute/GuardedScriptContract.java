package dev.migrate.execute;

import static dev.migrate.execute.TestHistory.history;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrate.testing.Client.Outcome;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

/** What is so where definitions commit by themselves, and the journal says how far a step has come. */
abstract class GuardedScriptContract extends OfflineScriptContract {

    private static final TestHistory SETTINGS = history()
            .revision(
                    "a1",
                    "",
                    op -> op.createTable("t", t -> t.varchar("name", 20).notNull()),
                    op -> {})
            .revision(
                    "b2",
                    "a1",
                    op -> {
                        op.execute("SET @word = 'kept'");
                        op.addColumn("t", c -> c.varchar("more", 20));
                        op.execute("INSERT INTO t (name) VALUES (@word)");
                    },
                    op -> {});

    private static final TestHistory FOUND_OUT = history()
            .revision(
                    "a1",
                    "",
                    op -> op.createTable("t", t -> t.varchar("name", 20).notNull()),
                    op -> {})
            .revision(
                    "b2",
                    "a1",
                    op -> {
                        op.execute("SET @many = (SELECT count(*) FROM t)");
                        op.addColumn("t", c -> c.varchar("more", 20));
                        op.execute("INSERT INTO t (name) VALUES (@many)");
                    },
                    op -> {});

    /** Goes into a schema that every account has, and which is not its own. */
    abstract String leavingTheSchema();

    /** A schema of {@link #fresh}'s place, as a person names it. */
    abstract String schema(Place place) throws SQLException;

    @Test
    final void whatSetsTheSessionIsSaidAgainByARunThatGoesOn() throws SQLException {
        Place place = fresh();
        String script = offline(SETTINGS).upgrade("head").text();
        place.run(script.substring(0, script.indexOf("-- 3 of 3: ")));
        assertThat(Asked.rows(place.dataSource(), "SELECT ordinal, state FROM migrate_journal"))
                .containsExactly("2 done");

        Outcome outcome = place.run(script);

        assertThat(outcome.succeeded()).as(outcome.output()).isTrue();
        assertThat(Asked.rows(place.dataSource(), "SELECT name FROM t")).containsExactly("kept");
    }

    @Test
    final void aRunStopsWhereASessionThatIsGoneHasFoundSomethingOut() throws SQLException {
        Place place = fresh();
        String script = offline(FOUND_OUT).upgrade("head").text();
        place.run(script.substring(0, script.indexOf("-- 3 of 3: ")));

        Outcome outcome = place.run(script);

        assertThat(outcome.succeeded()).isFalse();
        assertThat(outcome.output())
                .contains("migrate: b2 is half done by a session that is gone; do the rest by hand, then mvn"
                        + " migrate:stamp: this needs what that session had: SET @many");
        assertThat(Asked.rows(place.dataSource(), "SELECT name FROM t")).isEmpty();
    }

    /** Makes the table u, and waits meanwhile. */
    abstract String slowDefinition(Place place);

    @Test
    final void aClientKilledWithinADefinitionLeavesADoubtThatStopsTheNextRun() throws SQLException {
        Place place = freshForAKill();
        String script = offline(slow(op -> op.execute(slowDefinition(place))))
                .upgrade("head")
                .text();

        assertThat(place.runAndKill(script).exit()).isEqualTo(KILLED);
        Outcome asked = place.run(script);

        assertThat(asked.output())
                .contains("migrate: a statement of b2 is in doubt: mvn migrate:upgrade asks about it");
        Asked.run(
                place.dataSource(),
                "DROP TABLE IF EXISTS u",
                "DELETE FROM migrate_journal WHERE state <> 'done'",
                "UPDATE pause SET millis = 0");
        Outcome outcome = place.run(script);

        assertThat(outcome.succeeded()).as(outcome.output()).isTrue();
        assertThat(Asked.rows(place.dataSource(), "SELECT id FROM t")).containsExactly("1");
        assertThat(Asked.rows(place.dataSource(), "SELECT id FROM u")).containsExactly("0");
    }

    private TestHistory leaving() {
        return history()
                .revision(
                        "a1",
                        "",
                        op -> {
                            op.createTable("t", t -> t.bigint("id").primaryKey());
                            op.execute(leavingTheSchema());
                            op.execute("SET @seen = 1");
                        },
                        op -> {})
                .revision(
                        "b2",
                        "a1",
                        op -> op.createTable("u", t -> t.bigint("id").primaryKey()),
                        op -> {});
    }

    @Test
    final void aMigrationMayLeaveTheSchemaWhereTheScriptKnowsTheWayBack() throws SQLException {
        Place place = fresh();
        MigratorConfig config =
                MigratorConfig.builder().tool("test").schema(schema(place)).build();

        Outcome outcome = place.run(offline(leaving(), config).upgrade("head").text());

        assertThat(outcome.succeeded()).as(outcome.output()).isTrue();
        assertThat(Asked.rows(place.dataSource(), "SELECT count(*) FROM u")).containsExactly("0");
        assertThat(Asked.rows(place.dataSource(), "SELECT version_num FROM migrate_version"))
                .containsExactly("b2");
    }

    @Test
    final void aMigrationMustNotLeaveASchemaThatNobodyNamed() {
        assertThatThrownBy(() -> offline(leaving()).upgrade("head")).hasMessage("""
                [unsupported] a statement leaves the schema, and the script does not know which one it is in: %1$s
                  where: revision a1, statement 2 of 3: execute %1$s
                  next:  name the schema that the migrations work in: -Dmigrate.schema=<name>
                         or name the other one before each table, instead of going there""".formatted(leavingTheSchema()));
    }

    @Test
    final void aSchemaThatIsNotThereIsNamed() throws SQLException {
        Place place = fresh();
        MigratorConfig config = MigratorConfig.builder().schema("nowhere").build();

        Outcome outcome = place.run(offline(SHOP, config).upgrade("head").text());

        assertThat(outcome.succeeded()).isFalse();
        assertThat(outcome.output()).containsIgnoringCase("nowhere");
    }
}
