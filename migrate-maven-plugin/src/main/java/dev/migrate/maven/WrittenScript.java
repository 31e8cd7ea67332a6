package dev.migrate.maven;

import dev.migrate.config.Catalogue;
import dev.migrate.config.Resolved;
import dev.migrate.config.Settings;
import dev.migrate.execute.Migrator;
import dev.migrate.execute.MigratorConfig;
import dev.migrate.execute.OfflineMigrator;
import dev.migrate.execute.SqlScript;
import dev.migrate.problem.MigrateException;
import dev.migrate.problem.Problem;
import dev.migrate.problem.ProblemCode;
import dev.migrate.report.RunReport;
import java.nio.file.Path;
import java.util.Optional;
import org.apache.maven.plugin.logging.Log;
import org.apache.maven.project.MavenProject;

/** What a goal writes instead of working on a database: for which one, and where to. */
record WrittenScript(Settings settings, MavenProject project) {

    /** What makes scripts for the database that the settings name. */
    OfflineMigrator migrator(MigratorConfig config) {
        Optional<String> given = settings.find(Catalogue.DIALECT).map(Resolved::value);
        if (given.isPresent()) {
            return Migrator.offline(given.get(), config);
        }
        String url = settings.find(Catalogue.URL)
                .map(Resolved::value)
                .orElseThrow(() -> new MigrateException(
                        Problem.of(ProblemCode.NO_URL, "nobody says which database the script is for")
                                .next("-Dmigrate.dialect=mysql:8.4, mariadb:11.4, postgresql:17, sqlite or h2")));
        return Migrator.offlineFor(url, config);
    }

    /** Writes it, and says what to do with it. */
    void write(SqlScript script, Log log) {
        Path file = file(script);
        ResultFile.write(directory().resolve(file), script.text());
        RunReport.text(script, file.toString()).lines().forEach(log::info);
    }

    private Path file(SqlScript script) {
        Path folder = directory()
                .relativize(Path.of(project.getBuild().getDirectory()))
                .resolve("migrate");
        return settings.find(Catalogue.OUTPUT_FILE)
                .map(file -> Path.of(file.value()))
                .orElseGet(() ->
                        settings.history().map(folder::resolve).orElse(folder).resolve(script.name()));
    }

    private Path directory() {
        return project.getBasedir().toPath();
    }
}
