package dev.migrate.maven;

import dev.migrate.config.Catalogue;
import dev.migrate.config.Resolved;
import dev.migrate.config.Settings;
import dev.migrate.maven.source.RevisionTemplate;
import dev.migrate.maven.source.SourceHistory;
import dev.migrate.maven.source.SourceRevision;
import dev.migrate.problem.MigrateException;
import dev.migrate.problem.Problem;
import dev.migrate.problem.ProblemCode;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.lang.model.SourceVersion;
import org.apache.maven.project.MavenProject;

/** Where a module keeps new migrations, and what they look like. */
record NewMigrations(MavenProject module, Settings settings, SourceHistory history) {

    /** Where {@code init} puts a template and {@code revision} finds it. */
    static final String TEMPLATE = "src/main/migrate/revision.java.template";

    static final String MERGE_TEMPLATE = "src/main/migrate/merge.java.template";

    /** The package that was asked for by name. */
    static Optional<String> givenPackage(Settings settings) {
        return settings.find(Catalogue.PACKAGE_NAME).map(NewMigrations::requirePackage);
    }

    /** The package for a migration that neither its parent nor the user gives one. */
    String defaultPackage() {
        List<String> used = history.revisions().stream()
                .map(SourceRevision::packageName)
                .distinct()
                .toList();
        return settings.list(Catalogue.PACKAGES).stream()
                .findFirst()
                .orElseGet(() -> used.size() == 1
                        ? used.get(0)
                        : history.declared().size() == 1
                                ? history.declared().get(0).packageName()
                                : ofTheModule());
    }

    /** The source root for a migration whose parent is not in a source. */
    Path sourceRoot() {
        return Path.of(module.getBuild().getSourceDirectory());
    }

    /** The template: the one that was named, else the module's own, else the standard one. */
    RevisionTemplate template(Charset charset) {
        Path directory = module.getBasedir().toPath();
        Path own = directory.resolve(TEMPLATE);
        return settings.find(Catalogue.TEMPLATE)
                .map(given -> RevisionTemplate.of(directory.resolve(given.value()), charset))
                .orElseGet(
                        () -> Files.notExists(own) ? RevisionTemplate.standard() : RevisionTemplate.of(own, charset));
    }

    /** The template of a merge: the module's own, else the standard one. Other templates may change something. */
    RevisionTemplate mergeTemplate(Charset charset) {
        Path own = module.getBasedir().toPath().resolve(MERGE_TEMPLATE);
        return Files.notExists(own) ? RevisionTemplate.merge() : RevisionTemplate.of(own, charset);
    }

    private String ofTheModule() {
        String artifact = module.getArtifactId().replace('-', '.');
        String start = module.getGroupId().endsWith("." + artifact)
                        || module.getGroupId().equals(artifact)
                ? module.getGroupId()
                : module.getGroupId() + "." + artifact;
        return Stream.concat(Stream.of(start.split("\\.")), Stream.of("migrations"))
                .map(NewMigrations::packagePart)
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining("."));
    }

    private static String packagePart(String text) {
        String part = text.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9_]", "");
        if (part.isEmpty()) {
            return "";
        }
        return SourceVersion.isIdentifier(part) && !SourceVersion.isKeyword(part) ? part : "_" + part;
    }

    private static String requirePackage(Resolved<String> given) {
        if (!SourceVersion.isName(given.value())) {
            throw new MigrateException(
                    Problem.of(ProblemCode.BAD_PARAMETER, "\"" + given.value() + "\" cannot be the name of a package")
                            .at(given.place()));
        }
        return given.value();
    }
}
