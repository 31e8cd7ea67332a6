package dev.migrate.execute;

import static java.util.Objects.requireNonNull;

/**
 * Where a run comes from, for the record.
 *
 * @param who the person or account
 * @param host the machine
 * @param tool what started it and its version
 * @param environment the environment it was started for; may be empty
 */
record RunOrigin(String who, String host, String tool, String environment) {

    RunOrigin {
        requireNonNull(who, "who");
        requireNonNull(host, "host");
        requireNonNull(tool, "tool");
        requireNonNull(environment, "environment");
    }

    static RunOrigin of(MigratorConfig config) {
        return new RunOrigin(config.who(), config.host(), config.tool(), config.environment());
    }
}
