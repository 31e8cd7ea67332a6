package dev.migrate.graph;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Graphs in one line of text: {@code a; b<a; c<a,b ^x #label} is a base, a successor and a merge. */
final class Graphs {

    private static final Pattern NODE = Pattern.compile(
            "(?<id>[^<^#]*?)\\s*(?:<(?<down>[^^#]*?))?\\s*(?:\\^(?<deps>[^#]*?))?\\s*(?:#(?<labels>.*))?");

    private Graphs() {}

    static List<RevisionNode> nodes(String text) {
        return Arrays.stream(text.split(";"))
                .map(String::strip)
                .map(Graphs::node)
                .toList();
    }

    static RevisionGraph graph(String text) {
        return RevisionGraph.of(nodes(text));
    }

    static RevisionNode node(String text) {
        Matcher node = NODE.matcher(text);
        if (!node.matches()) {
            throw new IllegalArgumentException(text);
        }
        return new RevisionNode(
                node.group("id"), names(node.group("down")), names(node.group("deps")), names(node.group("labels")));
    }

    /** One line of revisions, r000001 first. */
    static List<RevisionNode> linear(int size) {
        List<RevisionNode> nodes = new ArrayList<>();
        for (int i = 1; i <= size; i++) {
            List<String> down = i == 1 ? List.of() : List.of(id(i - 1));
            nodes.add(new RevisionNode(id(i), down, List.of(), List.of()));
        }
        return nodes;
    }

    /** Two lanes, and a merge of both at every tenth revision. */
    static List<RevisionNode> braid(int size) {
        List<RevisionNode> nodes = new ArrayList<>();
        List<String> left = List.of();
        List<String> right = List.of();
        for (int i = 1; i <= size; i++) {
            String id = id(i);
            if (i == 1) {
                nodes.add(new RevisionNode(id, left, List.of(), List.of()));
                left = right = List.of(id);
            } else if (i % 10 == 0) {
                List<String> both = new ArrayList<>(left);
                both.addAll(right);
                nodes.add(new RevisionNode(id, both, List.of(), List.of()));
                left = right = List.of(id);
            } else if (i % 2 == 0) {
                nodes.add(new RevisionNode(id, left, List.of(), List.of()));
                left = List.of(id);
            } else {
                nodes.add(new RevisionNode(id, right, List.of(), List.of()));
                right = List.of(id);
            }
        }
        return nodes;
    }

    private static String id(int number) {
        return String.format("r%06d", number);
    }

    private static List<String> names(@Nullable String list) {
        return list == null
                ? List.of()
                : Arrays.stream(list.split(",")).map(String::strip).toList();
    }
}
