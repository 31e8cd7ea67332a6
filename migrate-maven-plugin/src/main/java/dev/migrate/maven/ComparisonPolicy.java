package dev.migrate.maven;

import dev.migrate.config.Catalogue;
import dev.migrate.config.Settings;
import dev.migrate.diff.DiffPolicy;
import dev.migrate.diff.Fills;
import dev.migrate.diff.Renames;
import java.util.Map;
import org.apache.maven.plugin.logging.Log;

/** Says in the words of a comparison what the settings say. */
final class ComparisonPolicy {

    private final TableFilter tables;
    private final DiffPolicy policy;

    ComparisonPolicy(Settings settings) {
        tables = new TableFilter(settings.list(Catalogue.INCLUDE_TABLES), settings.list(Catalogue.EXCLUDE_TABLES));
        policy = of(settings, tables);
    }

    /** For one comparison. */
    DiffPolicy policy() {
        return policy;
    }

    /** After the comparison: what the settings name, and nobody met. */
    void warn(Log log) {
        if (!tables.unmet().isEmpty()) {
            log.warn("migrate.includeTables names what neither the model nor the database has: "
                    + String.join(", ", tables.unmet()));
        }
    }

    private static DiffPolicy of(Settings settings, TableFilter tables) {
        DiffPolicy policy = DiffPolicy.USUAL
                .withDropsUnknown(settings.get(Catalogue.DROP_UNKNOWN))
                .withIncludes(tables)
                .withRenames(settings.find(Catalogue.RENAMES)
                        .map(given -> Renames.parse(given.value()))
                        .orElse(Renames.NONE))
                .withRows(
                        table -> false,
                        settings.find(Catalogue.FILL)
                                .map(given -> Fills.parse(given.value()))
                                .orElse(Map.of()));
        if (!settings.get(Catalogue.COMPARE_TYPE)) {
            policy = policy.withTypes((column, actual, desired) -> true);
        }
        return settings.get(Catalogue.COMPARE_SERVER_DEFAULT)
                ? policy
                : policy.withDefaults((column, actual, desired) -> true);
    }
}
