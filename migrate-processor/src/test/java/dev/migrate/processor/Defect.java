package dev.migrate.processor;

import dev.migrate.processor.DraftHistory.Draft;
import dev.migrate.processor.DraftHistory.Value;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** A change to a sound history which makes it unsound, and which knows what must be said of it, and where. */
enum Defect {
    NONE {
        @Override
        void putInto(DraftHistory history, List<Expected> expected) {}
    },
    DUPLICATE_ID {
        @Override
        void putInto(DraftHistory history, List<Expected> expected) {
            Draft original = history.any(history.revisions);
            expected.add(new Expected("duplicate-id", original.id));
            for (int copies = 1 + history.random.nextInt(2); copies > 0; copies--) {
                Draft copy = new Draft(original.id.text)
                        .after(history.parents(original).toArray(Draft[]::new));
                history.revisions.add(history.random.nextInt(history.revisions.size()), copy);
                expected.add(new Expected("duplicate-id", copy.id));
            }
        }
    },
    UNKNOWN_PARENT {
        @Override
        void putInto(DraftHistory history, List<Expected> expected) {
            String name = anyUnknown(history);
            if (history.random.nextInt(4) == 0) {
                name = history.label(history.any(history.revisions)).text;
            }
            expected.add(
                    new Expected("unknown-parent", history.insert(history.any(history.revisions).downRevision, name)));
        }
    },
    UNKNOWN_DEPENDENCY {
        @Override
        void putInto(DraftHistory history, List<Expected> expected) {
            expected.add(new Expected(
                    "unknown-dependency",
                    history.insert(history.any(history.revisions).dependsOn, anyUnknown(history))));
        }
    },
    SELF_LOOP {
        @Override
        void putInto(DraftHistory history, List<Expected> expected) {
            Draft revision = history.any(history.revisions);
            expected.add(new Expected("self-loop", history.insert(revision.downRevision, revision.id.text)));
        }
    },
    DEPENDENCY_SELF_LOOP {
        @Override
        void putInto(DraftHistory history, List<Expected> expected) {
            Draft revision = history.any(history.revisions);
            expected.add(new Expected(
                    "dependency-self-loop", history.insert(revision.dependsOn, history.anyName(revision))));
        }
    },
    CYCLE {
        @Override
        void putInto(DraftHistory history, List<Expected> expected) {
            history.growToTwo();
            Draft above = anyOf(history, revision -> !revision.downRevision.isEmpty());
            Draft below = anyBelow(history, above, history::parents);
            history.insert(below.downRevision, above.id.text);
            expected.add(cycle("cycle", history, below, history::parents));
        }
    },
    DEPENDENCY_CYCLE {
        @Override
        void putInto(DraftHistory history, List<Expected> expected) {
            history.growToTwo();
            Draft above = anyOf(history, revision -> !history.needs(revision).isEmpty());
            Draft below = anyBelow(history, above, history::needs);
            history.insert(below.dependsOn, history.anyName(above));
            expected.add(cycle("dependency-cycle", history, below, history::needs));
        }
    },
    SEVERAL_HEADS {
        @Override
        void putInto(DraftHistory history, List<Expected> expected) {
            history.growToTwo();
            List<Draft> heads = history.heads();
            Draft followed = anyOf(history, revision -> !heads.contains(revision));
            history.add().after(followed);
        }
    },
    FORGOTTEN_PARENT {
        @Override
        void putInto(DraftHistory history, List<Expected> expected) {
            history.add();
        }
    },
    SEVERAL_BASES {
        @Override
        void putInto(DraftHistory history, List<Expected> expected) {
            history.growToTwo();
            Draft joint = anyOf(history, revision -> !revision.downRevision.isEmpty());
            for (int bases = 0; bases < 2; bases++) {
                history.insert(joint.downRevision, history.add().id.text);
            }
        }
    },
    DUPLICATE_LABEL {
        @Override
        void putInto(DraftHistory history, List<Expected> expected) {
            Value label = history.label(history.any(history.revisions));
            Value same = history.insert(history.any(history.revisions).branchLabels, label.text);
            expected.add(new Expected("duplicate-label", label));
            expected.add(new Expected("duplicate-label", same));
        }
    },
    LABEL_EQUAL_TO_AN_ID {
        @Override
        void putInto(DraftHistory history, List<Expected> expected) {
            String id = history.any(history.revisions).id.text;
            expected.add(
                    new Expected("duplicate-label", history.insert(history.any(history.revisions).branchLabels, id)));
        }
    },
    ILLEGAL_LABEL {
        @Override
        void putInto(DraftHistory history, List<Expected> expected) {
            String label = history.any(List.of(
                    "two words",
                    "x-1",
                    "-12",
                    "",
                    "größe",
                    "a@b",
                    "a+b",
                    "a:b",
                    "head",
                    "heads",
                    "base",
                    "current",
                    "l".repeat(65)));
            expected.add(
                    new Expected("illegal-label", history.insert(history.any(history.revisions).branchLabels, label)));
        }
    },
    ILLEGAL_ID {
        @Override
        void putInto(DraftHistory history, List<Expected> expected) {
            rename(history, "illegal-id", expected, List.of("a-1", "-", "two ids", "ß", "c@d", "+1", "a:", "\t"));
        }
    },
    RESERVED_ID {
        @Override
        void putInto(DraftHistory history, List<Expected> expected) {
            rename(history, "reserved-id", expected, List.of("head", "heads", "base", "current"));
        }
    },
    ID_TOO_LONG {
        @Override
        void putInto(DraftHistory history, List<Expected> expected) {
            rename(history, "id-too-long", expected, List.of("x".repeat(65), "y".repeat(200)));
        }
    },
    ID_CASE {
        @Override
        void putInto(DraftHistory history, List<Expected> expected) {
            history.growToTwo();
            Draft one = history.any(history.revisions);
            Draft other = anyOf(history, revision -> revision != one);
            history.rename(one, "Same_" + history.revisions.size());
            history.rename(other, "sAmE_" + history.revisions.size());
            expected.add(new Expected("id-case", one.id));
            expected.add(new Expected("id-case", other.id));
        }
    },
    CLASS_SHAPE {
        @Override
        void putInto(DraftHistory history, List<Expected> expected) {
            Draft revision = history.any(history.revisions);
            revision.declaration = history.any(List.of(
                    "abstract class %s extends Blank {}",
                    "final class %s {}",
                    "final class %1$s extends Blank { private %1$s() {} }",
                    "final class %1$s extends Blank { public %1$s(int x) {} }",
                    "interface %s extends Migration {}"));
            expected.add(Expected.onAnnotation("class-shape", revision));
        }
    },
    SEVERAL_AT_ONCE {
        @Override
        void putInto(DraftHistory history, List<Expected> expected) {
            List<Defect> some = new ArrayList<>(List.of(
                    UNKNOWN_DEPENDENCY,
                    UNKNOWN_PARENT,
                    DEPENDENCY_SELF_LOOP,
                    DUPLICATE_LABEL,
                    ILLEGAL_LABEL,
                    SELF_LOOP));
            Collections.shuffle(some, history.random);
            some.subList(0, 3).forEach(defect -> defect.putInto(history, expected));
            history.any(List.of(ILLEGAL_ID, ID_TOO_LONG, ID_CASE)).putInto(history, expected);
            CLASS_SHAPE.putInto(history, expected);
        }
    };

    /**
     * What must be reported once.
     *
     * @param values one of these is where it must be reported: several only where they are equally to blame
     * @param revision in place of values, a revision, on whose annotation or attribute as a whole it must be reported
     * @param attribute the attribute; empty for the annotation
     */
    record Expected(String code, Set<Value> values, Draft revision, String attribute) {

        Expected(String code, Value value) {
            this(code, Set.of(value), null, "");
        }

        static Expected onAnnotation(String code, Draft revision) {
            return new Expected(code, Set.of(), revision, "");
        }

        static Expected onDownRevision(String code, Draft revision) {
            return new Expected(code, Set.of(), revision, "downRevision");
        }
    }

    abstract void putInto(DraftHistory history, List<Expected> expected);

    /** Puts the defect into a history and answers all that must be said of it. */
    List<Expected> in(DraftHistory history) {
        List<Expected> expected = new ArrayList<>();
        putInto(history, expected);
        // A wrong parent leaves the one that was meant without a child: that is no news.
        Set<String> hiding = Set.of("duplicate-id", "unknown-parent", "self-loop", "cycle");
        if (expected.stream().noneMatch(each -> hiding.contains(each.code()))) {
            history.headsWithoutLabel().forEach(head -> expected.add(Expected.onDownRevision("several-heads", head)));
            history.basesWithoutLabel().forEach(base -> expected.add(Expected.onDownRevision("several-bases", base)));
        }
        return expected;
    }

    private static void rename(DraftHistory history, String code, List<Expected> expected, List<String> ids) {
        Draft revision = history.any(history.revisions);
        history.rename(revision, history.any(ids));
        expected.add(new Expected(code, revision.id));
    }

    private static String anyUnknown(DraftHistory history) {
        String id = history.any(history.revisions).id.text;
        return history.any(List.of(
                history.newName(),
                id + "x",
                id.substring(0, id.length() - 1) + "~",
                "Q" + id.toUpperCase(Locale.ROOT)));
    }

    private static Draft anyOf(DraftHistory history, Predicate<Draft> condition) {
        return history.any(history.revisions.stream().filter(condition).toList());
    }

    private static Draft anyBelow(DraftHistory history, Draft revision, Function<Draft, Set<Draft>> edges) {
        return history.any(history.below(revision, edges).stream()
                .filter(below -> below != revision)
                .toList());
    }

    /** The cycle through a revision: on the smallest id of all that lie on one, on a value that leads on along one. */
    private static Expected cycle(String code, DraftHistory history, Draft through, Function<Draft, Set<Draft>> edges) {
        Set<Draft> knot = new LinkedHashSet<>(history.below(through, edges));
        knot.removeIf(revision -> !history.below(revision, edges).contains(through));
        Draft smallest = knot.stream()
                .min(Comparator.comparing(revision -> revision.id.text))
                .orElseThrow();
        Set<Value> values = new LinkedHashSet<>();
        Stream<Value> candidates = code.equals("cycle")
                ? smallest.downRevision.stream()
                : Stream.concat(smallest.downRevision.stream(), smallest.dependsOn.stream());
        candidates
                .filter(value -> knot.stream().anyMatch(revision -> DraftHistory.isIdOrLabel(revision, value.text)))
                .forEach(values::add);
        return new Expected(code, values, null, "");
    }
}
