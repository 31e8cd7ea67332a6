package dev.migrate.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.execute.CurrentResult;
import dev.migrate.execute.DatabaseInfo;
import dev.migrate.execute.DatabaseRows;
import dev.migrate.execute.EnsureVersionResult;
import dev.migrate.execute.EnvironmentMark;
import dev.migrate.execute.RepairResult;
import dev.migrate.execute.RepairResult.Accepted;
import dev.migrate.execute.RevisionDetail;
import dev.migrate.execute.RevisionInfo;
import dev.migrate.execute.Revisions;
import dev.migrate.execute.RunEvent;
import dev.migrate.execute.RunResult;
import dev.migrate.execute.RunResult.StepResult;
import dev.migrate.execute.StampResult;
import dev.migrate.execute.StepInfo;
import dev.migrate.graph.RevisionExpression;
import dev.migrate.graph.RevisionNode;
import dev.migrate.graph.RevisionRange;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ReportTest {

    private static final DatabaseInfo DATABASE = new DatabaseInfo("mariadb", "11.4.5", "shop", "migrate_version");

    private static final Revisions REVISIONS = Revisions.of(List.of(
            revision("a1", List.of(), List.of(), List.of(), "users"),
            revision("b2", List.of("a1"), List.of(), List.of(), "avatar\n\nof every user"),
            revision("c3", List.of("a1"), List.of(), List.of("orders"), ""),
            revision("m4", List.of("b2", "c3"), List.of(), List.of(), "merge avatar and orders"),
            revision("x1", List.of(), List.of(), List.of("billing"), "billing"),
            revision("y1", List.of(), List.of("x1"), List.of("reports"), "reports")));

    private static RevisionInfo revision(
            String id, List<String> down, List<String> needs, List<String> labels, String message) {
        return new RevisionInfo("", new RevisionNode(id, down, needs, labels), message, "app.R" + id, "app.R" + id);
    }

    @Test
    void historyIsOneLineARevision() {
        assertThat(HistoryReport.text(REVISIONS.history(RevisionRange.ALL, List.of("b2")), false))
                .isEqualTo("""
                        <base> (x1) -> y1 (reports) (head), reports
                        <base> -> x1 (billing) (effective head), billing
                        b2, c3 -> m4 (orders) (head) (mergepoint), merge avatar and orders
                        a1 -> c3 (orders)
                        a1 -> b2 (current), avatar
                        <base> -> a1 (branchpoint), users
                        """);
    }

    @Test
    void verboseHistoryIsOneBlockARevision() {
        assertThat(HistoryReport.text(REVISIONS.history(RevisionRange.parse("b2:m4"), List.of("b2")), true))
                .isEqualTo("""
                        Rev: m4 (head) (mergepoint)
                        Merges: b2, c3
                        Branch names: orders
                        Path: app.Rm4

                            merge avatar and orders

                        Rev: b2 (current)
                        Parent: a1
                        Path: app.Rb2

                            avatar

                            of every user

                        """);
    }

    @Test
    void headsAreOneLineEach() {
        assertThat(HeadsReport.text(REVISIONS.heads(), false))
                .isEqualTo("m4 (orders) (head)\nx1 (billing) (effective head)\ny1 (reports) (head)\n");
    }

    @Test
    void aBranchPointStandsAboveWhatFollowsIt() {
        assertThat(BranchesReport.text(REVISIONS.branches(), false)).isEqualTo("""
                a1 (branchpoint)
                   -> b2, avatar
                   -> c3 (orders)

                """);
        assertThat(BranchesReport.text(REVISIONS.branches(), true)).isEqualTo("""
                Rev: a1 (branchpoint)
                Parent: <base>
                Branches into: b2, c3
                Path: app.Ra1

                    users
                   -> b2, avatar
                   -> c3 (orders)

                """);
    }

    @Test
    void severalHistoriesAreListedUnderTheirNames() {
        assertThat(HistoryReport.text(Drawn.two(), false)).isEqualTo("""
                history without a name:
                a1 -> b2 (head), second
                <base> -> a1, first

                history billing:
                a1 -> b2 (head), second
                <base> -> a1, first
                """);
    }

    @Test
    void stepsAreCountedFromAnyName() {
        List<RevisionExpression> names =
                Stream.of("c3+1", "m4", "c3-1").map(RevisionExpression::parse).toList();

        assertThat(REVISIONS.show(names, List.of()).revisions())
                .extracting(RevisionDetail::id)
                .containsExactly("m4", "a1");
    }

    @Test
    void showTellsEverythingAboutARevision() {
        assertThat(ShowReport.text(REVISIONS.show(RevisionExpression.parse("a1"), List.of())))
                .isEqualTo("""
                        Rev: a1 (branchpoint)
                        Parent: <base>
                        Branches into: b2, c3
                        Path: app.Ra1

                            users
                        """);
        assertThat(ShowReport.text(REVISIONS.show(RevisionExpression.parse("y1"), List.of())))
                .isEqualTo("""
                        Rev: y1 (head)
                        Parent: <base>
                        Also depends on: x1
                        Branch names: reports
                        Path: app.Ry1

                            reports
                        """);
    }

    @Test
    void currentIsOneLineARowAndNothingForAnEmptyDatabase() {
        CurrentResult rows = REVISIONS.current(rows(List.of("b2", "x1")));

        assertThat(CurrentReport.text(rows)).isEqualTo("b2\nx1 (effective head)\n");
        assertThat(CurrentReport.text(REVISIONS.current(rows(List.of())))).isEmpty();
    }

    @Test
    void verboseCurrentNamesTheDatabase() {
        assertThat(CurrentReport.blocks(REVISIONS.current(rows(List.of("m4"))), "jdbc:mariadb://db/shop"))
                .isEqualTo("""
                        Current revision(s) for jdbc:mariadb://db/shop:
                        Rev: m4 (head) (mergepoint) (current)
                        Merges: b2, c3
                        Branch names: orders
                        Path: app.Rm4

                            merge avatar and orders

                        """);
    }

    @Test
    void aRunIsToldInOneLine() {
        StepResult step = new StepResult(new StepInfo("b2", "avatar", true, List.of("a1")), 1, 40);
        StepResult back = new StepResult(new StepInfo("b2", "avatar", false, List.of("a1")), 2, 40);

        assertThat(RunReport.text(new RunResult(DATABASE, List.of("a1"), List.of("b2"), List.of(step), 3_456)))
                .isEqualTo("1 revision applied (1 statement, 3.4 s): the database went from a1 to b2\n");
        assertThat(RunReport.text(new RunResult(DATABASE, List.of("b2"), List.of(), List.of(back, back), 125_000)))
                .isEqualTo("2 revisions undone (4 statements, 2 min 5 s): the database went from b2 to <base>\n");
        assertThat(RunReport.text(new RunResult(DATABASE, List.of("b2"), List.of("b2"), List.of(), 12)))
                .isEqualTo("nothing to do: the database is at b2\n");
    }

    @Test
    void aStampIsToldInOneLine() {
        assertThat(RunReport.text(new StampResult(DATABASE, List.of(), List.of("b2", "c3"))))
                .isEqualTo("stamped: the version table held <base>, now it holds b2, c3\n");
        assertThat(RunReport.text(new StampResult(DATABASE, List.of("b2"), List.of("b2"))))
                .isEqualTo("nothing to write: the version table holds b2\n");
    }

    @Test
    void whatTheDatabaseIsIsToldAfterItsTables() {
        EnvironmentMark prod = new EnvironmentMark("prod", true);

        assertThat(RunReport.text(new EnsureVersionResult(
                        DATABASE, List.of("migrate_version", "migrate_info"), EnvironmentMark.NONE, prod)))
                .isEqualTo("""
                        created migrate_version, migrate_info (schema shop)
                        the database was not marked, now it is "prod", production
                        """);
        assertThat(RunReport.text(new EnsureVersionResult(DATABASE, List.of(), prod, prod)))
                .isEqualTo("""
                        nothing to create: migrate's own tables are there (schema shop)
                        the database is "prod", production
                        """);
    }

    @Test
    void aRepairIsToldInALineForEachThing() {
        assertThat(RunReport.text(new RepairResult(
                        DATABASE,
                        List.of("a1", "b2"),
                        List.of("b2"),
                        List.of(new Accepted("b2", "app.R2 (R2.java:7)", "2026-04-10 12:00:00 UTC by ann")))))
                .isEqualTo("""
                        repaired: the version table held a1, b2, now it holds b2; a1 is implied
                        accepted as it is now: b2, app.R2 (R2.java:7), applied 2026-04-10 12:00:00 UTC by ann
                        """);
        assertThat(RunReport.text(new RepairResult(DATABASE, List.of("b2"), List.of("b2"), List.of())))
                .isEqualTo("nothing to repair: the version table holds b2, and no migration is known to have been"
                        + " changed after it was applied\n");
    }

    @Test
    void aBackfillTellsHowFarItHasComeInOneLine() {
        StepInfo step = new StepInfo("b2", "cents", true, List.of("a1"));

        assertThat(BackfillReport.text(new RunEvent.Backfilling(
                        step,
                        "orders",
                        1_250_000,
                        OptionalLong.of(2_000_000),
                        1_100_000,
                        41_000,
                        Optional.of(Duration.ofSeconds(18)),
                        Optional.empty())))
                .isEqualTo("backfill orders: 1,250,000 of about 2,000,000 rows, 1,100,000 changed, 41,000 rows/s, 18 s"
                        + " left");
        assertThat(BackfillReport.text(new RunEvent.Backfilling(
                        step,
                        "orders",
                        10,
                        OptionalLong.empty(),
                        0,
                        5,
                        Optional.empty(),
                        Optional.of("a replica is 12 s behind"))))
                .isEqualTo("backfill orders: 10 rows, 0 changed, 5 rows/s (waiting: a replica is 12 s behind)");
    }

    private static DatabaseRows rows(List<String> rows) {
        return new DatabaseRows(DATABASE, EnvironmentMark.NONE, rows);
    }
}
