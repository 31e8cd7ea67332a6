package dev.migrate.maven;

import dev.migrate.config.Catalogue;
import dev.migrate.config.Settings;
import dev.migrate.maven.source.RevisionTemplate;
import dev.migrate.maven.source.SourceFile;
import dev.migrate.problem.MigrateException;
import dev.migrate.problem.Problem;
import dev.migrate.problem.ProblemCode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Prepares a module for migrations: a package, a template of new classes, and what to paste into the POM. Overwrites
 * nothing.
 */
@Mojo(name = "init", threadSafe = true)
public final class InitMojo extends AbstractSourceMojo {

    private static final String POM_PIECES = "pom-pieces.xml";

    /** The package for migrations. User property: {@code migrate.packageName}. Default: made of the module's names. */
    @Parameter
    private @Nullable String packageName;

    @Override
    Configuration configuration() {
        return super.configuration().with(Catalogue.PACKAGE_NAME, packageName);
    }

    @Override
    void run(Settings settings, SourceModule module) {
        module.requireOneModule();
        NewMigrations migrations = new NewMigrations(project(), settings, module.history());
        String name = NewMigrations.givenPackage(settings).orElseGet(migrations::defaultPackage);
        Path folder = migrations.sourceRoot().resolve(name.replace('.', '/'));
        create(
                module,
                folder.resolve("package-info.java"),
                "/** The history of the database, a class for each revision. */\npackage " + name + ";\n");
        create(
                module,
                directory().resolve(NewMigrations.TEMPLATE),
                RevisionTemplate.standard().text());
        String pieces = pomPieces();
        report(settings, pieces, InitMojo::noJson);
        Path copy =
                Path.of(project().getBuild().getDirectory()).resolve("migrate").resolve(POM_PIECES);
        ResultFile.write(copy, pieces);
        getLog().info("next: paste what is missing into pom.xml (without log prefixes: " + module.shown(copy)
                + "), then  mvn migrate:revision -Dmessage=\"first tables\"");
    }

    private void create(SourceModule module, Path file, String text) {
        if (Files.exists(file)) {
            getLog().info("  " + module.shown(file) + " is there already, left as it is");
        } else {
            SourceFile.create(file, text, module.charset());
            getLog().info("  Generating " + module.shown(file) + " ...  done");
        }
    }

    private static String noJson() {
        throw new MigrateException(Problem.of(ProblemCode.UNSUPPORTED, "pieces of a POM cannot be written as JSON")
                .at(Catalogue.OUTPUT_FILE.property())
                .next("name a text file"));
    }

    private String pomPieces() {
        try (InputStream in = InitMojo.class.getResourceAsStream(POM_PIECES)) {
            byte[] bytes = Objects.requireNonNull(in, POM_PIECES).readAllBytes();
            return new String(bytes, StandardCharsets.UTF_8)
                    .replace("@version@", execution().getVersion())
                    .replace("@artifact@", project().getArtifactId());
        } catch (IOException e) {
            throw new UncheckedIOException(e); // a resource of this jar
        }
    }
}
