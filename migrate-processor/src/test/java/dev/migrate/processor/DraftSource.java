package dev.migrate.processor;

import dev.migrate.processor.Defect.Expected;
import dev.migrate.processor.DraftHistory.Draft;
import dev.migrate.processor.DraftHistory.Value;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;

/** A made-up history as one source file, in the ways in which people write, which remembers the lines of all values. */
final class DraftSource {

    private final Random random;
    private final StringBuilder text = new StringBuilder();
    private final StringBuilder constants = new StringBuilder();
    private final Map<Value, Integer> lines = new HashMap<>();
    private final Map<Draft, Integer> annotations = new HashMap<>();
    private final Map<Draft, Integer> downRevisions = new HashMap<>();
    private int line = 1;
    private int numbers;

    DraftSource(String packageName, DraftHistory history) {
        random = history.random;
        print("package " + packageName + ";\n\nimport dev.migrate.*;\nimport dev.migrate.processor.Blank;\n\n");
        print("public interface H {\n");
        List<Draft> shuffled = new ArrayList<>(history.revisions);
        Collections.shuffle(shuffled, random);
        shuffled.forEach(this::print);
        print(constants.toString());
        print("}\n");
    }

    String text() {
        return text.toString();
    }

    /** The lines on which a message may stand, as {@code line code}. */
    Set<String> lines(Expected expected) {
        Set<String> found = new TreeSet<>();
        for (Value value : expected.values()) {
            found.add(lines.get(value) + " " + expected.code());
        }
        if (expected.revision() != null) {
            int annotation = annotations.get(expected.revision());
            int at = expected.attribute().isEmpty()
                    ? annotation
                    : downRevisions.getOrDefault(expected.revision(), annotation);
            found.add(at + " " + expected.code());
        }
        return found;
    }

    private void print(Draft revision) {
        print("\n    ");
        annotations.put(revision, line);
        print("@Revision(");
        List<Runnable> attributes = new ArrayList<>();
        attributes.add(() -> {
            print("id = ");
            print(revision.id);
        });
        attributes.add(() -> {
            print("downRevision = ");
            downRevisions.put(revision, line);
            print(revision.downRevision);
        });
        attributes.add(() -> {
            print("dependsOn = ");
            print(revision.dependsOn);
        });
        attributes.add(() -> {
            print("branchLabels = ");
            print(revision.branchLabels);
        });
        attributes.add(() -> print("message = \"one, \\\"two\\\" {\""));
        // An empty attribute may be there or not.
        List<List<Value>> values = List.of(revision.downRevision, revision.dependsOn, revision.branchLabels);
        for (int i = 3; i > 0; i--) {
            if (values.get(i - 1).isEmpty() && random.nextInt(4) > 0) {
                attributes.remove(i);
            }
        }
        Collections.shuffle(attributes, random);
        boolean first = true;
        for (Runnable attribute : attributes) {
            print(first ? "" : ",");
            breakOrNot();
            attribute.run();
            first = false;
        }
        print(")\n    " + revision.declaration.formatted("R" + ++numbers) + "\n");
    }

    private void print(List<Value> values) {
        if (values.size() == 1 && random.nextBoolean()) {
            print(values.get(0));
            return;
        }
        print("{");
        boolean first = true;
        for (Value value : values) {
            print(first ? "" : ",");
            breakOrNot();
            print(value);
            first = false;
        }
        breakOrNot();
        print("}");
    }

    private void print(Value value) {
        lines.put(value, line);
        String literal = literal(value.text);
        switch (random.nextInt(4)) {
            case 0 -> {
                String name = "C" + ++numbers;
                constants
                        .append("    String ")
                        .append(name)
                        .append(" = ")
                        .append(literal)
                        .append(";\n");
                print(random.nextBoolean() ? name : "H." + name);
            }
            case 1 -> {
                int middle = random.nextInt(value.text.length() + 1);
                print(literal(value.text.substring(0, middle)) + " + " + literal(value.text.substring(middle)));
            }
            default -> print(literal);
        }
    }

    private static String literal(String text) {
        return "\"" + text.replace("\t", "\\t") + "\"";
    }

    private void breakOrNot() {
        if (random.nextInt(3) > 0) {
            print("\n            ");
        }
    }

    private void print(String piece) {
        text.append(piece);
        line += (int) piece.chars().filter(c -> c == '\n').count();
    }
}
