package dev.migrate.graph;

import static dev.migrate.graph.GraphProblem.Attribute.BRANCH_LABELS;
import static dev.migrate.graph.GraphProblem.Attribute.DEPENDS_ON;
import static dev.migrate.graph.GraphProblem.Attribute.DOWN_REVISION;
import static dev.migrate.graph.GraphProblem.Attribute.ID;
import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.graph.GraphProblem.Place;
import dev.migrate.graph.GraphProblem.Severity;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

final class GraphCheckerTest {

    private static final String LONG_ID = "x".repeat(65);

    /** Kind, graph, words, places. */
    static Stream<Arguments> oneOfEach() {
        return Stream.of(
                Arguments.of(
                        NameProblem.DuplicateId.class,
                        "a; b<a; b<a",
                        """
                        [duplicate-id] 2 revisions declare the id "b".
                          next:  give each revision an id of its own; one that was applied somewhere keeps its id""",
                        List.of(new Place(1, ID, -1), new Place(2, ID, -1))),
                Arguments.of(
                        ReferenceProblem.UnknownParent.class,
                        "a10; b2<a1",
                        """
                        [unknown-parent] Revision "b2" follows "a1", but no migration class declares that id. Did you mean "a10"?
                          next:  correct downRevision, or restore the class that declared "a1\"""",
                        List.of(new Place(1, DOWN_REVISION, 0))),
                Arguments.of(
                        ReferenceProblem.UnknownParent.class,
                        "a; b; m<a,b,zz",
                        """
                        [unknown-parent] Revision "m" follows "zz", but no migration class declares that id.
                          next:  correct downRevision, or restore the class that declared "zz\"""",
                        List.of(new Place(2, DOWN_REVISION, 2))),
                Arguments.of(
                        ReferenceProblem.UnknownDependency.class,
                        "a #billing; b<a ^a,biling",
                        """
                        [unknown-dependency] Revision "b" depends on "biling", but no migration class declares that id or \
                        branch label. Did you mean "billing"?
                          next:  correct dependsOn, or restore the class that declared "biling\"""",
                        List.of(new Place(1, DEPENDS_ON, 1))),
                Arguments.of(ReferenceProblem.SelfLoop.class, "a; b<a,b", """
                        [self-loop] Revision "b" names itself as its down revision.
                          next:  name the revision it follows, or leave downRevision out for a base""", List.of(new Place(1, DOWN_REVISION, 1))),
                Arguments.of(
                        ReferenceProblem.DependencySelfLoop.class,
                        "a; b<a ^a,b",
                        """
                        [dependency-self-loop] Revision "b" depends on itself.
                          next:  take "b" out of dependsOn""",
                        List.of(new Place(1, DEPENDS_ON, 1))),
                Arguments.of(
                        ReferenceProblem.DependencySelfLoop.class,
                        "a; b<a ^billing #billing",
                        """
                        [dependency-self-loop] Revision "b" depends on "billing", which is its own branch label.
                          next:  take "billing" out of dependsOn""",
                        List.of(new Place(1, DEPENDS_ON, 0))),
                Arguments.of(
                        ReferenceProblem.Cycle.class,
                        "z; c<b; b<a; a<z,c; d<c",
                        """
                        [cycle] The down revisions of "a" lead back to it: a → c → b → a.
                          next:  correct the downRevision that should not be there; a history starts at a base""",
                        List.of(new Place(3, DOWN_REVISION, 1))),
                Arguments.of(
                        ReferenceProblem.DependencyCycle.class,
                        "a ^billing; b<a; c<b #billing",
                        """
                        [dependency-cycle] What "a" follows and depends on leads back to it: a → c → b → a.
                          next:  take out the dependsOn that closes the circle; none of these can be applied first""",
                        List.of(new Place(0, DEPENDS_ON, 0))),
                Arguments.of(
                        HeadProblem.SeveralHeads.class,
                        "a; c7<a; b2<a",
                        """
                        [several-heads] Revisions "b2" and "c7" both have no successor.
                          next:  join them with: mvn migrate:merge
                                 or, where they are meant to stay apart, give each branch its own branchLabels""",
                        List.of(new Place(1, DOWN_REVISION, -1), new Place(2, DOWN_REVISION, -1))),
                Arguments.of(
                        HeadProblem.SeveralHeads.class,
                        "a #core; b<a #billing; c<a; d<a",
                        """
                        [several-heads] Revisions "b", "c" and "d" all have no successor. Of these "c" and "d" carry no \
                        branch label of their own.
                          next:  join them with: mvn migrate:merge
                                 or, where they are meant to stay apart, give each branch its own branchLabels""",
                        List.of(new Place(2, DOWN_REVISION, -1), new Place(3, DOWN_REVISION, -1))),
                Arguments.of(
                        HeadProblem.SeveralBases.class,
                        "b; a; x #billing; c<a,b; m<c,x",
                        """
                        [several-bases] Revisions "a" and "b" have no down revision: the history starts 2 times.
                          next:  set the downRevision that was forgotten, or give each base its own branchLabels""",
                        List.of(new Place(0, DOWN_REVISION, -1), new Place(1, DOWN_REVISION, -1))),
                Arguments.of(
                        NameProblem.DuplicateLabel.class,
                        "a #x; b<a #core,x",
                        """
                        [duplicate-label] Revisions "a" and "b" both declare the branch label "x".
                          next:  keep the label where the branch starts""",
                        List.of(new Place(0, BRANCH_LABELS, 0), new Place(1, BRANCH_LABELS, 1))),
                Arguments.of(
                        NameProblem.DuplicateLabel.class,
                        "a #x,x",
                        """
                        [duplicate-label] Revision "a" declares the branch label "x" twice.
                          next:  keep the label where the branch starts""",
                        List.of(new Place(0, BRANCH_LABELS, 0), new Place(0, BRANCH_LABELS, 1))),
                Arguments.of(
                        NameProblem.LabelEqualsId.class, "a; b<a #a", """
                        [duplicate-label] The branch label "a" of revision "b" is also the id of a revision.
                          next:  choose another label: ids and labels share one namespace""", List.of(new Place(1, BRANCH_LABELS, 0))),
                Arguments.of(
                        NameProblem.IllegalLabel.class,
                        "a #ok,release-3",
                        """
                        [illegal-label] "release-3" is not a branch label: use letters, digits, _, . and -, at most 64, and \
                        no hyphen and digits at the end.
                          next:  rename the label of revision "a\"""",
                        List.of(new Place(0, BRANCH_LABELS, 1))),
                Arguments.of(NameProblem.IllegalLabel.class, "a #heads", """
                        [illegal-label] "heads" cannot be a branch label: it has a meaning of its own in every command.
                          next:  rename the label of revision "a\"""", List.of(new Place(0, BRANCH_LABELS, 0))),
                Arguments.of(NameProblem.IllegalId.class, "a; b2-1<a", """
                        [illegal-id] "b2-1" is not a revision id: use letters, digits, _ and ., at most 64.
                          next:  rename it, and the downRevision and dependsOn that name it""", List.of(new Place(1, ID, -1))),
                Arguments.of(NameProblem.ReservedId.class, "a; current<a", """
                        [reserved-id] "current" cannot be a revision id: it has a meaning of its own in every command.
                          next:  rename it, and the downRevision and dependsOn that name it""", List.of(new Place(1, ID, -1))),
                Arguments.of(
                        NameProblem.IdTooLong.class,
                        LONG_ID,
                        "[id-too-long] The revision id \"" + LONG_ID
                                + "\" has 65 characters; the version table holds 64.\n"
                                + "  next:  shorten it, and the downRevision and dependsOn that name it",
                        List.of(new Place(0, ID, -1))),
                Arguments.of(
                        NameProblem.IdCase.class,
                        "ab; Ab<ab; c<Ab; AB<c",
                        """
                        [id-case] The revision ids "AB", "Ab" and "ab" differ in case only, which some databases and file \
                        systems cannot tell apart.
                          next:  rename the one that was not applied anywhere yet""",
                        List.of(new Place(0, ID, -1), new Place(1, ID, -1), new Place(3, ID, -1))));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("oneOfEach")
    void oneMistakeIsOneProblemAtItsPlace(
            Class<? extends GraphProblem> kind, String graph, String words, List<Place> places) {
        List<GraphProblem> problems = GraphChecker.check(Graphs.nodes(graph), HeadPolicy.ERROR);

        List<GraphProblem> ofKind = problems.stream().filter(kind::isInstance).toList();
        assertThat(ofKind).hasSize(1);
        assertThat(ofKind.get(0).problem().text()).isEqualTo(words);
        assertThat(ofKind.get(0).places()).isEqualTo(places);
        assertThat(problems.stream()
                        .filter(problem -> problem.severity() == Severity.ERROR)
                        .filter(problem -> !kind.isInstance(problem)))
                .as("other errors")
                .isEmpty();
    }

    @Test
    void oneOfEachMissesNoKind() {
        assertThat(oneOfEach().map(arguments -> arguments.get()[0]).distinct())
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(GraphProblem.class.getPermittedSubclasses())
                        .flatMap(group -> Arrays.stream(group.getPermittedSubclasses()))
                        .toList());
    }

    @ParameterizedTest
    @MethodSource
    void aSoundHistoryHasNoProblems(String graph) {
        assertThat(GraphChecker.check(Graphs.nodes(graph), HeadPolicy.ERROR)).isEmpty();
    }

    static Stream<String> aSoundHistoryHasNoProblems() {
        return Stream.of(
                "a",
                "c<b; b<a; a",
                "a; b<a; c<a; m<b,c",
                "a #core; b<a; x ^b #billing; y<x",
                "a; b<a #left; c<a #right; d<c",
                "a; x #billing; m<a,x",
                "v1.0 #v1-line; _2<v1.0");
    }

    @Test
    void emptyHistoriesAreSound() {
        assertThat(GraphChecker.check(List.of(), HeadPolicy.ERROR)).isEmpty();
    }

    @Test
    void severalHeadsAreAsBadAsThePolicySays() {
        List<RevisionNode> heads = Graphs.nodes("a; b<a; c<a");

        assertThat(GraphChecker.check(heads, HeadPolicy.ERROR))
                .extracting(GraphProblem::severity)
                .containsExactly(Severity.ERROR);
        assertThat(GraphChecker.check(heads, HeadPolicy.WARNING))
                .extracting(GraphProblem::severity)
                .containsExactly(Severity.WARNING);
        assertThat(GraphChecker.check(heads, HeadPolicy.ALLOW)).isEmpty();
    }

    @Test
    void headsAndBasesOfIncludedHistoriesAreNotCounted() {
        List<RevisionNode> included = Graphs.nodes("x; y<x; z<x; w");

        assertThat(GraphChecker.check(Graphs.nodes("a; b<a"), included, HeadPolicy.ERROR))
                .isEmpty();
        assertThat(GraphChecker.check(Graphs.nodes("a; b<a; c<y"), included, HeadPolicy.ERROR))
                .containsExactly(new HeadProblem.SeveralHeads(
                        List.of("b", "c"),
                        List.of("b", "c"),
                        Severity.ERROR,
                        List.of(new Place(1, DOWN_REVISION, -1), new Place(2, DOWN_REVISION, -1))));
    }

    @Test
    void anIncludedRevisionThatFollowsAnOwnOneMakesItNoHead() {
        assertThat(GraphChecker.check(Graphs.nodes("a; b<a; c<a"), Graphs.nodes("x<c"), HeadPolicy.ERROR))
                .isEmpty();
    }

    @Test
    void placesCountThroughTheOwnRevisionsAndThenThroughTheIncludedOnes() {
        assertThat(GraphChecker.check(Graphs.nodes("a; b<a"), Graphs.nodes("y<nowhere"), HeadPolicy.ERROR))
                .singleElement()
                .extracting(GraphProblem::places)
                .isEqualTo(List.of(new Place(2, DOWN_REVISION, 0)));
    }

    @Test
    void aLabelThatTwoHeadsCarryTellsNeitherApart() {
        List<GraphProblem> problems = GraphChecker.check(Graphs.nodes("a #core; b<a; c<a"), HeadPolicy.ERROR);

        assertThat(problems)
                .containsExactly(new HeadProblem.SeveralHeads(
                        List.of("b", "c"),
                        List.of("b", "c"),
                        Severity.ERROR,
                        List.of(new Place(1, DOWN_REVISION, -1), new Place(2, DOWN_REVISION, -1))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a5<a4", "a5<x #x", "a5 ^a4", "a5 ^branc #branch"})
    void aRevisionIsNeverSuggestedToFollowItself(String graph) {
        List<GraphProblem> problems = GraphChecker.check(Graphs.nodes(graph), HeadPolicy.ERROR);

        assertThat(problems.get(0).problem().what()).doesNotContain("Did you mean");
    }

    @Test
    void aMistypedParentIsNotAlsoReportedAsAHead() {
        assertThat(codes("0123456789ab; 0f3c2a91d07e<0123456789ab; 1f3c2a91d07e<0f3c2a91d07f", HeadPolicy.ERROR))
                .containsExactly("unknown-parent");
    }

    @Test
    void aLabelWhereAParentIsExpectedSuggestsItsRevision() {
        List<GraphProblem> problems = GraphChecker.check(Graphs.nodes("a1 #billing; b<billing"), HeadPolicy.ERROR);

        assertThat(problems.get(0).problem().what()).endsWith("Did you mean \"a1\"?");
    }

    @Test
    void everythingIsReportedAtOnceInOneOrder() {
        assertThat(codes("a-b; a-b; c<c; d<e ^f; e<d #c; head", HeadPolicy.ERROR))
                .containsExactly(
                        "illegal-id",
                        "illegal-id",
                        "reserved-id",
                        "self-loop",
                        "duplicate-id",
                        "duplicate-label",
                        "unknown-dependency",
                        "cycle");
    }

    @Test
    void aKnotOfManyCyclesIsOneProblem() {
        assertThat(codes("b<a,c; a<b; c<a,b", HeadPolicy.ERROR)).containsExactly("cycle");
    }

    @Test
    void aCycleOfDownRevisionsIsNotReportedAgainAsADependencyCycle() {
        assertThat(codes("a<b; b<a; c<b; d<c ^a", HeadPolicy.ERROR)).containsExactly("cycle");
    }

    @Test
    void aDependencyOnAnIdThatIsAlsoTheRevisionsOwnLabelIsNoDependencyOnItself() {
        assertThat(codes("a; b<a ^a #a", HeadPolicy.ERROR)).containsExactly("duplicate-label");
    }

    @Test
    void aDependencyOnALabelThatSeveralDeclareClosesNoCycle() {
        assertThat(codes("a ^x; b<a #x; c<b #x", HeadPolicy.ERROR)).containsExactly("duplicate-label");
    }

    @Test
    void loadingAcceptsNamesThatAuthorsMayNotChoose() {
        List<RevisionNode> odd =
                Graphs.nodes("head; rev a<head; v2~x<rev a #my@label; V2~x<v2~x; " + LONG_ID + "<V2~x; q");

        assertThat(GraphChecker.checkStructure(odd)).isEmpty();
        assertThat(RevisionGraph.of(odd).size()).isEqualTo(6);
    }

    @Test
    void loadingRefusesAnEmptyId() {
        assertThat(GraphChecker.checkStructure(List.of(new RevisionNode("", List.of(), List.of(), List.of()))))
                .containsExactly(new NameProblem.IllegalId("", List.of(new Place(0, ID, -1))));
    }

    @Test
    void longCyclesDoNotNeedAStackFrameEach() {
        List<RevisionNode> ring = new ArrayList<>(Graphs.linear(100_000));
        ring.set(0, new RevisionNode("r000001", List.of("r100000"), List.of(), List.of()));
        Collections.shuffle(ring, new Random(7));

        List<GraphProblem> problems = GraphChecker.checkStructure(ring);

        assertThat(problems).hasSize(1);
        assertThat(((ReferenceProblem.Cycle) problems.get(0)).path())
                .hasSize(100_000)
                .startsWith("r000001", "r100000");
    }

    private static List<String> codes(String graph, HeadPolicy policy) {
        return GraphChecker.check(Graphs.nodes(graph), policy).stream()
                .map(problem -> problem.problem().code().code())
                .toList();
    }
}
