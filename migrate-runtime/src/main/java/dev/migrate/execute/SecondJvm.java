package dev.migrate.execute;

import static java.util.Objects.requireNonNull;

import dev.migrate.problem.MigrateException;
import dev.migrate.problem.Problem;
import dev.migrate.problem.ProblemCode;
import dev.migrate.record.RecordingDifference;
import dev.migrate.simulate.Recorded;
import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A JVM in another time zone and language in which every migration is recorded once more: what depends on the clock, on
 * chance, on the machine or on its settings comes out differently there.
 *
 * @param java the program that starts it
 * @param classPath the project's classes and dependencies, without migrate's own jar
 * @param dialect the database and its version; a URL, when {@code ofUrl}
 * @param ofUrl whether {@code dialect} is a URL
 * @param timeout how long it may take
 */
public record SecondJvm(Path java, List<URL> classPath, String dialect, boolean ofUrl, Duration timeout) {

    /** A day ahead of most others, and one for who lives there. */
    private static final List<String> ZONES = List.of("Pacific/Kiritimati", "America/Adak");

    /** In Turkish the small letter of I has no dot. */
    private static final List<String> LANGUAGES = List.of("tr", "de");

    private static final int LAST_WORDS = 2_000;

    public SecondJvm {
        requireNonNull(java, "java");
        classPath = List.copyOf(classPath);
        requireNonNull(dialect, "dialect");
        requireNonNull(timeout, "timeout");
    }

    /**
     * The Java that runs now.
     *
     * @return its program
     */
    public static Path thisJava() {
        String name = System.getProperty("os.name").startsWith("Windows") ? "java.exe" : "java";
        return Path.of(System.getProperty("java.home"), "bin", name);
    }

    /** Begins to record; {@link Recording#differences} waits for the end. */
    Recording start(MigratorConfig config) {
        String zone = otherThan(TimeZone.getDefault().getID(), ZONES);
        String language = otherThan(Locale.getDefault().getLanguage(), LANGUAGES);
        ProcessBuilder command = new ProcessBuilder(
                java.toString(),
                "-Duser.timezone=" + zone,
                "-Duser.language=" + language,
                "-cp",
                ownJar().toString(),
                SecondRecording.class.getName());
        SecondRecording.Request request = new SecondRecording.Request(
                classPath,
                config.scope().outputDirectories(),
                config.scope().packages(),
                config.history(),
                dialect,
                ofUrl,
                config.x());
        try {
            return new Recording(
                    command.start(),
                    request,
                    timeout,
                    "was recorded again in time zone " + zone + " and language " + language);
        } catch (IOException e) {
            throw new MigrateException(failed("it cannot be started: " + e.getMessage()), e);
        }
    }

    private static String otherThan(String own, List<String> choices) {
        return choices.get(0).equals(own) ? choices.get(1) : choices.get(0);
    }

    private static Path ownJar() {
        try {
            return Path.of(SecondRecording.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException("migrate's own jar has no path", e);
        }
    }

    private static Problem failed(String why) {
        return Problem.of(ProblemCode.SECOND_JVM, "migrations are recorded again in a second JVM, but " + why)
                .next("see what keeps it from running; or leave it out, and with it the proof that migrations depend on"
                        + " neither clock nor chance: -Dmigrate.secondRecording=false");
    }

    /** A JVM that records. To be closed by whoever started it. */
    static final class Recording implements AutoCloseable {

        private final Process process;
        private final Duration timeout;
        private final String how;
        private final CompletableFuture<byte[]> answer;
        private final CompletableFuture<byte[]> errors;

        private Recording(Process process, SecondRecording.Request request, Duration timeout, String how) {
            this.process = process;
            this.timeout = timeout;
            this.how = how;
            answer = reading(process.getInputStream());
            errors = reading(process.getErrorStream());
            try (DataOutputStream out = new DataOutputStream(process.getOutputStream())) {
                request.write(out);
            } catch (IOException e) {
                process.onExit().join(); // it ended before it was asked: its last words say why
            }
        }

        private static CompletableFuture<byte[]> reading(InputStream stream) {
            CompletableFuture<byte[]> all = new CompletableFuture<>();
            Thread reader = new Thread(
                    () -> {
                        try (stream) {
                            all.complete(stream.readAllBytes());
                        } catch (IOException e) {
                            all.completeExceptionally(e);
                        }
                    },
                    "migrate-second-recording");
            reader.setDaemon(true);
            reader.start();
            return all;
        }

        /**
         * Waits for what was recorded there.
         *
         * @param here what was recorded in this JVM
         * @return what differs, the first operation of each migration and direction
         * @throws MigrateException {@code second-jvm}, when it could not be started or does not answer
         */
        List<Problem> differences(List<Recorded> here) {
            Map<String, Recorded> there = new HashMap<>();
            answered().forEach(each -> there.put(key(each), each));
            List<Problem> problems = new ArrayList<>();
            for (Recorded each : here) {
                Recorded other = there.get(key(each));
                if (each.failure().isPresent() || other == null) {
                    continue; // what failed here is told already, and so is what another one hides
                }
                if (other.failure().isPresent()) {
                    problems.add(Problem.of(
                                    ProblemCode.NOT_DETERMINISTIC,
                                    "it " + how + ", and failed there: "
                                            + other.failure().get())
                            .at(each.place())
                            .next("a migration must record the same operations everywhere"));
                } else {
                    RecordingDifference.between(each.operations(), other.operations(), how, each.place())
                            .ifPresent(problems::add);
                }
            }
            return problems;
        }

        private static String key(Recorded recorded) {
            return recorded.direction() + " " + recorded.revision();
        }

        private List<Recorded> answered() {
            try {
                byte[] bytes = answer.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
                if (process.waitFor() != 0) {
                    throw new MigrateException(
                            failed("it ended with status " + process.exitValue() + ": " + lastWords()));
                }
                return SecondRecording.read(new DataInputStream(new ByteArrayInputStream(bytes)));
            } catch (TimeoutException e) {
                throw new MigrateException(failed("it was not done after " + timeout.toSeconds() + " s"), e);
            } catch (ExecutionException e) {
                throw new MigrateException(failed("its answer cannot be read: " + e.getCause()), e);
            } catch (IOException e) {
                throw new UncheckedIOException(e); // what is read stands in memory
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new MigrateException(failed("waiting for it was interrupted"), e);
            }
        }

        private String lastWords() throws InterruptedException, ExecutionException {
            String words = new String(errors.get(), StandardCharsets.UTF_8).strip();
            return words.substring(Math.max(0, words.length() - LAST_WORDS));
        }

        @Override
        public void close() {
            process.destroyForcibly();
        }
    }
}
