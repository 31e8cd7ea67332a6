package dev.migrate.maven;

import org.apache.maven.plugins.annotations.Execute;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.ResolutionScope;

/**
 * Brings the database up to a revision: the head, unless {@code to} names another. Compiles first what it needs; to bind it to a phase use {@code upgrade-no-fork}.
 */
@Execute(phase = LifecyclePhase.PROCESS_CLASSES)
@Mojo(name = "upgrade", requiresDependencyResolution = ResolutionScope.RUNTIME, threadSafe = true)
public final class UpgradeMojo extends UpgradeNoForkMojo {}
