package dev.migrate.processor;

import static java.util.stream.Collectors.toCollection;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Function;

/**
 * A history as a test makes it up: sound when it is made, by construction and not because a checker says so, and open to
 * any change, so that a defect can be put into it.
 */
final class DraftHistory {

    /** A text in the declaration of a revision. What counts is which one it is: two may say the same. */
    static final class Value {
        String text;

        Value(String text) {
            this.text = text;
        }
    }

    /** One revision. */
    static final class Draft {
        final Value id;
        final List<Value> downRevision = new ArrayList<>();
        final List<Value> dependsOn = new ArrayList<>();
        final List<Value> branchLabels = new ArrayList<>();
        String declaration = "final class %s extends Blank {}";

        Draft(String id) {
            this.id = new Value(id);
        }

        Draft after(Draft... parents) {
            for (Draft parent : parents) {
                downRevision.add(new Value(parent.id.text));
            }
            return this;
        }
    }

    final Random random;
    final List<Draft> revisions = new ArrayList<>();
    private final Set<String> names = new HashSet<>();

    /** A sound history. */
    DraftHistory(Random random) {
        this.random = random;
        int revisionsEach = 1 + random.nextInt(3);
        switch (random.nextInt(4)) {
            case 0 -> {
                Draft base = add();
                for (int branch = 0; branch < 2; branch++) {
                    Draft start = add().after(base);
                    label(start);
                    braid(start, revisionsEach);
                }
            }
            case 1 -> {
                List<Draft> heads = new ArrayList<>();
                for (int base = 0; base < 2; base++) {
                    Draft start = add();
                    label(start);
                    heads.add(braid(start, revisionsEach));
                }
                if (random.nextBoolean()) {
                    add().after(heads.toArray(Draft[]::new));
                }
            }
            default -> braid(add(), random.nextInt(8));
        }
        for (int i = 1; i < revisions.size(); i++) {
            Draft revision = revisions.get(i);
            if (random.nextInt(6) == 0) {
                label(revision);
            }
            if (random.nextInt(4) == 0) {
                Draft earlier = revisions.get(random.nextInt(i));
                revision.dependsOn.add(new Value(anyName(earlier)));
            }
        }
    }

    /** Branches and merges above a revision; one head at the end, which is answered. */
    private Draft braid(Draft start, int more) {
        List<Draft> members = new ArrayList<>(List.of(start));
        List<Draft> tips = new ArrayList<>(members);
        for (int i = 0; i < more; i++) {
            Draft next = add();
            switch (random.nextInt(5)) {
                case 0 -> next.after(any(members));
                case 1 -> {
                    Draft one = tips.remove(random.nextInt(tips.size()));
                    next.after(one);
                    if (!tips.isEmpty()) {
                        next.after(tips.remove(random.nextInt(tips.size())));
                    }
                }
                default -> next.after(any(tips));
            }
            Set<String> followed =
                    next.downRevision.stream().map(value -> value.text).collect(toCollection(HashSet::new));
            tips.removeIf(tip -> followed.contains(tip.id.text));
            members.add(next);
            tips.add(next);
        }
        return tips.size() == 1 ? tips.get(0) : add().after(tips.toArray(Draft[]::new));
    }

    <T> T any(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }

    Draft add() {
        Draft draft = new Draft(newName());
        revisions.add(draft);
        return draft;
    }

    Value label(Draft revision) {
        return insert(revision.branchLabels, newName());
    }

    /** Somewhere among the others. */
    Value insert(List<Value> values, String text) {
        Value value = new Value(text);
        values.add(random.nextInt(values.size() + 1), value);
        return value;
    }

    String anyName(Draft revision) {
        return revision.branchLabels.isEmpty() || random.nextBoolean()
                ? revision.id.text
                : any(revision.branchLabels).text;
    }

    /** In any of the styles that people use; never one that is there already, in whatever case. */
    String newName() {
        String name;
        do {
            name = switch (random.nextInt(5)) {
                case 0 -> "%012x".formatted(random.nextLong() & 0xffff_ffff_ffffL);
                case 1 -> "r" + random.nextInt(1_000);
                case 2 -> "V" + random.nextInt(9) + "." + random.nextInt(99) + "_step";
                case 3 -> "2026%010d".formatted(random.nextInt(Integer.MAX_VALUE));
                default -> "n".repeat(63 - 9) + "%09d".formatted(random.nextInt(999_999_999)) + "x";
            };
        } while (!names.add(name.toLowerCase(Locale.ROOT)));
        return name;
    }

    /** Two revisions at least, the second above the first. */
    void growToTwo() {
        if (revisions.size() == 1) {
            add().after(revisions.get(0));
        }
    }

    /** Gives a revision another id, wherever it is named. */
    void rename(Draft revision, String id) {
        String before = revision.id.text;
        for (Draft each : revisions) {
            each.downRevision.stream()
                    .filter(value -> value.text.equals(before))
                    .forEach(value -> value.text = id);
            each.dependsOn.stream().filter(value -> value.text.equals(before)).forEach(value -> value.text = id);
        }
        revision.id.text = id;
    }

    // What follows knows nothing of how the processor finds out: small graphs, plain searches.

    Set<Draft> parents(Draft revision) {
        return matching(revision.downRevision, DraftHistory::isId);
    }

    Set<Draft> needs(Draft revision) {
        Set<Draft> needs = parents(revision);
        needs.addAll(matching(revision.dependsOn, DraftHistory::isIdOrLabel));
        return needs;
    }

    private Set<Draft> matching(List<Value> names, BiPredicate<Draft, String> rule) {
        return revisions.stream()
                .filter(revision -> names.stream().anyMatch(name -> rule.test(revision, name.text)))
                .collect(toCollection(LinkedHashSet::new));
    }

    private static boolean isId(Draft revision, String name) {
        return revision.id.text.equals(name);
    }

    static boolean isIdOrLabel(Draft revision, String name) {
        return isId(revision, name) || revision.branchLabels.stream().anyMatch(label -> label.text.equals(name));
    }

    /** A revision and all that it leads down to. */
    Set<Draft> below(Draft revision, Function<Draft, Set<Draft>> edges) {
        Set<Draft> seen = new LinkedHashSet<>();
        Deque<Draft> open = new ArrayDeque<>(List.of(revision));
        while (!open.isEmpty()) {
            Draft next = open.pop();
            if (seen.add(next)) {
                open.addAll(edges.apply(next));
            }
        }
        return seen;
    }

    List<Draft> heads() {
        return revisions.stream()
                .filter(revision ->
                        revisions.stream().noneMatch(other -> parents(other).contains(revision)))
                .toList();
    }

    /** The heads without a label that only they carry; none where there is one head only. */
    List<Draft> headsWithoutLabel() {
        List<Draft> heads = heads();
        if (heads.size() == 1) {
            return List.of();
        }
        return heads.stream()
                .filter(head -> {
                    Set<String> carried = carried(head);
                    heads.stream().filter(other -> other != head).forEach(other -> carried.removeAll(carried(other)));
                    return carried.isEmpty();
                })
                .toList();
    }

    private Set<String> carried(Draft head) {
        return below(head, this::parents).stream()
                .flatMap(revision -> revision.branchLabels.stream())
                .map(label -> label.text)
                .collect(toCollection(HashSet::new));
    }

    /** The bases without a label; none where there is one such base only. */
    List<Draft> basesWithoutLabel() {
        List<Draft> bases = revisions.stream()
                .filter(revision -> revision.downRevision.isEmpty() && revision.branchLabels.isEmpty())
                .toList();
        return bases.size() == 1 ? List.of() : bases;
    }
}
