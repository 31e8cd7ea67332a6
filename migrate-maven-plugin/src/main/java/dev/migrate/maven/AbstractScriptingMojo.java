package dev.migrate.maven;

import dev.migrate.config.Catalogue;
import dev.migrate.config.Resolved;
import dev.migrate.config.Setting;
import dev.migrate.config.Settings;
import dev.migrate.execute.GapPolicy;
import dev.migrate.execute.Migrator;
import dev.migrate.execute.MigratorConfig;
import dev.migrate.execute.OfflineMigrator;
import dev.migrate.execute.SqlScript;
import dev.migrate.maven.open.OpenProject;
import dev.migrate.problem.MigrateException;
import dev.migrate.problem.Problem;
import dev.migrate.problem.ProblemCode;
import dev.migrate.report.RunReport;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/** A goal that changes a database, or writes a script for somebody who may. */
abstract class AbstractScriptingMojo extends AbstractDatabaseMojo {

    /**
     * Writes a script for the database's own client instead of running; nothing is connected to. User property:
     * {@code migrate.sql}, {@code sql}. Default: {@code false}.
     */
    @Parameter
    private @Nullable Boolean sql;

    /**
     * The database and the version that a script is for: {@code mysql:8.4}. User property: {@code migrate.dialect}.
     * Default: the database of the url, in the newest version that was tested.
     */
    @Parameter
    private @Nullable String dialect;

    /**
     * What a script does about a step that needs migrate itself, because it runs code: {@code refuse}, or {@code mark} for
     * a script that ends before it. User property: {@code migrate.gaps}. Default: {@code refuse}.
     */
    @Parameter
    private @Nullable String gaps;

    @Override
    Configuration configuration() {
        return super.configuration()
                .with(Catalogue.SQL, sql)
                .with(Catalogue.DIALECT, dialect)
                .with(Catalogue.GAPS, gaps);
    }

    @Override
    final List<Setting<Boolean>> refused() {
        return List.of(Catalogue.DRY_RUN);
    }

    @Override
    final void act(Settings settings, OpenProject open) {
        if (!settings.get(Catalogue.SQL)) {
            super.act(settings, open);
            return;
        }
        OfflineMigrator migrator = migrator(settings, configuration(settings, open))
                .gaps(GapPolicy.valueOf(settings.get(Catalogue.GAPS).toUpperCase(Locale.ROOT)));
        SqlScript script = script(settings, migrator);
        Path file = file(settings, script);
        ResultFile.write(directory().resolve(file), script.text());
        RunReport.text(script, file.toString()).lines().forEach(getLog()::info);
    }

    /** Writes the goal's script. */
    abstract SqlScript script(Settings settings, OfflineMigrator migrator);

    private static OfflineMigrator migrator(Settings settings, MigratorConfig config) {
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

    private Path file(Settings settings, SqlScript script) {
        Path folder = directory()
                .relativize(Path.of(project().getBuild().getDirectory()))
                .resolve("migrate");
        return settings.find(Catalogue.OUTPUT_FILE)
                .map(file -> Path.of(file.value()))
                .orElseGet(() ->
                        settings.history().map(folder::resolve).orElse(folder).resolve(script.name()));
    }
}
