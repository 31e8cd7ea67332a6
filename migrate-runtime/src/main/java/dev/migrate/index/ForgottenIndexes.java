package dev.migrate.index;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** Indexes in a jar of everything that has kept the services file of one module only. */
final class ForgottenIndexes {

    private static final String SUFFIX = ".class";

    private static final Pattern FILE =
            Pattern.compile("(?!META-INF/).*\\b" + RevisionIndex.class.getSimpleName() + "_[0-9a-f]{12}\\" + SUFFIX);

    private ForgottenIndexes() {}

    /**
     * The packages with indexes that are not the module's, and with revisions of the history.
     *
     * @param module the module that the services file names
     * @param loader sees the jar
     */
    static SortedSet<String> besides(ModuleIndex module, ClassLoader loader, String history) {
        SortedSet<String> packages = new TreeSet<>();
        Path jar = module.place().path().filter(Files::isRegularFile).orElse(null);
        if (jar == null) {
            return packages;
        }
        try (ZipFile file = new ZipFile(jar.toFile())) {
            for (String name : file.stream()
                    .map(ZipEntry::getName)
                    .filter(FILE.asMatchPredicate())
                    .toList()) {
                String className =
                        name.substring(0, name.length() - SUFFIX.length()).replace('/', '.');
                String packageName = className.substring(0, Math.max(0, className.lastIndexOf('.')));
                if (!module.packages().contains(packageName)
                        && !packages.contains(packageName)
                        && isOf(history, read(className, module.place(), loader), file)) {
                    packages.add(packageName);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e); // the module's classes come from there too
        }
        return packages;
    }

    /** An incremental compilation leaves indexes behind: those of classes that are gone do not count. */
    private static boolean isOf(String history, List<ModuleIndex> modules, ZipFile file) {
        return modules.stream()
                .flatMap(module -> module.revisionsOf(history).stream())
                .anyMatch(revision -> file.getEntry(revision.entry().className().replace('.', '/') + SUFFIX) != null);
    }

    private static List<ModuleIndex> read(String className, Place place, ClassLoader loader) {
        try {
            Class<?> type = Class.forName(className, true, loader);
            return type.getConstructor().newInstance() instanceof RevisionIndex index
                    ? ModuleIndex.modulesOf(place, List.of(index))
                    : List.of();
        } catch (ReflectiveOperationException | LinkageError e) {
            return List.of(); // whatever has that name cannot be used, named by a services file or not
        }
    }
}
