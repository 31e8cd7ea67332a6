package dev.migrate.maven.embedded;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * What still runs of a server. While it starts only its library knows the processes, and says nothing of them: one makes
 * the data, the next is the server. Made before it starts: at the end of the JVM no class may be loaded any more.
 *
 * @param place where the server lives
 */
record ServerProcesses(ServerPlace place) {

    private static final int SECONDS_TO_TIDY_UP = 1;
    private static final int SECONDS_TO_VANISH = 5;

    /** Ends them, and returns whether there were any. */
    boolean end() {
        List<ProcessHandle> running = Stream.concat(
                        ProcessHandle.current().descendants().filter(this::runsItsProgram),
                        ProcessHandle.allProcesses().filter(this::worksInIt))
                .distinct()
                .toList();
        running.forEach(ProcessHandle::destroy);
        awaitTheEndOf(running, SECONDS_TO_TIDY_UP);
        running.forEach(ProcessHandle::destroyForcibly);
        awaitTheEndOf(running, SECONDS_TO_VANISH);
        return !running.isEmpty();
    }

    /** Not without a bound: in a container that collects no orphans one that has ended seems to go on for ever. */
    private static void awaitTheEndOf(List<ProcessHandle> running, int seconds) {
        CompletableFuture.allOf(running.stream().map(ProcessHandle::onExit).toArray(CompletableFuture[]::new))
                .completeOnTimeout(null, seconds, TimeUnit.SECONDS)
                .join();
    }

    /** All that Windows tells. Another server of this folder may run the same program. */
    private boolean runsItsProgram(ProcessHandle process) {
        return process.info().arguments().isEmpty()
                && process.info()
                        .command()
                        .filter(program -> program.startsWith(place.programs().toString()))
                        .isPresent();
    }

    /** Whoever started it: a script that has ended may have left it behind. */
    private boolean worksInIt(ProcessHandle process) {
        return process.info().arguments().stream()
                .flatMap(Stream::of)
                .anyMatch(argument -> argument.contains(place.run().toString()));
    }
}
