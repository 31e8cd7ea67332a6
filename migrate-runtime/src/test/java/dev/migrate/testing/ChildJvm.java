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
        return new ChildJvm(new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start());
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

    /** Tells it to end, as Ctrl-C does, and waits until it has. Its input stays open: it sees nothing but the signal. */
    public void terminate() {
        process.toHandle().destroy();
        process.onExit().join();
    }

    public void kill() {
        process.destroyForcibly().onExit().join();
    }

    @Override
    public void close() {
        kill();
    }
}
