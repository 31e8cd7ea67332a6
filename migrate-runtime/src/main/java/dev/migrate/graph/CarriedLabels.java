package dev.migrate.graph;

import static java.util.Objects.requireNonNull;

import java.util.AbstractSet;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Hands branch labels up and down the graph. Thousands of revisions may carry thousands of labels, so that sets are bits,
 * and revisions that carry the same mostly share one.
 */
final class CarriedLabels {

    private static final BitSet NONE = new BitSet();

    private final RevisionGraph graph;
    private final Topology topology;
    private final List<String> names;
    private final Map<String, Integer> numbers = new HashMap<>();
    private final boolean[] onLine;
    private final BitSet[] carried;
    /** The revisions whose set nobody else has, so that the next revision of the line may go on with it. */
    private final BitSet own = new BitSet();

    private CarriedLabels(RevisionGraph graph) {
        this.graph = graph;
        topology = graph.topology();
        names = List.copyOf(new TreeSet<>(graph.labelOwners().keySet()));
        names.forEach(name -> numbers.put(name, numbers.size()));
        onLine = new boolean[graph.size()];
        carried = new BitSet[graph.size()];
    }

    /** The labels of each revision, by its number; each set in the order of the names. */
    static List<Set<String>> of(RevisionGraph graph) {
        CarriedLabels labels = new CarriedLabels(graph);
        labels.findLines();
        labels.handUp();
        labels.handDown();
        List<Set<String>> sets = new ArrayList<>(graph.size());
        for (int i = 0; i < graph.size(); i++) {
            sets.add(labels.carried[i].isEmpty() ? Set.of() : labels.new Names(labels.carried[i]));
        }
        return sets;
    }

    /** A revision is on the line of its top when neither a merge nor a branch lies between them. */
    private void findLines() {
        for (int i = graph.size() - 1; i >= 0; i--) {
            int[] above = topology.up(i);
            onLine[i] = topology.down(i).length <= 1
                    && topology.allUp(i).length <= 1
                    && (above.length == 0 || onLine[above[0]]);
        }
    }

    /** Each revision carries what it declares and what those it follows carry, dependencies left aside. */
    private void handUp() {
        for (int i = 0; i < graph.size(); i++) {
            int[] below = topology.down(i);
            // In the end a revision on a line carries what its top does. What it has until then is the next one's.
            boolean takesOver = below.length == 1 && onLine[below[0]] && own.get(below[0]);
            BitSet labels = union(below);
            List<String> declared = graph.node(i).branchLabels();
            if (!declared.isEmpty()) {
                labels = takesOver ? labels : (BitSet) labels.clone();
                for (String label : declared) {
                    labels.set(requireNonNull(numbers.get(label), label));
                }
            }
            own.set(i, takesOver || !declared.isEmpty());
            carried[i] = labels;
        }
    }

    private BitSet union(int[] below) {
        if (below.length == 0) {
            return NONE;
        }
        BitSet first = carried[below[0]];
        if (below.length == 1) {
            return first;
        }
        BitSet all = (BitSet) first.clone();
        for (int parent : below) {
            all.or(carried[parent]);
        }
        return all.equals(first) ? first : all;
    }

    /** What is declared above on a line is carried below too: all of the line carries what its top does. */
    private void handDown() {
        for (int i = graph.size() - 1; i >= 0; i--) {
            int[] above = topology.up(i);
            if (onLine[i] && above.length == 1) {
                carried[i] = carried[above[0]];
            }
        }
    }

    /** The names of some labels, read from their bits. */
    private final class Names extends AbstractSet<String> {

        private final BitSet labels;

        private Names(BitSet labels) {
            this.labels = labels;
        }

        @Override
        public int size() {
            return labels.cardinality();
        }

        @Override
        public boolean contains(Object name) {
            Integer number = name instanceof String label ? numbers.get(label) : null;
            return number != null && labels.get(number);
        }

        @Override
        public Iterator<String> iterator() {
            return labels.stream().mapToObj(names::get).iterator();
        }
    }
}
