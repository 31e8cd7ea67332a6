package dev.migrate.graph;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;

/**
 * Sound graphs that are larger and odder than the cases of the conformance suite: many lanes that fork and merge, merges
 * with a parent that another parent implies, dependencies by label and on relatives, bases in the middle, names that begin
 * alike, ids that no author may choose and a database may hold.
 */
final class OddGraphs {

    private static final List<String> ALPHABETS = List.of("ab", "0123456789abcdef", "éßñ漢字", "A_.z");

    private final Random random;
    private final List<RevisionNode> nodes = new ArrayList<>();
    private final List<String> lanes = new ArrayList<>();
    private final Set<String> names = new TreeSet<>();
    private final List<String> labels = new ArrayList<>();
    private final String alphabet;

    private OddGraphs(Random random) {
        this.random = random;
        alphabet = ALPHABETS.get(random.nextInt(ALPHABETS.size()));
    }

    /** A graph of one to {@code most} revisions, in any order. */
    static List<RevisionNode> graph(Random random, int most) {
        OddGraphs graph = new OddGraphs(random);
        int size = 1 + random.nextInt(most);
        while (graph.nodes.size() < size) {
            graph.add();
        }
        Collections.shuffle(graph.nodes, random);
        return graph.nodes;
    }

    private void add() {
        List<String> parents = parents();
        List<String> needed = new ArrayList<>();
        for (int i = random.nextInt(8) - 5; i > 0 && !nodes.isEmpty(); i--) {
            needed.add(
                    !labels.isEmpty() && random.nextBoolean()
                            ? any(labels)
                            : any(nodes).id());
        }
        String id = name();
        List<String> declared = new ArrayList<>();
        for (int i = random.nextInt(9) - 6; i > 0; i--) {
            declared.add(name());
        }
        nodes.add(new RevisionNode(id, parents, new ArrayList<>(new LinkedHashSet<>(needed)), declared));
        labels.addAll(declared);
        if (random.nextInt(6) > 0) { // else the parents stay tips, and the graph forks
            lanes.removeAll(parents);
        }
        lanes.add(id);
    }

    private List<String> parents() {
        Set<String> parents = new LinkedHashSet<>();
        int kind = nodes.isEmpty() ? 0 : random.nextInt(20);
        if (kind == 0) {
            return List.of();
        }
        int count = kind < 14 ? 1 : kind < 18 ? 2 : 2 + random.nextInt(5);
        for (int i = 0; i < count; i++) {
            parents.add(random.nextInt(5) > 0 ? any(lanes) : any(nodes).id());
        }
        return List.copyOf(parents);
    }

    private String name() {
        while (true) {
            StringBuilder name = new StringBuilder();
            for (int i = 1 + random.nextInt(8); i > 0; i--) {
                name.append(alphabet.charAt(random.nextInt(alphabet.length())));
            }
            if (names.add(name.toString())) {
                return name.toString();
            }
        }
    }

    /** The rows of a database on its way. */
    static Set<String> rows(List<RevisionNode> nodes, Random random) {
        Set<String> chosen = new TreeSet<>();
        int oneIn = 1 + random.nextInt(nodes.size());
        nodes.stream().filter(node -> random.nextInt(oneIn) == 0).forEach(node -> chosen.add(node.id()));
        return new ReferenceGraph(nodes).maximal(chosen);
    }

    private <T> T any(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }
}
