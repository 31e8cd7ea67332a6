package dev.migrate.config;

import java.util.List;
import java.util.Optional;

/**
 * Which database, and as whom: the group of settings that belong together. Its text form is what a run prints first; it
 * holds no password.
 *
 * @param url the JDBC URL, which may hold a password
 * @param username the user, where one was given
 * @param password the password, where one was given
 * @param driver the class name of the driver, where one was given
 * @param ignored the places of a user or a password that were not used although one is missing, since they belong to
 *     another url or to none
 */
public record ConnectionSettings(
        Resolved<String> url,
        Optional<Resolved<String>> username,
        Optional<Resolved<Secret>> password,
        Optional<Resolved<String>> driver,
        List<String> ignored) {

    public ConnectionSettings {
        ignored = List.copyOf(ignored);
    }

    /**
     * What hides the passwords of this connection in any text.
     *
     * @return made for this connection
     */
    public Redactor redactor() {
        return Redactor.of(url.value(), password.map(Resolved::value).stream().toList());
    }

    /**
     * The URL as it may be shown.
     *
     * @return the URL without its password
     */
    public String shownUrl() {
        return Redactor.url(url.value());
    }

    /**
     * The database, and where each part of its address was found.
     *
     * @return one line: {@code database jdbc:… as app (url from …, user from …, password from …)}
     */
    public String describe() {
        StringBuilder text = new StringBuilder("database ").append(shownUrl());
        username.ifPresent(user -> text.append(" as ").append(user.value()));
        text.append(" (url from ").append(url.place());
        username.ifPresent(user -> text.append(", user from ").append(user.place()));
        password.ifPresent(secret -> text.append(", password from ").append(secret.place()));
        return text.append(')').toString();
    }

    @Override
    public String toString() {
        return describe();
    }
}
