package dev.migrate.execute;

import static dev.migrate.execute.TestHistory.history;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.migrate.Operations;
import dev.migrate.dialect.Dialects;
import dev.migrate.diff.DiffPolicy;
import dev.migrate.execute.WatchedDataSource.Killed;
import dev.migrate.execute.WatchedDataSource.Moment;
import dev.migrate.problem.MigrateException;
import dev.migrate.problem.Problem;
import dev.migrate.problem.ProblemCode;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a migrator does on every database. */
abstract class MigratorContract {

    static final Consumer<Operations> NOTHING = op -> {};

    /** Users with an avatar; orders on a branch of their own; both joined. */
    static final TestHistory SHOP = history()
            .revision(
                    "a1",
                    "",
                    op -> op.createTable("users", t -> {
                        t.bigint("id").identity().primaryKey();
                        t.varchar("email", 320).notNull();
                    }),
                    op -> op.dropTable("users"))
            .revision(
                    "b2",
                    "a1",
                    op -> op.addColumn("users", c -> c.varchar("avatar", 255)),
                    op -> op.dropColumn("users", "avatar"))
            .revision(
                    "c3",
                    "a1",
                    op -> {
                        op.createTable("orders", t -> {
                            t.bigint("id").identity().primaryKey();
                            t.bigint("user_id").notNull();
                        });
                        op.createIndex("orders", i -> i.on("user_id"));
                    },
                    op -> op.dropTable("orders"))
            .merge("m4", "b2", "c3");

    private DataSource dataSource;

    /** A database that nobody else uses. */
    abstract DataSource freshDatabase() throws SQLException;

    /** What the database calls itself. */
    abstract String product();

    /** The tables in the database, own ones left out, in lower case. */
    final List<String> userTables() throws SQLException {
        return Asked.rows(dataSource, tableQuery()).stream()
                .filter(table -> !table.startsWith("migrate"))
                .toList();
    }

    /** Asks for the tables in the database, in lower case. */
    String tableQuery() {
        return "SELECT LOWER(table_name) FROM information_schema.tables WHERE table_schema = " + currentSchema()
                + " ORDER BY 1";
    }

    /** Asks how many views there are of a name. */
    String viewQuery(String view) {
        return "SELECT COUNT(*) FROM information_schema.views WHERE LOWER(table_name) = '" + view
                + "' AND table_schema = " + currentSchema();
    }

    abstract String currentSchema();

    /** Whether the database commits each change of definitions by itself. */
    private boolean ddlCommits() throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            return Dialects.of(connection).ddlCommits();
        }
    }

    /** How a step is run so that it can be left half done: on some databases only when that is asked for. */
    private MigratorConfig.Builder committingEach() throws SQLException {
        return ddlCommits() ? config() : config().transactionMode(TransactionMode.NONE);
    }

    private Migrator committingEach(TestHistory history) throws SQLException {
        return migrator(history, dataSource, committingEach());
    }

    @BeforeEach
    final void openDatabase() throws SQLException {
        dataSource = freshDatabase();
    }

    final DataSource dataSource() {
        return dataSource;
    }

    final Migrator migrator(TestHistory history) {
        return migrator(history, dataSource);
    }

    static Migrator migrator(TestHistory history, DataSource dataSource) {
        return migrator(history, dataSource, config());
    }

    static Migrator migrator(TestHistory history, DataSource dataSource, MigratorConfig.Builder config) {
        return Migrator.on(new Target(dataSource, Dialects::of, config.build()), history.indexed());
    }

    static MigratorConfig.Builder config() {
        return MigratorConfig.builder().who("ann").host("desk").tool("test 1").environment("dev");
    }

    final List<String> versionRows() throws SQLException {
        return Asked.rows(dataSource, "SELECT version_num FROM migrate_version ORDER BY 1");
    }

    final List<String> historyRows() throws SQLException {
        return Asked.rows(
                dataSource, "SELECT revision, direction, status, statements FROM migrate_history ORDER BY step");
    }

    final List<String> journalRows() throws SQLException {
        return Asked.rows(dataSource, "SELECT ordinal, sub, state FROM migrate_journal ORDER BY 1, 2");
    }

    static Problem problemOf(Callable<?> call) {
        return problemsOf(call).get(0);
    }

    private static List<Problem> problemsOf(Callable<?> call) {
        return catchThrowableOfType(MigrateException.class, call::call).problems();
    }

    // ------------------------------------------------------------------------------------------ the good days

    @Test
    void theFirstUpgradeAppliesEverythingInOrder() throws SQLException {
        RunResult result = migrator(SHOP).upgrade("head");

        assertThat(result.steps().stream().map(step -> step.step().arrow()))
                .containsExactly("<base> -> a1", "a1 -> b2", "a1 -> c3", "b2, c3 -> m4");
        assertThat(result.before()).isEmpty();
        assertThat(result.after()).containsExactly("m4");
        assertThat(result.statements()).isEqualTo(4);
        assertThat(versionRows()).containsExactly("m4");
        assertThat(userTables()).containsExactly("orders", "users");
        assertThat(historyRows()).containsExactly("a1 up done 1", "b2 up done 1", "c3 up done 2", "m4 up done 0");
        assertThat(journalRows()).isEmpty();
    }

    @Test
    void theSecondUpgradeAsksThreeQueriesAndWritesNothing() throws SQLException {
        migrator(SHOP).upgrade("head");
        WatchedDataSource watched = new WatchedDataSource(dataSource);

        RunResult result = migrator(SHOP, watched).upgrade("head");

        assertThat(result.steps()).isEmpty();
        assertThat(result.before()).isEqualTo(result.after()).containsExactly("m4");
        assertThat(watched.opened()).isEqualTo(1);
        assertThat(watched.sent()).hasSizeLessThanOrEqualTo(3).noneMatch(WatchedDataSource::writes);
    }

    @Test
    void aDowngradeUndoesInTheOppositeOrder() throws SQLException {
        migrator(SHOP).upgrade("head");

        RunResult result = migrator(SHOP).downgrade("base");

        assertThat(result.steps().stream().map(step -> step.step().arrow()))
                .containsExactly("m4 -> b2, c3", "c3 -> a1", "b2 -> a1", "a1 -> <base>");
        assertThat(versionRows()).isEmpty();
        assertThat(userTables()).isEmpty();
    }

    @Test
    void aBranchIsArowOfItsOwnUntilItIsMerged() throws SQLException {
        migrator(SHOP).upgrade("b2");
        assertThat(versionRows()).containsExactly("b2");

        migrator(SHOP).upgrade("c3");
        assertThat(versionRows()).containsExactly("b2", "c3");

        migrator(SHOP).upgrade("m4");
        assertThat(versionRows()).containsExactly("m4");

        migrator(SHOP).downgrade("c3");
        assertThat(versionRows()).containsExactly("b2", "c3");
    }

    @Test
    void aRelativeDowngradeCountsFromWhatIsApplied() throws SQLException {
        migrator(SHOP).upgrade("b2");

        RunResult result = migrator(SHOP).downgrade("-1");

        assertThat(result.after()).containsExactly("a1");
        assertThat(migrator(SHOP).upgrade("b2@+1").steps()).hasSize(1);
    }

    @Test
    void currentCreatesNothing() throws SQLException {
        WatchedDataSource watched = new WatchedDataSource(dataSource);

        CurrentResult current = migrator(SHOP, watched).current();

        assertThat(current.revisions()).isEmpty();
        assertThat(current.atHeads()).isFalse();
        assertThat(watched.sent()).noneMatch(WatchedDataSource::writes);
        assertThat(Asked.rows(dataSource, tableQuery())).isEmpty();
    }

    @Test
    void currentTellsWhereTheDatabaseStands() throws SQLException {
        migrator(SHOP).upgrade("heads");

        CurrentResult current = migrator(SHOP).current();

        assertThat(current.revisions().stream().map(RevisionDetail::id)).containsExactly("m4");
        assertThat(current.atHeads()).isTrue();
        assertThat(current.database().product()).isEqualTo(product());
    }

    @Test
    void aStampWritesWhereTheDatabaseStandsAndRunsNothing() throws SQLException {
        StampResult result = migrator(SHOP).stamp(List.of("b2", "c3"), false);

        assertThat(result.before()).isEmpty();
        assertThat(result.after()).containsExactly("b2", "c3");
        assertThat(versionRows()).containsExactly("b2", "c3");
        assertThat(userTables()).isEmpty();
        assertThat(historyRows()).containsExactly("b2 stamp done null", "c3 stamp done null");
    }

    @Test
    void aStampThatChangesNothingWritesNothing() throws SQLException {
        migrator(SHOP).upgrade("head");
        WatchedDataSource watched = new WatchedDataSource(dataSource);

        migrator(SHOP, watched).stamp(List.of("head"), false);

        assertThat(watched.sent()).noneMatch(WatchedDataSource::writes);
    }

    @Test
    void theHistoryRowSaysWhoDidWhatFromWhere() throws SQLException {
        migrator(SHOP).upgrade("a1");

        assertThat(Asked.rows(
                        dataSource,
                        "SELECT version_table, revision, who, host, tool, environment, status FROM migrate_history"))
                .containsExactly("migrate_version a1 ann desk test 1 dev done");
        assertThat(Asked.rows(dataSource, "SELECT operations FROM migrate_history")
                        .get(0))
                .startsWith("CreateTable{");
    }

    @Test
    void revisionsOfARangeAreListedNewestFirstAndMarked() {
        migrator(SHOP).upgrade("b2");

        HistoryResult all = migrator(SHOP).history(Optional.empty(), true);
        HistoryResult part = migrator(SHOP).history(Optional.of("a1:current"), false);

        assertThat(all.revisions().stream().map(RevisionDetail::id))
                .startsWith("m4")
                .endsWith("a1");
        assertThat(all.revisions().stream().filter(RevisionDetail::current).map(RevisionDetail::id))
                .containsExactly("b2");
        assertThat(part.revisions().stream().map(RevisionDetail::id)).containsExactly("b2", "a1");
    }

    @Test
    void headsAndShowAskNoDatabase() {
        WatchedDataSource watched = new WatchedDataSource(dataSource);

        HeadsResult heads = migrator(SHOP, watched).heads();
        ShowResult show = migrator(SHOP, watched).show("a1");

        assertThat(heads.revisions().stream().map(RevisionDetail::id)).containsExactly("m4");
        assertThat(show.revisions().stream().map(RevisionDetail::id)).containsExactly("a1");
        assertThat(show.revisions().get(0).next()).containsExactly("b2", "c3");
        assertThat(watched.opened()).isZero();
    }

    @Test
    void aRunTellsWhatItDoes() {
        List<String> told = new ArrayList<>();
        RunListener listener = event -> {
            if (event instanceof RunEvent.Connected connected) {
                told.add("connected to " + connected.database().product());
            } else if (event instanceof RunEvent.Planned planned) {
                told.add("planned "
                        + planned.steps().stream().map(StepInfo::arrow).toList());
            } else if (event instanceof RunEvent.StepStarted started) {
                told.add(started.number() + "/" + started.of() + " "
                        + started.step().revision() + (started.resumed() ? " resumed" : ""));
            } else if (event instanceof RunEvent.StatementStarted statement) {
                told.add("statement " + statement.number() + "/" + statement.of() + " "
                        + statement.text().substring(0, 12));
            } else if (event instanceof RunEvent.StepFinished finished) {
                told.add("done " + finished.step().revision() + " " + finished.statements());
            }
        };
        migrator(SHOP).upgrade("b2");

        migrator(SHOP, dataSource, config().listener(listener)).upgrade("m4");

        assertThat(told.get(4)).startsWith("statement 2/2 ");
        told.remove(4);
        assertThat(told)
                .containsExactly(
                        "connected to " + product(),
                        "planned [a1 -> c3, b2, c3 -> m4]",
                        "1/2 c3",
                        "statement 1/2 CREATE TABLE",
                        "done c3 2",
                        "2/2 m4",
                        "done m4 0");
    }

    // ------------------------------------------------------------------------------------------ own tables

    @Test
    void ownTablesCanHaveOddNames() throws SQLException {
        Migrator odd = migrator(SHOP, dataSource, config().versionTable("My Versions"));
        Migrator other = migrator(SHOP);

        odd.upgrade("head");
        CurrentResult current = odd.current();

        assertThat(current.revisions().stream().map(RevisionDetail::id)).containsExactly("m4");
        assertThat(other.current().revisions()).isEmpty();
    }

    @Test
    void idsThatDifferInCaseAreDifferentRows() throws SQLException {
        TestHistory two = history().revision("Ab", "", NOTHING, NOTHING).revision("aB", "", NOTHING, NOTHING);

        migrator(two).upgrade("heads");
        migrator(two).downgrade("Ab@base");

        assertThat(versionRows()).containsExactly("aB");
    }

    @Test
    void anUnknownRowIsNamedWithItsTable() throws SQLException {
        migrator(SHOP).upgrade("head");
        Asked.run(dataSource, "UPDATE migrate_version SET version_num = 'zz9'");

        Problem problem = problemOf(() -> migrator(SHOP).upgrade("head"));

        assertThat(problem.code()).isEqualTo(ProblemCode.UNKNOWN_REVISION);
        assertThat(problem.what())
                .isEqualTo("the version table holds \"zz9\", but no migration of this build declares that id");
        assertThat(problem.where())
                .hasValueSatisfying(where -> assertThat(where).endsWith(".migrate_version"));
        assertThat(problem.next()).hasValueSatisfying(next -> assertThat(next).contains("-Dmigrate.purge=true"));

        migrator(SHOP).stamp(List.of("m4"), true);
        assertThat(versionRows()).containsExactly("m4");
    }

    @Test
    void aRowThatAnotherImpliesIsDamage() throws SQLException {
        migrator(SHOP).upgrade("head");
        Asked.run(dataSource, "INSERT INTO migrate_version VALUES ('a1')");

        Problem problem = problemOf(() -> migrator(SHOP).downgrade("base"));

        assertThat(problem.code()).isEqualTo(ProblemCode.DAMAGED_VERSION_TABLE);
        assertThat(problem.what())
                .isEqualTo("the version table holds \"a1\", \"m4\", but \"a1\" is an ancestor of another row");
        assertThat(problem.next())
                .hasValueSatisfying(next -> assertThat(next).endsWith("to keep \"m4\" only: mvn migrate:repair"));
    }

    // ------------------------------------------------------------------------------------------ what the database is

    private Migrator meantFor(String environment, boolean production) {
        return migrator(SHOP, dataSource, config().environment(environment).production(production));
    }

    @Test
    void aDatabaseIsMarkedOnceAndSaysSo() throws SQLException {
        Migrator prod = meantFor("prod", true);

        EnsureVersionResult first = prod.ensureVersion();
        WatchedDataSource watched = new WatchedDataSource(dataSource);
        EnsureVersionResult second = migrator(
                        SHOP, watched, config().environment("prod").production(true))
                .ensureVersion();

        EnvironmentMark mark = new EnvironmentMark("prod", true);
        assertThat(first)
                .isEqualTo(new EnsureVersionResult(
                        first.database(),
                        List.of(
                                "migrate_version",
                                "migrate_lock",
                                "migrate_info",
                                "migrate_history",
                                "migrate_journal"),
                        EnvironmentMark.NONE,
                        mark));
        assertThat(second).isEqualTo(new EnsureVersionResult(first.database(), List.of(), mark, mark));
        assertThat(watched.sent()).noneMatch(WatchedDataSource::writes);
        assertThat(migrator(SHOP).current().mark()).isEqualTo(mark);
        assertThat(userTables()).isEmpty();
        assertThat(Asked.rows(dataSource, "SELECT name, content FROM migrate_info ORDER BY name"))
                .containsExactly("environment prod", "layout 1", "production true");
    }

    @Test
    void noRunWritesIntoADatabaseThatIsAnotherEnvironment() throws SQLException {
        meantFor("prod", true).ensureVersion();
        meantFor("prod", true).upgrade("a1");

        List<Problem> problems = List.of(
                problemOf(() -> meantFor("staging", false).upgrade("head")),
                problemOf(() -> meantFor("", false).downgrade("base")),
                problemOf(() -> meantFor("prod", false).stamp(List.of("m4"), false)),
                problemOf(() -> meantFor("staging", true).repair()));

        assertThat(problems).extracting(Problem::code).containsOnly(ProblemCode.ENVIRONMENT_MISMATCH);
        assertThat(problems)
                .extracting(Problem::what)
                .containsExactly(
                        "the database is \"prod\", production; the run is meant for \"staging\", not production."
                                + " Nothing was written.",
                        "the database is \"prod\", production; the run is meant for no environment. Nothing was written.",
                        "the database is \"prod\", production; the run is meant for \"prod\", not production."
                                + " Nothing was written.",
                        "the database is \"prod\", production; the run is meant for \"staging\", production."
                                + " Nothing was written.");
        assertThat(problems.get(0).next())
                .hasValue(
                        "if this database is the one you mean: -Pprod, where that profile sets migrate.environment and"
                                + " migrate.production, or -Dmigrate.environment=prod -Dmigrate.production"
                                + "\nelse correct the url, or the profile that it comes from");
        assertThat(versionRows()).containsExactly("a1");
        assertThat(historyRows()).containsExactly("a1 up done 1");
        assertThat(meantFor("prod", true).upgrade("b2").after()).containsExactly("b2");
    }

    @Test
    void aSecondHistoryFindsTheMarkBeforeItHasTablesOfItsOwn() throws SQLException {
        meantFor("prod", true).ensureVersion();

        Problem problem = problemOf(() -> migrator(SHOP, dataSource, config().versionTable("migrate_version_billing"))
                .upgrade("head"));

        assertThat(problem.code()).isEqualTo(ProblemCode.ENVIRONMENT_MISMATCH);
        assertThat(Asked.rows(dataSource, tableQuery())).doesNotContain("migrate_version_billing");
    }

    @Test
    void aDatabaseLosesItsMarkOnlyToWhoeverNamesIt() throws SQLException {
        meantFor("prod", true).ensureVersion();
        Migrator staging = meantFor("staging", false);

        Problem unsaid = problemOf(staging::ensureVersion);
        Problem another = problemOf(() -> staging.ensureVersion("test"));
        Problem demoted = problemOf(() -> meantFor("prod", false).ensureVersion());
        EnsureVersionResult asItIs = meantFor("", false).ensureVersion();
        EnsureVersionResult said = staging.ensureVersion("prod");
        EnsureVersionResult again = staging.ensureVersion("prod");
        EnsureVersionResult promoted = meantFor("staging", true).ensureVersion();

        assertThat(unsaid.code()).isEqualTo(ProblemCode.ENVIRONMENT_MISMATCH);
        assertThat(unsaid.what())
                .isEqualTo("the database is \"prod\", production, and was to be marked as \"staging\". Nothing was"
                        + " written.");
        assertThat(unsaid.next())
                .hasValueSatisfying(next -> assertThat(next)
                        .endsWith("mvn migrate:ensure-version -Dmigrate.environment=staging -Dmigrate.replaces=prod"));
        assertThat(another.what()).contains("\"staging\" in place of \"test\"");
        assertThat(demoted.next())
                .hasValueSatisfying(
                        next -> assertThat(next).endsWith("-Dmigrate.environment=prod -Dmigrate.replaces=prod"));
        EnvironmentMark prod = new EnvironmentMark("prod", true);
        EnvironmentMark mark = new EnvironmentMark("staging", false);
        assertThat(List.of(asItIs, said, again, promoted))
                .extracting(EnsureVersionResult::before)
                .containsExactly(prod, prod, mark, mark);
        assertThat(List.of(asItIs, said, again, promoted))
                .extracting(EnsureVersionResult::after)
                .containsExactly(prod, mark, mark, new EnvironmentMark("staging", true));
    }

    @Test
    void aDatabaseThatDoesNotSayWhatItIsTakesEveryRun() throws SQLException {
        meantFor("", false).ensureVersion();

        meantFor("prod", true).upgrade("a1");
        meantFor("", false).upgrade("b2");

        assertThat(versionRows()).containsExactly("b2");
        assertThat(migrator(SHOP).current().mark()).isEqualTo(EnvironmentMark.NONE);
    }

    @Test
    void aMarkHasAName() {
        Problem problem = problemOf(() -> meantFor("", true).ensureVersion());

        assertThat(problem.code()).isEqualTo(ProblemCode.BAD_PARAMETER);
        assertThat(problem.where()).hasValue("migrate.environment");
    }

    // ------------------------------------------------------------------------------------------ changed and repaired

    private static final TestHistory WRITTEN = SHOP.written("a1", "1:aa").written("b2", "1:bb");

    private static TestHistory edited() {
        return SHOP.revision("b2", "a1", op -> op.addColumn("users", c -> c.varchar("avatar", 300)), NOTHING)
                .written("a1", "1:aa")
                .written("b2", "1:b0");
    }

    final List<String> checksums() throws SQLException {
        return Asked.rows(
                dataSource, "SELECT revision, direction, source_checksum FROM migrate_history ORDER BY started, step");
    }

    @Test
    void aMigrationChangedAfterItWasAppliedStopsTheRunBeforeItWritesAnything() throws SQLException {
        migrator(WRITTEN).upgrade("b2");
        WatchedDataSource watched = new WatchedDataSource(dataSource);

        Problem problem = problemOf(() -> migrator(edited(), watched).upgrade("head"));

        assertThat(problem.code()).isEqualTo(ProblemCode.CHANGED_AFTER_APPLIED);
        assertThat(problem.what())
                .matches(
                        "revision b2 was changed after it was applied \\(\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d UTC by ann\\):"
                                + " it recorded 1 operation then and 1 operation now, and they differ from operation 1 on");
        assertThat(problem.where()).contains("app.Rb2");
        assertThat(problem.next())
                .hasValueSatisfying(next -> assertThat(next)
                        .contains("mvn migrate:repair accepts it")
                        .contains("-Dmigrate.changed=warning"));
        assertThat(watched.sent()).noneMatch(WatchedDataSource::writes);
        assertThat(problemOf(() -> migrator(edited()).downgrade("base")).code())
                .isEqualTo(ProblemCode.CHANGED_AFTER_APPLIED);
        assertThat(versionRows()).containsExactly("b2");
    }

    @Test
    void aMigrationThatWasOnlyReformattedIsNotedOnce() throws SQLException {
        migrator(WRITTEN).upgrade("b2");
        TestHistory reformatted = WRITTEN.written("b2", "1:b0");

        RunResult result = migrator(reformatted).upgrade("b2");

        assertThat(result.steps()).isEmpty();
        assertThat(checksums()).containsExactly("a1 up 1:aa", "b2 up 1:b0");
        WatchedDataSource watched = new WatchedDataSource(dataSource);
        migrator(reformatted, watched).upgrade("b2");
        assertThat(watched.opened()).isEqualTo(1);
        assertThat(watched.sent()).hasSizeLessThanOrEqualTo(3).noneMatch(WatchedDataSource::writes);
    }

    @Test
    void aRepairAcceptsAChangedMigrationOnTheRecordAndOnce() throws SQLException {
        migrator(WRITTEN).upgrade("b2");

        RepairResult result =
                migrator(edited(), dataSource, config().who("bob")).repair();

        assertThat(result.before()).isEqualTo(result.after()).containsExactly("b2");
        assertThat(result.accepted())
                .singleElement()
                .satisfies(accepted -> assertThat(accepted.revision()).isEqualTo("b2"))
                .satisfies(accepted -> assertThat(accepted.place()).isEqualTo("app.Rb2"))
                .satisfies(accepted -> assertThat(accepted.applied()).endsWith(" UTC by ann"));
        assertThat(checksums()).containsExactly("a1 up 1:aa", "b2 up 1:bb", "b2 repair 1:b0");
        assertThat(Asked.rows(dataSource, "SELECT who FROM migrate_history WHERE direction = 'repair'"))
                .containsExactly("bob");
        assertThat(migrator(edited()).upgrade("head").after()).containsExactly("m4");
        WatchedDataSource watched = new WatchedDataSource(dataSource);
        assertThat(migrator(edited(), watched).repair().accepted()).isEmpty();
        assertThat(watched.sent()).noneMatch(WatchedDataSource::writes);
        assertThat(problemOf(() -> migrator(WRITTEN).upgrade("head")).what()).contains("UTC by bob");
    }

    @Test
    void aRepairKeepsTheRowsThatNoOtherImplies() throws SQLException {
        migrator(SHOP).upgrade("c3");
        migrator(SHOP).upgrade("b2");
        Asked.run(dataSource, "INSERT INTO migrate_version VALUES ('a1')");

        RepairResult result = migrator(SHOP).repair();

        assertThat(result.before()).containsExactly("a1", "b2", "c3");
        assertThat(result.after()).containsExactly("b2", "c3");
        assertThat(result.deleted()).containsExactly("a1");
        assertThat(versionRows()).containsExactly("b2", "c3");
        assertThat(historyRows()).endsWith("a1 unstamp done null");
        assertThat(migrator(SHOP).repair().deleted()).isEmpty();
        assertThat(migrator(SHOP).upgrade("head").after()).containsExactly("m4");
    }

    @Test
    void currentShowsADamagedTableAndTellsWhatRepairsIt() throws SQLException {
        migrator(SHOP).upgrade("head");
        Asked.run(dataSource, "INSERT INTO migrate_version VALUES ('a1')");
        List<Problem> warnings = new ArrayList<>();
        RunListener listener = event -> {
            if (event instanceof RunEvent.Warning warning) {
                warnings.add(warning.problem());
            }
        };

        migrator(SHOP, dataSource, config().listener(listener)).current();

        assertThat(warnings)
                .filteredOn(problem -> problem.code() == ProblemCode.DAMAGED_VERSION_TABLE)
                .singleElement()
                .satisfies(problem -> assertThat(problem.text()).endsWith("mvn migrate:repair"));
    }

    @Test
    void aRepairLeavesARowAloneThatNoMigrationExplains() throws SQLException {
        migrator(SHOP).upgrade("head");
        Asked.run(dataSource, "INSERT INTO migrate_version VALUES ('zz9')");

        Problem problem = problemOf(() -> migrator(SHOP).repair());

        assertThat(problem.code()).isEqualTo(ProblemCode.UNKNOWN_REVISION);
        assertThat(problem.next())
                .hasValueSatisfying(
                        next -> assertThat(next).endsWith("mvn migrate:stamp -Dto=m4 -Dmigrate.purge=true"));
        assertThat(versionRows()).containsExactly("m4", "zz9");
    }

    @Test
    void aRepairWaitsUntilAHalfDoneStepIsFinished() throws SQLException {
        Asked.run(dataSource, "CREATE TABLE blocker (id BIGINT)");
        problemOf(() -> committingEach(blocked(THIRD)).upgrade("head"));

        Problem problem = problemOf(() -> committingEach(blocked(THIRD)).repair());

        assertThat(problem.code()).isEqualTo(ProblemCode.HALF_APPLIED);
        assertThat(problem.what())
                .isEqualTo("an earlier run left revision a1 half applied: it has to be finished before anything is"
                        + " repaired");
        assertThat(problem.next())
                .hasValueSatisfying(next -> assertThat(next).startsWith("finish it: mvn migrate:upgrade -Dto=a1"));
    }

    @Test
    void aStepThatWasCorrectedBeforeItWentOnCountsAsItWentOn() throws SQLException {
        Asked.run(dataSource, "CREATE TABLE third (id BIGINT)");
        problemOf(() -> committingEach(blocked(THIRD).written("a1", "1:aa")).upgrade("head"));
        TestHistory corrected =
                blocked(op -> op.createTable("fourth", t -> t.bigint("id"))).written("a1", "1:a0");

        committingEach(corrected).upgrade("head");

        assertThat(checksums()).containsExactly("a1 up 1:a0");
        assertThat(committingEach(corrected.written("a1", "1:a9"))
                        .upgrade("head")
                        .steps())
                .isEmpty();
    }

    @Test
    void anUnknownLayoutIsRefused() throws SQLException {
        migrator(SHOP).upgrade("a1");
        Asked.run(dataSource, "UPDATE migrate_info SET content = '7' WHERE name = 'layout'");

        Problem problem = problemOf(() -> migrator(SHOP).upgrade("head"));

        assertThat(problem.code()).isEqualTo(ProblemCode.UNKNOWN_LAYOUT);
        assertThat(problem.what()).isEqualTo("the tables of migrate have layout 7, this version knows layout 1");
    }

    @Test
    void aVersionTableThatChangesUnderTheRunStopsIt() throws SQLException {
        TestHistory meddling = SHOP.revision("d5", "m4", op -> op.execute("DELETE FROM migrate_version"), NOTHING);
        migrator(SHOP).upgrade("head");

        Problem problem = problemOf(() -> migrator(meddling).upgrade("head"));

        assertThat(problem.code()).isEqualTo(ProblemCode.CONCURRENT_CHANGE);
        assertThat(problem.what()).startsWith("row m4 was to become d5, but it is gone");
        assertThat(versionRows()).containsExactly("m4");
        assertThat(historyRows()).endsWith("d5 up failed 1");
    }

    // ------------------------------------------------------------------------------------------ what is refused before

    @Test
    void aRecordingThatDiffersRunsNothing() throws SQLException {
        int[] calls = {0};
        TestHistory random =
                history().revision("a1", "", op -> op.createTable("t" + calls[0]++, t -> t.bigint("id")), NOTHING);

        Problem problem = problemOf(() -> migrator(random).upgrade("head"));

        assertThat(problem.code()).isEqualTo(ProblemCode.NOT_DETERMINISTIC);
        assertThat(userTables()).isEmpty();
    }

    @Test
    void anIrreversibleMigrationStopsTheDowngradeBeforeAnythingRuns() throws SQLException {
        TestHistory history = SHOP.irreversible("b2", "the avatars are gone");
        migrator(history).upgrade("head");

        Problem problem = problemOf(() -> migrator(history).downgrade("base"));

        assertThat(problem.code()).isEqualTo(ProblemCode.IRREVERSIBLE);
        assertThat(problem.what()).isEqualTo("revision b2 cannot be undone: the avatars are gone");
        assertThat(versionRows()).containsExactly("m4");
    }

    @Test
    void whatAStepAddsToAnOldTableIsThereForTheRestOfTheStep() throws SQLException {
        TestHistory history = history()
                .revision(
                        "a",
                        "",
                        op -> op.createTable("people", t -> {
                            t.bigint("id").primaryKey();
                            t.varchar("state", 8);
                        }),
                        op -> op.dropTable("people"))
                .revision(
                        "b",
                        "a",
                        op -> {
                            op.addColumn("people", c -> c.smallint("code"));
                            op.dropColumn("people", "state");
                            op.renameColumn("people", "code", "state");
                            op.alterColumn("people", "state", c -> c.defaultValue(1));
                            op.insert("people", r -> r.columns("id").row(7));
                        },
                        op -> {});
        migrator(history).upgrade("a");

        migrator(history).upgrade("b");

        assertThat(Asked.rows(dataSource, "SELECT id, state FROM people")).containsExactly("7 1");
    }

    @Test
    void whatCannotBeRenderedStopsTheStepBeforeItsFirstStatement() throws SQLException {
        TestHistory history = SHOP.revision(
                "d5",
                "m4",
                op -> {
                    op.createTable("early", t -> t.bigint("id"));
                    op.alterColumn("users", "nothing_of_that_name", c -> c.notNull());
                },
                NOTHING);

        Problem problem = problemOf(() -> migrator(history).upgrade("head"));

        assertThat(problem.code()).isEqualTo(ProblemCode.UNKNOWN_OBJECT);
        assertThat(problem.where()).contains("revision d5, operation 2: alter column users.nothing_of_that_name");
        assertThat(userTables()).containsExactly("orders", "users");
        assertThat(versionRows()).containsExactly("m4");
    }

    @Test
    void theWholeRunCannotBeOneTransactionWhereDdlCommits() throws SQLException {
        assumeTrue(ddlCommits(), "it can");
        Migrator migrator = migrator(SHOP, dataSource, config().transactionMode(TransactionMode.ALL));

        Problem problem = problemOf(() -> migrator.upgrade("head"));

        assertThat(problem.code()).isEqualTo(ProblemCode.UNSUPPORTED);
        assertThat(problem.what()).contains(product());
    }

    @Test
    void noTargetIsRefused() {
        assertThat(problemOf(() -> migrator(SHOP).downgrade(" ")).code()).isEqualTo(ProblemCode.BAD_PARAMETER);
        assertThat(problemOf(() -> migrator(SHOP).stamp(List.of(), false)).code())
                .isEqualTo(ProblemCode.BAD_PARAMETER);
    }

    // ------------------------------------------------------------------------------------------ failing and going on

    /** Three statements; the second fails as long as {@code blocker} exists. */
    private static TestHistory blocked(Consumer<Operations> third) {
        return history()
                .revision(
                        "a1",
                        "",
                        op -> {
                            op.createTable("first", t -> t.bigint("id"));
                            op.createTable("blocker", t -> t.bigint("id"));
                            third.accept(op);
                        },
                        op -> {
                            op.dropTable("blocker");
                            op.dropTable("first");
                        });
    }

    private static final Consumer<Operations> THIRD = op -> op.createTable("third", t -> t.bigint("id"));

    @Test
    void aStatementThatFailsIsNamedWithWhatIsThereAndHowToGoOn() throws SQLException {
        Asked.run(dataSource, "CREATE TABLE blocker (id BIGINT)");
        String committing = ddlCommits() ? " (" + product() + " commits each DDL statement)" : "";

        Problem problem = problemOf(() -> committingEach(blocked(THIRD)).upgrade("head"));

        assertThat(problem.code()).isEqualTo(ProblemCode.STATEMENT_FAILED);
        assertThat(problem.what()).startsWith("Statement 2 of 3 failed: ").containsIgnoringCase("blocker");
        assertThat(problem.where())
                .hasValueSatisfying(where -> assertThat(where).startsWith("revision a1: CREATE TABLE blocker"));
        assertThat(problem.next())
                .contains("statement 1 is in the database" + committing + "; correct the"
                        + " rest of the migration or what stands in its way, then run: mvn migrate:upgrade\n"
                        + "it continues at statement 2");
        assertThat(versionRows()).isEmpty();
        assertThat(historyRows()).containsExactly("a1 up failed 1");
        assertThat(journalRows()).containsExactly("1 1 done");
    }

    @Test
    void aStepThatFailsLeavesNothingWhereAllOfItIsOneTransaction() throws SQLException {
        assumeFalse(ddlCommits(), "it is not");
        Asked.run(dataSource, "CREATE TABLE blocker (id BIGINT)");

        Problem problem = problemOf(() -> migrator(blocked(THIRD)).upgrade("head"));

        assertThat(problem.what()).startsWith("Statement 2 of 3 failed: ").containsIgnoringCase("blocker");
        assertThat(problem.next())
                .contains(
                        "nothing of this revision is in the database; correct the migration or what stands in its way,"
                                + " then run: mvn migrate:upgrade");
        assertThat(userTables()).containsExactly("blocker");
        assertThat(historyRows()).containsExactly("a1 up failed 1");
        assertThat(journalRows()).isEmpty();

        Asked.run(dataSource, "DROP TABLE blocker");

        assertThat(migrator(blocked(THIRD)).upgrade("head").statements()).isEqualTo(3);
        assertThat(historyRows()).containsExactly("a1 up failed 1", "a1 up done 3");
    }

    @Test
    void aWholeRunLeavesNothingWhereItIsOneTransaction() throws SQLException {
        assumeFalse(ddlCommits(), "it cannot be");
        Asked.run(dataSource, "CREATE TABLE blocker (id BIGINT)");
        TestHistory history = SHOP.revision("d5", "m4", op -> op.createTable("blocker", t -> t.bigint("id")), NOTHING);
        Migrator migrator = migrator(history, dataSource, config().transactionMode(TransactionMode.ALL));

        Problem problem = problemOf(() -> migrator.upgrade("head"));

        assertThat(problem.what()).startsWith("Statement 1 of 1 failed: ");
        assertThat(userTables()).containsExactly("blocker");
        assertThat(versionRows()).isEmpty();
        assertThat(historyRows()).containsExactly("d5 up failed 0");

        Asked.run(dataSource, "DROP TABLE blocker");
        migrator.upgrade("head");

        assertThat(userTables()).containsExactly("blocker", "orders", "users");
        assertThat(versionRows()).containsExactly("d5");
    }

    @Test
    void afterAFailureTheNextUpgradeGoesOnWhereItStopped() throws SQLException {
        Asked.run(dataSource, "CREATE TABLE blocker (id BIGINT)");
        problemOf(() -> committingEach(blocked(THIRD)).upgrade("head"));
        Asked.run(dataSource, "DROP TABLE blocker");

        RunResult result = committingEach(blocked(THIRD)).upgrade("head");

        assertThat(result.statements()).isEqualTo(2);
        assertThat(versionRows()).containsExactly("a1");
        assertThat(userTables()).containsExactly("blocker", "first", "third");
        assertThat(historyRows()).containsExactly("a1 up done 3");
        assertThat(journalRows()).isEmpty();
    }

    @Test
    void whatIsNotDoneYetMayBeCorrected() throws SQLException {
        Asked.run(dataSource, "CREATE TABLE third (id BIGINT)");
        problemOf(() -> committingEach(blocked(THIRD)).upgrade("head"));

        RunResult result = committingEach(blocked(op -> op.createTable("fourth", t -> t.bigint("id"))))
                .upgrade("head");

        assertThat(result.statements()).isEqualTo(1);
        assertThat(userTables()).containsExactly("blocker", "first", "fourth", "third");
    }

    @Test
    void whatIsDoneMustStayAsItWas() throws SQLException {
        Asked.run(dataSource, "CREATE TABLE blocker (id BIGINT)");
        problemOf(() -> committingEach(blocked(THIRD)).upgrade("head"));
        TestHistory changed =
                history().revision("a1", "", op -> op.createTable("first", t -> t.integer("id")), NOTHING);

        Problem problem = problemOf(() -> committingEach(changed).upgrade("head"));

        assertThat(problem.code()).isEqualTo(ProblemCode.CHANGED_SINCE);
        assertThat(problem.what())
                .isEqualTo("An earlier run left revision a1 half done, and operation 1 of 3, which it had done, is no"
                        + " longer the same in the migration.");
        assertThat(problem.next())
                .contains("restore the done operations as they were, then run: mvn migrate:upgrade\n"
                        + "or finish the rest by hand, then run: mvn migrate:stamp -Dto=a1\n"
                        + "or undo statement 1 by hand, then run: mvn migrate:stamp -Dto=base");
    }

    @Test
    void aStampClosesWhatWasLeftHalfDone() throws SQLException {
        Asked.run(dataSource, "CREATE TABLE blocker (id BIGINT)");
        problemOf(() -> committingEach(blocked(THIRD)).upgrade("head"));
        Asked.run(dataSource, "DROP TABLE blocker", "DROP TABLE first");

        committingEach(blocked(THIRD)).stamp(List.of("base"), false);

        assertThat(historyRows()).containsExactly("a1 up abandoned 1");
        assertThat(committingEach(blocked(THIRD)).upgrade("head").statements()).isEqualTo(3);
    }

    @Test
    void aCommandThatWouldPassByAHalfDoneStepIsRefused() throws SQLException {
        TestHistory history = SHOP.revision(
                "d5",
                "m4",
                op -> {
                    op.createTable("first", t -> t.bigint("id"));
                    op.execute("INSERT INTO nowhere VALUES (1)");
                },
                NOTHING);
        problemOf(() -> committingEach(history).upgrade("head"));

        Problem problem = problemOf(() -> committingEach(history).downgrade("base"));

        assertThat(problem.code()).isEqualTo(ProblemCode.HALF_APPLIED);
        assertThat(problem.what())
                .isEqualTo("an earlier run left revision d5 half applied, and this downgrade to base would not finish"
                        + " that first");
        assertThat(problem.next())
                .hasValueSatisfying(next -> assertThat(next).contains("finish it: mvn migrate:upgrade -Dto=d5"));
    }

    @Test
    void aHalfDoneStepComesFirstEvenWhenANewBranchSortsBeforeIt() throws SQLException {
        TestHistory before = history()
                .revision("m1", "", NOTHING, NOTHING)
                .revision(
                        "z9",
                        "m1",
                        op -> {
                            op.createTable("first", t -> t.bigint("id"));
                            op.createTable("blocker", t -> t.bigint("id"));
                        },
                        NOTHING);
        Asked.run(dataSource, "CREATE TABLE blocker (id BIGINT)");
        problemOf(() -> committingEach(before).upgrade("heads"));
        Asked.run(dataSource, "DROP TABLE blocker");
        TestHistory after = before.revision("a0", "m1", NOTHING, NOTHING);

        RunResult result = committingEach(after).upgrade("heads");

        assertThat(result.steps().stream().map(step -> step.step().revision())).containsExactly("z9", "a0");
        assertThat(versionRows()).containsExactly("a0", "z9");
    }

    @Test
    void dataStatementsAreOneTransaction() throws SQLException {
        TestHistory history = history()
                .revision(
                        "a1",
                        "",
                        op -> {
                            op.createTable("people", t -> t.varchar("name", 20).notNull());
                            op.insert(
                                    "people", r -> r.columns("name").row("ann").row("bob"));
                            op.execute("UPDATE people SET name = 'eve' WHERE name = ?", "ann");
                            op.execute("INSERT INTO people VALUES (NULL)");
                        },
                        op -> op.dropTable("people"));

        Problem problem = problemOf(() -> migrator(history).upgrade("head"));

        assertThat(problem.what()).startsWith("Statement 4 of 4 failed: ");
        if (ddlCommits()) {
            assertThat(problem.next())
                    .hasValueSatisfying(next -> assertThat(next).endsWith("it continues at statement 2"));
            assertThat(Asked.rows(dataSource, "SELECT name FROM people")).isEmpty();
            assertThat(journalRows()).containsExactly("1 1 done");
        } else {
            assertThat(userTables()).isEmpty();
            assertThat(journalRows()).isEmpty();
        }
    }

    @Test
    void withoutTransactionsEachStatementStays() throws SQLException {
        TestHistory history = history()
                .revision(
                        "a1",
                        "",
                        op -> {
                            op.createTable("people", t -> t.varchar("name", 20).notNull());
                            op.execute("INSERT INTO people VALUES ('ann')");
                            op.execute("INSERT INTO people VALUES (NULL)");
                        },
                        NOTHING);
        Migrator migrator = migrator(history, dataSource, config().transactionMode(TransactionMode.NONE));

        Problem problem = problemOf(() -> migrator.upgrade("head"));

        assertThat(problem.next()).hasValueSatisfying(next -> assertThat(next).endsWith("it continues at statement 3"));
        assertThat(Asked.rows(dataSource, "SELECT name FROM people")).containsExactly("ann");
    }

    @Test
    void aDowngradeGoesOnWhereItStopped() throws SQLException {
        committingEach(blocked(THIRD)).upgrade("head");
        Asked.run(dataSource, "DROP TABLE first");
        TestHistory history = blocked(THIRD);
        Problem problem = problemOf(() -> committingEach(history).downgrade("base"));
        assertThat(problem.where())
                .hasValueSatisfying(where -> assertThat(where).startsWith("revision a1, downgrade: DROP TABLE"));
        Asked.run(dataSource, "CREATE TABLE first (id BIGINT)");

        RunResult result = committingEach(history).downgrade("base");

        assertThat(result.statements()).isEqualTo(1);
        assertThat(versionRows()).isEmpty();
        assertThat(userTables()).containsExactly("third");
    }

    // ------------------------------------------------------------------------------------------ questions and code

    @Test
    void aQuestionIsAnsweredByValue() throws SQLException {
        TestHistory history = history()
                .revision(
                        "a1",
                        "",
                        op -> {
                            op.verify("one is one", "SELECT 1.00", 1);
                            op.verify("yes", "SELECT 1 = 1", true);
                            op.verify("text", "SELECT 'x'", "x");
                            op.verify("a value", "SELECT CASE WHEN 'why?' = ? THEN 'yes' END", "yes", "why?");
                        },
                        NOTHING);

        migrator(history).upgrade("head");

        assertThat(versionRows()).containsExactly("a1");
    }

    @Test
    void anotherAnswerStopsTheStep() throws SQLException {
        TestHistory history = history()
                .revision(
                        "a1",
                        "",
                        op -> {
                            op.createTable("people", t -> t.varchar("name", 20));
                            op.insert("people", r -> r.columns("name").row("ann"));
                            op.verify("nobody is there", "SELECT count(*) FROM people", 0);
                        },
                        NOTHING);

        Problem problem = problemOf(() -> migrator(history).upgrade("head"));

        assertThat(problem.code()).isEqualTo(ProblemCode.VERIFY_FAILED);
        assertThat(problem.what())
                .isEqualTo("Statement 3 of 3 stopped the migration: \"nobody is there\" is not true: expected 0, but"
                        + " the answer is 1");
        assertThat(problem.where()).contains("revision a1: SELECT count(*) FROM people");
        if (ddlCommits()) {
            assertThat(Asked.rows(dataSource, "SELECT name FROM people")).isEmpty();
        } else {
            assertThat(userTables()).isEmpty();
        }
    }

    @Test
    void aQuestionWithTwoRowsIsNoQuestion() {
        TestHistory history =
                history().revision("a1", "", op -> op.verify("what", "SELECT 1 UNION ALL SELECT 2", 1), NOTHING);

        Problem problem = problemOf(() -> migrator(history).upgrade("head"));

        assertThat(problem.code()).isEqualTo(ProblemCode.VERIFY_FAILED);
        assertThat(problem.what()).endsWith("a question has one row and one column, but it has more than one row");
    }

    @Test
    void codeRunsInTheTransactionOfItsNeighbours() throws SQLException {
        List<String> progress = new ArrayList<>();
        TestHistory history = history()
                .revision(
                        "a1",
                        "",
                        op -> {
                            op.createTable("people", t -> t.varchar("name", 20));
                            op.insert("people", r -> r.columns("name").row("ann"));
                            op.run("greet", 1, ctx -> {
                                try (Statement statement = ctx.connection().createStatement()) {
                                    statement.executeUpdate("UPDATE people SET name = 'hello ann'");
                                }
                                ctx.progress("greeted");
                            });
                        },
                        NOTHING);
        Migrator migrator = migrator(history, dataSource, config().listener(event -> {
            if (event instanceof RunEvent.Progress said) {
                progress.add(said.message());
            }
        }));

        migrator.upgrade("head");

        assertThat(Asked.rows(dataSource, "SELECT name FROM people")).containsExactly("hello ann");
        assertThat(progress).containsExactly("greeted");
    }

    @Test
    void codeThatThrowsIsNamedWithItsCause() throws SQLException {
        IllegalStateException thrown = new IllegalStateException("no key");
        TestHistory history = history()
                .revision(
                        "a1",
                        "",
                        op -> {
                            op.createTable("people", t -> t.varchar("name", 20));
                            op.run("hash the keys", 2, ctx -> {
                                throw thrown;
                            });
                        },
                        NOTHING);

        MigrateException failure = catchThrowableOfType(
                MigrateException.class, () -> migrator(history).upgrade("head"));

        assertThat(failure.problem().code()).isEqualTo(ProblemCode.RUN_FAILED);
        assertThat(failure.problem().what())
                .isEqualTo(
                        "Statement 2 of 2 failed: the migration's code threw java.lang.IllegalStateException: no key");
        assertThat(failure.problem().where()).contains("revision a1: run \"hash the keys\" version 2");
        assertThat(failure).hasCause(thrown);
        assertThat(historyRows()).containsExactly("a1 up failed 1");
    }

    @Test
    void codeCannotEndTheRunsTransaction() throws SQLException {
        List<Consumer<Connection>> attempts = new ArrayList<>(List.of(
                connection -> sql(connection::commit),
                connection -> sql(connection::rollback),
                connection -> sql(connection::close),
                connection -> sql(() -> connection.setAutoCommit(true)),
                connection ->
                        sql(() -> connection.createStatement().getConnection().commit()),
                connection -> sql(() -> connection.getMetaData().getConnection().commit())));
        if (ddlCommits()) {
            attempts.add(
                    connection -> sql(() -> connection.createStatement().execute("CREATE TABLE sneaked (id INT)")));
            attempts.add(connection ->
                    sql(() -> connection.createStatement().execute("/* hi */ CREATE TABLE sneaked (id INT)")));
            attempts.add(connection ->
                    sql(() -> connection.createStatement().execute("-- hi\nCREATE TABLE sneaked (id INT)")));
        }
        for (Consumer<Connection> attempt : attempts) {
            TestHistory history = history()
                    .revision("a1", "", op -> op.run("try", 1, ctx -> attempt.accept(ctx.connection())), NOTHING);

            assertThat(problemOf(() -> migrator(history).upgrade("head")).code())
                    .isEqualTo(ProblemCode.RUN_FAILED);
        }
        assertThat(userTables()).isEmpty();
    }

    /** Something that a driver may refuse. */
    private interface SqlAction {
        void run() throws SQLException;
    }

    private static void sql(SqlAction action) {
        try {
            action.run();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void codeThatSaysWhenItIsDoneMayChangeDefinitions() throws SQLException {
        TestHistory history = history()
                .revision(
                        "a1",
                        "",
                        op -> op.run("create", 1, ctx -> {
                                    try (Statement statement = ctx.connection().createStatement()) {
                                        statement.execute("CREATE TABLE made (id INT)");
                                    }
                                })
                                .doneWhen("SELECT 1 = 1"),
                        NOTHING);

        migrator(history).upgrade("head");

        assertThat(userTables()).containsExactly("made");
    }

    @Test
    void whatOneMigrationSetsDoesNotReachTheNext() throws SQLException {
        String elsewhere = otherSchema();
        TestHistory history = history()
                .revision("a1", "", op -> op.execute(useSchema(elsewhere)), NOTHING)
                .revision("b2", "a1", op -> op.createTable("here", t -> t.bigint("id")), NOTHING);

        migrator(history).upgrade("head");

        assertThat(userTables()).containsExactly("here");
    }

    /** Another schema of the same database that the account may use. */
    abstract String otherSchema() throws SQLException;

    abstract String useSchema(String schema);

    @Test
    void bracesInRawSqlAreNobodysEscapes() throws SQLException {
        TestHistory history = history()
                .revision(
                        "a1",
                        "",
                        op -> {
                            op.createTable("notes", t -> t.varchar("body", 50));
                            op.execute("INSERT INTO notes VALUES ('{fn now()} {\"a\": 1} ?')");
                        },
                        NOTHING);

        migrator(history).upgrade("head");

        assertThat(Asked.rows(dataSource, "SELECT body FROM notes")).containsExactly("{fn now()} {\"a\": 1} ?");
    }

    // ------------------------------------------------------------------------------------------ one at a time

    @Test
    void aLockThatAnotherHoldsIsWaitedForAndThenNamed() throws SQLException {
        migrator(SHOP).upgrade("a1");
        List<RunEvent> events = Collections.synchronizedList(new ArrayList<>());
        // The half of SHOP that is pending keeps the second run from its fast path.
        TestHistory pending = history()
                .revision("a1", "", NOTHING, NOTHING)
                .revision(
                        "h1",
                        "a1",
                        op -> op.run("hold", 1, ctx -> {
                            Migrator second = migrator(
                                    SHOP,
                                    dataSource,
                                    config().lockTimeout(Duration.ofMillis(300)).listener(events::add));
                            Problem problem = problemOf(() -> second.upgrade("head"));
                            assertThat(problem.code()).isEqualTo(ProblemCode.LOCK_HELD);
                            assertThat(problem.next())
                                    .hasValueSatisfying(next -> assertThat(next).contains("nothing has been changed"));
                        }),
                        NOTHING);

        migrator(pending).upgrade("head");

        assertThat(events).anyMatch(RunEvent.WaitingForLock.class::isInstance);
        assertThat(versionRows()).containsExactly("h1");
    }

    @Test
    void aComparisonBesideARunTellsOfTheRun() throws SQLException {
        List<Problem> told = new ArrayList<>();
        TestHistory running = history()
                .revision(
                        "a1",
                        "",
                        op -> op.run(
                                "look",
                                1,
                                ctx -> told.add(problemOf(() -> Migrator.compare(
                                        dataSource,
                                        config().build(),
                                        List.of("a1"),
                                        (sessions, dialect, looking) -> {
                                            throw new IllegalStateException("nobody asks what should be");
                                        },
                                        DiffPolicy.USUAL)))),
                        NOTHING);

        migrator(running).upgrade("head");

        assertThat(told).singleElement().satisfies(problem -> {
            assertThat(problem.code()).isEqualTo(ProblemCode.LOCK_HELD);
            assertThat(problem.what())
                    .startsWith("a run is under way here, so that nobody can tell what the database is meant to be by"
                            + " now; the migration lock is held by ");
            assertThat(problem.next()).contains("wait until it is done, then the same again; nothing has been changed");
        });
    }

    @Test
    void fiftyMigratorsAtOnceApplyEachRevisionOnce() throws Exception {
        TestHistory counting = history()
                .revision("a1", "", op -> op.createTable("applied", t -> t.varchar("id", 20)), NOTHING)
                .revision("b2", "a1", op -> op.execute("INSERT INTO applied VALUES ('b2')"), NOTHING)
                .revision("c3", "b2", op -> op.execute("INSERT INTO applied VALUES ('c3')"), NOTHING);
        ExecutorService threads = Executors.newFixedThreadPool(50);
        try {
            List<Future<RunResult>> runs = threads.invokeAll(
                    Collections.nCopies(50, () -> migrator(counting).upgrade("head")));
            int steps = 0;
            for (Future<RunResult> run : runs) {
                steps += run.get().steps().size();
            }

            assertThat(steps).isEqualTo(3);
        } finally {
            threads.shutdownNow();
        }
        assertThat(Asked.rows(dataSource, "SELECT id FROM applied ORDER BY 1")).containsExactly("b2", "c3");
        assertThat(versionRows()).containsExactly("c3");
    }

    @Test
    void anInterruptedWaitEnds() throws SQLException {
        migrator(SHOP).upgrade("a1");
        TestHistory pending = history()
                .revision("a1", "", NOTHING, NOTHING)
                .revision(
                        "h1",
                        "a1",
                        op -> op.run("hold", 1, ctx -> {
                            Thread.currentThread().interrupt();
                            Problem problem = problemOf(() -> migrator(SHOP).upgrade("head"));
                            assertThat(Thread.interrupted()).isTrue();
                            assertThat(problem.what()).endsWith("the wait was interrupted");
                        }),
                        NOTHING);

        migrator(pending).upgrade("head");
    }

    // ------------------------------------------------------------------------------------------ killed

    private static final TestHistory KILLED = history()
            .revision(
                    "a1",
                    "",
                    op -> {
                        op.createTable("log", t -> t.varchar("entry", 20));
                        op.execute("INSERT INTO log VALUES ('one')");
                        op.execute("INSERT INTO log VALUES ('two')");
                        op.createTable("more", t -> t.bigint("id"));
                        op.createIndex("more", i -> i.on("id"));
                    },
                    NOTHING)
            .revision("b2", "a1", op -> op.execute("INSERT INTO log VALUES ('three')"), NOTHING);

    /**
     * Killed before and after everything that it sends: the next plain run completes, or asks about one statement; with
     * the true answer it completes. Nothing is done twice.
     */
    @Test
    void aRunKilledAnywhereGoesOnOrAsks() throws SQLException {
        int sent = sentByAnUndisturbedRun();
        int asked = 0;
        for (Moment moment : Moment.values()) {
            for (int at = 0; at < sent; at++) {
                dataSource = freshDatabase();
                WatchedDataSource dying = new WatchedDataSource(dataSource).dying(moment, at);
                assertThat(catchThrowable(() -> migrator(KILLED, dying).upgrade("head")))
                        .as("%s %s", moment, at)
                        .isInstanceOf(Killed.class);

                asked += completeAfterKill() ? 1 : 0;

                assertThat(Asked.rows(dataSource, "SELECT entry FROM log ORDER BY 1"))
                        .as("%s %s", moment, at)
                        .containsExactly("one", "three", "two");
                assertThat(versionRows()).containsExactly("b2");
                assertThat(userTables()).containsExactly("log", "more");
                assertThat(journalRows()).isEmpty();
            }
        }
        if (ddlCommits()) {
            assertThat(asked).isPositive().isLessThan(sent);
        } else {
            assertThat(asked).isZero();
        }
    }

    private int sentByAnUndisturbedRun() throws SQLException {
        WatchedDataSource watched = new WatchedDataSource(freshDatabase());
        migrator(KILLED, watched).upgrade("head");
        return watched.sent().size();
    }

    /** Whether the run asked. */
    private boolean completeAfterKill() throws SQLException {
        try {
            migrator(KILLED).upgrade("head");
            return false;
        } catch (MigrateException e) {
            assertThat(e.problem().code()).as(e.getMessage()).isEqualTo(ProblemCode.IN_DOUBT);
            assertThat(e.problem().next())
                    .hasValueSatisfying(next -> assertThat(next).contains("-Dmigrate.resume=a1#"));
            List<String> doubt =
                    Asked.rows(dataSource, "SELECT ordinal, sql_text FROM migrate_journal WHERE state = 'started'");
            assertThat(doubt).hasSize(1);
            int number = Integer.parseInt(doubt.get(0).substring(0, 1));
            ResumeDecision truth = isThere(doubt.get(0)) ? ResumeDecision.DONE : ResumeDecision.RETRY;
            migrator(KILLED, dataSource, config().resume(new StatementId("a1", number), truth))
                    .upgrade("head");
            return true;
        }
    }

    private boolean isThere(String statement) throws SQLException {
        if (statement.contains("INDEX")) {
            return !Asked.rows(dataSource, indexQuery("more")).isEmpty();
        }
        return userTables().contains(statement.contains("log") ? "log" : "more");
    }

    abstract String indexQuery(String table);

    @Test
    void theAuthorsWordDecidesAboutADoubt() throws SQLException {
        TestHistory history = history()
                .revision(
                        "a1",
                        "",
                        op -> {
                            op.createTable("log", t -> t.varchar("entry", 20));
                            op.execute(createViewOf("log")).doneWhen(viewQuery("logged"));
                        },
                        NOTHING);
        int at = 0;
        WatchedDataSource watched = new WatchedDataSource(freshDatabase());
        migrator(history, watched).upgrade("head");
        while (!watched.sent().get(at).startsWith("CREATE VIEW")) {
            at++;
        }
        WatchedDataSource dying = new WatchedDataSource(dataSource).dying(Moment.AFTER, at);
        assertThatThrownBy(() -> migrator(history, dying).upgrade("head")).isInstanceOf(Killed.class);

        RunResult result = migrator(history).upgrade("head");

        assertThat(result.statements()).isEqualTo(ddlCommits() ? 0 : 2); // else the kill took back both
        assertThat(versionRows()).containsExactly("a1");
    }

    private static String createViewOf(String table) {
        return "CREATE VIEW logged AS SELECT * FROM " + table;
    }

    @Test
    void aTableThatIsNotThereIsNamed() {
        Problem problem = problemOf(() -> migrator(
                        history().revision("a1", "", op -> op.alterColumn("nope", "a", c -> c.varchar(9)), NOTHING),
                        dataSource)
                .upgrade("head"));

        assertThat(problem.code()).isEqualTo(ProblemCode.UNKNOWN_OBJECT);
        assertThat(problem.what()).startsWith("there is no table nope in schema ");
        assertThat(problem.where()).contains("revision a1, operation 1: alter column nope.a");
        assertThat(problem.next()).contains("correct the name, or the order of the migrations");
    }
}
