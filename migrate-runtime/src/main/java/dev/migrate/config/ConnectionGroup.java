package dev.migrate.config;

import dev.migrate.problem.MigrateException;
import dev.migrate.problem.Problem;
import dev.migrate.problem.ProblemCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Puts together the settings that belong to one database.
 *
 * <p>The strongest source that names {@code url} or {@code serverId} leads. What it leaves out is filled from a stronger
 * source (a password in the environment), or from a weaker one only when that names the same url: the password of one
 * database must never be sent to another.
 */
final class ConnectionGroup {

    private final List<SettingSource> sources;
    private final Servers servers;
    private final Optional<String> history;
    private final String prefix;

    ConnectionGroup(List<SettingSource> sources, Servers servers, Optional<String> history) {
        this.sources = sources;
        this.servers = servers;
        this.history = history;
        this.prefix = history.map(name -> name + ".")
                .filter(own -> sources.stream().anyMatch(source -> leads(source, own)))
                .orElse("");
    }

    ConnectionSettings resolve() {
        SettingSource leader = sources.stream()
                .filter(source -> leads(source, prefix))
                .findFirst()
                .orElseThrow(() -> new MigrateException(noUrl("no database is named")));
        refuseOverriddenProfile();
        refuseGeneralOverride();
        int from = sources.indexOf(leader);
        Resolved<String> url = sources.stream()
                .skip(from)
                .flatMap(source -> given(source, Catalogue.URL).stream())
                .findFirst()
                .orElseThrow(() -> new MigrateException(
                        noUrl(leader.placeOf(prefix + Catalogue.SERVER_ID.name()) + " is given, but no url")));
        List<SettingSource> members = members(from, url.value());
        Optional<Login> user = firstLogin(members, Login::hasUsername);
        Optional<Login> secret = firstLogin(members, Login::hasPassword);
        refuseForeignPassword(user, secret);
        return new ConnectionSettings(
                url,
                user.flatMap(Login::username),
                secret.flatMap(Login::password),
                driver(url.value()),
                ignored(members, user, secret));
    }

    private static boolean leads(SettingSource source, String prefix) {
        return source.find(prefix + Catalogue.URL.name()).isPresent()
                || source.find(prefix + Catalogue.SERVER_ID.name()).isPresent();
    }

    private <T> Optional<Resolved<T>> given(SettingSource source, Setting<T> setting) {
        return source.find(prefix + setting.name()).map(found -> Settings.read(setting, found));
    }

    private boolean names(SettingSource source, String url) {
        return given(source, Catalogue.URL)
                .filter(own -> own.value().equals(url))
                .isPresent();
    }

    /** The sources whose user and password may go to the url, strongest first. */
    private List<SettingSource> members(int leader, String url) {
        List<SettingSource> members = new ArrayList<>(sources.subList(0, leader + 1));
        for (SettingSource weaker : sources.subList(leader + 1, sources.size())) {
            if (names(weaker, url)) {
                members.add(weaker);
            }
        }
        return members;
    }

    /** A driver says nothing about a database, so that a source without a url may name it too. */
    private Optional<Resolved<String>> driver(String url) {
        return sources.stream()
                .filter(source ->
                        names(source, url) || given(source, Catalogue.URL).isEmpty())
                .flatMap(source -> given(source, Catalogue.DRIVER)
                        .or(() -> source.find(Catalogue.DRIVER.name())
                                .map(found -> Settings.read(Catalogue.DRIVER, found)))
                        .stream())
                .findFirst();
    }

    private Optional<Login> firstLogin(List<SettingSource> members, Predicate<Login> wanted) {
        for (SettingSource member : members) {
            Login own = new Login(given(member, Catalogue.USERNAME), given(member, Catalogue.PASSWORD));
            if (wanted.test(own)) {
                return Optional.of(own);
            }
            Optional<Login> server = given(member, Catalogue.SERVER_ID).map(this::serverLogin);
            if (server.isPresent() && wanted.test(server.get())) {
                return server;
            }
        }
        return Optional.empty();
    }

    private Login serverLogin(Resolved<String> serverId) {
        Servers.Credentials credentials = servers.find(serverId.value())
                .orElseThrow(() -> new MigrateException(Problem.of(
                                ProblemCode.BAD_SERVER_SETTINGS,
                                "the settings hold no server with the id \"" + serverId.value() + "\"")
                        .at(serverId.place())
                        .next("add to settings.xml: <server><id>" + serverId.value()
                                + "</id><username>…</username><password>…</password></server>")));
        String place = "settings server " + serverId.value();
        return new Login(
                credentials.username().map(user -> new Resolved<>(user, Origin.SERVER, place)),
                credentials.password().map(secret -> new Resolved<>(secret, Origin.SERVER, place)));
    }

    /** Sending the password of one user as that of another locks accounts. */
    private static void refuseForeignPassword(Optional<Login> user, Optional<Login> secret) {
        if (user.isEmpty() || secret.isEmpty()) {
            return;
        }
        Resolved<String> name = user.get().username().orElseThrow();
        Optional<Resolved<String>> owner = secret.get().username();
        if (owner.isPresent()
                && !owner.get().value().equals(name.value())
                && owner.get().origin() == Origin.SERVER) {
            throw new MigrateException(Problem.of(
                            ProblemCode.CONFIG_CONFLICT,
                            "the user is " + name.value() + " (" + name.place()
                                    + "), but the password would be that of "
                                    + owner.get().value() + " (" + owner.get().place() + ")")
                    .next("give the password beside the user, or leave the user to the settings server"));
        }
    }

    private void refuseOverriddenProfile() {
        boolean decided = sources.stream()
                .anyMatch(source -> source.origin() == Origin.USER_PROPERTY
                        && given(source, Catalogue.URL).isPresent());
        Optional<Resolved<String>> variable = firstUrl(Origin.ENVIRONMENT);
        Optional<Resolved<String>> profile = firstUrl(Origin.PROFILE);
        if (decided
                || variable.isEmpty()
                || profile.isEmpty()
                || variable.get().value().equals(profile.get().value())) {
            return;
        }
        throw new MigrateException(Problem.of(
                        ProblemCode.CONFIG_CONFLICT,
                        "two databases are named: "
                                + Redactor.url(variable.get().value()) + " by "
                                + variable.get().place() + ", and "
                                + Redactor.url(profile.get().value()) + " by "
                                + profile.get().place())
                .next("unset the variable, or decide with -D" + Setting.PREFIX + prefix + "url=…"));
    }

    private Optional<Resolved<String>> firstUrl(Origin origin) {
        return sources.stream()
                .filter(source -> source.origin() == origin)
                .flatMap(source -> given(source, Catalogue.URL).stream())
                .findFirst();
    }

    /** {@code -Dmigrate.url} for a history that has a url of its own: nobody can tell which one was meant. */
    private void refuseGeneralOverride() {
        if (prefix.isEmpty()) {
            return;
        }
        for (SettingSource source : sources) {
            if (source.origin() == Origin.USER_PROPERTY
                    && source.find(Catalogue.URL.name()).isPresent()
                    && source.find(prefix + Catalogue.URL.name()).isEmpty()) {
                throw new MigrateException(Problem.of(
                                ProblemCode.CONFIG_CONFLICT,
                                source.placeOf(Catalogue.URL.name()) + " is given, but the history "
                                        + history.orElseThrow() + " has a url of its own")
                        .next("use -D" + Setting.PREFIX + prefix + "url=…"));
            }
        }
    }

    /** What was written down but not used, for gaps that stayed open: the reader will look for the reason. */
    private List<String> ignored(List<SettingSource> members, Optional<Login> user, Optional<Login> secret) {
        List<String> ignored = new ArrayList<>();
        for (SettingSource source : sources) {
            if (members.contains(source)) {
                continue;
            }
            if (user.isEmpty()) {
                given(source, Catalogue.USERNAME).ifPresent(found -> ignored.add(found.place()));
            }
            if (secret.isEmpty()) {
                given(source, Catalogue.PASSWORD).ifPresent(found -> ignored.add(found.place()));
            }
        }
        return ignored;
    }

    private Problem noUrl(String what) {
        String property = Setting.PREFIX + prefix + Catalogue.URL.name();
        return Problem.of(ProblemCode.NO_URL, what)
                .next("-D" + property + "=jdbc:…, or in the POM: <properties><" + property + ">jdbc:…</" + property
                        + "></properties>");
    }

    /** User and password as one source gives them. */
    private record Login(Optional<Resolved<String>> username, Optional<Resolved<Secret>> password) {

        boolean hasUsername() {
            return username.isPresent();
        }

        boolean hasPassword() {
            return password.isPresent();
        }
    }
}
