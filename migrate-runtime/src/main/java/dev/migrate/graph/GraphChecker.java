package dev.migrate.graph;

import java.util.ArrayList;
import java.util.List;

/**
 * Says what is wrong with a set of declared revisions: everything at once, in an order that depends on the declarations
 * alone.
 *
 * <p>There are two levels. {@link #checkStructure} finds what makes a graph meaningless, and nothing else: a graph that
 * passes can be loaded. {@link #check} adds the rules for those who write revisions: names that every database and
 * every command can bear, and one head unless branches are labelled.
 *
 * <p>The time taken is linear in revisions, parents, dependencies and labels.
 */
public final class GraphChecker {

    private final List<GraphProblem> problems = new ArrayList<>();
    private final NameChecks names;
    private final ReferenceChecks references;
    private final CycleChecks cycles;
    private final HeadChecks heads;

    /** So many of the first are the author's own; the rest came with an included history. */
    private GraphChecker(Declarations declared, int own) {
        names = new NameChecks(declared, problems::add);
        references = new ReferenceChecks(declared, problems::add);
        cycles = new CycleChecks(declared, problems::add);
        heads = new HeadChecks(declared, own, problems::add);
    }

    /**
     * Checks revisions by the rules for those who write them.
     *
     * <p>Several heads and several bases are looked for only where no revision is missing, repeated or part of a
     * cycle: a mistyped parent makes a head of the revision that was meant, and one mistake is one problem.
     *
     * @param declared the revisions, in any order; duplicates are welcome
     * @param policy what to say to several heads
     * @return every problem; empty when the history is sound
     */
    public static List<GraphProblem> check(List<RevisionNode> declared, HeadPolicy policy) {
        return check(declared, List.of(), policy);
    }

    /**
     * Checks revisions together with those of included histories. Heads and bases of these are not the author's to join:
     * several heads are several of {@code own} that nothing follows, and likewise several bases.
     *
     * @param own the author's revisions, in any order; duplicates are welcome
     * @param included the revisions of included histories
     * @param policy what to say to several heads
     * @return every problem; its places count through {@code own}, then through {@code included}
     */
    public static List<GraphProblem> check(List<RevisionNode> own, List<RevisionNode> included, HeadPolicy policy) {
        List<RevisionNode> all = new ArrayList<>(own);
        all.addAll(included);
        GraphChecker checker = new GraphChecker(new Declarations(all), own.size());
        checker.names.choice();
        checker.structure();
        if (checker.problems.stream().noneMatch(GraphChecker::hidesHeads)) {
            checker.heads.severalHeads(policy);
            checker.heads.severalBases();
        }
        return List.copyOf(checker.problems);
    }

    /**
     * Checks that revisions form a graph at all.
     *
     * @param declared the revisions, in any order; duplicates are welcome
     * @return every problem, all of them errors; empty when {@link RevisionGraph#of} accepts the revisions
     */
    public static List<GraphProblem> checkStructure(List<RevisionNode> declared) {
        return checkStructure(new Declarations(declared));
    }

    static List<GraphProblem> checkStructure(Declarations declared) {
        GraphChecker checker = new GraphChecker(declared, declared.nodes().size());
        checker.names.addressableIds();
        checker.structure();
        return List.copyOf(checker.problems);
    }

    /** The rules for the names in one declaration, wherever it will stand. */
    static List<GraphProblem> checkNames(RevisionNode declared) {
        GraphChecker checker = new GraphChecker(new Declarations(List.of(declared)), 1);
        checker.names.choice();
        return List.copyOf(checker.problems);
    }

    // The order of what is found is the order in which it is reported.
    private void structure() {
        references.selfLoops();
        names.duplicateIds();
        names.duplicateLabels();
        references.unknownDependencies();
        references.unknownParents();
        cycles.cycles();
    }

    private static boolean hidesHeads(GraphProblem problem) {
        return switch (problem.problem().code()) {
            case DUPLICATE_ID, UNKNOWN_PARENT, SELF_LOOP, CYCLE -> true;
            default -> false;
        };
    }
}
