package dev.migrate.model.hibernate;

import dev.migrate.problem.Problem;
import dev.migrate.problem.ProblemCode;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import org.hibernate.boot.Metadata;
import org.hibernate.boot.spi.ClassLoaderAccess;
import org.hibernate.dialect.Dialect;

/**
 * What Bean Validation says of columns: {@code @NotNull}, {@code @Size}, {@code @Min}. Hibernate takes it into its metadata
 * when it builds a session factory, and not before; the work itself has been one method since 6.4.
 */
final class BeanValidationRules {

    private static final String VALIDATION = "jakarta.validation.Validation";
    private static final String ACTIVATOR = "org.hibernate.boot.beanvalidation.TypeSafeActivator";

    private BeanValidationRules() {}

    /**
     * Does what a session factory would, unless the application tells it not to.
     *
     * @return why it could not
     */
    static Optional<Problem> apply(Metadata metadata, ProviderSettings settings, ClassLoaderAccess classes) {
        ClassLoader loader = BeanValidationRules.class.getClassLoader();
        if (loader.getResource(VALIDATION.replace('.', '/') + ".class") == null || !areWanted(settings)) {
            return Optional.empty();
        }
        try (AutoCloseable validators = (AutoCloseable) Class.forName(VALIDATION, true, loader)
                .getMethod("buildDefaultValidatorFactory")
                .invoke(null)) {
            Method apply = Class.forName(ACTIVATOR, true, loader)
                    .getMethod(
                            "applyRelationalConstraints",
                            Class.forName("jakarta.validation.ValidatorFactory", true, loader),
                            Collection.class,
                            Map.class,
                            Dialect.class,
                            ClassLoaderAccess.class);
            apply.setAccessible(true); // the class is Hibernate's own
            apply.invoke(
                    null,
                    validators,
                    metadata.getEntityBindings(),
                    settings.values(),
                    metadata.getDatabase().getDialect(),
                    classes);
            return Optional.empty();
        } catch (InvocationTargetException e) {
            return Optional.of(leftOut(String.valueOf(e.getCause())));
        } catch (Exception e) { // closing may throw any; so may a library that does not fit
            return Optional.of(leftOut(e.toString()));
        }
    }

    private static boolean areWanted(ProviderSettings settings) {
        String mode = settings.said("jakarta.persistence.validation.mode").orElse("auto");
        return (mode.contains("auto") || mode.contains("ddl"))
                && !settings.said("hibernate.validator.apply_to_ddl")
                        .orElse("true")
                        .equals("false");
    }

    private static Problem leftOut(String why) {
        return Problem.of(
                        ProblemCode.MODEL_FAILED,
                        "what Bean Validation says of columns is left out, since it does not start: " + why)
                .next("give the class path what the application has at run time, or say"
                        + " jakarta.persistence.validation.mode=none");
    }
}
