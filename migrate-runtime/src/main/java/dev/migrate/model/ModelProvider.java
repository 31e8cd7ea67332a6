package dev.migrate.model;

import dev.migrate.problem.MigrateException;
import dev.migrate.problem.Problem;
import dev.migrate.problem.ProblemCode;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which persistence provider a project has. */
final class ModelProvider {

    private static final Pattern VERSION = Pattern.compile("(\\d+)\\.(\\d+).*");

    private ModelProvider() {}

    /**
     * Makes sure that a project has a Hibernate whose model can be read.
     *
     * @throws MigrateException {@code model-unsupported}, when it has not
     */
    static void require(ClassLoader project) {
        if (!has(project, "org.hibernate.boot.MetadataSources")) {
            throw unsupported(
                    has(project, "org.eclipse.persistence.jpa.PersistenceProvider")
                            ? "the project uses EclipseLink"
                            : has(project, "org.apache.openjpa.persistence.PersistenceProviderImpl")
                                    ? "the project uses OpenJPA"
                                    : "the project has no Hibernate on its class path");
        }
        String version = version(project);
        Matcher numbers = VERSION.matcher(version);
        if (numbers.matches()) {
            int major = Integer.parseInt(numbers.group(1));
            int minor = Integer.parseInt(numbers.group(2));
            if (major < 6 || (major == 6 && minor < 4)) {
                throw unsupported("the project uses Hibernate " + version);
            }
        } else if (!has(project, "jakarta.persistence.Entity")) {
            throw unsupported("the project uses a Hibernate from before Jakarta Persistence");
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

    static MigrateException unsupported(String what) {
        return new MigrateException(Problem.of(
                        ProblemCode.MODEL_UNSUPPORTED,
                        what + "; the entities of Hibernate 6.4 to 7 can be read, and no others")
                .next("let the provider write its DDL to a file, and compare with that: migrate.model=sql:FILE;"
                        + " or compare with another database: migrate.model=jdbc:URL"));
    }

    private static boolean has(ClassLoader project, String className) {
        return project.getResource(className.replace('.', '/') + ".class") != null;
    }
}
