package dev.migrate.processor;

import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.PrintStream;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;
import javax.annotation.processing.Processor;

/** A javac, mostly that of another JDK, in a JVM of its own, which compiles as often as it is asked to. */
final class ChildJavac implements TestCompiler, AutoCloseable {

    private record Request(List<String> files, List<String> arguments) implements Serializable {}

    private final Process process;
    private final ObjectOutputStream requests;
    private final ObjectInputStream outcomes;

    /** {@code options} are the JVM's. */
    ChildJavac(Path home, String... options) throws IOException {
        List<String> command = new ArrayList<>(List.of(home.resolve("bin/java").toString()));
        command.addAll(List.of(options));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), ChildJavac.class.getName()));
        process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        requests = new ObjectOutputStream(process.getOutputStream());
        requests.flush();
        outcomes = new ObjectInputStream(process.getInputStream());
    }

    /** Answers requests until there are no more. */
    public static void main(String[] args) throws IOException, ClassNotFoundException {
        PrintStream answers = System.out;
        System.setOut(System.err); // whatever else is printed must not get between
        try (ObjectOutputStream outcomes = new ObjectOutputStream(answers);
                ObjectInputStream requests = new ObjectInputStream(System.in)) {
            outcomes.flush();
            for (Object next = requests.readObject(); next instanceof Request request; next = requests.readObject()) {
                outcomes.writeObject(JAVAC.compile(
                        List.of(new RevisionProcessor()),
                        request.files().stream().map(Path::of).toList(),
                        request.arguments()));
                outcomes.flush();
            }
        }
    }

    /** Where a JDK of that version is: {@code JAVA_HOME_<version>}, else one where JDKs usually are. */
    static Optional<Path> home(int version) {
        List<Path> candidates = new ArrayList<>();
        Stream.of(System.getProperty("JAVA_HOME_" + version), System.getenv("JAVA_HOME_" + version))
                .filter(home -> home != null && !home.isEmpty())
                .map(Path::of)
                .forEach(candidates::add);
        for (Path parent : List.of(
                Path.of("/usr/lib/jvm"), Path.of("/opt"), Path.of(System.getProperty("user.home"), ".sdkman/candidates/java"))) {
            if (Files.isDirectory(parent)) {
                try (Stream<Path> homes = Files.list(parent)) {
                    homes.sorted().forEach(candidates::add);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        }
        return candidates.stream()
                .filter(home -> Files.isExecutable(home.resolve("bin/javac")) && versionOf(home) == version)
                .findFirst();
    }

    private static int versionOf(Path home) {
        Properties release = new Properties();
        try (var reader = Files.newBufferedReader(home.resolve("release"))) {
            release.load(reader);
        } catch (IOException e) {
            return 0; // not a JDK since Java 9, then
        }
        return Integer.parseInt(
                release.getProperty("JAVA_VERSION", "0").replace("\"", "").split("[.+-]")[0]);
    }

    @Override
    public List<String> strict() {
        return JAVAC.strict();
    }

    @Override
    public List<String> lenient() {
        return JAVAC.lenient();
    }

    @Override
    public Project.Outcome compile(
            List<? extends Processor> processors, List<Path> files, List<String> arguments) {
        if (processors.size() != 1 || !(processors.get(0) instanceof RevisionProcessor)) {
            throw new IllegalArgumentException("only the processor of this project goes to another JVM");
        }
        try {
            requests.writeObject(new Request(
                    files.stream().map(Path::toString).toList(), List.copyOf(arguments)));
            requests.flush();
            return (Project.Outcome) outcomes.readObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() throws IOException {
        requests.writeObject(null);
        requests.flush();
        process.onExit().join();
    }

    @Override
    public String toString() {
        return "javac in process " + process.pid();
    }
}
