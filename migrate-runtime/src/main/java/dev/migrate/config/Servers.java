package dev.migrate.config;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/** Where user and password of a server are kept under an id: Maven's settings. */
@FunctionalInterface
public interface Servers {

    /** Knows no server. */
    Servers NONE = id -> Optional.empty();

    /**
     * The credentials of a server.
     *
     * @param id the server's id
     * @return user and password in plain, or empty where no server has the id
     * @throws dev.migrate.problem.MigrateException {@code bad-server-settings}, when the password cannot be decrypted
     */
    Optional<Credentials> find(String id);

    /**
     * User and password of a server.
     *
     * @param username the user, where the server names one
     * @param password the password, where the server names one
     */
    record Credentials(Optional<String> username, Optional<Secret> password) {

        public Credentials {
            requireNonNull(username, "username");
            requireNonNull(password, "password");
        }
    }
}
