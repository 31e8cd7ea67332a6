package dev.migrate.maven;

import dev.migrate.config.Settings;

/** A goal that reads sources and needs neither classes nor dependencies: it works in a clean and in a red reactor. */
abstract class AbstractSourceMojo extends AbstractMigrateMojo {

    @Override
    final void run(Settings settings) {
        SourceModule module = new SourceModule(session(), project(), execution(), settings);
        if (module.enter(namesHistory(settings), getLog())) {
            forgetEarlierResult(settings);
            run(settings, module);
        }
    }

    /** Does the goal's work for a module that has migrations, or could have. */
    abstract void run(Settings settings, SourceModule module);
}
