package dev.migrate.testing;

/**
 * Who connects.
 *
 * @param username the name on the server
 * @param password the password, recognisable wherever it should not appear
 */
public record Account(String username, String password) {

    @Override
    public String toString() {
        return username;
    }
}
