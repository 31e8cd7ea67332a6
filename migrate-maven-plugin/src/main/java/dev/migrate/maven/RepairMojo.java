package dev.migrate.maven;

import dev.migrate.config.Settings;
import dev.migrate.execute.Migrator;
import dev.migrate.execute.RepairResult;
import dev.migrate.report.JsonReport;
import dev.migrate.report.RunReport;
import org.apache.maven.plugins.annotations.Execute;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.ResolutionScope;

/**
 * Puts the books right, and runs no migration: accepts on the record what was changed after it was applied, and keeps of
 * rows of the version table that imply each other the newest. Compiles first what it needs.
 */
@Execute(phase = LifecyclePhase.PROCESS_CLASSES)
@Mojo(name = "repair", requiresDependencyResolution = ResolutionScope.RUNTIME, threadSafe = true)
public final class RepairMojo extends AbstractDatabaseMojo {

    /** Made by Maven. */
    public RepairMojo() {}

    @Override
    String insteadOfBinding(String goal) {
        return "call it from the command line: each repair is a decision of its own";
    }

    @Override
    void run(Settings settings, Migrator migrator) {
        RepairResult result = migrator.repair();
        report(settings, RunReport.text(result), () -> JsonReport.text(result));
    }
}
