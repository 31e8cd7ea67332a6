package dev.migrate.processor;

import java.lang.reflect.Field;
import java.lang.reflect.InaccessibleObjectException;
import java.util.Optional;
import javax.annotation.processing.ProcessingEnvironment;

/**
 * Build tools hand out an environment of their own, which javac's trees refuse; this looks for the compiler's own behind
 * it. Where nothing is found the index lacks positions and checksums, and nothing else.
 */
final class WrappedEnvironment {

    private WrappedEnvironment() {}

    static Optional<ProcessingEnvironment> behind(ProcessingEnvironment environment) {
        return behindIntelliJ(environment).or(() -> behindGradle(environment));
    }

    /** IntelliJ's is a proxy, and its compiler offers a way back. */
    private static Optional<ProcessingEnvironment> behindIntelliJ(ProcessingEnvironment environment) {
        try {
            Object unwrapped = Class.forName(
                            "org.jetbrains.jps.javac.APIWrappers",
                            true,
                            environment.getClass().getClassLoader())
                    .getDeclaredMethod("unwrap", Class.class, Object.class)
                    .invoke(null, ProcessingEnvironment.class, environment);
            return other(unwrapped, environment);
        } catch (ReflectiveOperationException e) {
            return Optional.empty(); // not IntelliJ, or one that does it in another way
        }
    }

    /** Gradle's, and that of others, keeps the compiler's in a field. */
    private static Optional<ProcessingEnvironment> behindGradle(ProcessingEnvironment environment) {
        try {
            Field delegate = environment.getClass().getDeclaredField("delegate");
            delegate.setAccessible(true);
            return other(delegate.get(environment), environment);
        } catch (ReflectiveOperationException | InaccessibleObjectException e) {
            return Optional.empty(); // not Gradle, or one that does it in another way
        }
    }

    private static Optional<ProcessingEnvironment> other(Object found, ProcessingEnvironment environment) {
        return found instanceof ProcessingEnvironment inner && inner != environment
                ? Optional.of(inner)
                : Optional.empty();
    }
}
