package dev.migrate.maven;

import dev.migrate.config.Catalogue;
import dev.migrate.config.Setting;
import dev.migrate.config.Settings;
import dev.migrate.execute.GapPolicy;
import dev.migrate.execute.OfflineMigrator;
import dev.migrate.execute.SqlScript;
import dev.migrate.maven.open.OpenProject;
import java.util.List;
import java.util.Locale;
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
        WrittenScript written = new WrittenScript(settings, project());
        OfflineMigrator migrator = written.migrator(configuration(settings, open))
                .gaps(GapPolicy.valueOf(settings.get(Catalogue.GAPS).toUpperCase(Locale.ROOT)));
        written.write(script(settings, migrator), getLog());
    }

    /** Writes the goal's script. */
    abstract SqlScript script(Settings settings, OfflineMigrator migrator);
}
