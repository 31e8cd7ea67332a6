package dev.migrate.maven;

import dev.migrate.config.Profiles;
import dev.migrate.config.Servers;
import dev.migrate.config.Setting;
import dev.migrate.config.SettingSource;
import dev.migrate.config.Settings;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.model.Model;
import org.apache.maven.model.Profile;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.PluginParameterExpressionEvaluator;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.component.configurator.expression.ExpressionEvaluationException;

/**
 * Collects what Maven knows of settings, source by source.
 *
 * <p>The properties of a project would not do: Maven has mixed those of POMs, parents and profiles in them, and then the
 * user of one database meets the url of another. So each POM and each profile is read as it was written, and its
 * expressions are evaluated here.
 */
final class MavenSettings {

    private static final String ENVIRONMENT_PREFIX = "env.";

    private final MavenSession session;
    private final MavenProject project;
    private final PluginParameterExpressionEvaluator expressions;

    MavenSettings(MavenSession session, MavenProject project, MojoExecution execution) {
        this.session = session;
        this.project = project;
        this.expressions = new PluginParameterExpressionEvaluator(session, execution);
    }

    /**
     * Reads the settings of a module, without those in files of their own.
     *
     * @param configuration the plugin's configuration by setting name
     * @param servers the servers of settings.xml
     */
    Settings read(Map<String, String> configuration, Servers servers) {
        List<SettingSource> sources = new ArrayList<>();
        sources.add(SettingSource.userProperties(texts(session.getUserProperties())));
        sources.add(SettingSource.environment(environment()));
        sources.add(SettingSource.pluginConfiguration(configuration));
        for (MavenProject pom = project; pom != null; pom = pom.getParent()) {
            sources.add(SettingSource.pom(
                    pom.getArtifactId(), evaluated(written(pom).getProperties())));
            List<Profile> profiles = activeProfiles(pom);
            for (int i = profiles.size() - 1; i >= 0; i--) { // Maven lets the last one win
                Profile profile = profiles.get(i);
                sources.add(SettingSource.profile(profile.getId(), evaluated(profile.getProperties())));
            }
        }
        return Settings.of(sources, servers);
    }

    /**
     * The same, and those of the files that they name.
     *
     * @throws dev.migrate.problem.MigrateException {@code bad-parameter} or {@code file-failed}, when there is none, or it
     *     cannot be read
     */
    Settings withFiles(Settings settings) {
        SortedSet<String> declared = new TreeSet<>();
        SortedSet<String> active = new TreeSet<>();
        session.getRequest().getProfiles().forEach(profile -> declared.add(profile.getId()));
        for (MavenProject pom = project; pom != null; pom = pom.getParent()) {
            written(pom).getProfiles().forEach(profile -> declared.add(profile.getId()));
            activeProfiles(pom).forEach(profile -> active.add(profile.getId()));
        }
        declared.addAll(active);
        return settings.withFiles(directories(), new Profiles(declared, active));
    }

    private static Model written(MavenProject pom) {
        return Optional.ofNullable(pom.getOriginalModel()).orElse(pom.getModel());
    }

    private static List<Profile> activeProfiles(MavenProject pom) {
        return Optional.ofNullable(pom.getActiveProfiles()).orElse(List.of());
    }

    private List<Path> directories() {
        List<Path> directories = new ArrayList<>();
        for (MavenProject pom = project; pom != null; pom = pom.getParent()) {
            if (pom.getBasedir() != null) { // null for a parent from a repository
                directories.add(pom.getBasedir().toPath());
            }
        }
        return directories;
    }

    private Map<String, String> environment() {
        Map<String, String> variables = new TreeMap<>();
        texts(session.getSystemProperties()).forEach((key, value) -> {
            if (key.startsWith(ENVIRONMENT_PREFIX)) {
                variables.put(key.substring(ENVIRONMENT_PREFIX.length()), value);
            }
        });
        return variables;
    }

    private Map<String, String> evaluated(Properties properties) {
        Map<String, String> values = new TreeMap<>();
        texts(properties).forEach((key, value) -> {
            if (key.startsWith(Setting.PREFIX)) {
                values.put(key, evaluated(value));
            }
        });
        return values;
    }

    private String evaluated(String text) {
        try {
            Object value = expressions.evaluate(text);
            return value == null ? text : value.toString();
        } catch (ExpressionEvaluationException e) {
            throw new IllegalStateException("Maven cannot evaluate an expression", e); // the text may be a secret
        }
    }

    private static Map<String, String> texts(Properties properties) {
        Map<String, String> texts = new TreeMap<>();
        properties.stringPropertyNames().forEach(key -> texts.put(key, properties.getProperty(key)));
        return texts;
    }
}
