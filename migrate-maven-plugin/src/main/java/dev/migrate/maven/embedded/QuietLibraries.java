package dev.migrate.maven.embedded;

import java.util.List;

/**
 * Keeps what the libraries log out of the build's output: what goes wrong they throw as well. Maven's loggers take their
 * level from the properties of the JVM when they are made, so that these are set before, and stay. What somebody has set
 * for them counts more: {@code -Dorg.slf4j.simpleLogger.log.ch.vorburger=debug}.
 */
final class QuietLibraries {

    private static final List<String> LIBRARIES = List.of("ch.vorburger", "io.zonky.test");

    /** Of Maven 3 and of Maven 4. */
    private static final List<String> LEVELS = List.of("org.slf4j.simpleLogger.log.", "maven.logger.log.");

    private QuietLibraries() {}

    static void hush() {
        for (String library : LIBRARIES) {
            for (String level : LEVELS) {
                System.getProperties().putIfAbsent(level + library, "off");
            }
        }
    }
}
