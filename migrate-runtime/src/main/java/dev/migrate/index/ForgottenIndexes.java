package dev.migrate.index;

import dev.migrate.Revision;
import dev.migrate.index.IndexedHistory.Indexed;
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
        // An incremental compilation leaves indexes behind beside the newest one of their package.
        Set<String> known =
                named.stream().flatMap(module -> module.packages().stream()).collect(Collectors.toSet());
        try (ZipFile file = new ZipFile(jar.toFile())) {
            for (String name : file.stream()
                    .map(ZipEntry::getName)
                    .filter(name -> name.contains(PREFIX) && FILE.matcher(name).matches())
                    .toList()) {
                String className =
                        name.substring(0, name.length() - SUFFIX.length()).replace('/', '.');
                String packageName = className.substring(0, Math.max(0, className.lastIndexOf('.')));
                if (!known.contains(packageName) && !packages.contains(packageName)) {
                    for (ModuleIndex module : read(className, place, type.getClassLoader())) {
                        if (hasRevision(module.revisionsOf(history), scope, file)) {
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

    /** Whether one is there still: an index that was left behind may be all that is left of a package. */
    private static boolean hasRevision(List<Indexed> revisions, IndexScope scope, ZipFile jar) throws IOException {
        for (Indexed revision : revisions) {
            String className = revision.entry().className();
            ZipEntry file = jar.getEntry(className.replace('.', '/') + SUFFIX);
            if (file != null && scope.includesClass(className)) {
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
