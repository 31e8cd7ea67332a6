package dev.migrate.processor;

import dev.migrate.index.RevisionEntry;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;

/**
 * The modules whose histories are included, read from their indexes on the class path. Which of several indexes of a
 * package is the newest cannot be told there, so that they only lead to the classes: what counts is the annotation of a
 * class that is still there.
 */
final class OtherModules {

    private final Elements elements;
    private final SourceFacts facts;
    private final ModuleOutput output;
    private final Map<String, DeclaredModule> known = new HashMap<>();

    /** {@code output} holds what is none of another module, though it may be in the same package. */
    OtherModules(Elements elements, SourceFacts facts, ModuleOutput output) {
        this.elements = elements;
        this.facts = facts;
        this.output = output;
    }

    /** The module that has an index in the package of a class; an empty one where there is none. */
    DeclaredModule around(TypeElement anchor) {
        String packageName = elements.getPackageOf(anchor).getQualifiedName().toString();
        DeclaredModule module = known.get(packageName);
        if (module == null) {
            module = read(packageName);
            known.put(packageName, module);
        }
        return module;
    }

    private DeclaredModule read(String start) {
        Set<String> classNames = new TreeSet<>();
        SourceMemory sources = new SourceMemory();
        Set<String> packages = new TreeSet<>();
        Deque<String> open = new ArrayDeque<>(List.of(start));
        while (!open.isEmpty()) {
            String packageName = open.remove();
            if (packages.add(packageName)) {
                for (TypeElement index : indexesIn(packageName)) {
                    open.addAll(IndexElements.packagesOf(index));
                    for (RevisionEntry entry : IndexElements.entriesOf(index)) {
                        classNames.add(entry.className());
                        sources.remember(entry);
                    }
                }
            }
        }
        List<DeclaredHistory> histories = historiesOf(packages);
        return new DeclaredModule(histories, revisionsOf(classNames, sources, new Histories(histories)));
    }

    private List<TypeElement> indexesIn(String packageName) {
        PackageElement element = elements.getPackageElement(packageName);
        if (element == null) {
            return List.of();
        }
        return ElementFilter.typesIn(element.getEnclosedElements()).stream()
                .filter(type -> type.getSimpleName().toString().startsWith(IndexElements.PREFIX))
                .filter(type -> !output.holds(elements.getBinaryName(type).toString()))
                .toList();
    }

    private List<DeclaredHistory> historiesOf(Set<String> packages) {
        HistoryReader reader = new HistoryReader(elements);
        return packages.stream()
                .filter(name -> !output.holds(Packages.info(name)))
                .flatMap(name -> reader.read(name, false).stream())
                .toList();
    }

    private List<DeclaredRevision> revisionsOf(Set<String> classNames, SourceMemory sources, Histories histories) {
        RevisionReader reader = new RevisionReader(elements, sources, facts, histories);
        Set<TypeElement> seen = new HashSet<>();
        List<DeclaredRevision> revisions = new ArrayList<>();
        classNames.stream()
                .filter(name -> !output.holds(name))
                .flatMap(name -> CompiledClass.find(elements, name).stream())
                .filter(seen::add)
                .forEach(type -> reader.read(type, false).ifPresent(revisions::add));
        return revisions;
    }
}
