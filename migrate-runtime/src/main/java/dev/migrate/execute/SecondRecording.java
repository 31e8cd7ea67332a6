package dev.migrate.execute;

import dev.migrate.dialect.Dialect;
import dev.migrate.dialect.Dialects;
import dev.migrate.graph.Direction;
import dev.migrate.graph.RevisionGraph;
import dev.migrate.index.IndexScope;
import dev.migrate.index.IndexedHistory;
import dev.migrate.index.RevisionIndexes;
import dev.migrate.problem.MigrateException;
import dev.migrate.simulate.Recorded;
import dev.migrate.simulate.Simulation;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Records every migration of a history in a JVM of its own, and hands back what each recorded. It is asked on its standard
 * input, where nobody else sees the values, and answers on its standard output; what migrations print goes to the error
 * output. {@link SecondJvm} starts it.
 */
public final class SecondRecording {

    private static final int ANSWERED = 0;
    private static final int REFUSED = 1;

    private SecondRecording() {}

    /**
     * What is to be recorded.
     *
     * @param classPath the project's classes and dependencies, without migrate's own jar
     * @param outputDirectories where the project's own classes are
     * @param packages the packages whose migrations count; empty for all
     * @param history the history's name; empty for the unnamed one
     * @param dialect the database and its version; a URL, when {@code ofUrl}
     * @param ofUrl whether {@code dialect} is a URL
     * @param x values given from outside
     */
    record Request(
            List<URL> classPath,
            List<Path> outputDirectories,
            List<String> packages,
            String history,
            String dialect,
            boolean ofUrl,
            Map<String, String> x) {

        void write(DataOutputStream out) throws IOException {
            texts(out, classPath.stream().map(URL::toString).toList());
            texts(out, outputDirectories.stream().map(Path::toString).toList());
            texts(out, packages);
            text(out, history);
            text(out, dialect);
            out.writeBoolean(ofUrl);
            texts(out, List.copyOf(x.keySet()));
            texts(out, List.copyOf(x.values()));
        }

        static Request read(DataInputStream in) throws IOException {
            List<URL> classPath = new ArrayList<>();
            for (String url : texts(in)) {
                classPath.add(URI.create(url).toURL());
            }
            List<Path> outputDirectories = texts(in).stream().map(Path::of).toList();
            List<String> packages = texts(in);
            String history = text(in);
            String dialect = text(in);
            boolean ofUrl = in.readBoolean();
            Map<String, String> x = new TreeMap<>();
            List<String> keys = texts(in);
            List<String> values = texts(in);
            for (int i = 0; i < keys.size(); i++) {
                x.put(keys.get(i), values.get(i));
            }
            return new Request(classPath, outputDirectories, packages, history, dialect, ofUrl, x);
        }
    }

    /**
     * Records.
     *
     * @param args none
     * @throws IOException when the answer cannot be sent
     */
    public static void main(String[] args) throws IOException {
        PrintStream answer = System.out;
        System.setOut(System.err);
        Request request = Request.read(new DataInputStream(new BufferedInputStream(System.in)));
        int status;
        try (URLClassLoader classes =
                new URLClassLoader(request.classPath().toArray(URL[]::new), SecondRecording.class.getClassLoader())) {
            Thread.currentThread().setContextClassLoader(classes);
            List<Recorded> recorded = recorded(request, classes);
            DataOutputStream out = new DataOutputStream(new BufferedOutputStream(answer));
            write(out, recorded);
            out.flush();
            status = ANSWERED;
        } catch (MigrateException e) {
            System.err.println(e.getMessage());
            status = REFUSED;
        }
        System.exit(status); // whatever threads the migrations have left
    }

    private static List<Recorded> recorded(Request request, ClassLoader classes) {
        Dialect dialect =
                request.ofUrl() ? Dialects.offlineFor(request.dialect()) : Dialects.offline(request.dialect());
        IndexScope scope = IndexScope.outputDirectories(
                        request.outputDirectories().toArray(Path[]::new))
                .packages(request.packages());
        MigratorConfig.Builder config = MigratorConfig.builder();
        request.x().forEach(config::x);
        IndexedHistory history = RevisionIndexes.load(classes, scope, request.history());
        return Simulation.of(
                        history,
                        RevisionGraph.of(history.nodes()),
                        Reached.recordingContext(dialect, config.build()),
                        new DialectServer(dialect),
                        RevisionIndexes.beside(classes, scope, history))
                .recorded();
    }

    static void write(DataOutputStream out, List<Recorded> recorded) throws IOException {
        out.writeInt(recorded.size());
        for (Recorded each : recorded) {
            text(out, each.revision());
            out.writeBoolean(each.direction() == Direction.UP);
            text(out, each.place());
            texts(out, each.operations());
            texts(out, each.failure().stream().toList());
        }
    }

    static List<Recorded> read(DataInputStream in) throws IOException {
        List<Recorded> recorded = new ArrayList<>();
        for (int left = in.readInt(); left > 0; left--) {
            String revision = text(in);
            Direction direction = in.readBoolean() ? Direction.UP : Direction.DOWN;
            String place = text(in);
            List<String> operations = texts(in);
            Optional<String> failure = texts(in).stream().findFirst();
            recorded.add(new Recorded(revision, direction, place, operations, failure));
        }
        return recorded;
    }

    private static void texts(DataOutputStream out, List<String> texts) throws IOException {
        out.writeInt(texts.size());
        for (String each : texts) {
            text(out, each);
        }
    }

    private static List<String> texts(DataInputStream in) throws IOException {
        List<String> texts = new ArrayList<>();
        for (int left = in.readInt(); left > 0; left--) {
            texts.add(text(in));
        }
        return texts;
    }

    /** Of any length. */
    private static void text(DataOutputStream out, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    private static String text(DataInputStream in) throws IOException {
        return new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8);
    }
}
