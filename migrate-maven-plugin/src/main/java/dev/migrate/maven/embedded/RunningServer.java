package dev.migrate.maven.embedded;

import java.io.IOException;

/**
 * A server process that runs.
 *
 * @param jdbcUrl where it listens
 * @param user an account that may do everything
 * @param process ends it
 */
record RunningServer(String jdbcUrl, String user, Stopping process) {

    /** Ends a process and waits until it is gone. */
    @FunctionalInterface
    interface Stopping {
        void stop() throws IOException;
    }
}
