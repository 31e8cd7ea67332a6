package dev.migrate.model;

import java.util.Optional;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Keeps Hibernate from telling at length that it has no connection, which is so by design. It would do so through whichever
 * library for logs the project has, and that was not set up by the application: Logback then prints all there is. So it is
 * sent to the JDK's log, which prints errors only meanwhile. Who wants to read it all the same gives {@code org.hibernate} a
 * level in {@code java.util.logging}, or names a provider to JBoss Logging.
 */
final class QuietProvider {

    /** Read once, when the first class of Hibernate that logs is initialised. */
    private static final String LOGS_TO = "org.jboss.logging.provider";

    /** Held here: a logger that nobody holds forgets its level. */
    private static final Logger HIBERNATE = Logger.getLogger("org.hibernate");

    private QuietProvider() {}

    /**
     * Reads a model. What somebody has set stays as it is set. One model at a time: both settings are those of the JVM.
     *
     * @param reading the reading
     * @return what it returns
     */
    static synchronized <T> T during(Supplier<T> reading) {
        boolean quiet = HIBERNATE.getLevel() == null;
        Optional<String> logsTo = Optional.ofNullable(System.getProperty(LOGS_TO));
        try {
            if (quiet) {
                HIBERNATE.setLevel(Level.SEVERE);
            }
            if (logsTo.isEmpty()) {
                System.setProperty(LOGS_TO, "jdk");
            }
            return reading.get();
        } finally {
            if (quiet) {
                HIBERNATE.setLevel(null);
            }
            if (logsTo.isEmpty()) {
                System.clearProperty(LOGS_TO);
            }
        }
    }
}
