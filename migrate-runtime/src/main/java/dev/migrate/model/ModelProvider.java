package dev.migrate.model;

import dev.migrate.problem.MigrateException;
import dev.migrate.problem.Problem;
import dev.migrate.problem.ProblemCode;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which persistence provider a project has. */
final class ModelProvider {

    private static final Pattern VERSION = Pattern.compile("(\\d+)\\.(\\d+).*");

    private static final String HIBERNATE = "org.hibernate.boot.MetadataSources";

    /** Others, by the class by which they are known. */
    private static final Map<String, String> OTHERS = new TreeMap<>(Map.of(
            "org.eclipse.persistence.jpa.PersistenceProvider", "EclipseLink",
            "org.apache.openjpa.persistence.PersistenceProviderImpl", "OpenJPA",
            "org.datanucleus.api.jakarta.PersistenceProviderImpl", "DataNucleus"));

    private ModelProvider() {}

    /**
     * Makes sure that a project has a Hibernate whose model can be read.
     *
     * @throws MigrateException {@code model-unsupported}, when it has not
     */
    static void require(ClassLoader project) {
        Optional<ClassOrigin> hibernate = ClassOrigin.of(HIBERNATE, project);
        if (hibernate.isEmpty()) {
            throw OTHERS.entrySet().stream()
                    .flatMap(other -> ClassOrigin.of(other.getKey(), project).stream()
                            .map(origin -> unsupported(
                                    "the project uses " + origin.withVersion(other.getValue()), origin.place())))
                    .findFirst()
                    .orElseGet(() ->
                            unsupported("the project has no Hibernate on its class path", "the runtime class path"));
        }
        String version = version(project);
        Matcher numbers = VERSION.matcher(version);
        if (numbers.matches()) {
            int major = Integer.parseInt(numbers.group(1));
            int minor = Integer.parseInt(numbers.group(2));
            if (major < 6 || (major == 6 && minor < 4)) {
                throw unsupported(
                        "the project uses Hibernate " + version, hibernate.get().place());
            }
        } else if (ClassOrigin.of("jakarta.persistence.Entity", project).isEmpty()) {
            throw unsupported(
                    "the project uses a Hibernate from before Jakarta Persistence",
                    hibernate.get().place());
        }
    }

    /** Hibernate's version, as its jar says it; empty text where it does not. */
    static String version(ClassLoader project) {
        try {
            Class<?> version = Class.forName("org.hibernate.Version", false, project);
            return String.valueOf(version.getMethod("getVersionString").invoke(null));
        } catch (ReflectiveOperationException | LinkageError e) {
            return ""; // what has no version is judged by its classes
        }
    }

    /**
     * @param what which provider the project has instead
     * @param where where it was found
     */
    static MigrateException unsupported(String what, String where) {
        return new MigrateException(Problem.of(
                        ProblemCode.MODEL_UNSUPPORTED,
                        what + "; the entities of Hibernate 6.4 to 7 can be read, and no others")
                .at(where)
                .next("let the provider write its DDL to a file, and compare with that: migrate.model=sql:FILE;"
                        + " or compare with another database: migrate.model=jdbc:URL"));
    }
}
