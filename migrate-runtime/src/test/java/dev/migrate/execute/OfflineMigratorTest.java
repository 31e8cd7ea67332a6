package dev.migrate.execute;

import static dev.migrate.execute.TestHistory.history;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrate.Operations;
import dev.migrate.dialect.Dialects;
import dev.migrate.graph.RevisionNode;
import dev.migrate.problem.MigrateException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OfflineMigratorTest {

    private static final Consumer<Operations> NOTHING = op -> {};

    private static final TestHistory HIDDEN = history()
            .revision("a1", "", op -> op.createTable("t", t -> t.varchar("name", 20)), op -> op.dropTable("t"))
            .revision("b2", "a1", op -> op.execute("CREATE VIEW v AS SELECT name FROM t"), NOTHING)
            .revision("c3", "b2", op -> op.alterColumn("t", "name", c -> c.notNull()), NOTHING);

    private static OfflineMigrator migrator(TestHistory history, String dialect) {
        return new OfflineMigrator(
                Dialects.offline(dialect), MigratorConfig.defaults(), GapPolicy.REFUSE, history::indexed);
    }

    private static SecondJvm secondJvm(Path java, Duration timeout) {
        return new SecondJvm(java, List.of(), "h2", false, timeout);
    }

    @Test
    void aSecondJvmThatDoesNotStartIsTold() {
        SecondJvm none = secondJvm(Path.of("no-such-java"), Duration.ofSeconds(10));

        assertThatThrownBy(() -> migrator(HIDDEN, "h2").validate(none))
                .isInstanceOf(MigrateException.class)
                .hasMessageStartingWith("[second-jvm] migrations are recorded again in a second JVM, but it cannot be"
                        + " started: Cannot run program \"no-such-java\"")
                .hasMessageContaining("-Dmigrate.secondRecording=false");
    }

    @Test
    void aSecondJvmThatFailsIsToldWithItsLastWords() {
        SecondJvm withoutMigrations = secondJvm(SecondJvm.thisJava(), Duration.ofSeconds(60));

        assertThatThrownBy(() -> migrator(HIDDEN, "h2").validate(withoutMigrations))
                .isInstanceOf(MigrateException.class)
                .hasMessageContaining("but it ended with status 1: [no-migrations]");
    }

    @Test
    void aSecondJvmIsNotWaitedForForever() {
        SecondJvm hasty = secondJvm(SecondJvm.thisJava(), Duration.ZERO);

        assertThatThrownBy(() -> migrator(HIDDEN, "h2").validate(hasty))
                .isInstanceOf(MigrateException.class)
                .hasMessageContaining("but it was not done after 0 s");
    }

    @Test
    void codeIsRefusedByName() {
        assertThatThrownBy(() -> migrator(ScriptedHistory.HISTORY, "sqlite").upgrade("head"))
                .isInstanceOf(MigrateException.class)
                .hasMessage("""
                        [unsupported] a script cannot do what revision c3 does: run "hash the keys" version 1
                          where: app.Rc3
                          next:  run it without migrate.sql: mvn migrate:upgrade -Dto=c3
                                 or have a script that ends before it: -Dmigrate.gaps=mark""");
    }

    @Test
    void whatOnlyTheDatabaseCanDecideIsRefusedByName() {
        TestHistory deciding =
                history().revision("a1", "", op -> op.decide("drop what is old", (db, o) -> {}), NOTHING);

        assertThatThrownBy(() -> migrator(deciding, "mariadb:11.4").upgrade("head"))
                .hasMessageStartingWith(
                        "[unsupported] a script cannot do what revision a1 does: decide: drop what is old");
    }

    @Test
    void whatTheDatabaseCannotSayOfExistenceIsRefused() {
        TestHistory careful = history()
                .revision("a1", "", op -> op.createTable("t", t -> t.varchar("name", 20)), NOTHING)
                .revision("b2", "a1", op -> op.dropColumn("t", "name").ifExists(), NOTHING);

        assertThat(migrator(careful, "mariadb:11.4").upgrade("head").text()).contains("DROP COLUMN IF EXISTS name");
        assertThatThrownBy(() -> migrator(careful, "mysql:8.4").upgrade("head"))
                .hasMessageStartingWith("[unsupported] MySQL 8.4.0 has no words of its own for");
    }

    @Test
    void whatChangesIsLeftOutByTheServerWhereItHasWords() {
        TestHistory careful = history()
                .revision("a1", "", op -> op.createTable("t", t -> t.varchar("name", 20)), NOTHING)
                .revision(
                        "b2",
                        "a1",
                        op -> {
                            op.alterTable("t", t -> {
                                t.ifExists();
                                t.addColumn(c -> c.integer("a"));
                                t.addColumn(c -> c.integer("b"));
                            });
                            op.renameTable("t", "u").ifExists();
                        },
                        NOTHING);
        TestHistory enums = history()
                .revision("a1", "", op -> op.createEnum("mood", "sad"), NOTHING)
                .revision(
                        "b2",
                        "a1",
                        op -> {
                            op.addEnumValue("mood", "great").ifNotExists();
                            op.execute("UPDATE days SET mood = 'great'");
                        },
                        NOTHING);

        for (String database : List.of("mariadb:11.4", "postgresql:16", "h2")) {
            assertThat(migrator(careful, database).upgrade("head").text())
                    .as(database)
                    .contains("ALTER TABLE IF EXISTS t ADD COLUMN a", "ALTER TABLE IF EXISTS t RENAME TO u");
        }
        assertThat(migrator(enums, "postgresql:16").upgrade("head").text())
                .contains("ALTER TYPE mood ADD VALUE IF NOT EXISTS 'great'");
        assertThatThrownBy(() -> migrator(careful, "sqlite").upgrade("head"))
                .hasMessageStartingWith("[unsupported] SQLite 3");
    }

    @Test
    void aMarkedGapEndsTheScript() {
        SqlScript script =
                migrator(ScriptedHistory.HISTORY, "sqlite").gaps(GapPolicy.MARK).upgrade("head");

        assertThat(script.name()).isEqualTo("base_b2.sql");
        assertThat(script.gap())
                .contains("the script ends here: go on with mvn migrate:upgrade -Dto=c3, then with a script from c3;"
                        + " c3 needs migrate itself (run \"hash the keys\" version 1)");
    }

    @Test
    void aGapAtTheBeginningLeavesNothingToWrite() {
        assertThatThrownBy(() -> migrator(ScriptedHistory.HISTORY, "h2")
                        .gaps(GapPolicy.MARK)
                        .upgrade("b2:c3"))
                .hasMessageContaining("and nothing comes before it from b2");
    }

    @Test
    void aMissingFactIsNamedAndHowToSupplyIt() {
        assertThatThrownBy(() -> migrator(HIDDEN, "mysql:8.4").upgrade("head")).hasMessage("""
                [unknown-object] the SQL depends on what table t is like, and without a database nothing is known of it: \
                "CREATE VIEW v AS SELECT name FROM t" may have changed it
                  where: revision c3, operation 1: alter column t.name
                  next:  write this change as SQL of the database's own: op.execute("ALTER TABLE …"),
                         or say with operations instead of SQL what hides the table from view,
                         or run it against the database, without migrate.sql: there it is looked up""");
    }

    @ParameterizedTest
    @ValueSource(strings = {"h2", "mysql:8.4", "mariadb:11.4", "postgresql:17", "sqlite"})
    void checksFollowARenamedColumnAsTheyDoInTheDatabase(String database) {
        TestHistory renamed = history()
                .revision(
                        "a1",
                        "",
                        op -> op.createTable("t", t -> {
                            t.varchar("name", 20);
                            t.check("named", "length(name) > 0");
                        }),
                        NOTHING)
                .revision(
                        "b2",
                        "a1",
                        op -> {
                            op.renameColumn("t", "name", "title");
                            op.alterColumn("t", "title", c -> c.varchar(40).notNull());
                            op.renameTable("t", "works");
                            op.alterColumn("works", "title", c -> c.defaultValue("none"));
                        },
                        NOTHING);

        String script = migrator(renamed, database).upgrade("a1:b2").text();

        assertThat(script).contains("title");
        if (database.equals("sqlite")) {
            assertThat(script).contains("length(title) > 0").doesNotContain("length(name)");
        }
    }

    @Test
    void whatNeedsNoFactIsWrittenThoughOneIsMissing() {
        assertThat(migrator(HIDDEN, "mysql:8.4").downgrade("c3:b2").statements())
                .isZero();
    }

    @Test
    void aDowngradeHasToKnowWhereTheDatabaseStands() {
        assertThatThrownBy(() -> migrator(HIDDEN, "h2").downgrade("base")).hasMessage("""
                [bad-parameter] a script that undoes revisions has to know where the database stands: "base" does not say it
                  where: migrate.to
                  next:  name both: -Dto=<from>:<to>, for example -Dto=8f3c:base""");
    }

    @Test
    void nobodyKnowsWhatIsCurrent() {
        assertThatThrownBy(() -> migrator(HIDDEN, "h2").upgrade("current:head"))
                .hasMessageStartingWith("[bad-parameter] no database is asked, so that nobody knows what is current");
    }

    @Test
    void nothingToDoIsNoScript() {
        assertThatThrownBy(() -> migrator(HIDDEN, "h2").upgrade("c3:b2"))
                .hasMessageStartingWith("[bad-parameter] from c3 to b2 there is nothing to apply");
    }

    @Test
    void aRangeHasOneColon() {
        assertThatThrownBy(() -> migrator(HIDDEN, "h2").upgrade("a1:b2:c3"))
                .hasMessageStartingWith("[bad-parameter] \"a1:b2:c3\" is not a range: it needs exactly one colon");
    }

    @Test
    void endsThatAreLeftOutAreBaseAndHead() {
        assertThat(List.of(
                        migrator(OfflineScriptContract.SHOP, "postgresql")
                                .upgrade(":b2")
                                .name(),
                        migrator(OfflineScriptContract.SHOP, "postgresql")
                                .upgrade("a1:")
                                .name(),
                        migrator(OfflineScriptContract.SHOP, "postgresql")
                                .upgrade("a1:+1")
                                .name()))
                .containsExactly("base_b2.sql", "a1_e5.sql", "a1_b2.sql");
    }

    @Test
    void rowsOfOtherBranchesAreLeftAlone() {
        TestHistory branches = history()
                .node(new RevisionNode("a1", List.of(), List.of(), List.of("shop")))
                .node(new RevisionNode("b2", List.of("a1"), List.of(), List.of()))
                .node(new RevisionNode("x1", List.of(), List.of(), List.of("billing")));

        assertThat(migrator(branches, "postgresql")
                        .upgrade("shop@base:shop@head")
                        .text())
                .contains("FROM :\"migrate_schema\".migrate_version WHERE version_num NOT IN ('x1')");
    }

    @Test
    void whatTheServerRunsFromNoTextIsRefused() {
        TestHistory prepared = history().revision("a1", "", op -> op.execute("EXECUTE mine"), NOTHING);

        assertThatThrownBy(() -> migrator(prepared, "mysql:8.4").upgrade("head"))
                .hasMessage("""
                [unsupported] no script can ask first whether this statement is due, since the server runs it from no text: \
                EXECUTE mine
                  where: revision a1, statement 1 of 1: execute EXECUTE mine
                  next:  run it against the database, without migrate.sql""");
    }

    @Test
    void theSchemaThatIsNamedIsUsed() {
        OfflineMigrator migrator = new OfflineMigrator(
                Dialects.offline("mysql:8.4"),
                MigratorConfig.builder().schema("shop").build(),
                GapPolicy.REFUSE,
                HIDDEN::indexed);

        assertThat(migrator.upgrade("a1").text()).contains("USE `shop`;", "INSERT INTO `shop`.migrate_version");
    }

    @ParameterizedTest
    @CsvSource({
        "mysql:8.4, MySQL 8.4.0",
        "mysql:8.0, MySQL 8.0.23",
        "mysql:8.0.19, MySQL 8.0.19",
        "mariadb:10.6, MariaDB 10.6.0",
        "mysql, MySQL 8.4.0",
        "MariaDB:11.4.5, MariaDB 11.4.5",
        "postgresql:16, PostgreSQL 16.0",
        "postgresql, PostgreSQL 18.0",
        "sqlite, SQLite 3.40.0",
        "h2:2.3;MODE=MySQL, H2 2.3.0",
        "h2, H2 2.4.240"
    })
    void aDatabaseIsNamedWithItsVersion(String text, String database) {
        assertThat(Dialects.offline(text).describe()).isEqualTo(database);
    }

    @ParameterizedTest
    @CsvSource({
        "jdbc:mysql://host/shop, MySQL 8.4.0",
        "jdbc:mariadb://host/shop, MariaDB 11.4.0",
        "jdbc:postgresql:shop, PostgreSQL 18.0",
        "jdbc:sqlite:shop.db, SQLite 3.40.0",
        "jdbc:h2:./shop;DATABASE_TO_LOWER=TRUE, H2 2.4.240"
    })
    void aUrlNamesADatabase(String url, String database) {
        assertThat(Dialects.offlineFor(url).describe()).isEqualTo(database);
    }

    @Test
    void theUrlOfH2SaysHowNamesAreTreated() {
        assertThat(List.of(
                        Dialects.offlineFor("jdbc:h2:mem:a").sqlName("order"),
                        Dialects.offlineFor("jdbc:h2:mem:a;DATABASE_TO_LOWER=TRUE")
                                .sqlName("order")))
                .containsExactly("\"ORDER\"", "\"order\"");
    }

    @Test
    void anUnknownNameIsToldWithTheNearestOne() {
        assertThatThrownBy(() -> Dialects.offline("postgres:16")).hasMessage("""
                [unknown-database] no dialect of migrate is called "postgres". Did you mean "postgresql"?
                  next:  write one of h2, mariadb, mysql, postgresql, sqlite and its version, for example mysql:8.4""");
    }

    @Test
    void whatIsNoVersionIsRefused() {
        assertThatThrownBy(() -> Dialects.offline("mysql:eight"))
                .hasMessageStartingWith("[bad-parameter] \"mysql:eight\" names no database and its version");
    }
}
