package dev.migrate.report;

import dev.migrate.execute.BranchesResult;
import dev.migrate.execute.CurrentResult;
import dev.migrate.execute.DatabaseInfo;
import dev.migrate.execute.EnsureVersionResult;
import dev.migrate.execute.EnvironmentMark;
import dev.migrate.execute.HeadsResult;
import dev.migrate.execute.HistoryResult;
import dev.migrate.execute.RepairResult;
import dev.migrate.execute.RevisionDetail;
import dev.migrate.execute.RunResult;
import dev.migrate.execute.ShowResult;
import dev.migrate.execute.StampResult;
import dev.migrate.graph.RevisionNode;
import java.util.List;

/**
 * Prints results as JSON, for scripts. Names of fields stay as they are; later versions may add some. A revision is the
 * same object wherever one stands:
 *
 * <table>
 * <caption>The fields of a revision</caption>
 * <tr><th>field</th><th>holds</th></tr>
 * <tr><td>{@code id}</td><td>the revision's id</td></tr>
 * <tr><td>{@code history}</td><td>the name of its history, empty for the unnamed one</td></tr>
 * <tr><td>{@code message}</td><td>what it does, as declared; may have several lines</td></tr>
 * <tr><td>{@code downRevisions}, {@code dependsOn}, {@code branchLabels}</td><td>as declared</td></tr>
 * <tr><td>{@code labels}</td><td>the labels it carries, inherited ones included, sorted</td></tr>
 * <tr><td>{@code next}, {@code dependents}</td><td>the ids that follow it, and that depend on it, sorted</td></tr>
 * <tr><td>{@code base}, {@code head}, {@code branchPoint}, {@code mergePoint}</td><td>its place in the graph</td></tr>
 * <tr><td>{@code effectiveHead}</td><td>whether it is a head that nothing depends on either</td></tr>
 * <tr><td>{@code current}</td><td>whether a database was asked and stands there</td></tr>
 * <tr><td>{@code applied}</td><td>whether a database was asked and has it</td></tr>
 * <tr><td>{@code className}, {@code place}</td><td>its class, and where that is written</td></tr>
 * </table>
 */
public final class JsonReport {

    private static final String REVISION = "revision";
    private static final String REVISIONS = "revisions";

    private JsonReport() {}

    /**
     * Revisions, newest first: {@code {"revisions": […]}}.
     *
     * @param result what to print
     * @return a JSON document
     */
    public static String text(HistoryResult result) {
        return revisions(result.revisions());
    }

    /**
     * Heads: {@code {"revisions": […]}}.
     *
     * @param result what to print
     * @return a JSON document
     */
    public static String text(HeadsResult result) {
        return revisions(result.revisions());
    }

    /**
     * What was looked up: {@code {"revisions": […]}}.
     *
     * @param result what to print
     * @return a JSON document
     */
    public static String text(ShowResult result) {
        return revisions(result.revisions());
    }

    /**
     * Forks: {@code {"branchPoints": [{"revision": …, "children": […]}]}}.
     *
     * @param result what to print
     * @return a JSON document
     */
    public static String text(BranchesResult result) {
        return new Json()
                .putAll(
                        "branchPoints",
                        result.branchPoints().stream()
                                .map(point -> new Json()
                                        .put(REVISION, revision(point.revision()))
                                        .putAll("children", all(point.children())))
                                .toList())
                .text();
    }

    /**
     * Where a database stands: {@code {"database": …, "mark": {"environment": …, "production": …}, "atHeads": …,
     * "revisions": […]}}; the environment is empty where the database does not say what it is.
     *
     * @param result what to print
     * @return a JSON document
     */
    public static String text(CurrentResult result) {
        return new Json()
                .put("database", database(result.database()))
                .put("mark", mark(result.mark()))
                .put("atHeads", result.atHeads())
                .putAll(REVISIONS, all(result.revisions()))
                .text();
    }

    /**
     * What was run: {@code database}, {@code before} and {@code after} (rows of the version table), {@code steps},
     * {@code statements}, {@code millis}.
     *
     * @param result what to print
     * @return a JSON document
     */
    public static String text(RunResult result) {
        return new Json()
                .put("database", database(result.database()))
                .putTexts("before", result.before())
                .putTexts("after", result.after())
                .putAll(
                        "steps",
                        result.steps().stream()
                                .map(done -> new Json()
                                        .put(REVISION, done.step().revision())
                                        .put("direction", done.step().upgrade() ? "up" : "down")
                                        .putTexts("downRevisions", done.step().downRevisions())
                                        .put("message", done.step().message())
                                        .put("statements", done.statements())
                                        .put("millis", done.millis()))
                                .toList())
                .put("statements", result.statements())
                .put("millis", result.millis())
                .text();
    }

    /**
     * What was stamped: {@code database}, {@code before} and {@code after} (rows of the version table).
     *
     * @param result what to print
     * @return a JSON document
     */
    public static String text(StampResult result) {
        return new Json()
                .put("database", database(result.database()))
                .putTexts("before", result.before())
                .putTexts("after", result.after())
                .text();
    }

    /**
     * What was repaired: {@code database}, {@code before} and {@code after} (rows of the version table), {@code accepted}
     * (changed migrations, each with {@code revision}, {@code place}, {@code applied}).
     *
     * @param result what to print
     * @return a JSON document
     */
    public static String text(RepairResult result) {
        return new Json()
                .put("database", database(result.database()))
                .putTexts("before", result.before())
                .putTexts("after", result.after())
                .putAll(
                        "accepted",
                        result.accepted().stream()
                                .map(accepted -> new Json()
                                        .put(REVISION, accepted.revision())
                                        .put("place", accepted.place())
                                        .put("applied", accepted.applied()))
                                .toList())
                .text();
    }

    /**
     * What was created and marked: {@code database}, {@code created} (tables), {@code before} and {@code after} (what the
     * database says it is, each with {@code environment} and {@code production}).
     *
     * @param result what to print
     * @return a JSON document
     */
    public static String text(EnsureVersionResult result) {
        return new Json()
                .put("database", database(result.database()))
                .putTexts("created", result.created())
                .put("before", mark(result.before()))
                .put("after", mark(result.after()))
                .text();
    }

    /**
     * A revision that was written: {@code {"revision": …, "file": …}}.
     *
     * @param revision the revision in its history
     * @param file its source
     * @return a JSON document
     */
    public static String written(RevisionDetail revision, String file) {
        return new Json().put(REVISION, revision(revision)).put("file", file).text();
    }

    /**
     * That there was no revision to write: {@code {"revision": null, "file": null}}.
     *
     * @return a JSON document
     */
    public static String nothingWritten() {
        return new Json().putNothing(REVISION).putNothing("file").text();
    }

    /**
     * Revisions: {@code {"revisions": […]}}.
     *
     * @param revisions what to print
     * @return a JSON document
     */
    public static String revisions(List<RevisionDetail> revisions) {
        return new Json().putAll(REVISIONS, all(revisions)).text();
    }

    private static List<Json> all(List<RevisionDetail> revisions) {
        return revisions.stream().map(JsonReport::revision).toList();
    }

    private static Json revision(RevisionDetail revision) {
        RevisionNode node = revision.info().node();
        return new Json()
                .put("id", node.id())
                .put("history", revision.history())
                .put("message", revision.info().message())
                .putTexts("downRevisions", node.downRevisions())
                .putTexts("dependsOn", node.dependsOn())
                .putTexts("branchLabels", node.branchLabels())
                .putTexts("labels", revision.labels())
                .putTexts("next", revision.next())
                .putTexts("dependents", revision.dependents())
                .put("base", node.downRevisions().isEmpty())
                .put("head", revision.head())
                .put("effectiveHead", revision.unneededHead())
                .put("branchPoint", revision.branchPoint())
                .put("mergePoint", revision.mergePoint())
                .put("current", revision.current())
                .put("applied", revision.applied())
                .put("className", revision.info().className())
                .put("place", revision.info().place());
    }

    private static Json mark(EnvironmentMark mark) {
        return new Json().put("environment", mark.environment()).put("production", mark.production());
    }

    private static Json database(DatabaseInfo database) {
        return new Json()
                .put("product", database.product())
                .put("version", database.version())
                .put("schema", database.schema())
                .put("versionTable", database.versionTable());
    }
}
