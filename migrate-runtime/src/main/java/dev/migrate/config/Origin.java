package dev.migrate.config;

/** The kinds of place a value can come from, strongest first: a value of an earlier kind beats those of later kinds. */
public enum Origin {
    /** Given on the command line for this call. */
    USER_PROPERTY,
    /** An environment variable. */
    ENVIRONMENT,
    /** A property of an active Maven profile. */
    PROFILE,
    /** The {@code <configuration>} of the plugin. */
    PLUGIN_CONFIGURATION,
    /** A property of the POM or of one of its parents. */
    POM,
    /** A properties file. */
    FILE,
    /** A {@code <server>} of Maven's settings. */
    SERVER,
    /** Nobody said anything. */
    DEFAULT
}
