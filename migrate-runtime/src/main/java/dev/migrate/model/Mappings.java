package dev.migrate.model;

import dev.migrate.model.Mapping.Said;
import dev.migrate.problem.MigrateException;
import dev.migrate.problem.Problem;
import dev.migrate.problem.ProblemCode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Puts together what makes up the model that is meant. */
final class Mappings {

    private static final String ORM_XML = "META-INF/orm.xml";

    /** Beginnings of what connects, writes schemas, or caches: none of it changes what is mapped, and some of it is secret. */
    private static final List<String> NOT_MAPPED = List.of(
            "hibernate.connection.",
            "hibernate.hikari.",
            "hibernate.c3p0.",
            "hibernate.agroal.",
            "hibernate.hbm2ddl.",
            "hibernate.cache.",
            "hibernate.transaction.",
            "hibernate.search.",
            "hibernate.jdbc.",
            "jakarta.persistence.jdbc.",
            "jakarta.persistence.schema-generation.",
            "jakarta.persistence.sql-load-script-source",
            "jakarta.persistence.jtaDataSource",
            "jakarta.persistence.nonJtaDataSource",
            "jakarta.persistence.database-",
            "javax.persistence.");

    private final ModelRequest request;
    private final ClassLoader project;
    private final Set<String> classes = new TreeSet<>();
    private final Set<String> packages = new TreeSet<>();
    private final Set<String> mappingFiles = new LinkedHashSet<>();
    private final Map<String, Said> settings = new TreeMap<>();

    private Mappings(ModelRequest request, ClassLoader project) {
        this.request = request;
        this.project = project;
    }

    /**
     * @throws MigrateException {@code model-failed}, when it is not clear which model is meant, or there is none
     */
    static Mapping of(ModelRequest request, ClassLoader project) {
        return new Mappings(request, project).mapping();
    }

    private Mapping mapping() {
        List<PersistenceUnit> units = PersistenceUnit.of(project);
        String name;
        if (request.persistenceUnit().isPresent() || (request.packages().isEmpty() && !units.isEmpty())) {
            PersistenceUnit unit = chosen(units);
            name = "persistence unit " + unit.name();
            take(unit);
            look(request.packages(), request.classPath());
        } else {
            SpringSettings spring = SpringSettings.of(project);
            settings.putAll(spring.settings());
            mappingFiles.addAll(spring.mappingFiles());
            name = lookWithoutUnit();
        }
        if (mappingFiles.isEmpty() && project.getResource(ORM_XML) != null) {
            mappingFiles.add(ORM_XML);
        }
        request.settings().forEach((key, value) -> settings.put(key, new Said(value, "configuration")));
        settings.keySet().removeIf(Mappings::isNotMapped);
        if (classes.isEmpty() && mappingFiles.isEmpty()) {
            throw nothingMapped();
        }
        return new Mapping(
                name, List.copyOf(classes), List.copyOf(packages), List.copyOf(mappingFiles), settings, ofCode());
    }

    private Map<String, Object> ofCode() {
        Map<String, Object> code = new TreeMap<>();
        ServiceLoader.load(ModelSettings.class, project).forEach(said -> code.putAll(said.settings()));
        code.keySet().removeIf(Mappings::isNotMapped);
        return code;
    }

    private static boolean isNotMapped(String setting) {
        return NOT_MAPPED.stream().anyMatch(setting::startsWith);
    }

    private PersistenceUnit chosen(List<PersistenceUnit> units) {
        String names = units.stream().map(PersistenceUnit::name).collect(Collectors.joining(", "));
        if (request.persistenceUnit().isEmpty()) {
            if (units.size() == 1) {
                return units.get(0);
            }
            throw new MigrateException(
                    Problem.of(ProblemCode.MODEL_FAILED, "there are several persistence units: " + names)
                            .next("name the one that is meant: -Dmigrate.persistenceUnit="
                                    + units.get(0).name()));
        }
        String wanted = request.persistenceUnit().get();
        return units.stream()
                .filter(unit -> unit.name().equals(wanted))
                .findFirst()
                .orElseThrow(() -> new MigrateException(Problem.of(
                                ProblemCode.MODEL_FAILED,
                                "there is no persistence unit " + wanted
                                        + (units.isEmpty()
                                                ? ": the class path has no META-INF/persistence.xml"
                                                : "; there are " + names))
                        .next("correct the name")));
    }

    private void take(PersistenceUnit unit) {
        unit.provider()
                .filter(provider -> !provider.startsWith("org.hibernate."))
                .ifPresent(provider -> {
                    throw ModelProvider.unsupported(
                            "persistence unit " + unit.name() + " is for " + provider, "META-INF/persistence.xml");
                });
        classes.addAll(unit.classes());
        mappingFiles.addAll(unit.mappingFiles());
        unit.properties().forEach((key, value) -> settings.put(key, new Said(value, "persistence.xml")));
        List<Path> roots = new ArrayList<>(unit.jars());
        if (!unit.onlyListed()) {
            roots.add(unit.root());
            if (request.output().contains(unit.root())) {
                roots.addAll(request.output()); // resources and classes need not be in one directory
            }
        }
        roots.forEach(root -> take(new MappedClasses(List.of()).in(root)));
    }

    private String lookWithoutUnit() {
        if (!request.packages().isEmpty()) {
            look(request.packages(), request.classPath());
            return "entities of " + String.join(", ", request.packages());
        }
        MappedClasses all = new MappedClasses(List.of());
        request.output().forEach(all::in);
        if (all.applications().isEmpty()) {
            take(all);
            return "entities of this project";
        }
        look(all.applications(), request.classPath());
        return "entities of " + String.join(", ", all.applications());
    }

    private void look(Collection<String> wanted, List<Path> roots) {
        if (!wanted.isEmpty()) {
            roots.forEach(root -> take(new MappedClasses(wanted).in(root)));
        }
    }

    private void take(MappedClasses found) {
        classes.addAll(found.classes());
        packages.addAll(found.annotatedPackages());
    }

    private MigrateException nothingMapped() {
        String where = request.packages().isEmpty()
                ? "what this project compiles"
                : "the packages " + String.join(", ", request.packages());
        return new MigrateException(Problem.of(
                        ProblemCode.NO_ENTITIES,
                        "no class in " + where + " has @Entity, and there is no META-INF/persistence.xml")
                .next("compile first; name the packages of the entities with migrate.modelPackages, those in jars too;"
                        + " or name another desired state: migrate.model=sql:src/main/db/schema.sql"));
    }
}
