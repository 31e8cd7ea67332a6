package dev.migrate.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.migrate.problem.MigrateException;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What people read when an identifier does not do what they meant. */
final class RevisionWordsTest {

    private static final RevisionGraph LINE = Graphs.graph("r1; r2<r1; r3<r2; r4<r3; r5<r4");
    private static final RevisionGraph FORK =
            Graphs.graph("a1; b1<a1; c1<b1 #left; c2<b1 #right; d2<c2; e2<d2; m<c1,e2; abcd1<m; abcd2<m");
    private static final RevisionGraph DEPENDENT = Graphs.graph("a1; a2<a1; b1 ^a2 #billing; b2<b1");

    static Stream<Arguments> words() {
        return Stream.of(
                of(upgrade(LINE, Set.of(), "head-7"), """
                        [relative-out-of-range] "head-7" goes below the base: only 4 revisions lie under "head".
                          next:  mvn migrate:history shows the revisions; "head" and "base" name its ends"""),
                of(downgrade(LINE, Set.of("r2"), "-3"), """
                        [relative-out-of-range] "-3" goes below the base: only 1 revision lies under "r2", which is applied.
                          next:  mvn migrate:history shows the revisions; "head" and "base" name its ends"""),
                of(upgrade(LINE, Set.of("r4"), "+3"), """
                        [relative-out-of-range] "+3" goes past the head: only 1 revision lies above "r4", which is applied.
                          next:  mvn migrate:history shows the revisions; "head" and "base" name its ends"""),
                of(upgrade(LINE, Set.of("r4"), "-1"), """
                        [relative-out-of-range] "-1" does not lead up from what is applied.
                          next:  mvn migrate:history shows the revisions; "head" and "base" name its ends"""),
                of(downgrade(LINE, Set.of("r4"), "+1"), """
                        [relative-out-of-range] "+1" does not lead down from what is applied.
                          next:  mvn migrate:history shows the revisions; "head" and "base" name its ends"""),
                of(upgrade(LINE, Set.of(), "r6"), """
                        [unknown-revision] No revision or branch label is "r6" or starts with it. Did you mean "r1"?
                          next:  mvn migrate:history lists the revisions and their labels"""),
                of(upgrade(LINE, Set.of(), "current"), """
                        [unknown-revision] No revision or branch label is "current" or starts with it.
                          next:  "current" is understood by show and history only"""),
                of(show(LINE, "head-1"), """
                        [unknown-revision] No revision or branch label is "head-1"; steps are counted by upgrade, downgrade \
                        and the end of a history range only.
                          next:  name the revision itself"""),
                of(upgrade(LINE, Set.of(), "r1:r2"), """
                        [range-not-allowed] "r1:r2" is a range; where a database is read, its rows are the start.
                          next:  name the revision to reach only"""),
                of(upgrade(LINE, Set.of("gone"), "head"), """
                        [unknown-revision] The version table holds "gone", but no migration class declares that id.
                          next:  build the version of the project that was run against this database, or restore its class;
                                 where the row is wrong: mvn migrate:stamp -Dto=… -Dmigrate.purge=true"""),
                of(upgrade(LINE, Set.of("r2", "r4"), "head"), """
                        [overlapping-revisions] The version table holds "r2" and "r4", but "r2" is an ancestor of another row.
                          next:  keep "r4" only: mvn migrate:repair"""),
                of(downgrade(LINE, Set.of("r2"), "r4"), """
                        [not-a-downgrade-target] "r4" is not below what is applied: it is not applied.
                          next:  mvn migrate:current shows what is applied; to go up: mvn migrate:upgrade"""),
                of(downgrade(DEPENDENT, Set.of("b1"), "a2"), """
                        [not-a-downgrade-target] "a2" is not below what is applied: it is applied because something depends \
                        on it, and nothing that follows it is applied.
                          next:  mvn migrate:current shows what is applied; to go up: mvn migrate:upgrade"""),
                of(upgrade(FORK, Set.of(), "head"), """
                        [several-heads] "head" is ambiguous: revisions "abcd1" and "abcd2" both have no successor.
                          next:  name one of them, use "heads", or join them with: mvn migrate:merge"""),
                of(upgrade(FORK, Set.of(), "left@head"), """
                        [several-heads] "left@head" is ambiguous: revisions "abcd1" and "abcd2" both have no successor on \
                        branch "left".
                          next:  name one of them, use "left@heads", or join them with: mvn migrate:merge"""),
                of(upgrade(FORK, Set.of(), "abc"), """
                        [ambiguous-id] "abc" is ambiguous: it is how "abcd1" and "abcd2" start.
                          next:  type more of the one that is meant"""),
                of(upgrade(FORK, Set.of(), "left@d2"), """
                        [not-on-branch] Revision "d2" is not on branch "left": neither follows the other.
                          next:  leave "left@" out, or name a revision of that branch"""),
                of(downgrade(FORK, Set.of("c1", "d2"), "left@c2"), """
                        [not-on-branch] Revision "c2" is not on branch "left": neither follows the other.
                          next:  leave "left@" out, or name a revision of that branch"""),
                of(downgrade(FORK, Set.of("c1", "d2"), "lefft@c2"), """
                        [unknown-branch] No branch is called "lefft": it is neither a branch label nor a revision id, or the \
                        beginning of just one. Did you mean "left"?
                          next:  mvn migrate:branches and mvn migrate:heads show the branches and their labels"""),
                of(upgrade(FORK, Set.of("b1"), "+1"), """
                        [ambiguous-walk] "+1" is ambiguous: revisions "c1" and "c2" both follow "b1".
                          next:  name the revision itself, or count on one branch, as in "c1@+1\""""),
                of(downgrade(FORK, Set.of("m"), "-2"), """
                        [ambiguous-walk] "-2" is ambiguous: "m" follows "c1" and "e2".
                          next:  name the revision itself"""),
                of(upgrade(FORK, Set.of("c1", "c2"), "+1"), """
                        [ambiguous-current] "+1" is ambiguous: it could count from any of "c1" and "c2", which are applied.
                          next:  name where to count from, as in "c1+1", or the revision itself"""),
                of(downgrade(FORK, Set.of("c1", "c2"), "-1"), """
                        [ambiguous-current] "-1" is ambiguous: it could count from any of "c1" and "c2", which are applied.
                          next:  name where to count from, as in "c1-1", or the revision itself"""),
                of(() -> RevisionRange.parse("r1"), """
                        [bad-history-range] "r1" is not a range: it needs exactly one colon.
                          next:  write start:end, start: or :end, for example "-3:" or "base:current\""""),
                of(history(LINE, "r4:r2"), """
                        [range-not-ancestor] The range "r4:r2" does not lead from one to the other: "r4" is not an ancestor \
                        of "r2".
                          next:  the start of a range must be an ancestor of its end, on the same branch"""),
                of(history(DEPENDENT, "a2:b2"), """
                        [range-not-ancestor] The range "a2:b2" leads to "a2" only through dependsOn.
                          next:  the start of a range must be an ancestor of its end, on the same branch"""),
                of(create(LINE, NewRevision.onHead("n").withHeads(List.of("r2"))), """
                        [not-a-head] Revision "r2" is not a head: it is followed by "r3".
                          next:  follow a head, or start a new branch here with -Dmigrate.splice=true"""),
                of(create(LINE, NewRevision.onHead("n").withHeads(List.of("r5", "head"))), """
                        [duplicate-heads] Revision "r5" is named more than once by "r5" and "head".
                          next:  name each revision to follow once"""),
                of(create(LINE, NewRevision.onHead("n").withDependsOn(List.of("base"))), """
                        [unknown-dependency] "base" is not a revision: nothing can depend on it.
                          next:  leave it out of dependsOn"""),
                of(create(LINE, NewRevision.onHead("r3")), """
                        [duplicate-id] 2 revisions declare the id "r3".
                          next:  give each revision an id of its own; one that was applied somewhere keeps its id"""),
                of(
                        create(
                                DEPENDENT,
                                NewRevision.onHead("n").withHeads(List.of("b2")).withBranchLabels(List.of("billing"))),
                        """
                        [duplicate-label] Revisions "b1" and "n" both declare the branch label "billing".
                          next:  keep the label where the branch starts"""),
                of(stamp(LINE, Set.of("r4"), List.of("r1", "r2")), """
                        [overlapping-revisions] Of the targets "r1" and "r2" some contain others, and what is in the version \
                        table is above them.
                          next:  stamp "r2" alone: it stands for all that it contains"""),
                of(stamp(LINE, Set.of(), List.of("r2", "r2")), """
                        [duplicate-heads] Revision "r2" is named by two targets.
                          next:  name each revision once"""));
    }

    @ParameterizedTest
    @MethodSource("words")
    void theMessageNamesTheArgumentTheReasonAndTheNextStep(ThrowingCallable mistake, String words) {
        MigrateException problem = catchThrowableOfType(MigrateException.class, mistake);

        assertThat(problem).isNotNull().hasMessage(words);
    }

    private static Arguments of(ThrowingCallable mistake, String words) {
        return Arguments.of(mistake, words);
    }

    private static ThrowingCallable upgrade(RevisionGraph graph, Set<String> rows, String target) {
        return () -> RevisionPath.upgrade(graph, rows, target);
    }

    private static ThrowingCallable downgrade(RevisionGraph graph, Set<String> rows, String target) {
        return () -> RevisionPath.downgrade(graph, rows, target);
    }

    private static ThrowingCallable show(RevisionGraph graph, String target) {
        return () -> RevisionExpression.parse(target).in(graph, Set.of());
    }

    private static ThrowingCallable history(RevisionGraph graph, String range) {
        return () -> RevisionRange.parse(range).in(graph, Set.of());
    }

    private static ThrowingCallable create(RevisionGraph graph, NewRevision revision) {
        return () -> revision.in(graph);
    }

    private static ThrowingCallable stamp(RevisionGraph graph, Set<String> rows, List<String> targets) {
        return () -> Stamp.stamp(graph, rows, targets, false);
    }
}
