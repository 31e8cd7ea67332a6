package dev.migrate.model;

import java.util.Map;

/**
 * What a project's own code tells the provider when its model is read: what an application sets in code and no file says,
 * such as a naming strategy that has parameters. A project names its implementations in {@code
 * META-INF/services/dev.migrate.model.ModelSettings}.
 */
public interface ModelSettings {

    /**
     * Settings that are stronger than those of files.
     *
     * @return values by the provider's own names, such as {@code hibernate.physical_naming_strategy}
     */
    Map<String, Object> settings();
}
