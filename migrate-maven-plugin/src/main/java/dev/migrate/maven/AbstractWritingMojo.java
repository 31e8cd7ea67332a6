package dev.migrate.maven;

import dev.migrate.config.Catalogue;
import dev.migrate.config.Settings;
import dev.migrate.execute.RevisionDetail;
import dev.migrate.graph.RevisionExpression;
import dev.migrate.maven.source.RevisionWriter;
import dev.migrate.maven.source.SourceHistory;
import dev.migrate.problem.MigrateException;
import dev.migrate.report.JsonReport;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/** A goal that writes the class of a new revision. Everything is checked in the sources before there is a file. */
abstract class AbstractWritingMojo extends AbstractAskingMojo {

    /** Allows a parent that is not a head. User property: {@code migrate.splice}. Default: {@code false}. */
    @Parameter
    private @Nullable Boolean splice;

    /** Labels of the branch that starts here, separated by commas. User property: {@code migrate.branchLabel}. */
    @Parameter
    private @Nullable String branchLabel;

    /** The id. User property: {@code migrate.revId}. Default: made as {@code idScheme} says. */
    @Parameter
    private @Nullable String revId;

    /**
     * How ids are made: {@code hex} (12 random digits) or {@code timestamp}. User property: {@code migrate.idScheme}.
     * Default: {@code hex}.
     */
    @Parameter
    private @Nullable String idScheme;

    /** The package of the class. User property: {@code migrate.packageName}. Default: that of the parent. */
    @Parameter
    private @Nullable String packageName;

    /**
     * The pattern of the class name: {@code {Slug}}, {@code {slug}}, {@code {id}} and dates such as {@code {yyyyMMdd}}.
     * User property: {@code migrate.fileTemplate}. Default: <code>R{yyyyMMdd}_{Slug}</code>.
     */
    @Parameter
    private @Nullable String fileTemplate;

    /**
     * A command that is run on each new class, which is its last argument, in the directory of the module: a formatter, say.
     * Where it fails the goal fails, with what it said, and the class stays. User property: {@code migrate.postWrite}.
     */
    @Parameter
    private @Nullable String postWrite;

    /**
     * How long that command may take; then it is ended, with all that it has started. User property:
     * {@code migrate.postWriteTimeout}. Default: {@code 300s}.
     */
    @Parameter
    private @Nullable String postWriteTimeout;

    @Override
    Configuration configuration() {
        return super.configuration()
                .with(Catalogue.SPLICE, splice)
                .with(Catalogue.BRANCH_LABEL, branchLabel)
                .with(Catalogue.REV_ID, revId)
                .with(Catalogue.ID_SCHEME, idScheme)
                .with(Catalogue.PACKAGE_NAME, packageName)
                .with(Catalogue.FILE_TEMPLATE, fileTemplate)
                .with(Catalogue.POST_WRITE, postWrite)
                .with(Catalogue.POST_WRITE_TIMEOUT, postWriteTimeout);
    }

    @Override
    final void run(Settings settings, SourceModule module) {
        module.requireOneModule();
        SourceHistory history = history(settings, module);
        Optional<RevisionWriter.Written> written =
                write(settings, history, writing -> alone(settings, module, writing));
        written.ifPresent(one -> report(settings, module, one));
    }

    private SourceHistory history(Settings settings, SourceModule module) {
        SourceHistory history = module.oneHistory(NewMigrations.givenPackage(settings), one -> isMeant(settings, one));
        if (!history.unreadable().isEmpty()) {
            throw new MigrateException(history.unreadable());
        }
        return history;
    }

    /** Has something written while no other call writes here, and by what the sources say by then. */
    private RevisionWriter.Written alone(
            Settings settings, SourceModule before, Function<OpenSources, RevisionWriter.Written> writing) {
        Path buildDirectory = Path.of(project().getBuild().getDirectory());
        return new SourceLock(buildDirectory, settings.get(Catalogue.LOCK_TIMEOUT), getLog()).whileHeld(() -> {
            SourceModule module = before.reread();
            SourceHistory history = history(settings, module);
            NewMigrations place = new NewMigrations(project(), settings, history);
            return writing.apply(new OpenSources(
                    history,
                    place,
                    new RevisionWriter.Target(
                            place.sourceRoot(),
                            NewMigrations.givenPackage(settings),
                            place.defaultPackage(),
                            module.charset())));
        });
    }

    /** Whether a history is what the settings speak of, where a module holds several. */
    abstract boolean isMeant(Settings settings, SourceHistory history);

    /** Writes into the sources, for the moment in which nobody else does. */
    @FunctionalInterface
    interface Turn {

        /**
         * Waits for its turn, and writes.
         *
         * @param writing is given the sources as they are by then
         */
        RevisionWriter.Written take(Function<OpenSources, RevisionWriter.Written> writing);
    }

    /**
     * Writes it; empty when there turned out to be nothing to write.
     *
     * @param history what the sources say so far
     */
    abstract Optional<RevisionWriter.Written> write(Settings settings, SourceHistory history, Turn turn);

    /** What a person does next, in a line. */
    abstract String next();

    final RevisionWriter.Request request(
            Settings settings, String message, List<String> parents, List<String> dependsOn) {
        return new RevisionWriter.Request(
                message,
                parents,
                settings.get(Catalogue.SPLICE),
                settings.list(Catalogue.BRANCH_LABEL),
                dependsOn,
                settings.find(Catalogue.REV_ID).map(given -> given.value()),
                settings.get(Catalogue.ID_SCHEME).equals("timestamp"),
                settings.get(Catalogue.FILE_TEMPLATE));
    }

    /** The ids that names stand for, in a history where each of them stands for something. */
    static List<String> ids(SourceHistory history, List<String> names) {
        return names.stream().flatMap(name -> history.ids(name).stream()).toList();
    }

    /** Whether each of the names stands for a revision of the history. */
    static boolean knows(SourceHistory history, List<String> names) {
        try {
            return !ids(history, names).isEmpty();
        } catch (MigrateException e) {
            return false; // another history may know them; if none does, that is what is reported
        }
    }

    private void report(Settings settings, SourceModule before, RevisionWriter.Written written) {
        SourceModule module = before.reread();
        Reactor.of(session()).wrote(project(), written.className());
        getLog().info("Generating " + module.shown(written.file()) + " ...  done");
        List<String> parents = written.node().downRevisions();
        report(
                settings,
                "revision " + written.node().id() + " in " + written.className()
                        + (parents.isEmpty() ? ", a new base" : ", follows " + String.join(", ", parents)) + "\n",
                () -> JsonReport.written(detail(module, written), module.shown(written.file())));
        settings.find(Catalogue.POST_WRITE).ifPresent(command -> {
            new PostWrite(command, settings.get(Catalogue.POST_WRITE_TIMEOUT), getLog())
                    .run(written.file(), directory());
            getLog().info("Running " + command.value() + " ...  done");
        });
        getLog().info(next());
    }

    private static RevisionDetail detail(SourceModule module, RevisionWriter.Written written) {
        return ListedHistories.of(module.history(), module::shown)
                .knowing(listed -> listed.revisions()
                        .show(RevisionExpression.parse(written.node().id()), List.of())
                        .revisions())
                .stream()
                .filter(revision -> revision.info().className().equals(written.className()))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(written.className() + " was written and cannot be found"));
    }
}
