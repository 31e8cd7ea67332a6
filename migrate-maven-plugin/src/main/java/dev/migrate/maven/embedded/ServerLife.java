package dev.migrate.maven.embedded;

import java.io.IOException;

/** What has to end with a goal, and with the JVM if that is first: a process, and its folder. */
final class ServerLife implements AutoCloseable {

    private final ServerPlace place;
    private final Thread atTheEnd = new Thread(this::endWithTheJvm, "migrate-embedded-server");
    private volatile RunningServer.Stopping process = () -> {};

    private ServerLife(ServerPlace place) {
        this.place = place;
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
            return; // the JVM ends already, and ends this
        }
        end();
    }

    private void end() throws IOException {
        try {
            process.stop();
        } finally {
            place.clear();
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
