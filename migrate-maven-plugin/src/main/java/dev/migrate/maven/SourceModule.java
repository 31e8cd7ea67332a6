package dev.migrate.maven;

import dev.migrate.config.Catalogue;
import dev.migrate.config.Resolved;
import dev.migrate.config.Settings;
import dev.migrate.maven.source.RevisionSources;
import dev.migrate.maven.source.SourceHistory;
import dev.migrate.problem.MigrateException;
import dev.migrate.problem.Problem;
import dev.migrate.problem.ProblemCode;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.logging.Log;
import org.apache.maven.project.MavenProject;

/** A module as its sources show it, and as the settings narrow it. */
final class SourceModule {

    private final MavenSession session;
    private final MavenProject project;
    private final MojoExecution execution;
    private final Settings settings;
    private final SourceHistory history;

    SourceModule(MavenSession session, MavenProject project, MojoExecution execution, Settings settings) {
        this.session = session;
        this.project = project;
        this.execution = execution;
        this.settings = settings;
        history = sources(project);
    }

    /**
     * Whether the goal has something to do here. Whoever is not meant says so in one line.
     *
     * @param named whether the module itself says that it has a history
     * @throws MigrateException {@code no-migrations}, when this was the last module and none was meant
     */
    boolean enter(boolean named, Log log) {
        boolean acts = isMeant(history)
                || named
                || (session.getProjects().size() == 1 && !project.getPackaging().equals("pom"));
        if (acts) {
            Reactor.of(session).nobodyActed(session, execution, true);
            history.warnings().forEach(log::warn);
        } else if (Reactor.of(session).nobodyActed(session, execution, false)) {
            throw new MigrateException(noModule());
        } else {
            log.info("no migrations in this module");
        }
        return acts;
    }

    private Problem noModule() {
        return Problem.of(ProblemCode.NO_MIGRATIONS, "none of the modules of this build holds migrations")
                .next("choose the module: mvn migrate:" + execution.getGoal() + " -pl <module>");
    }

    /** All that there is, whatever the settings leave out. */
    SourceHistory whole() {
        return whole(project);
    }

    /** All that the settings did not leave out. */
    SourceHistory history() {
        return history;
    }

    /** The histories for a list, with warnings about what could not be read. */
    ListedHistories listed(Log log) {
        history.unreadable().stream().map(Problem::text).forEach(log::warn);
        return ListedHistories.of(chosen(), this::shown);
    }

    /**
     * The one history that something new joins.
     *
     * @param packageName the package that was asked for
     * @param meant says of a history whether it fits what was asked for, where there are several
     * @throws MigrateException {@code ambiguous-history}, when that does not tell
     */
    SourceHistory oneHistory(Optional<String> packageName, Predicate<SourceHistory> meant) {
        SourceHistory chosen = chosen();
        if (packageName.isPresent()) {
            String name = history.historyOf(packageName.get());
            requireSame(name, packageName.get());
            return history.named(name);
        }
        SortedSet<String> names = chosen.names();
        if (names.size() < 2) {
            return chosen;
        }
        List<SourceHistory> fitting =
                names.stream().map(chosen::named).filter(meant).toList();
        if (fitting.size() != 1) {
            throw new MigrateException(Problem.of(
                            ProblemCode.AMBIGUOUS_HISTORY,
                            "this module holds several histories: " + shown(names)
                                    + ", and nothing tells which is meant")
                    .at("module " + project.getArtifactId())
                    .next("name one: mvn migrate:" + execution.getGoal() + " -Dmigrate.history="
                            + names.stream()
                                    .filter(name -> !name.isEmpty())
                                    .findFirst()
                                    .orElse("<name>")));
        }
        return fitting.get(0);
    }

    private void requireSame(String name, String packageName) {
        Optional<Resolved<String>> asked = settings.find(Catalogue.HISTORY);
        if (asked.isPresent() && !ChosenHistory.inIndex(settings).equals(name)) {
            throw new MigrateException(Problem.of(
                            ProblemCode.BAD_PARAMETER,
                            "package " + packageName + " belongs to " + shown(name) + ", not to "
                                    + shown(asked.get().value()))
                    .at(asked.get().place())
                    .next("leave one of the two out, or correct it"));
        }
    }

    /** The histories, or the one that was named. */
    private SourceHistory chosen() {
        Optional<Resolved<String>> asked = settings.find(Catalogue.HISTORY);
        if (asked.isEmpty()) {
            return history;
        }
        String name = ChosenHistory.inIndex(settings);
        if (!history.names().isEmpty() && !history.names().contains(name)) {
            throw new MigrateException(Problem.of(
                            ProblemCode.UNKNOWN_HISTORY,
                            "module " + project.getArtifactId() + " has no history \""
                                    + asked.get().value() + "\": there is " + shown(history.names()))
                    .at(asked.get().place())
                    .next("name one of these, or declare it: @MigrationHistory(name = \"" + name
                            + "\") in the package-info of its package"));
        }
        return history.named(name);
    }

    private static String shown(SortedSet<String> names) {
        return names.stream().map(SourceModule::shown).collect(Collectors.joining(", "));
    }

    private static String shown(String name) {
        return name.isEmpty() ? "the unnamed one" : "\"" + name + "\"";
    }

    /** Refuses to write where nobody can tell which module is meant. */
    void requireOneModule() {
        List<MavenProject> others = session.getProjects().stream()
                .filter(other -> !other.equals(project))
                .filter(other -> isMeant(sources(other)))
                .toList();
        if (!others.isEmpty()) {
            String names = others.stream().map(MavenProject::getArtifactId).collect(Collectors.joining(", "));
            throw new MigrateException(Problem.of(
                            ProblemCode.BAD_PARAMETER,
                            "several modules hold migrations: " + project.getArtifactId() + ", " + names)
                    .next("choose one: mvn migrate:" + execution.getGoal() + " -pl <module>"));
        }
    }

    /** Has the sources read again: there is a new one. */
    SourceModule reread() {
        Reactor.of(session).forgetSources(project);
        return new SourceModule(session, project, execution, settings);
    }

    /** The encoding of the sources. */
    Charset charset() {
        return charset(project);
    }

    /** A file as the user sees it: from where Maven was started. */
    String shown(Path file) {
        Path start =
                Path.of(session.getExecutionRootDirectory()).toAbsolutePath().normalize();
        Path absolute = file.toAbsolutePath().normalize();
        return (absolute.startsWith(start) ? start.relativize(absolute) : absolute).toString();
    }

    private SourceHistory whole(MavenProject module) {
        return Reactor.of(session).sources(module, () -> RevisionSources.read(roots(module), charset(module)));
    }

    private SourceHistory sources(MavenProject module) {
        SourceHistory all = whole(module);
        List<String> packages = settings.list(Catalogue.PACKAGES);
        return packages.isEmpty()
                ? all
                : all.in(name -> packages.stream().anyMatch(chosen -> (name + ".").startsWith(chosen + ".")));
    }

    /** Maven knows those of Java. Kotlin's own plugin reads this one as well, and tells Maven when it runs. */
    private static List<Path> roots(MavenProject module) {
        Path kotlin = module.getBasedir().toPath().resolve("src/main/kotlin");
        return Stream.concat(module.getCompileSourceRoots().stream().map(Path::of), Stream.of(kotlin))
                .toList();
    }

    /** Whether a module holds migrations, of the history that was named where one was. */
    private boolean isMeant(SourceHistory sources) {
        boolean holds = settings.find(Catalogue.HISTORY)
                .map(asked -> sources.names().contains(ChosenHistory.inIndex(settings)))
                .orElse(!sources.revisions().isEmpty());
        return holds || !sources.unreadable().isEmpty();
    }

    private static Charset charset(MavenProject module) {
        String name = module.getProperties().getProperty("project.build.sourceEncoding");
        try {
            return name == null ? StandardCharsets.UTF_8 : Charset.forName(name);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            throw new MigrateException(
                    Problem.of(ProblemCode.BAD_PARAMETER, "\"" + name + "\" is no encoding that Java knows")
                            .at("project.build.sourceEncoding"),
                    e);
        }
    }
}
