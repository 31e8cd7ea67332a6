package dev.migrate.maven;

import org.apache.maven.plugins.annotations.Execute;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.ResolutionScope;

/**
 * Writes into the version table where the database stands, and runs no migration. Compiles first what it needs; to bind it to a phase use {@code stamp-no-fork}.
 */
@Execute(phase = LifecyclePhase.PROCESS_CLASSES)
@Mojo(name = "stamp", requiresDependencyResolution = ResolutionScope.RUNTIME, threadSafe = true)
public final class StampMojo extends StampNoForkMojo {}
