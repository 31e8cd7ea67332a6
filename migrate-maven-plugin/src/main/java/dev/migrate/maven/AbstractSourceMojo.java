package dev.migrate.maven;

import dev.migrate.config.Catalogue;
import dev.migrate.config.Settings;
import dev.migrate.execute.Revisions;
import dev.migrate.maven.source.RevisionSources;
import dev.migrate.maven.source.SourceHistory;
import dev.migrate.maven.source.SourceRevision;
import dev.migrate.problem.MigrateException;
import dev.migrate.problem.Problem;
import dev.migrate.problem.ProblemCode;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.maven.project.MavenProject;

/** A goal that reads sources and needs neither classes nor dependencies: it works in a clean and in a red reactor. */
abstract class AbstractSourceMojo extends AbstractMigrateMojo {

    @Override
    final void run(Settings settings) {
        SourceHistory history = sources(settings, project());
        boolean acts = holdsMigrations(history)
                || namesHistory(settings)
                || (session().getProjects().size() == 1 && hasSources(project()));
        if (acts) {
            Reactor.of(session()).nobodyActed(session(), execution(), true);
            history.warnings().forEach(getLog()::warn);
            run(settings, history);
        } else if (Reactor.of(session()).nobodyActed(session(), execution(), false)) {
            throw new MigrateException(noModule());
        } else {
            getLog().info("no migrations in this module");
        }
    }

    /** Does the goal's work for a module that has migrations, or could have. */
    abstract void run(Settings settings, SourceHistory history);

    /** The history for a list, with warnings about what could not be read. */
    final Revisions listed(SourceHistory history) {
        history.unreadable().stream().map(Problem::text).forEach(getLog()::warn);
        return ListedRevisions.of(history, this::shown);
    }

    private Problem noModule() {
        return Problem.of(ProblemCode.NO_MIGRATIONS, "none of the modules of this build holds migrations")
                .next("choose the module: mvn migrate:" + execution().getGoal() + " -pl <module>");
    }

    /** Refuses to write where nobody can tell which module is meant. */
    final void requireOneModule(Settings settings) {
        List<MavenProject> others = session().getProjects().stream()
                .filter(other -> !other.equals(project()))
                .filter(other -> holdsMigrations(sources(settings, other)))
                .toList();
        if (!others.isEmpty()) {
            String names = others.stream().map(MavenProject::getArtifactId).collect(Collectors.joining(", "));
            throw new MigrateException(Problem.of(
                            ProblemCode.BAD_PARAMETER,
                            "several modules hold migrations: " + project().getArtifactId() + ", " + names)
                    .next("choose one: mvn migrate:" + execution().getGoal() + " -pl <module>"));
        }
    }

    /** The encoding of the module's sources. */
    final Charset charset() {
        return charset(project());
    }

    /** A file as the user sees it: from where Maven was started. */
    final String shown(Path file) {
        Path start =
                Path.of(session().getExecutionRootDirectory()).toAbsolutePath().normalize();
        Path absolute = file.toAbsolutePath().normalize();
        return (absolute.startsWith(start) ? start.relativize(absolute) : absolute).toString();
    }

    private SourceHistory sources(Settings settings, MavenProject module) {
        SourceHistory all =
                Reactor.of(session()).sources(module, () -> RevisionSources.read(sourceRoots(module), charset(module)));
        List<String> packages = settings.list(Catalogue.PACKAGES);
        if (packages.isEmpty()) {
            return all;
        }
        List<SourceRevision> chosen = all.revisions().stream()
                .filter(revision ->
                        packages.stream().anyMatch(name -> revision.className().startsWith(name + ".")))
                .toList();
        return new SourceHistory(chosen, all.unreadable(), all.warnings());
    }

    static List<Path> sourceRoots(MavenProject module) {
        return module.getCompileSourceRoots().stream().map(Path::of).toList();
    }

    private static boolean hasSources(MavenProject module) {
        return !module.getPackaging().equals("pom");
    }

    private static boolean holdsMigrations(SourceHistory history) {
        return !history.revisions().isEmpty() || !history.unreadable().isEmpty();
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
