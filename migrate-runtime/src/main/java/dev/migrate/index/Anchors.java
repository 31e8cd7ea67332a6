package dev.migrate.index;

import dev.migrate.HistoryAnchor;
import dev.migrate.problem.MigrateException;

/** Reads the classes that stand for histories. */
public final class Anchors {

    private static final String NAME = "NAME";

    private Anchors() {}

    /**
     * The name of the history that an anchor stands for.
     *
     * @param anchor a class that the annotation processor wrote
     * @return the name that {@code @MigrationHistory} gave
     * @throws MigrateException {@code stale-index}, when that is no such class, and {@code class-loading}, when its module
     *     does not export it to migrate
     */
    public static String nameOf(Class<? extends HistoryAnchor> anchor) {
        Indexes.requireExported(anchor);
        try {
            return (String) anchor.getField(NAME).get(null);
        } catch (ReflectiveOperationException | ClassCastException | NullPointerException e) {
            throw new MigrateException(IndexProblems.anchorWithoutIndex(anchor.getName()), e);
        }
    }
}
