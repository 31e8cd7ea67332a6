package dev.migrate.maven.open;

import dev.migrate.config.ConnectionSettings;
import dev.migrate.config.Resolved;
import dev.migrate.problem.Problem;
import dev.migrate.problem.ProblemCode;
import java.util.List;
import java.util.Optional;

/** Says which driver is missing, and both places where it can be put. */
final class MissingDriver {

    /** A driver of the databases that migrate knows. */
    private record Known(String urlStart, String groupId, String artifactId, String version) {}

    private static final List<Known> KNOWN = List.of(
            new Known("jdbc:h2:", "com.h2database", "h2", "2.4.240"),
            new Known("jdbc:mysql:", "com.mysql", "mysql-connector-j", "26.10.0"),
            new Known("jdbc:mariadb:", "org.mariadb.jdbc", "mariadb-java-client", "3.5.11"),
            new Known("jdbc:postgresql:", "org.postgresql", "postgresql", "42.7.14"),
            new Known("jdbc:sqlite:", "org.xerial", "sqlite-jdbc", "3.54.1.0"));

    private MissingDriver() {}

    static Problem problem(ConnectionSettings connection) {
        String what = connection
                .driver()
                .map(driver -> "the driver " + driver.value()
                        + " is neither among the project's dependencies nor among the " + "plugin's")
                .orElse("there is no JDBC driver for " + connection.shownUrl()
                        + ", neither among the project's dependencies (compile and runtime) nor among the plugin's");
        String place =
                connection.driver().map(Resolved::place).orElse(connection.url().place());
        return Problem.of(ProblemCode.NO_DRIVER, what)
                .at(place)
                .next(advice(connection.url().value()));
    }

    /** The same for a url that stands for itself; it may hold a password. */
    static Problem problem(String url) {
        return Problem.of(
                        ProblemCode.NO_DRIVER,
                        "there is no JDBC driver for a url that begins with "
                                + url.substring(0, Math.max(0, url.indexOf(':', "jdbc:".length()) + 1))
                                + ", neither among the project's dependencies (compile and runtime) nor among the"
                                + " plugin's")
                .next(advice(url));
    }

    private static String advice(String url) {
        Optional<Known> known = KNOWN.stream()
                .filter(driver -> url.startsWith(driver.urlStart()))
                .findFirst();
        if (known.isEmpty()) {
            return "check the beginning of the url, or add the driver to the project's <dependencies> (scope runtime), or "
                    + "to the <dependencies> of the plugin";
        }
        String coordinates = """
                <dependency>
                  <groupId>%s</groupId>
                  <artifactId>%s</artifactId>
                  <version>%s</version>
                """.formatted(
                known.get().groupId(), known.get().artifactId(), known.get().version());
        return "add it to the project's dependencies:\n" + coordinates + "  <scope>runtime</scope>\n</dependency>\n"
                + "or to those of the plugin, inside <plugin> … <artifactId>migrate-maven-plugin</artifactId>:\n"
                + "<dependencies>\n" + coordinates.indent(2) + "  </dependency>\n</dependencies>";
    }
}
