package dev.migrate.maven;

import org.apache.maven.plugins.annotations.Execute;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.ResolutionScope;

/**
 * Tells which revisions the database stands at. Compiles first what it needs; to bind it to a phase use {@code current-no-fork}.
 */
@Execute(phase = LifecyclePhase.PROCESS_CLASSES)
@Mojo(name = "current", requiresDependencyResolution = ResolutionScope.RUNTIME, threadSafe = true)
public final class CurrentMojo extends CurrentNoForkMojo {}
