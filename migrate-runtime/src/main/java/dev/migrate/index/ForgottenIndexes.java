package dev.migrate.index;

import dev.migrate.Revision;
import dev.migrate.classfile.ClassFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** Indexes in a jar of everything whose services file does not name them: it has kept that of one module only. */
final class ForgottenIndexes {

    private static final String REVISION = Revision.class.descriptorString();
    private static final String SUFFIX = ".class";
    private static final String PREFIX = RevisionIndex.class.getSimpleName() + "_";

    private static final Pattern FILE = Pattern.compile("(?!META-INF/)(?:.*/)?" + PREFIX + "[0-9a-f]{12}\\" + SUFFIX);

    private ForgottenIndexes() {}

    /**
     * The packages with indexes that are not named, and with revisions of the history that are in scope.
     *
     * @param type a class of the jar
     * @param named the modules that the services file of the jar names
     */
    static SortedSet<String> beside(Class<?> type, Collection<ModuleIndex> named, IndexScope scope, String history) {
        SortedSet<String> packages = new TreeSet<>();
        Place place = Place.of(type);
        Path jar = place.path().filter(Files::isRegularFile).orElse(null);
        if (jar == null) {
            return packages;
        }
        Set<String> indexed = named.stream()
                .flatMap(module -> module.revisions().stream())
                .map(revision -> revision.entry().className())
                .collect(Collectors.toSet());
        try (ZipFile file = new ZipFile(jar.toFile())) {
            for (String name : file.stream()
                    .map(ZipEntry::getName)
                    .filter(name -> name.contains(PREFIX) && FILE.matcher(name).matches())
                    .toList()) {
                String className =
                        name.substring(0, name.length() - SUFFIX.length()).replace('/', '.');
                String packageName = className.substring(0, Math.max(0, className.lastIndexOf('.')));
                if (!packages.contains(packageName)) {
                    for (ModuleIndex module : read(className, place, type.getClassLoader())) {
                        List<String> forgotten = module.revisionsOf(history).stream()
                                .map(revision -> revision.entry().className())
                                .filter(each -> !indexed.contains(each) && scope.includesClass(each))
                                .toList();
                        if (holdsRevision(file, forgotten)) {
                            packages.add(packageName);
                        }
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e); // the classes come from there too
        }
        return packages;
    }

    /** An incremental compilation leaves indexes behind, which may name classes that are gone or no revisions any more. */
    private static boolean holdsRevision(ZipFile jar, List<String> classNames) throws IOException {
        for (String className : classNames) {
            ZipEntry file = jar.getEntry(className.replace('.', '/') + SUFFIX);
            if (file != null) {
                try (InputStream content = jar.getInputStream(file)) {
                    if (ClassFile.hasAnnotation(content.readAllBytes(), REVISION)) {
                        return true;
                    }
                }
            }
        }
        return false;
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
