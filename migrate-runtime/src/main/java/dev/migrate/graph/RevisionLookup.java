package dev.migrate.graph;

import static dev.migrate.graph.RevisionExpression.BASE;
import static dev.migrate.graph.RevisionExpression.HEAD;
import static dev.migrate.graph.RevisionExpression.HEADS;

import dev.migrate.problem.MigrateException;
import dev.migrate.problem.NearestName;
import dev.migrate.problem.Problem;
import dev.migrate.problem.ProblemCode;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds the revisions that names stand for. */
final class RevisionLookup {

    /** Names of this length and less are never found by a prefix. */
    private static final int SHORT_NAME = 3;

    private static final Pattern LOOKS_RELATIVE = Pattern.compile(".+[+-][0-9]+");

    private final RevisionGraph graph;
    private final Topology topology;

    RevisionLookup(RevisionGraph graph) {
        this.graph = graph;
        topology = graph.topology();
    }

    RevisionGraph graph() {
        return graph;
    }

    /** What an expression without steps names: nothing for {@code base}, several for {@code heads}. */
    List<Integer> revisions(RevisionExpression expression) {
        if (expression.isRelative()) {
            throw new MigrateException(Problem.of(
                            ProblemCode.UNKNOWN_REVISION,
                            "No revision or branch label is " + Words.quoted(expression.text())
                                    + "; steps are counted by upgrade, downgrade and the end of a history range only.")
                    .next("name the revision itself"));
        }
        String symbol = expression.symbol().orElse("");
        Optional<String> branch = expression.branch();
        if (symbol.equals(HEADS)) {
            return list(branch.isPresent() ? headsOn(branch) : graph.effectiveHeadNumbers());
        }
        if (symbol.equals(HEAD)) {
            BitSet heads = headsOn(branch);
            if (heads.cardinality() > 1) {
                throw severalHeads(expression, heads);
            }
            return list(heads);
        }
        return symbol.equals(BASE) ? List.of() : List.of(named(symbol, branch));
    }

    /** The one revision that an expression without steps names; empty for {@code base}. */
    OptionalInt revision(RevisionExpression expression) {
        List<Integer> found = revisions(expression);
        if (found.size() > 1) {
            BitSet heads = new BitSet();
            found.forEach(heads::set);
            throw severalHeads(expression, heads);
        }
        return found.isEmpty() ? OptionalInt.empty() : OptionalInt.of(found.get(0));
    }

    /** The revision with this id or label, or the only one whose id or label starts like this. */
    int named(String name) {
        return named(name, Optional.empty());
    }

    /** The same on a branch, which must exist. */
    private int named(String name, Optional<String> branch) {
        Optional<BitSet> lineage = branch.map(this::branch).map(topology::lineage);
        int exact = exactly(name);
        if (exact < 0) {
            return startingWith(name, branch, lineage);
        }
        if (lineage.isPresent() && !lineage.get().get(exact)) {
            throw notOnBranch(name, exact, branch.get());
        }
        return exact;
    }

    private int exactly(String name) {
        String owner = graph.labelOwners().get(name);
        return topology.number(owner == null ? name : owner);
    }

    private int startingWith(String prefix, Optional<String> branch, Optional<BitSet> lineage) {
        List<String> found = prefix.isEmpty()
                ? List.of()
                : names().filter(name -> name.length() > SHORT_NAME && name.startsWith(prefix))
                        .filter(name -> lineage.isEmpty() || lineage.get().get(exactly(name)))
                        .sorted()
                        .toList();
        if (found.size() > 1) {
            throw new MigrateException(Problem.of(
                            ProblemCode.AMBIGUOUS_ID,
                            Words.quoted(prefix) + " is ambiguous: it is how " + Words.list(found) + " start.")
                    .next("type more of the one that is meant"));
        }
        if (found.isEmpty()) {
            throw unknown(prefix, branch);
        }
        return exactly(found.get(0));
    }

    /** The revision that a branch is named after. */
    int branch(String name) {
        int exact = exactly(name);
        if (exact >= 0) {
            return exact;
        }
        try {
            return startingWith(name, Optional.empty(), Optional.empty());
        } catch (MigrateException e) {
            throw new MigrateException(
                    Problem.of(
                                    ProblemCode.UNKNOWN_BRANCH,
                                    "No branch is called " + Words.quoted(name)
                                            + ": it is neither a branch label nor a revision id, or the beginning of "
                                            + "just one." + didYouMean(name))
                            .next("mvn migrate:branches and mvn migrate:heads show the branches and their labels"),
                    e);
        }
    }

    /** The lineage of a branch whose name is not checked beforehand. */
    BitSet lineage(String branch) {
        return topology.lineage(named(branch));
    }

    void requireOnBranch(int revision, String branch) {
        if (!topology.lineage(branch(branch)).get(revision)) {
            throw notOnBranch(topology.id(revision), revision, branch);
        }
    }

    private BitSet headsOn(Optional<String> branch) {
        BitSet heads = graph.headNumbers();
        branch.ifPresent(name -> heads.and(lineage(name)));
        return heads;
    }

    private static List<Integer> list(BitSet numbers) {
        return numbers.stream().boxed().toList();
    }

    private MigrateException unknown(String name, Optional<String> branch) {
        String where = branch.map(label -> " on branch " + Words.quoted(label)).orElse("");
        String what = name.isEmpty()
                ? "A revision is missing" + where + ": the name is empty."
                : "No revision or branch label" + where + " is " + Words.quoted(name) + " or starts with it."
                        + didYouMean(name);
        return new MigrateException(
                Problem.of(ProblemCode.UNKNOWN_REVISION, what).next(adviceFor(name)));
    }

    private static String adviceFor(String name) {
        if (name.equals(RevisionExpression.CURRENT)) {
            return "\"current\" is understood by show and history only";
        }
        return LOOKS_RELATIVE.matcher(name).matches()
                ? "steps can be counted from names of letters, digits and _ only; name the revision itself"
                : "mvn migrate:history lists the revisions and their labels";
    }

    private Stream<String> names() {
        return Stream.concat(graph.revisions().stream().map(RevisionNode::id), graph.labelOwners().keySet().stream());
    }

    private String didYouMean(String name) {
        return NearestName.didYouMean(new NearestName(() -> names().toList()).to(name));
    }

    private MigrateException notOnBranch(String name, int revision, String branch) {
        String id = topology.id(revision);
        String called = name.equals(id) ? "" : " (" + Words.quoted(name) + ")";
        return new MigrateException(Problem.of(
                        ProblemCode.NOT_ON_BRANCH,
                        "Revision " + Words.quoted(id) + called + " is not on branch " + Words.quoted(branch)
                                + ": neither follows the other.")
                .next("leave " + Words.quoted(branch + "@") + " out, or name a revision of that branch"));
    }

    private MigrateException severalHeads(RevisionExpression expression, BitSet heads) {
        List<String> ids = topology.ids(heads);
        return new MigrateException(Problem.of(
                        ProblemCode.SEVERAL_HEADS,
                        Words.quoted(expression.text()) + " is ambiguous: revisions " + Words.list(ids)
                                + (ids.size() == 2 ? " both" : " all") + " have no successor"
                                + expression
                                        .branch()
                                        .map(name -> " on branch " + Words.quoted(name))
                                        .orElse("") + ".")
                .next("name one of them, use "
                        + Words.quoted(
                                expression.branch().map(name -> name + "@").orElse("") + HEADS)
                        + ", or join them with: mvn migrate:merge"));
    }
}
