package dev.migrate.maven;

import org.apache.maven.plugins.annotations.Execute;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.ResolutionScope;

/**
 * Proves on a scratch database that each migration goes up, down and up again: the schema is compared at each point, rows
 * stay, and what all of them make is held against the project's entities. The configured database is only looked at.
 * Compiles first what it needs; to bind it to a phase use {@code verify-no-fork}.
 */
@Execute(phase = LifecyclePhase.PROCESS_CLASSES)
@Mojo(name = "verify", requiresDependencyResolution = ResolutionScope.RUNTIME, threadSafe = true)
public final class VerifyMojo extends VerifyNoForkMojo {}
