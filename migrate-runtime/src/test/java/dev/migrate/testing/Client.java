package dev.migrate.testing;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.opentest4j.TestAbortedException;

/**
 * A database's own client, as people run it.
 *
 * @param command the program and what it is told
 * @param environment variables besides those of the tests
 */
public record Client(List<String> command, Map<String, String> environment) {

    private static final long SECONDS = 120;

    public Client {
        command = List.copyOf(command);
        environment = Map.copyOf(environment);
    }

    /**
     * What a client did.
     *
     * @param exit its exit code
     * @param output what it wrote, errors included
     */
    public record Outcome(int exit, String output) {

        /** Whether it says that all went well. */
        public boolean succeeded() {
            return exit == 0;
        }
    }

    /**
     * A program of this machine: what {@code -Dit.client.<name>} names, else the first on the path. Where there is none
     * the test is left out, and says so.
     */
    public static String program(String name) {
        return Optional.ofNullable(System.getProperty("it.client." + name))
                .filter(given -> Files.isExecutable(Path.of(given)))
                .or(() -> Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
                        .map(folder -> Path.of(folder, name))
                        .filter(Files::isExecutable)
                        .map(Path::toString)
                        .findFirst())
                .orElseThrow(() -> notTested(name));
    }

    private static TestAbortedException notTested(String name) {
        String words = "NOT TESTED: scripts through " + name + " (no such program here; -Dit.client." + name + "=…)";
        System.err.println(words);
        return new TestAbortedException(words);
    }

    /** Runs a script. */
    public Outcome run(String script) {
        return run(script, Client::untilItEnds);
    }

    /** Runs a script, and kills the client as soon as something is so. */
    public Outcome runAndKill(String script, Callable<Boolean> when) {
        return run(script, process -> {
            long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);
            while (process.isAlive() && !when.call() && System.nanoTime() < end) {
                Thread.sleep(20);
            }
            process.destroyForcibly().waitFor();
        });
    }

    private static void untilItEnds(Process process) throws InterruptedException {
        if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new IllegalStateException("the client does not end");
        }
    }

    @FunctionalInterface
    private interface Meanwhile {
        void accept(Process process) throws Exception;
    }

    private Outcome run(String script, Meanwhile meanwhile) {
        try {
            Path input = Files.createTempFile("script", ".sql");
            Path output = Files.createTempFile("script", ".out");
            try {
                Files.writeString(input, script);
                ProcessBuilder builder = new ProcessBuilder(command.stream()
                                .map(word -> word.replace("{file}", input.toString()))
                                .toList())
                        .redirectInput(input.toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(output.toFile());
                builder.environment().putAll(environment);
                Process process = builder.start();
                meanwhile.accept(process);
                return new Outcome(process.exitValue(), Files.readString(output, StandardCharsets.UTF_8));
            } finally {
                Files.delete(input);
                Files.delete(output);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(command + ": " + e.getMessage(), e);
        }
    }
}
