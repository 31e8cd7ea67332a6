package dev.migrate.maven.source;

/** Reads a file that git could not merge as if one of its sides had won; line numbers stay as they are. */
final class ConflictMarkers {

    /**
     * A text without conflict markers, with an empty line for each that was left out.
     *
     * @param ours as if the own side had won
     * @param theirs as if the other side had won
     */
    record Sides(String ours, String theirs) {

        boolean differ() {
            return !ours.equals(theirs);
        }
    }

    private enum Side {
        BOTH,
        OURS,
        BASE,
        THEIRS
    }

    private ConflictMarkers() {}

    static Sides split(String text) {
        if (!text.contains("<<<<<<< ")) {
            return new Sides(text, text);
        }
        StringBuilder ours = new StringBuilder(text.length());
        StringBuilder theirs = new StringBuilder(text.length());
        Side side = Side.BOTH;
        for (String line : text.split("\n", -1)) {
            Side next = next(side, line);
            boolean marker = next != side;
            side = next;
            ours.append(marker || side == Side.BASE || side == Side.THEIRS ? "" : line)
                    .append('\n');
            theirs.append(marker || side == Side.BASE || side == Side.OURS ? "" : line)
                    .append('\n');
        }
        ours.setLength(ours.length() - 1);
        theirs.setLength(theirs.length() - 1);
        return new Sides(ours.toString(), theirs.toString());
    }

    private static Side next(Side side, String line) {
        return switch (side) {
            case BOTH -> line.startsWith("<<<<<<< ") ? Side.OURS : side;
            case OURS -> line.startsWith("||||||| ") ? Side.BASE : line.startsWith("=======") ? Side.THEIRS : side;
            case BASE -> line.startsWith("=======") ? Side.THEIRS : side;
            case THEIRS -> line.startsWith(">>>>>>> ") ? Side.BOTH : side;
        };
    }
}
