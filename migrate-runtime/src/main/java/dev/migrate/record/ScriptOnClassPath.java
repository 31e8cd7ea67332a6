package dev.migrate.record;

import dev.migrate.operation.Assurance;
import dev.migrate.operation.RunScript;
import dev.migrate.problem.MigrateException;
import dev.migrate.problem.Problem;
import dev.migrate.problem.ProblemCode;
import dev.migrate.script.ScriptDigest;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A script where the migration's own class loader finds it.
 *
 * @param migration the class that names it
 * @param path its place, without a slash at its beginning
 */
record ScriptOnClassPath(Class<?> migration, String path) implements RunScript.Source {

    static ScriptOnClassPath of(Class<?> migration, String path) {
        String plain = path.startsWith("/") ? path.substring(1) : path;
        return new ScriptOnClassPath(migration, Checked.name("script", plain));
    }

    /** The digest of its content. */
    String digest() {
        try (InputStream script = open()) {
            return ScriptDigest.of(script);
        } catch (FileNotFoundException e) {
            throw missing();
        } catch (IOException e) {
            throw new MigrateException(
                    Problem.of(ProblemCode.FILE_FAILED, "the script " + path + " cannot be read: " + e)
                            .next("look into the cause, then run the same again"),
                    e);
        }
    }

    RunScript operation(String digest, Assurance assurance) {
        return new RunScript(path, digest, assurance, this);
    }

    /** Through the module first, which may keep its resources to itself. */
    @Override
    public InputStream open() throws IOException {
        @Nullable InputStream own = migration.getResourceAsStream("/" + path);
        if (own == null) {
            throw new FileNotFoundException(path);
        }
        return own;
    }

    private MigrateException missing() {
        String near = neighbour()
                .map(name -> ". There is " + name + ": did you mean that?")
                .orElse("");
        return new MigrateException(Problem.of(
                        ProblemCode.MISSING_SCRIPT,
                        "the script " + path + " is not on the class path of " + migration.getName() + near)
                .next("put it at src/main/resources/" + path + ", or correct its path, which begins at the root of the"
                        + " class path"));
    }

    /** A file in the same directory that goes by nearly this name, where the class path is directories. */
    private Optional<String> neighbour() {
        int slash = path.lastIndexOf('/');
        String directory = path.substring(0, slash + 1);
        @Nullable URL url = migration.getResource("/" + directory);
        if (url == null || !url.getProtocol().equals("file")) {
            return Optional.empty();
        }
        try (Stream<Path> files = Files.list(Path.of(url.toURI()))) {
            List<String> names =
                    files.map(file -> file.getFileName().toString()).sorted().toList();
            String wanted = bare(path.substring(slash + 1));
            return names.stream()
                    .filter(name -> bare(name).equals(wanted)
                            || (wanted.length() > 2 && (bare(name).contains(wanted) || wanted.contains(bare(name)))))
                    .findFirst()
                    .map(name -> directory + name);
        } catch (IOException | URISyntaxException e) {
            return Optional.empty(); // the suggestion is a courtesy; the problem is told without it
        }
    }

    /** Without case, extension and what people put between words. */
    private static String bare(String name) {
        int dot = name.lastIndexOf('.');
        return (dot > 0 ? name.substring(0, dot) : name)
                .replaceAll("[-_. ]", "")
                .toLowerCase(Locale.ROOT);
    }
}
