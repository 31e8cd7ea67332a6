package dev.migrate.index;

import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Finds compiled revisions by their class files, without loading one: {@code @Revision} is kept in the class file, and
 * its name stands in the constant pool.
 */
public final class ClassFiles {

    private static final ByteBuffer REVISION = ascii("Ldev/migrate/Revision;");
    private static final ByteBuffer ANNOTATIONS = ascii("RuntimeInvisibleAnnotations");
    private static final int MAGIC = 0xCAFEBABE;
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
            if (isRevision(ByteBuffer.wrap(Files.readAllBytes(file)))) {
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

    /** Whether a class file has invisible annotations and speaks of {@code @Revision}. */
    static boolean isRevision(ByteBuffer file) {
        boolean revision = false;
        boolean annotations = false;
        try {
            if (file.getInt() != MAGIC) {
                return false;
            }
            file.getInt(); // the version
            int size = Short.toUnsignedInt(file.getShort());
            for (int i = 1; i < size; i++) {
                int tag = file.get();
                switch (tag) {
                    case 1 -> {
                        int length = Short.toUnsignedInt(file.getShort());
                        ByteBuffer utf8 = file.slice(file.position(), length);
                        revision |= utf8.equals(REVISION);
                        annotations |= utf8.equals(ANNOTATIONS);
                        skip(file, length);
                    }
                    case 5, 6 -> {
                        skip(file, 8);
                        i++; // a long or a double takes two places
                    }
                    case 3, 4, 9, 10, 11, 12, 17, 18 -> skip(file, 4);
                    case 15 -> skip(file, 3);
                    case 7, 8, 16, 19, 20 -> skip(file, 2);
                    default -> {
                        return false;
                    }
                }
            }
        } catch (BufferUnderflowException | IllegalArgumentException | IndexOutOfBoundsException e) {
            return false; // cut off: whoever loads the class will say so
        }
        return revision && annotations;
    }

    private static void skip(ByteBuffer file, int bytes) {
        file.position(file.position() + bytes);
    }

    private static ByteBuffer ascii(String text) {
        return ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII));
    }
}
