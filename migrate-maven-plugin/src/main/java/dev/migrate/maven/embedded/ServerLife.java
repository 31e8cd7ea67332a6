package dev.migrate.maven.embedded;

import java.io.IOException;
import java.util.concurrent.TimeUnit;

/** What has to end with a goal, and with the JVM if that is first: a process, and its folder. */
final class ServerLife implements AutoCloseable {

    private static final int SECONDS_TO_END = 30;

    /** More than a library starts one after the other. */
    private static final int MOST_PROCESSES = 5;

    private final ServerPlace place;
    private final ServerProcesses processes;
    private final Thread atTheEnd = new Thread(this::endWithTheJvm, "migrate-embedded-server");
    private volatile RunningServer.Stopping process = () -> {};

    private ServerLife(ServerPlace place) {
        this.place = place;
        this.processes = new ServerProcesses(place);
    }

    /** Begins with the folder, before there is a process. */
    static ServerLife in(ServerPlace place) {
        ServerLife life = new ServerLife(place);
        Runtime.getRuntime().addShutdownHook(life.atTheEnd);
        return life;
    }

    /** Starts the process. */
    RunningServer start(EmbeddedDatabase database) throws IOException {
        RunningServer running = database.start(place);
        process = running.process();
        return running;
    }

    @Override
    public void close() throws IOException {
        try {
            Runtime.getRuntime().removeShutdownHook(atTheEnd);
        } catch (IllegalStateException e) {
            awaitTheEnd(); // else the goal complains of a server that is gone, though the JVM ends and ends it
            return;
        }
        end();
    }

    private void awaitTheEnd() {
        try {
            atTheEnd.join(TimeUnit.SECONDS.toMillis(SECONDS_TO_END));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void end() throws IOException {
        try {
            process.stop();
        } finally {
            boolean another = true; // the library, that has lost one process, may have started the next in the meantime
            for (int times = 0; another && times < MOST_PROCESSES; times++) {
                another = processes.end();
                place.clear();
            }
        }
    }

    private void endWithTheJvm() {
        try {
            end();
        } catch (IOException e) {
            System.err.println("migrate: of an embedded server something stays in " + place.run() + ": " + e);
        }
    }
}
