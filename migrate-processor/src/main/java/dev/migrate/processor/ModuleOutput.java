package dev.migrate.processor;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Comparator.comparing;

import dev.migrate.index.ClassFiles;
import dev.migrate.index.RevisionEntry;
import dev.migrate.index.RevisionIndex;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.annotation.processing.Filer;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;
import javax.tools.StandardLocation;

/**
 * What earlier compilations of this module left in the output directory. An incremental compilation hands over a few
 * changed sources; the rest of the history is here.
 *
 * <p>Class files are looked for in the directory itself, not through {@code PackageElement.getEnclosedElements}: that
 * also shows the same package of another module (the main classes while tests are compiled), and reads what lies on the
 * source path, indexes of deleted migrations among it.
 */
final class ModuleOutput {

    static final String SERVICES = "META-INF/services/" + RevisionIndex.class.getName();

    private static final String UP_FROM_SERVICES = "../../..";

    private final Filer filer;
    private final Elements elements;
    private final boolean sourcesAreThrownAway;

    /**
     * @param sourcesAreThrownAway whether the compiler begins each time without the sources that were generated before, and
     *     what was compiled of them goes too: kapt is like that
     */
    ModuleOutput(Filer filer, Elements elements, boolean sourcesAreThrownAway) {
        this.filer = filer;
        this.elements = elements;
        this.sourcesAreThrownAway = sourcesAreThrownAway;
    }

    /** Whether a generated class is there and will stay although its source is not written again. */
    boolean keeps(String generated) {
        return !sourcesAreThrownAway && holds(generated);
    }

    /**
     * The revisions that were compiled before.
     *
     * @param classNames binary names of classes that were revisions when they were compiled
     * @param entries what the indexes say of them, in so far as there are indexes
     * @param packages all packages that were looked at
     */
    record Compiled(Set<String> classNames, List<RevisionEntry> entries, Set<String> packages) {}

    /** The revisions of these packages and of all packages that an index speaks of. */
    Compiled read(Set<String> packages) throws IOException {
        Optional<Path> directory = directory();
        Map<String, TypeElement> indexes = new LinkedHashMap<>();
        Deque<String> open = new ArrayDeque<>(packages);
        Set<String> seen = new HashSet<>();
        List<String> current = services();
        for (String index : current) {
            // Also where the class is missing: a compilation that failed after the processor has named it, no more.
            open.add(Packages.around(index));
            find(index, indexes).ifPresent(found -> open.addAll(IndexElements.packagesOf(found)));
        }
        Set<String> classNames = new HashSet<>();
        while (!open.isEmpty()) {
            String packageName = open.remove();
            if (!seen.add(packageName) || directory.isEmpty()) {
                continue;
            }
            classNames.addAll(ClassFiles.revisionsIn(directory.get(), packageName));
            for (String index : IndexElements.namesIn(directory.get(), packageName)) {
                find(index, indexes).ifPresent(found -> open.addAll(IndexElements.packagesOf(found)));
            }
        }
        List<RevisionEntry> entries = new ArrayList<>();
        indexes.entrySet().stream()
                // The services file has the last word: it names the newest index of each package.
                .sorted(comparing(index -> current.contains(index.getKey())))
                .forEach(index -> entries.addAll(IndexElements.entriesOf(index.getValue())));
        entries.stream().map(RevisionEntry::className).filter(this::holds).forEach(classNames::add);
        return new Compiled(classNames, entries, seen);
    }

    private Optional<TypeElement> find(String index, Map<String, TypeElement> known) {
        if (known.containsKey(index) || !holds(index)) {
            return Optional.empty();
        }
        Optional<TypeElement> type = Optional.ofNullable(elements.getTypeElement(index));
        type.ifPresent(found -> known.put(index, found));
        return type;
    }

    /** The lines of the services file; none where there is no file. */
    List<String> services() {
        return resource("", SERVICES).map(text -> text.lines().toList()).orElse(List.of());
    }

    /** Whether the class file of a class is there. */
    boolean holds(String binaryName) {
        int dot = binaryName.lastIndexOf('.');
        return resource(binaryName.substring(0, Math.max(0, dot)), binaryName.substring(dot + 1) + ".class")
                .isPresent();
    }

    private Optional<String> resource(String packageName, String name) {
        try (InputStream file = filer.getResource(StandardLocation.CLASS_OUTPUT, packageName, name)
                .openInputStream()) {
            return Optional.of(new String(file.readAllBytes(), UTF_8));
        } catch (IOException e) {
            return Optional.empty(); // the only way to learn that it is not there
        }
    }

    /** The output directory; empty where there is none, as in memory. */
    private Optional<Path> directory() {
        try {
            URI services = filer.getResource(StandardLocation.CLASS_OUTPUT, "", SERVICES)
                    .toUri();
            if (!"file".equals(services.getScheme())) {
                return Optional.empty();
            }
            return Optional.of(Path.of(services).resolve(UP_FROM_SERVICES).normalize());
        } catch (IOException e) {
            return Optional.empty(); // Eclipse's compiler says nothing of a file that is not there
        }
    }
}
