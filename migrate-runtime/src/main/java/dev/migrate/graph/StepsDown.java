package dev.migrate.graph;

/**
 * Takes many steps down at once, along revisions that follow just one other. Each revision knows one far below it, chosen
 * so that any number of steps takes some dozens of jumps: walks from a hundred thousand heads would else be quadratic.
 */
final class StepsDown {

    private final Topology topology;
    /** How many steps there are below a revision, down to a base or a merge. */
    private final int[] depth;

    private final int[] jump;

    StepsDown(Topology topology) {
        this.topology = topology;
        depth = new int[topology.size()];
        jump = new int[topology.size()];
        for (int i = 0; i < topology.size(); i++) {
            int[] below = topology.down(i);
            if (below.length == 1) {
                int parent = below[0];
                int far = jump[parent];
                depth[i] = depth[parent] + 1;
                // Two jumps of one length become one of twice that: the numbers of a skew binary system.
                jump[i] = depth[parent] - depth[far] == depth[far] - depth[jump[far]] ? jump[far] : parent;
            } else {
                jump[i] = i;
            }
        }
    }

    /** How many steps there are below a revision until a base or a merge is reached. */
    int depth(int revision) {
        return depth[revision];
    }

    /** What lies so many steps below a revision; not more than there are. */
    int below(int revision, int steps) {
        int wanted = depth[revision] - steps;
        int at = revision;
        while (depth[at] > wanted) {
            at = depth[jump[at]] >= wanted ? jump[at] : topology.down(at)[0];
        }
        return at;
    }
}
