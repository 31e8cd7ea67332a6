package dev.migrate.processor;

import dev.migrate.MigrationHistory;
import dev.migrate.Revision;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;

/**
 * All revisions and histories of the module: those of the rounds so far, and those that were compiled before. Names are
 * kept, elements are looked up whenever they are asked for: they change between rounds, and a class that is gone is not
 * found.
 */
final class RevisionCollector {

    private final Elements elements;
    private final SourceFacts facts;
    private final ModuleOutput output;
    private final SourceMemory sources = new SourceMemory();
    private final SortedMap<String, TypeElement> local = new TreeMap<>();
    private final SortedSet<String> localPackages = new TreeSet<>();
    private final SortedSet<String> compiled = new TreeSet<>();
    private final SortedSet<String> compiledPackages = new TreeSet<>();
    private final Set<String> searched = new HashSet<>();

    RevisionCollector(Elements elements, SourceFacts facts, ModuleOutput output) {
        this.elements = elements;
        this.facts = facts;
        this.output = output;
    }

    /** Takes in what a round brings. */
    void collect(RoundEnvironment round) throws IOException {
        Set<TypeElement> types = ElementFilter.typesIn(round.getElementsAnnotatedWith(Revision.class));
        ElementFilter.packagesIn(round.getElementsAnnotatedWith(MigrationHistory.class))
                .forEach(history -> localPackages.add(history.getQualifiedName().toString()));
        searchOutput(types);
        for (TypeElement type : types) {
            local.put(type.getQualifiedName().toString(), type);
            Annotations.find(type, Revision.class)
                    .ifPresent(annotation ->
                            sources.remember(elements.getBinaryName(type).toString(), type, annotation, facts));
        }
    }

    private void searchOutput(Set<TypeElement> types) throws IOException {
        Set<String> packages = new TreeSet<>(localPackages);
        for (TypeElement type : types) {
            packages.add(elements.getPackageOf(type).getQualifiedName().toString());
        }
        // Also without a revision in this round: a changed package-info may move all of them to another history.
        if (searched.isEmpty() || !searched.containsAll(packages)) {
            searched.addAll(packages);
            ModuleOutput.Compiled found = output.read(packages);
            compiled.addAll(found.classNames());
            compiledPackages.addAll(found.packages());
            found.entries().forEach(sources::remember);
        }
    }

    /** The module as this round sees it. */
    DeclaredModule read() {
        List<DeclaredHistory> declaredHistories = readHistories();
        RevisionReader reader = new RevisionReader(elements, sources, facts, new Histories(declaredHistories));
        Set<Element> seen = new HashSet<>();
        List<DeclaredRevision> declared = new ArrayList<>();
        Stream.concat(
                        local.entrySet().stream().map(this::asOfNow),
                        compiled.stream().flatMap(name -> CompiledClass.find(elements, name).stream()))
                .filter(seen::add)
                .forEach(type -> reader.read(
                                type, local.containsKey(type.getQualifiedName().toString()))
                        .ifPresent(declared::add));
        return new DeclaredModule(declaredHistories, declared);
    }

    /** Eclipse's compiler finds no nested class whose name begins with {@code $}: then that of its own round has to do. */
    private TypeElement asOfNow(Map.Entry<String, TypeElement> found) {
        return Optional.ofNullable(elements.getTypeElement(found.getKey())).orElse(found.getValue());
    }

    private List<DeclaredHistory> readHistories() {
        SortedSet<String> packages = new TreeSet<>(compiledPackages);
        Stream.concat(local.keySet().stream(), compiled.stream()).forEach(name -> {
            for (String each = Packages.around(name); !each.isEmpty(); each = Packages.around(each)) {
                packages.add(each);
            }
        });
        // The annotation of a package may be that of another module with the same package: a class of this one is not.
        packages.removeIf(name -> !output.holds(Packages.info(name)));
        packages.addAll(localPackages);
        HistoryReader reader = new HistoryReader(elements);
        return packages.stream()
                .flatMap(name -> reader.read(name, localPackages.contains(name)).stream())
                .toList();
    }
}
