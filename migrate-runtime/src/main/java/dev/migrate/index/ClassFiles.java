package dev.migrate.index;

import dev.migrate.Revision;
import dev.migrate.classfile.ClassFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Finds compiled revisions by their class files, without loading one. */
public final class ClassFiles {

    private static final String REVISION = Revision.class.descriptorString();
    private static final String SUFFIX = ".class";

    private ClassFiles() {}

    /**
     * The revisions compiled into a directory and its sub-directories.
     *
     * @param outputDirectory where the compiler puts class files; need not exist
     * @return binary class names, sorted
     * @throws IOException when a file cannot be read
     */
    public static List<String> revisionsIn(Path outputDirectory) throws IOException {
        return revisions(outputDirectory, classes(outputDirectory, outputDirectory, Integer.MAX_VALUE));
    }

    /**
     * The revisions of one package compiled into a directory.
     *
     * @param outputDirectory where the compiler puts class files; need not exist
     * @param packageName the package; empty for the unnamed one
     * @return binary class names, sorted
     * @throws IOException when a file cannot be read
     */
    public static List<String> revisionsIn(Path outputDirectory, String packageName) throws IOException {
        return revisions(outputDirectory, classesIn(outputDirectory, packageName));
    }

    /** The binary names of all classes of a package, sorted. */
    static List<String> classesIn(Path outputDirectory, String packageName) throws IOException {
        return classes(outputDirectory, outputDirectory.resolve(packageName.replace('.', '/')), 1);
    }

    /** Those of some classes that are revisions, in the same order. */
    static List<String> revisions(Path outputDirectory, List<String> classNames) throws IOException {
        List<String> revisions = new ArrayList<>();
        for (String className : classNames) {
            Path file = outputDirectory.resolve(className.replace('.', '/') + SUFFIX);
            if (ClassFile.hasAnnotation(Files.readAllBytes(file), REVISION)) {
                revisions.add(className);
            }
        }
        return revisions;
    }

    private static List<String> classes(Path root, Path from, int depth) throws IOException {
        if (!Files.isDirectory(from)) {
            return List.of();
        }
        String separator = root.getFileSystem().getSeparator();
        try (Stream<Path> files = Files.walk(from, depth)) {
            return files.map(file -> root.relativize(file).toString())
                    .filter(name -> name.endsWith(SUFFIX))
                    .map(name ->
                            name.substring(0, name.length() - SUFFIX.length()).replace(separator, "."))
                    .sorted()
                    .toList();
        }
    }
}
