package dev.migrate.maven.source;

import dev.migrate.graph.NewRevision;
import dev.migrate.graph.RevisionGraph;
import dev.migrate.graph.RevisionNode;
import dev.migrate.problem.MigrateException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes the class of a new revision: the right parent, the right place, a name that is free. */
public final class RevisionWriter {

    private static final DateTimeFormatter TIMESTAMP = DateTimeFormatter.ofPattern("yyyyMMddHHmmss", Locale.ROOT);
    private static final int LAST_HEX_DIGITS = 12;
    private static final Set<String> HEADS = Set.of("head", "heads");
    private static final Pattern STEPS = Pattern.compile("[+-][0-9]+$");

    private final Clock clock;
    private final Supplier<UUID> randomIds;

    /**
     * A writer.
     *
     * @param clock gives the date of names and ids, in its zone
     * @param randomIds where ids come from
     */
    public RevisionWriter(Clock clock, Supplier<UUID> randomIds) {
        this.clock = clock;
        this.randomIds = randomIds;
    }

    /**
     * What is asked for.
     *
     * @param message what the revision does; any text
     * @param heads what it follows
     * @param splice whether it may follow what is not a head
     * @param branchLabels the labels it declares
     * @param dependsOn what it depends on
     * @param id its id, where one was given
     * @param timestampId whether an id is made from the time instead of at random
     * @param fileTemplate the pattern of its class name
     */
    public record Request(
            String message,
            List<String> heads,
            boolean splice,
            List<String> branchLabels,
            List<String> dependsOn,
            Optional<String> id,
            boolean timestampId,
            String fileTemplate) {

        public Request {
            heads = List.copyOf(heads);
            branchLabels = List.copyOf(branchLabels);
            dependsOn = List.copyOf(dependsOn);
        }
    }

    /**
     * Where new classes go.
     *
     * @param root the source root, for a revision without a parent here
     * @param packageName the package that was asked for, which beats all others
     * @param defaultPackage the package for a revision without a parent here
     * @param charset the encoding of the sources
     */
    public record Target(Path root, Optional<String> packageName, String defaultPackage, Charset charset) {}

    /**
     * What was written.
     *
     * @param node the revision as it was declared
     * @param file its source
     * @param className the qualified name of its class
     */
    public record Written(RevisionNode node, Path file, String className) {}

    /**
     * Writes a revision whose methods are empty, to be filled in.
     *
     * @param request what is asked for
     * @param history the history that it joins
     * @param template the text of its class
     * @param target where it goes
     * @return what was written
     * @throws MigrateException when the revision would not make a sound history, or its file cannot be written
     */
    public Written write(Request request, SourceHistory history, RevisionTemplate template, Target target) {
        return write(request, OperationSource.NOTHING, history, template, target);
    }

    /**
     * Writes a revision.
     *
     * @param request what is asked for
     * @param operations what it does
     * @param history the history that it joins
     * @param template the text of its class
     * @param target where it goes
     * @return what was written
     * @throws MigrateException when the revision would not make a sound history, or its file cannot be written
     */
    public Written write(
            Request request,
            OperationSource operations,
            SourceHistory history,
            RevisionTemplate template,
            Target target) {
        return write(request, operations, history, template, target, node -> {});
    }

    /**
     * Writes a merge.
     *
     * @param request what is asked for; its heads are what is joined
     * @param history the history
     * @param template the text of its class
     * @param target where it goes
     * @return what was written
     * @throws MigrateException {@code nothing-to-merge} or {@code overlapping-revisions}, when there are not two or more
     *     revisions of which none follows another, and whatever {@link #write} throws
     */
    public Written merge(Request request, SourceHistory history, RevisionTemplate template, Target target) {
        return write(
                request,
                OperationSource.NOTHING,
                history,
                template,
                target,
                node -> MergeParents.require(node, history));
    }

    private Written write(
            Request request,
            OperationSource operations,
            SourceHistory history,
            RevisionTemplate template,
            Target target,
            Consumer<RevisionNode> check) {
        if (!history.unreadable().isEmpty()) {
            throw new MigrateException(history.unreadable());
        }
        RevisionGraph graph = history.graph();
        LocalDateTime now = LocalDateTime.now(clock);
        String id = request.id().orElseGet(() -> freeId(request, history, now));
        RevisionNode node = NewRevision.onHead(id)
                .withHeads(resolved(request.heads(), history))
                .withSplice(request.splice())
                .withBranchLabels(request.branchLabels())
                .withDependsOn(resolved(request.dependsOn(), history))
                .in(graph);
        check.accept(node);
        Optional<SourceRevision> parent =
                node.downRevisions().stream().findFirst().flatMap(history::revision);
        Path root = parent.filter(revision -> !SourceText.isKotlin(revision.file())) // javac may not look there
                .map(SourceRevision::root)
                .orElse(target.root());
        String packageName = target.packageName()
                .or(() -> parent.map(SourceRevision::packageName))
                .orElse(target.defaultPackage());
        Path directory = root.resolve(packageName.replace('.', '/'));
        String className = freeName(directory, ClassNames.name(request.fileTemplate(), now, request.message(), id));
        RevisionDraft draft = new RevisionDraft(node, request.message(), packageName, className);
        Path file = directory.resolve(className + ".java");
        SourceFile.create(file, template.render(draft, operations, target.charset()), target.charset());
        return new Written(node, file, packageName + "." + className);
    }

    /**
     * Complete ids in place of what counts steps, and of heads that are seen better from here than from the graph. The
     * rest is looked up by the graph, which keeps labels as they are.
     */
    private static List<String> resolved(List<String> identifiers, SourceHistory history) {
        return identifiers.stream()
                .flatMap(name -> STEPS.matcher(name).find() || (history.includesOthers() && HEADS.contains(name))
                        ? history.ids(name).stream()
                        : Stream.of(name))
                .toList();
    }

    private String freeId(Request request, SourceHistory history, LocalDateTime now) {
        Set<String> taken = history.revisions().stream()
                .map(revision -> revision.id().toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
        LocalDateTime time = now;
        String id;
        do {
            String random = randomIds.get().toString();
            id = request.timestampId() ? TIMESTAMP.format(time) : random.substring(random.length() - LAST_HEX_DIGITS);
            time = time.plusSeconds(1);
        } while (taken.contains(id));
        return id;
    }

    private static String freeName(Path directory, String wanted) {
        String name = wanted;
        for (int counter = 2; SourceFile.isTaken(directory, name); counter++) {
            name = wanted + "_" + counter;
        }
        return name;
    }
}
