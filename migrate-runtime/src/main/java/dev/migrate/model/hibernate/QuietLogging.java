package dev.migrate.model.hibernate;

import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Keeps Hibernate from speaking in between. It tells of connections and pools that a model does not need, in warnings too,
 * through whatever the application logs with and in its colours; what is wrong comes as an exception. Who wants to read it
 * all the same gives {@code org.hibernate} a level in {@code java.util.logging}, or names a provider to JBoss Logging.
 */
final class QuietLogging {

    /** Read by each JBoss Logging when it makes its first logger. */
    private static final String PROVIDER = "org.jboss.logging.provider";

    /** Held, since nobody else may: a logger without holders forgets its level. */
    private static final Logger HIBERNATE = Logger.getLogger("org.hibernate");

    private QuietLogging() {}

    static <T> T during(Supplier<T> work) {
        boolean choosesProvider = System.getProperty(PROVIDER) == null;
        boolean setsLevel = HIBERNATE.getLevel() == null;
        if (choosesProvider) {
            System.setProperty(PROVIDER, "jdk");
        }
        if (setsLevel) {
            HIBERNATE.setLevel(Level.SEVERE);
        }
        try {
            return work.get();
        } finally {
            if (setsLevel) {
                HIBERNATE.setLevel(null);
            }
            if (choosesProvider) {
                System.clearProperty(PROVIDER);
            }
        }
    }
}
