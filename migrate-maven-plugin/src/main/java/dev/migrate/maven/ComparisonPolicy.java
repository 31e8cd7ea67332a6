package dev.migrate.maven;

import dev.migrate.config.Catalogue;
import dev.migrate.config.Settings;
import dev.migrate.diff.DefaultComparator;
import dev.migrate.diff.DiffPolicy;
import dev.migrate.diff.Fills;
import dev.migrate.diff.PresentRows;
import dev.migrate.diff.Renames;
import dev.migrate.diff.TypeComparator;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import org.apache.maven.plugin.logging.Log;

/** Says in the words of a comparison what the settings say. */
final class ComparisonPolicy {

    private final TableFilter tables;
    private final DiffPolicy policy;

    /**
     * For one project.
     *
     * @param project its classes: it may bring comparisons of its own
     */
    ComparisonPolicy(Settings settings, ClassLoader project) {
        tables = new TableFilter(settings.list(Catalogue.INCLUDE_TABLES), settings.list(Catalogue.EXCLUDE_TABLES));
        policy = DiffPolicy.USUAL
                .withDropsUnknown(settings.get(Catalogue.DROP_UNKNOWN))
                .withIncludes(tables)
                .withRenames(settings.find(Catalogue.RENAMES)
                        .map(given -> Renames.parse(given.value()))
                        .orElse(Renames.NONE))
                .withRows(
                        PresentRows.NONE,
                        settings.find(Catalogue.FILL)
                                .map(given -> Fills.parse(given.value()))
                                .orElse(Map.of()))
                .withComparators(types(settings, project), defaults(settings, project));
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

    private static TypeComparator types(Settings settings, ClassLoader project) {
        boolean compares = settings.get(Catalogue.COMPARE_TYPE);
        List<TypeComparator> own = own(TypeComparator.class, project);
        return (column, actual, desired) ->
                !compares || own.stream().anyMatch(each -> each.same(column, actual, desired));
    }

    private static DefaultComparator defaults(Settings settings, ClassLoader project) {
        boolean compares = settings.get(Catalogue.COMPARE_SERVER_DEFAULT);
        List<DefaultComparator> own = own(DefaultComparator.class, project);
        return (column, actual, desired) ->
                !compares || own.stream().anyMatch(each -> each.same(column, actual, desired));
    }

    private static <T> List<T> own(Class<T> kind, ClassLoader project) {
        return ServiceLoader.load(kind, project).stream()
                .map(ServiceLoader.Provider::get)
                .toList();
    }
}
