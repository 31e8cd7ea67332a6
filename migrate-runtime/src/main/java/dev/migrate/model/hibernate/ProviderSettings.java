package dev.migrate.model.hibernate;

import dev.migrate.model.Mapping;
import dev.migrate.model.ModelDatabase;
import dev.migrate.problem.Problem;
import dev.migrate.problem.ProblemCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What Hibernate is told.
 *
 * @param values what the application tells it, without what would connect, and with the database that is meant
 * @param defaultSchema the schema of what names none, where the application says one
 * @param warnings what a person should know
 */
record ProviderSettings(Map<String, Object> values, Optional<String> defaultSchema, List<Problem> warnings) {

    private static final String DIALECT = "hibernate.dialect";
    private static final String SCHEMA = "hibernate.default_schema";
    private static final String CATALOG = "hibernate.default_catalog";

    /** Words in the names of Hibernate's dialects, and the databases that they are for. */
    private static final Map<String, List<String>> FAMILIES = Map.of(
            "mysql", List.of("MySQL", "MariaDB"),
            "mariadb", List.of("MySQL", "MariaDB"),
            "tidb", List.of("MySQL", "MariaDB"),
            "postgre", List.of("PostgreSQL"),
            "cockroach", List.of("PostgreSQL"),
            "h2", List.of("H2"),
            "sqlite", List.of("SQLite"));

    ProviderSettings {
        warnings = List.copyOf(warnings);
    }

    static ProviderSettings of(Mapping mapping, ModelDatabase database) {
        Map<String, Object> values = new TreeMap<>();
        mapping.settings().forEach((name, said) -> values.put(name, said.value()));
        values.putAll(mapping.code());
        Optional<String> schema = text(values.remove(SCHEMA));
        Optional<String> catalog = text(values.remove(CATALOG));
        List<Problem> warnings = new ArrayList<>();
        text(values.get(DIALECT))
                .filter(dialect -> isForAnother(dialect, database.product()))
                .ifPresent(dialect -> {
                    values.remove(DIALECT);
                    warnings.add(Problem.of(
                                    ProblemCode.CONFIG_CONFLICT,
                                    DIALECT + " is " + dialect + ", and the database is " + database.product() + " "
                                            + database.version() + ": the model is read for the database")
                            .at(origin(mapping))
                            .next("nothing, if the setting is for tests; else correct it"));
                });
        values.put("hibernate.boot.allow_jdbc_metadata_access", "false");
        values.put("hibernate.temp.use_jdbc_metadata_defaults", "false"); // the same, before 6.5
        values.put("hibernate.hbm2ddl.skip_default_import_file", "true");
        values.put("jakarta.persistence.database-product-name", database.product());
        values.put("jakarta.persistence.database-product-version", database.version());
        values.put("jakarta.persistence.database-major-version", String.valueOf(database.major()));
        values.put("jakarta.persistence.database-minor-version", String.valueOf(database.minor()));
        return new ProviderSettings(
                values,
                switch (database.schemas()) {
                    case SCHEMA -> schema;
                    case CATALOG -> catalog;
                    case NONE -> Optional.empty();
                },
                warnings);
    }

    /** What writes the names of all tables with their schema. */
    Map<String, Object> withDefaultSchema(String schema, ModelDatabase.Schemas schemas) {
        Map<String, Object> more = new TreeMap<>(values);
        switch (schemas) {
            case SCHEMA -> more.put(SCHEMA, schema);
            case CATALOG -> more.put(CATALOG, schema);
            case NONE -> {} // nothing stands before the name of a table
        }
        return more;
    }

    /** A setting as text; empty where nobody said it. */
    Optional<String> said(String name) {
        return Optional.ofNullable(values.get(name)).map(String::valueOf).map(text -> text.toLowerCase(Locale.ROOT));
    }

    private static Optional<String> text(@Nullable Object value) {
        return value instanceof String text && !text.isBlank() ? Optional.of(text) : Optional.empty();
    }

    private static String origin(Mapping mapping) {
        return Optional.ofNullable(mapping.settings().get(DIALECT))
                .map(Mapping.Said::origin)
                .orElse("ModelSettings");
    }

    /** A dialect of the project's own is never doubted. */
    private static boolean isForAnother(String dialect, String product) {
        if (dialect.contains(".") && !dialect.startsWith("org.hibernate.")) {
            return false;
        }
        String name = dialect.substring(dialect.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return FAMILIES.entrySet().stream()
                .filter(family -> name.startsWith(family.getKey()))
                .noneMatch(family -> family.getValue().contains(product));
    }
}
