package dev.migrate.processor;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.collectingAndThen;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import javax.annotation.processing.Filer;
import javax.tools.FileObject;
import javax.tools.StandardLocation;

/**
 * Writes an index for each package that has revisions or names a history, and the services file that names them all.
 *
 * <p>A later round that brings a revision to a package, written by another processor, gets the package a new index; the
 * one of the round before stays behind, named nowhere.
 *
 * <p>So does the class file of an index that an incremental compilation has replaced, and it is left there: a {@link Filer}
 * cannot delete, Gradle, Eclipse and IntelliJ keep books of what was generated and clear it away themselves, Maven
 * compiles afresh, and whether the compilation will succeed is not known while processors run.
 */
final class IndexWriter {

    private final Filer filer;
    private final ModuleOutput output;
    private final ClassShape shape;
    private final Set<String> written = new HashSet<>();
    private SortedSet<String> current = new TreeSet<>();

    IndexWriter(Filer filer, ModuleOutput output, ClassShape shape) {
        this.filer = filer;
        this.output = output;
        this.shape = shape;
    }

    /**
     * Writes the indexes that are not there yet. Not in the last round: javac warns of sources made in it.
     *
     * @return whether everything is in an index now
     */
    boolean writeSources(DeclaredModule module) throws IOException {
        SortedMap<String, List<DeclaredRevision>> revisions = module.revisions().stream()
                .filter(this::canBeIndexed)
                .sorted(comparing(
                                (DeclaredRevision revision) -> revision.entry().id())
                        .thenComparing(revision -> revision.entry().className()))
                .collect(groupingBy(
                        DeclaredRevision::packageName,
                        TreeMap::new,
                        collectingAndThen(toList(), IndexWriter::firstOfEachId)));
        SortedMap<String, DeclaredHistory> histories = new TreeMap<>();
        module.histories().stream()
                .filter(DeclaredHistory::isNamed)
                .forEach(history -> histories.put(history.packageName(), history));
        SortedSet<String> packages = new TreeSet<>(revisions.keySet());
        packages.addAll(histories.keySet());
        current = new TreeSet<>();
        boolean settled = revisions.values().stream().mapToInt(List::size).sum()
                == module.revisions().size();
        for (String packageName : packages) {
            Optional<DeclaredHistory> history = Optional.ofNullable(histories.get(packageName));
            if (history.filter(declared -> !declared.settled()).isPresent()) {
                settled = false;
                continue;
            }
            IndexSource source =
                    new IndexSource(packageName, revisions.getOrDefault(packageName, List.of()), packages, history);
            current.add(source.className());
            if (!output.keeps(source.className()) && written.add(source.className())) {
                write(source);
            }
        }
        return settled;
    }

    private void write(IndexSource source) throws IOException {
        try (Writer file = filer.createSourceFile(source.className(), source.originatingElements())
                .openWriter()) {
            file.write(source.text());
        }
    }

    /** Writes the services file, where it does not say the same already. */
    void writeServices() throws IOException {
        List<String> lines = List.copyOf(current);
        if (lines.equals(output.services())) {
            return;
        }
        FileObject services = filer.createResource(StandardLocation.CLASS_OUTPUT, "", ModuleOutput.SERVICES);
        try (Writer file = new OutputStreamWriter(services.openOutputStream(), StandardCharsets.UTF_8)) {
            for (String line : lines) {
                file.write(line + "\n");
            }
        }
    }

    /** What the compiler or the checks report is left out, so that the generated code adds no error of its own. */
    private boolean canBeIndexed(DeclaredRevision revision) {
        return revision.readable() && shape.isGood(revision.type());
    }

    private static List<DeclaredRevision> firstOfEachId(List<DeclaredRevision> sorted) {
        Set<String> ids = new HashSet<>();
        List<DeclaredRevision> unique = new ArrayList<>(sorted);
        unique.removeIf(revision -> !ids.add(revision.entry().id()));
        return unique;
    }
}
