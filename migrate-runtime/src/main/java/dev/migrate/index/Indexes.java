package dev.migrate.index;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.migrate.problem.MigrateException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * Finds the generated indexes, and reads those of a place when they are asked for, module by module.
 *
 * <p>{@link ServiceLoader} finds them on a class path and in automatic modules. A named module would have to
 * {@code provide} them in its {@code module-info}, which it cannot, since their names change with their content: there a
 * class of the module leads to its services file.
 */
final class Indexes {

    private static final String SERVICES = "META-INF/services/" + RevisionIndex.class.getName();

    private final Map<ClassLoader, Map<Place, List<Supplier<RevisionIndex>>>> found = new HashMap<>();
    private final Map<Place, List<ModuleIndex>> read = new HashMap<>();

    /** The indexes of those places that a loader sees. */
    List<ModuleIndex> visibleTo(ClassLoader loader, Predicate<Place> wanted) {
        List<ModuleIndex> indexes = new ArrayList<>();
        find(loader).forEach((place, suppliers) -> {
            if (wanted.test(place)) {
                indexes.addAll(read(place, suppliers));
            }
        });
        return indexes;
    }

    /** The index that names the history of an anchor. */
    ModuleIndex anchoredAt(Class<?> anchor) {
        return beside(anchor).stream()
                .filter(index -> index.anchoredAt(anchor.getName()).isPresent())
                .findFirst()
                .orElseThrow(() -> new MigrateException(IndexProblems.anchorWithoutIndex(anchor.getName())));
    }

    /** The indexes beside a class; several in a jar of everything. */
    List<ModuleIndex> beside(Class<?> type) {
        Place place = Place.of(type);
        if (isInNamedModule(type)) {
            return read(place, ofModule(type.getModule()));
        }
        ClassLoader loader = type.getClassLoader();
        return loader == null ? List.of() : read(place, find(loader).getOrDefault(place, List.of()));
    }

    /** Whether the class is in a module with a {@code module-info}. */
    static boolean isInNamedModule(Class<?> type) {
        Module module = type.getModule();
        return module.isNamed() && !module.getDescriptor().isAutomatic();
    }

    private List<ModuleIndex> read(Place place, List<Supplier<RevisionIndex>> suppliers) {
        List<ModuleIndex> known = read.get(place);
        if (known == null) {
            known = ModuleIndex.modulesOf(
                    place, suppliers.stream().map(supplier -> guarded(supplier)).toList());
            read.put(place, known);
        }
        return known;
    }

    private Map<Place, List<Supplier<RevisionIndex>>> find(ClassLoader loader) {
        return found.computeIfAbsent(
                loader,
                seeing -> guarded(() -> {
                    Map<Place, List<Supplier<RevisionIndex>>> places = new LinkedHashMap<>();
                    ServiceLoader.load(RevisionIndex.class, seeing).stream()
                            .forEach(provider -> places.computeIfAbsent(
                                            Place.of(provider.type()), place -> new ArrayList<>())
                                    .add(provider));
                    return places;
                }));
    }

    private static <T> T guarded(Supplier<T> looking) {
        try {
            return looking.get();
        } catch (ServiceConfigurationError | LinkageError e) {
            throw new MigrateException(IndexProblems.brokenIndex(String.valueOf(e.getMessage())), e);
        }
    }

    private static List<Supplier<RevisionIndex>> ofModule(Module module) {
        return services(module).stream()
                .<Supplier<RevisionIndex>>map(name -> () -> instance(module, name))
                .toList();
    }

    private static List<String> services(Module module) {
        try (InputStream file = module.getResourceAsStream(SERVICES)) {
            return file == null
                    ? List.of()
                    : new String(file.readAllBytes(), UTF_8)
                            .lines()
                            .filter(line -> !line.isBlank())
                            .distinct()
                            .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e); // the module's classes come from there too
        }
    }

    private static RevisionIndex instance(Module module, String name) {
        Class<?> type = Class.forName(module, name);
        if (type == null) {
            throw new MigrateException(IndexProblems.brokenIndex(name + " is not in " + module));
        }
        requireExported(type);
        try {
            return (RevisionIndex) type.getConstructor().newInstance();
        } catch (ReflectiveOperationException | ClassCastException e) {
            throw new MigrateException(IndexProblems.brokenIndex(e.toString()), e);
        }
    }

    /** Has a generated class made known to migrate by its module. */
    static void requireExported(Class<?> type) {
        Module runtime = Indexes.class.getModule();
        if (!type.getModule().isExported(type.getPackageName(), runtime)) {
            throw new MigrateException(IndexProblems.notExported(type.getModule(), type.getPackageName(), runtime));
        }
    }
}
