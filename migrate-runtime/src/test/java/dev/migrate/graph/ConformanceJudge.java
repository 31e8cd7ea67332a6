package dev.migrate.graph;

import static dev.migrate.graph.ConformanceCase.elements;
import static dev.migrate.graph.ConformanceCase.strings;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.migrate.problem.MigrateException;
import dev.migrate.problem.ProblemCode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Runs one case and compares, by the rules of the conformance suite. Its answers are differences: empty is a pass. */
final class ConformanceJudge {

    private static final String PASS = "";

    /** Rules of the suite under which an answer passes that is not the one that is written down. */
    enum Leniency {
        /** The suite says what is better than Alembic's answer, and this is it. */
        BETTER_THAN_ALEMBIC,
        /** Alembic's own answer, or a clean error, where the suite says what would be better. */
        WORSE_THAN_ASKED_FOR,
        /** A damaged table, a useless graph or a useless request is refused. */
        ODD_INPUT_REFUSED,
        /** Alembic fell over, and nobody says what is right: a clean error that names the argument, or a list. */
        ALEMBIC_CRASHED,
        /** One of two kinds that the suite treats as one. */
        SAME_KIND_BY_ANOTHER_NAME,
        /** A new revision with an id that is taken: the suite leaves these out, and this once lets one in. */
        TAKEN_ID_REFUSED,
        /** {@code -N:…} down to the base or past it: the list from the base, where Alembic has none. */
        COUNTED_TO_THE_BASE
    }

    private final ConformanceCase the;
    private final ReferenceGraph reference;
    private final EnumSet<Leniency> leniencies = EnumSet.noneOf(Leniency.class);

    ConformanceJudge(ConformanceCase the) {
        this.the = the;
        reference = new ReferenceGraph(the.revisions());
    }

    /** By which rules the case passed; none when the answer is the one that is written down. */
    Set<Leniency> leniencies() {
        return leniencies;
    }

    private String pass(Leniency leniency) {
        leniencies.add(leniency);
        return PASS;
    }

    String difference() {
        String difference;
        try {
            difference = answer();
        } catch (MigrateException e) {
            difference = judgeError(e);
        } catch (RuntimeException | StackOverflowError e) {
            return "crashed: " + e + " at " + e.getStackTrace()[0];
        }
        return difference;
    }

    private String answer() {
        RevisionGraph graph = RevisionGraph.of(the.revisions());
        return switch (the.command()) {
            case "load" -> same("revisionCount", graph.size(), number("revisionCount"));
            case "heads" ->
                both(
                        sameSet("revisions", graph.heads(), "revisions"),
                        sameSet("effectiveHeads", graph.effectiveHeads(), "effectiveHeads"));
            case "bases" -> sameSet("revisions", graph.bases(), "revisions");
            case "branches" -> branches(graph);
            case "describe" -> describe(graph);
            case "resolve" ->
                sameSet("revisions", RevisionExpression.parse(the.text()).in(graph, the.state()), "revisions");
            case "history" -> history(graph);
            case "current" -> current(graph);
            case "upgrade" -> path(RevisionPath.upgrade(graph, Set.copyOf(the.state()), the.text()), "up");
            case "downgrade" -> path(RevisionPath.downgrade(graph, Set.copyOf(the.state()), the.text()), "down");
            case "stamp" -> stamp(graph);
            case "revision", "merge" -> created(graph);
            default -> "unknown command " + the.command();
        };
    }

    // Errors, section 2.2.

    private String judgeError(MigrateException e) {
        ProblemCode code = e.problem().code();
        String kind = Kind.of(code).map(Kind::name).orElse(code.name());
        if (kind.equals(the.error())) {
            return PASS;
        }
        if (the.is("odd-state") || the.is("odd-graph") || the.is("odd-request")) {
            return pass(Leniency.ODD_INPUT_REFUSED);
        }
        if (the.expect().has("suggested") || the.expect().has("suggestedFinalHeads")) {
            return the.error().equals("INTERNAL_ERROR") ? pass(Leniency.WORSE_THAN_ASKED_FOR) : wrong(e);
        }
        if (the.expects("ambiguous") && kind.equals("AMBIGUOUS_CURRENT")
                || the.expect().has("branchIgnored") && sameLookup(kind, string("branchIgnored"))
                || the.expect().has("graphBrokenAfter")) {
            return pass(Leniency.BETTER_THAN_ALEMBIC);
        }
        if (the.error().equals("INTERNAL_ERROR") && namesTheArgument(e)) {
            return pass(Leniency.ALEMBIC_CRASHED);
        }
        if (sameLookup(kind, the.error())) {
            return pass(Leniency.SAME_KIND_BY_ANOTHER_NAME);
        }
        if (code == ProblemCode.DUPLICATE_ID && namesAnIdThatIsTaken()) {
            return pass(Leniency.TAKEN_ID_REFUSED);
        }
        if (pastTheBase()
                && List.of("RANGE_NOT_ANCESTOR", "RELATIVE_OUT_OF_RANGE").contains(kind)) {
            return pass(Leniency.COUNTED_TO_THE_BASE);
        }
        return wrong(e);
    }

    private static String wrong(MigrateException e) {
        return "answered " + e.getMessage();
    }

    /**
     * Alembic writes a second file with an id that is there already, and one of the two is never seen again. The suite
     * leaves duplicate ids out and this once lets one in; refusing is right.
     */
    private boolean namesAnIdThatIsTaken() {
        String id = the.target().getAsJsonObject().get("revId").getAsString();
        return the.revisions().stream().anyMatch(node -> node.id().equals(id));
    }

    private boolean namesTheArgument(MigrateException e) {
        if (!the.target().isJsonPrimitive()) {
            return true;
        }
        return Arrays.stream(the.text().split("[:@]", -1))
                .anyMatch(part -> !part.isEmpty() && e.getMessage().contains(part));
    }

    /** With {@code @} in the target the two are one thing. */
    private boolean sameLookup(String kind, String expected) {
        Set<String> lookups = Set.of("UNKNOWN_REVISION", "UNKNOWN_BRANCH");
        return kind.equals(expected)
                || the.target().isJsonPrimitive()
                        && the.text().contains("@")
                        && lookups.contains(kind)
                        && lookups.contains(expected);
    }

    /** {@code history -N:END} with N down to the base or past it, where Alembic's answer is not the list. */
    private boolean pastTheBase() {
        return the.command().equals("history")
                && the.target().isJsonPrimitive()
                && the.text().matches("([^:]+@)?-[0-9]+:.*")
                && Set.of("RANGE_NOT_ANCESTOR", "UNKNOWN_BRANCH", "UNKNOWN_REVISION", "INTERNAL_ERROR")
                        .contains(the.error());
    }

    /** What to say when there is an answer where an error was expected. */
    private String insteadOfError(Object answer) {
        return the.error().isEmpty() ? PASS : "answered " + answer;
    }

    // Upgrade and downgrade, section 2.1.

    private String path(RevisionPath path, String direction) {
        String planned = path.steps().toString();
        if (!the.error().isEmpty() && !the.expect().has("suggested")) {
            return insteadOfError(planned);
        }
        if (the.expects("ambiguous") || the.expect().has("branchIgnored")) {
            leniencies.add(Leniency.WORSE_THAN_ASKED_FOR);
        }
        boolean suggested = the.expect().has("suggested");
        JsonObject answer = suggested ? the.expect().getAsJsonObject("suggested") : the.expect();
        List<JsonObject> wanted =
                elements(answer.get("steps")).map(JsonElement::getAsJsonObject).toList();
        List<String> expected =
                wanted.stream().map(step -> step.get("revision").getAsString()).toList();
        List<String> actual = path.steps().stream().map(RevisionStep::revision).toList();
        if (path.steps().stream().anyMatch(step -> !step.direction().name().equalsIgnoreCase(direction))
                || actual.size() != expected.size()
                || !new TreeSet<>(actual).equals(new TreeSet<>(expected))) {
            return "other steps: " + actual;
        }
        List<String> newestFirst = new ArrayList<>(actual);
        if (direction.equals("up")) {
            Collections.reverse(newestFirst);
        }
        if (answer.get("orderIsUnique").getAsBoolean()
                ? !actual.equals(expected)
                : !reference.isNewestFirst(newestFirst)) {
            return "other order: " + actual;
        }
        return both(finalRows(path, suggested, wanted), rowsFollowModel(path, direction));
    }

    private String finalRows(RevisionPath path, boolean suggested, List<JsonObject> wanted) {
        Set<String> actual = path.rowsAfter();
        if (!suggested) {
            return rows(actual);
        }
        Set<String> last = wanted.isEmpty()
                ? new TreeSet<>(the.state())
                : new TreeSet<>(strings(wanted.get(wanted.size() - 1).get("headsAfter")));
        return last.equals(actual) ? PASS : "other rows: " + actual;
    }

    private String rowsFollowModel(RevisionPath path, String direction) {
        Set<String> applied = reference.applied(the.state());
        SortedSet<String> rows = new TreeSet<>(the.state());
        for (RevisionStep step : path.steps()) {
            if (direction.equals("up")) {
                applied.add(step.revision());
            } else {
                applied.remove(step.revision());
            }
            step.change().applyTo(rows);
            if (!rows.equals(reference.maximal(applied))) {
                return "rows after " + step.revision() + " are " + rows + ", not " + reference.maximal(applied);
            }
        }
        return same("last rows", path.rowsAfter(), rows);
    }

    // The other commands, section 3.

    private String branches(RevisionGraph graph) {
        Map<String, Set<String>> actual = new TreeMap<>();
        graph.branchPoints().forEach(id -> actual.put(id, new TreeSet<>(graph.successors(id))));
        Map<String, Set<String>> expected = new TreeMap<>();
        the.expect()
                .getAsJsonObject("branchPoints")
                .entrySet()
                .forEach(entry -> expected.put(entry.getKey(), new TreeSet<>(strings(entry.getValue()))));
        return same("branchPoints", actual, expected);
    }

    private String describe(RevisionGraph graph) {
        Map<String, String> actual = new TreeMap<>();
        Map<String, String> expected = new TreeMap<>();
        elements(the.expect().get("details")).map(JsonElement::getAsJsonObject).forEach(details -> {
            String id = details.get("id").getAsString();
            expected.put(
                    id,
                    details(
                            details.get("head").getAsBoolean(),
                            details.get("effectiveHead").getAsBoolean(),
                            details.get("base").getAsBoolean(),
                            details.get("branchPoint").getAsBoolean(),
                            details.get("mergePoint").getAsBoolean(),
                            strings(details.get("next")),
                            strings(details.get("labels"))));
        });
        for (RevisionNode node : graph.revisions()) {
            String id = node.id();
            actual.put(
                    id,
                    details(
                            graph.heads().contains(id),
                            graph.effectiveHeads().contains(id),
                            graph.bases().contains(id),
                            graph.branchPoints().contains(id),
                            node.downRevisions().size() > 1,
                            graph.successors(id),
                            graph.inheritedLabels().get(id)));
        }
        return same("details", actual, expected);
    }

    private static String details(
            boolean head,
            boolean effectiveHead,
            boolean base,
            boolean branchPoint,
            boolean mergePoint,
            Collection<String> next,
            Collection<String> labels) {
        return "head=" + head + " effective=" + effectiveHead + " base=" + base + " branchPoint=" + branchPoint
                + " mergePoint=" + mergePoint + " next=" + new TreeSet<>(next) + " labels=" + new TreeSet<>(labels);
    }

    private String history(RevisionGraph graph) {
        RevisionRange range = the.target().isJsonNull() ? RevisionRange.ALL : RevisionRange.parse(the.text());
        List<String> actual = range.in(graph, the.state());
        if (pastTheBase()) {
            String end = the.text().substring(the.text().indexOf(':'));
            List<String> fromBase = RevisionRange.parse(end).in(graph, the.state());
            return actual.equals(fromBase)
                    ? pass(Leniency.COUNTED_TO_THE_BASE)
                    : "history is " + actual + ", not " + fromBase;
        }
        if (the.error().equals("INTERNAL_ERROR") && the.text().matches("[^:]+@base:.*")) {
            return pass(Leniency.ALEMBIC_CRASHED); // the list that a label would give, where an id was named
        }
        if (!the.error().isEmpty()) {
            return insteadOfError(actual);
        }
        List<String> expected = strings(the.expect().get("revisions"));
        if (the.expects("orderIsUnique")) {
            return same("history", actual, expected);
        }
        return both(
                same("history", new TreeSet<>(actual), new TreeSet<>(expected)),
                reference.isNewestFirst(actual) ? PASS : "not newest first: " + actual);
    }

    private String current(RevisionGraph graph) {
        AppliedRevisions applied = AppliedRevisions.of(graph, the.state());
        boolean right = applied.atHeads() == the.expects("atHeads")
                || applied.atHeads() && Set.copyOf(the.state()).equals(Set.copyOf(graph.effectiveHeads()));
        return both(
                sameSet("revisions", applied.tips(), "revisions"), right ? PASS : "atHeads is " + applied.atHeads());
    }

    private String stamp(RevisionGraph graph) {
        SortedSet<String> actual = Stamp.stamp(graph, the.state(), strings(the.target()), the.purge());
        if (the.is("odd-request") && actual.equals(reference.maximal(set("finalHeads")))) {
            return PASS; // as right as Alembic's rows
        }
        return rows(actual);
    }

    /** Rows where Alembic may have left some that are wrong. */
    private String rows(Set<String> actual) {
        boolean improved = the.expect().has("suggestedFinalHeads");
        if (improved && actual.equals(set("suggestedFinalHeads"))) {
            return PASS;
        }
        if (the.expect().has("finalHeads") && actual.equals(set("finalHeads"))) {
            return improved ? pass(Leniency.WORSE_THAN_ASKED_FOR) : PASS;
        }
        return "other rows: " + actual;
    }

    private String created(RevisionGraph graph) {
        JsonObject options = the.target().getAsJsonObject();
        NewRevision request = NewRevision.onHead(options.get("revId").getAsString());
        if (options.has("head")) {
            request = request.withHeads(List.of(options.get("head").getAsString()));
        }
        if (options.has("revisions")) {
            request = request.withHeads(strings(options.get("revisions")));
        }
        if (options.has("branchLabel")) {
            request =
                    request.withBranchLabels(List.of(options.get("branchLabel").getAsString()));
        }
        if (options.has("dependsOn")) {
            request = request.withDependsOn(strings(options.get("dependsOn")));
        }
        request = request.withSplice(
                options.has("splice") && options.get("splice").getAsBoolean());
        RevisionNode node = request.in(graph);
        if (!the.error().isEmpty()) {
            return insteadOfError(node);
        }
        JsonObject created = the.expect().getAsJsonObject("created");
        return both(
                same("down", new TreeSet<>(node.downRevisions()), new TreeSet<>(strings(created.get("down")))),
                both(
                        same(
                                "dependsOn",
                                new TreeSet<>(node.dependsOn()),
                                new TreeSet<>(strings(created.get("dependsOn")))),
                        both(
                                same(
                                        "labels",
                                        new TreeSet<>(node.branchLabels()),
                                        new TreeSet<>(strings(created.get("labels")))),
                                sameSet("headsAfter", graph.with(node).heads(), "headsAfter"))));
    }

    // Comparing.

    private String sameSet(String what, Collection<String> actual, String field) {
        return the.error().isEmpty() ? same(what, new TreeSet<>(actual), set(field)) : insteadOfError(actual);
    }

    private String same(String what, Object actual, Object expected) {
        if (!the.error().isEmpty()
                && !the.expect().has("suggested")
                && !the.expect().has("suggestedFinalHeads")) {
            return insteadOfError(actual);
        }
        return actual.equals(expected) ? PASS : what + " is " + actual + ", not " + expected;
    }

    private static String both(String first, String second) {
        return first.equals(PASS) ? second : first;
    }

    private Set<String> set(String field) {
        return new TreeSet<>(strings(the.expect().get(field)));
    }

    private String string(String field) {
        return the.expect().get(field).getAsString();
    }

    private int number(String field) {
        return the.expect().has(field) ? the.expect().get(field).getAsInt() : -1;
    }
}
