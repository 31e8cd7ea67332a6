package dev.migrate.execute;

/** Hears what a run does while it does it. Called on the thread of the run, so a slow listener slows the run. */
@FunctionalInterface
public interface RunListener {

    /**
     * Something happened.
     *
     * @param event what happened
     */
    void on(RunEvent event);
}
