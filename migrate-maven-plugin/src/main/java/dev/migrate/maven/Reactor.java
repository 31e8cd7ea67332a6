package dev.migrate.maven;

import dev.migrate.maven.source.SourceHistory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.function.Supplier;
import org.apache.maven.execution.MavenExecutionRequest;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.project.MavenProject;

/**
 * What the modules of one build must know of each other. Goals run module by module, perhaps at the same time, and only
 * together can they tell that none of them had anything to do.
 */
final class Reactor {

    /** By the build's request: it lives as long as the build, whatever threads and sessions Maven makes of it. */
    private static final Map<MavenExecutionRequest, Reactor> REACTORS =
            Collections.synchronizedMap(new WeakHashMap<>());

    private final Map<String, Tally> tallies = new HashMap<>();
    private final Map<MavenProject, SourceHistory> sources = new HashMap<>();

    private final Map<MavenProject, List<String>> written = new HashMap<>();

    private final Set<String> results = new HashSet<>();

    private static final class Tally {
        private int modules;
        private int acted;
    }

    private Reactor() {}

    static Reactor of(MavenSession session) {
        return REACTORS.computeIfAbsent(session.getRequest(), request -> new Reactor());
    }

    /**
     * Counts a module that the goal has come to.
     *
     * @return whether this was the last module and none of them acted, on a call from the command line
     */
    synchronized boolean nobodyActed(MavenSession session, MojoExecution execution, boolean acts) {
        Tally tally =
                tallies.computeIfAbsent(execution.getGoal() + " " + execution.getExecutionId(), goal -> new Tally());
        tally.modules++;
        tally.acted += acts ? 1 : 0;
        return execution.getSource() == MojoExecution.Source.CLI
                && tally.acted == 0
                && tally.modules == session.getProjects().size();
    }

    /** Whether none of the modules that the goal has come to has meant its result to go to a file. */
    synchronized boolean isFirstToWrite(MojoExecution execution, Path file) {
        return results.add(execution.getGoal() + " " + execution.getExecutionId() + " "
                + file.toAbsolutePath().normalize());
    }

    /** The revisions in a module's sources, read once until a new one is written. */
    synchronized SourceHistory sources(MavenProject project, Supplier<SourceHistory> reader) {
        SourceHistory known = sources.get(project);
        if (known == null) {
            known = reader.get();
            sources.put(project, known);
        }
        return known;
    }

    /** Keeps in mind a class that was written into a module's sources. */
    synchronized void wrote(MavenProject project, String className) {
        written.computeIfAbsent(project, module -> new ArrayList<>()).add(className);
    }

    /** The classes that were written into a module's sources in the course of this build. */
    synchronized List<String> written(MavenProject project) {
        return List.copyOf(written.getOrDefault(project, List.of()));
    }

    /** Has a module's sources read again: there is a new one. */
    synchronized void forgetSources(MavenProject project) {
        sources.remove(project);
    }
}
