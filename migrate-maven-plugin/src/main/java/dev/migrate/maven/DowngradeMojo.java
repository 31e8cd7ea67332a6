package dev.migrate.maven;

import org.apache.maven.plugins.annotations.Execute;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.ResolutionScope;

/**
 * Brings the database down to a revision, which stays applied. Compiles first what it needs; to bind it to a phase use {@code downgrade-no-fork}.
 */
@Execute(phase = LifecyclePhase.PROCESS_CLASSES)
@Mojo(name = "downgrade", requiresDependencyResolution = ResolutionScope.RUNTIME, threadSafe = true)
public final class DowngradeMojo extends DowngradeNoForkMojo {}
