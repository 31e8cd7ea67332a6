package dev.migrate.execute;

import static dev.migrate.execute.MigratorContract.NOTHING;
import static dev.migrate.execute.MigratorContract.config;
import static dev.migrate.execute.MigratorContract.migrator;
import static dev.migrate.execute.MigratorContract.problemOf;
import static dev.migrate.execute.TestHistory.history;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.migrate.Operations;
import dev.migrate.problem.MigrateException;
import dev.migrate.problem.Problem;
import dev.migrate.problem.ProblemCode;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which migrations are compared with what was applied, and with what result. */
class ChangedMigrationsTest {

    private static final AtomicInteger DATABASES = new AtomicInteger();

    private static final Consumer<Operations> TABLE = op -> op.createTable("t", t -> t.bigint("id"));
    private static final Consumer<Operations> OTHER = op -> op.createTable("t", t -> t.integer("id"));
    private static final Consumer<Operations> NAMED = op -> op.createTable(op.x("table"), t -> t.bigint("id"));
    private static final Consumer<Operations> DROP = op -> op.dropTable("t");

    private final DataSource dataSource =
            H2MigratorTest.h2("mem:changed" + DATABASES.incrementAndGet() + ";DB_CLOSE_DELAY=-1");

    private static TestHistory one(Consumer<Operations> up, String checksum) {
        return history().revision("a1", "", up, DROP).written("a1", checksum);
    }

    private RunResult upgrade(TestHistory history, MigratorConfig.Builder config) {
        return migrator(history, dataSource, config).upgrade("head");
    }

    private List<String> column(String column) throws SQLException {
        return Asked.rows(dataSource, "SELECT " + column + " FROM migrate_history ORDER BY started, step");
    }

    @Test
    void equalChecksumsRecordNothing() {
        upgrade(one(TABLE, "1:aa"), config());
        List<String> recorded = new ArrayList<>();

        upgrade(one(op -> recorded.add("a1"), "1:aa"), config());

        assertThat(recorded).isEmpty();
    }

    @Test
    void aWarningIsToldOnceAndTheRunGoesOn() {
        upgrade(one(TABLE, "1:aa"), config());
        List<Problem> warnings = new ArrayList<>();
        TestHistory more = one(OTHER, "1:bb").revision("b2", "a1", NOTHING, NOTHING);

        RunResult result = upgrade(more, config().changed(ChangedPolicy.WARNING).listener(into(warnings)));

        assertThat(result.after()).containsExactly("b2");
        assertThat(warnings).extracting(Problem::code).containsExactly(ProblemCode.CHANGED_AFTER_APPLIED);
    }

    private static RunListener into(List<Problem> warnings) {
        return event -> {
            if (event instanceof RunEvent.Warning warning) {
                warnings.add(warning.problem());
            }
        };
    }

    @Test
    void whoIgnoresChangesDoesNotLook() {
        upgrade(one(TABLE, "1:aa"), config());
        List<String> recorded = new ArrayList<>();

        upgrade(one(op -> recorded.add("a1"), "1:bb"), config().changed(ChangedPolicy.IGNORE));

        assertThat(recorded).isEmpty();
    }

    @Test
    void everyChangedMigrationIsNamed() {
        TestHistory before =
                one(TABLE, "1:aa").revision("b2", "a1", NOTHING, NOTHING).written("b2", "1:bb");
        TestHistory after = one(OTHER, "1:a0")
                .revision("b2", "a1", op -> op.execute("SELECT 1"), NOTHING)
                .written("b2", "1:b0");
        upgrade(before, config());

        MigrateException refused = catchThrowableOfType(MigrateException.class, () -> upgrade(after, config()));

        assertThat(refused.problems())
                .extracting(problem -> problem.where().orElseThrow())
                .containsExactly("app.Ra1", "app.Rb2");
        assertThat(refused.problems().get(1).what())
                .endsWith("it recorded 0 operations then and 1 operation now, and they differ from operation 1 on");
    }

    @Test
    void anotherAlgorithmOfTheChecksumIsSettledByTheOperations() throws SQLException {
        upgrade(one(TABLE, "1:aa"), config());

        upgrade(one(TABLE, "2:cc"), config());

        assertThat(column("source_checksum")).containsExactly("2:cc");
    }

    @Test
    void withoutAChecksumNothingIsCompared() {
        upgrade(history().revision("a1", "", TABLE, DROP), config());
        assertThat(upgrade(one(OTHER, "1:bb"), config()).steps()).isEmpty();
        assertThat(upgrade(history().revision("a1", "", OTHER, DROP), config()).steps())
                .isEmpty();
    }

    @Test
    void whatIsNotAppliedAnyMoreMayChange() throws SQLException {
        migrator(one(TABLE, "1:aa"), dataSource).upgrade("head");
        migrator(one(TABLE, "1:aa"), dataSource).downgrade("base");

        upgrade(one(OTHER, "1:bb"), config());

        assertThat(upgrade(one(OTHER, "1:bb"), config()).steps()).isEmpty();
        assertThat(column("direction || source_checksum")).containsExactly("up1:aa", "down1:aa", "up1:bb");
    }

    @Test
    void anOperationThatDependsOnAnotherValueIsNotJudged() throws SQLException {
        upgrade(one(NAMED, "1:aa"), config().x("table", "t"));

        upgrade(one(NAMED, "1:bb"), config().x("table", "other"));
        upgrade(one(NAMED, "1:bb"), config());

        assertThat(column("source_checksum")).containsExactly("1:aa");
        assertThat(problemOf(() -> upgrade(one(OTHER.andThen(op -> op.x("table")), "1:bb"), config().x("table", "t")))
                        .code())
                .isEqualTo(ProblemCode.CHANGED_AFTER_APPLIED);
    }

    @Test
    void aValueThatNobodyAsksForChangesNothing() throws SQLException {
        upgrade(one(TABLE, "1:aa"), config());

        assertThat(problemOf(() -> upgrade(one(OTHER, "1:bb"), config().x("table", "t")))
                        .code())
                .isEqualTo(ProblemCode.CHANGED_AFTER_APPLIED);
    }

    @Test
    void whatWasHashedByAnUnknownFormIsNotJudged() throws SQLException {
        upgrade(one(TABLE, "1:aa"), config());
        Asked.run(dataSource, "UPDATE migrate_history SET ops_hash = '9:' || SUBSTRING(ops_hash FROM 3)");

        assertThat(upgrade(one(OTHER, "1:bb"), config()).steps()).isEmpty();
    }

    @Test
    void whatHasNoHashIsNotJudged() throws SQLException {
        upgrade(one(TABLE, "1:aa"), config());
        Asked.run(dataSource, "UPDATE migrate_history SET ops_hash = NULL");

        assertThat(upgrade(one(OTHER, "1:bb"), config()).steps()).isEmpty();
    }

    @Test
    void theHashTellsWhatTheRecordingDependedOn() throws SQLException {
        upgrade(one(TABLE, "1:aa"), config());

        assertThat(column("ops_hash"))
                .singleElement()
                .satisfies(hash -> assertThat(hash).matches("1:[0-9a-f]{64} for h2/256"));
    }

    @Test
    void aReformattedSourceWaitsForNoOtherRun() throws SQLException {
        upgrade(one(TABLE, "1:aa"), config());
        List<RunEvent> events = new ArrayList<>();
        try (Connection other = dataSource.getConnection()) {
            other.setAutoCommit(false);
            try (Statement statement = other.createStatement()) {
                statement.execute("SELECT name FROM migrate_lock FOR UPDATE");
            }

            assertThat(upgrade(one(TABLE, "1:bb"), config().listener(events::add))
                            .steps())
                    .isEmpty();
        }
        assertThat(events).doesNotHaveAnyElementsOfTypes(RunEvent.WaitingForLock.class, RunEvent.Warning.class);
        assertThat(column("source_checksum")).containsExactly("1:aa");
        upgrade(one(TABLE, "1:bb"), config());
        assertThat(column("source_checksum")).containsExactly("1:bb");
    }

    @Test
    void anAccountThatMayOnlyReadIsNotHeldUpByAReformattedSource() throws SQLException {
        String url = "mem:changed" + DATABASES.incrementAndGet();
        DataSource owner = H2MigratorTest.h2(url + ";DB_CLOSE_DELAY=-1");
        migrator(one(TABLE, "1:aa"), owner).upgrade("head");
        Asked.run(owner, "CREATE USER reader PASSWORD 'r'", "GRANT SELECT ON SCHEMA public TO reader");
        JdbcDataSource reader = new JdbcDataSource();
        reader.setURL("jdbc:h2:" + url);
        reader.setUser("reader");
        reader.setPassword("r");

        List<Problem> warnings = new ArrayList<>();

        assertThat(migrator(one(TABLE, "1:bb"), reader, config().listener(into(warnings)))
                        .upgrade("head")
                        .steps())
                .isEmpty();
        assertThat(warnings).isEmpty();
        assertThat(Asked.rows(owner, "SELECT source_checksum FROM migrate_history"))
                .containsExactly("1:aa");
    }

    @Test
    void aDatabaseThatNobodyMayWriteIsNotHeldUpByAReformattedSource(@TempDir Path directory) {
        String url = "file:" + directory.resolve("shop");
        migrator(one(TABLE, "1:aa"), H2MigratorTest.h2(url)).upgrade("head");
        DataSource readOnly = H2MigratorTest.h2(url + ";ACCESS_MODE_DATA=r");

        List<Problem> warnings = new ArrayList<>();

        assertThat(migrator(one(TABLE, "1:bb"), readOnly, config().listener(into(warnings)))
                        .upgrade("head")
                        .steps())
                .isEmpty();
        assertThat(warnings).singleElement().satisfies(warning -> {
            assertThat(warning.code()).isEqualTo(ProblemCode.STATEMENT_FAILED);
            assertThat(warning.what())
                    .startsWith("there is nothing to do; that migrations look different")
                    .contains("The database is read only");
            assertThat(warning.next().orElseThrow()).startsWith("nothing has to be done");
        });
        assertThat(problemOf(() -> migrator(one(OTHER, "1:bb"), readOnly).upgrade("head"))
                        .code())
                .isEqualTo(ProblemCode.CHANGED_AFTER_APPLIED);
        assertThat(problemOf(() -> migrator(one(TABLE, "1:bb").revision("b2", "a1", NOTHING, NOTHING), readOnly)
                                .upgrade("head"))
                        .code())
                .isNotEqualTo(ProblemCode.CHANGED_AFTER_APPLIED);
    }
}
