package dev.migrate.execute;

import static java.util.Objects.requireNonNull;

/**
 * Where a scratch database can be made: beside the real one.
 *
 * @param url the JDBC URL of the real one
 * @param sessions opens sessions by their URL, for the account of the real one
 */
public record ScratchPlace(String url, OtherDatabases sessions) {

    public ScratchPlace {
        requireNonNull(url, "url");
        requireNonNull(sessions, "sessions");
    }

    /** The url may hold a password. */
    @Override
    public String toString() {
        return "ScratchPlace";
    }
}
