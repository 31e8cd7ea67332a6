package dev.migrate.maven.source;

/** Reads a file that git could not merge as if its own side had won; line numbers stay as they are. */
final class ConflictMarkers {

    /**
     * A text without conflict markers.
     *
     * @param text the text, with an empty line for each that was left out
     * @param hadConflicts whether there were any
     */
    record Resolved(String text, boolean hadConflicts) {}

    private enum Side {
        BOTH,
        OURS,
        THEIRS
    }

    private ConflictMarkers() {}

    static Resolved resolve(String text) {
        if (!text.contains("<<<<<<< ")) {
            return new Resolved(text, false);
        }
        StringBuilder kept = new StringBuilder(text.length());
        boolean hadConflicts = false;
        Side side = Side.BOTH;
        for (String line : text.split("\n", -1)) {
            boolean marker = true;
            if (side == Side.BOTH && line.startsWith("<<<<<<< ")) {
                side = Side.OURS;
                hadConflicts = true;
            } else if (side == Side.OURS && (line.startsWith("=======") || line.startsWith("||||||| "))) {
                side = Side.THEIRS;
            } else if (side == Side.THEIRS && line.startsWith(">>>>>>> ")) {
                side = Side.BOTH;
            } else {
                marker = false;
            }
            kept.append(marker || side == Side.THEIRS ? "" : line).append('\n');
        }
        kept.setLength(kept.length() - 1);
        return new Resolved(kept.toString(), hadConflicts);
    }
}
