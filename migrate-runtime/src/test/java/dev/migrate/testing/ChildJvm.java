package dev.migrate.testing;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Another process with the classes of the tests, which stops in the middle of something until it is told to go on. */
public final class ChildJvm implements AutoCloseable {

    private static final String THERE = "in the middle";

    private final Process process;
    private final BufferedReader said;

    private ChildJvm(Process process) {
        this.process = process;
        said = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    /** Starts a program. */
    public static ChildJvm start(Class<?> program, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                program.getName()));
        command.addAll(List.of(arguments));
        return new ChildJvm(new ProcessBuilder(command).start());
    }

    /** Waits until the child is in the middle. */
    public void awaitTheMiddle() throws IOException {
        String line = said.readLine();
        if (!THERE.equals(line)) {
            throw new IllegalStateException("the child said " + line);
        }
    }

    /** What the child calls in the middle. */
    public static void stopInTheMiddle() throws IOException {
        System.out.println(THERE);
        if (System.in.read() < 0) {
            throw new IllegalStateException("nobody is there any more");
        }
    }

    public void goOn() throws IOException {
        process.getOutputStream().write('\n');
        process.getOutputStream().flush();
    }

    /** Waits until the child is done. */
    public int exitCode() throws InterruptedException {
        return process.waitFor();
    }

    public long pid() {
        return process.pid();
    }

    /**
     * Tells it to end, as Ctrl-C does, and waits until it has. Its input stays open: it sees nothing but the signal.
     *
     * @return what it complains of
     */
    public String terminate() throws IOException {
        process.toHandle().destroy();
        String complaints = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
        process.onExit().join();
        return complaints;
    }

    public void kill() {
        process.toHandle().destroyForcibly(); // the other way closes its streams
        process.onExit().join();
    }

    /** What nobody has asked for is shown: it may say why a test fails. */
    @Override
    public void close() throws IOException {
        kill();
        process.getErrorStream().transferTo(System.err);
    }
}
