package dev.migrate.processor;

import dev.migrate.graph.HeadPolicy;
import dev.migrate.problem.Problem;
import dev.migrate.problem.ProblemCode;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.RoundEnvironment;
import javax.annotation.processing.SupportedAnnotationTypes;
import javax.annotation.processing.SupportedOptions;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;

/**
 * Proves that the revisions of a module form sound histories, and writes the index that the runtime reads.
 *
 * <p>Every problem is an error on the annotation value that is wrong, and all of them come in one compilation. The
 * option {@code -Amigrate.heads=error|warning|allow} says what several unlabelled heads are; without it, an error.
 *
 * <p>No class of the project is ever loaded.
 */
@SupportedAnnotationTypes({"dev.migrate.Revision", "dev.migrate.MigrationHistory", "dev.migrate.Irreversible"})
@SupportedOptions(RevisionProcessor.HEADS)
public final class RevisionProcessor extends AbstractProcessor {

    static final String HEADS = "migrate.heads";

    /** An option that kapt gives to every processor: where it wants Kotlin's generated sources. */
    private static final String KAPT = "kapt.kotlin.generated";

    private RevisionCollector collector;
    private AnchorWriter anchors;
    private IndexWriter writer;
    private ProblemReporter reporter;
    private ModuleOutput output;
    private SourceFacts facts;
    private ClassShape shape;
    private boolean settled;

    /** Creates the processor; the compiler does. */
    public RevisionProcessor() {}

    @Override
    public SourceVersion getSupportedSourceVersion() {
        return SourceVersion.latestSupported();
    }

    @Override
    public synchronized void init(ProcessingEnvironment environment) {
        super.init(environment);
        Elements elements = environment.getElementUtils();
        facts = SourceFacts.of(environment);
        output = new ModuleOutput(
                environment.getFiler(), elements, environment.getOptions().containsKey(KAPT));
        collector = new RevisionCollector(elements, facts, output);
        reporter = new ProblemReporter(environment.getMessager(), facts);
        shape = new ClassShape(elements, environment.getTypeUtils());
        anchors = new AnchorWriter(environment.getFiler(), elements, output);
        writer = new IndexWriter(environment.getFiler(), output, shape);
    }

    @Override
    @SuppressWarnings("DoNotClaimAnnotations") // javac -Xlint:processing warns of annotations that nobody claims
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
        try {
            collector.collect(round);
            if (!round.processingOver()) {
                // A round without revisions changes nothing, unless one waits for what another processor writes, or for
                // an anchor that was written in the round before.
                if (!annotations.isEmpty() || !settled) {
                    DeclaredModule module = collector.read();
                    anchors.writeSources(module);
                    settled = writer.writeSources(module);
                }
                return true;
            }
            check(collector.read());
            // What cannot be indexed is an error: one of ours, or one that the compiler has yet to report.
            if (settled && !round.errorRaised() && !reporter.hasErrors()) {
                writer.writeServices();
            }
        } catch (IOException e) {
            reporter.report(Problem.of(
                            ProblemCode.FILE_FAILED, "The index of the revisions cannot be read or written: " + e + ".")
                    .next("see to it that the output directory can be written, then compile afresh"));
        }
        return true;
    }

    private void check(DeclaredModule module) {
        for (DeclaredRevision revision : module.revisions()) {
            shape.check(revision.type()).ifPresent(problem -> reporter.report(problem, revision));
        }
        Optional<HeadPolicy> policy = headPolicy();
        module.histories().stream()
                .filter(history -> !history.settled() && !history.local())
                .forEach(history -> reporter.report(Inclusion.incomplete(history), history, "includes"));
        // A value that cannot be evaluated is reported by the compiler; the graph around it would only be guessed.
        if (policy.isEmpty() || !module.isReadable()) {
            return;
        }
        HistoryNames names = new HistoryNames(processingEnv.getElementUtils(), module.histories());
        module.histories()
                .forEach(history ->
                        names.check(history).ifPresent(problem -> reporter.report(problem, history, "name")));
        OtherModules others = new OtherModules(processingEnv.getElementUtils(), facts, output);
        for (String name : module.historyNames()) {
            CheckedGraph graph = module.named(name)
                    .map(history -> graphOf(history, module, others))
                    .orElseGet(() -> CheckedGraph.ofUnnamed(module));
            graph.check(policy.get()).forEach(problem -> reporter.report(problem, graph));
        }
    }

    private CheckedGraph graphOf(DeclaredHistory history, DeclaredModule module, OtherModules others) {
        Inclusion included = Inclusion.of(history, module, others);
        included.problems().forEach(problem -> reporter.report(problem, history, "includes"));
        return CheckedGraph.of(history, module, included);
    }

    private Optional<HeadPolicy> headPolicy() {
        String option = processingEnv.getOptions().getOrDefault(HEADS, "error");
        Optional<HeadPolicy> policy = Stream.of(HeadPolicy.values())
                .filter(value -> value.name().toLowerCase(Locale.ROOT).equals(option))
                .findFirst();
        if (policy.isEmpty()) {
            reporter.report(Problem.of(
                            ProblemCode.BAD_PARAMETER,
                            "The option %s is \"%s\"; it can be error, warning or allow.".formatted(HEADS, option))
                    .next("correct -A" + HEADS + " among the compiler's arguments"));
        }
        return policy;
    }
}
