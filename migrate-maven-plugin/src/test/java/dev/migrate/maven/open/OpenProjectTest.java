package dev.migrate.maven.open;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrate.Migration;
import dev.migrate.config.ConnectionSettings;
import dev.migrate.config.Servers;
import dev.migrate.config.SettingSource;
import dev.migrate.config.Settings;
import dev.migrate.problem.MigrateException;
import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.ref.WeakReference;
import java.net.MalformedURLException;
import java.net.ServerSocket;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OpenProjectTest {

    private static final ClassLoader PLUGIN = OpenProject.class.getClassLoader();

    /** A plugin that brings no drivers, as a user's Maven would have it. */
    private static final ClassLoader PLUGIN_WITHOUT_DRIVERS = new ClassLoader(PLUGIN) {
        @Override
        public Enumeration<URL> getResources(String name) throws IOException {
            return name.equals("META-INF/services/java.sql.Driver")
                    ? Collections.emptyEnumeration()
                    : super.getResources(name);
        }
    };

    @TempDir
    Path directory;

    private List<URL> classPath = List.of();

    @BeforeEach
    void findDrivers() {
        classPath = jars("mysql-connector-j", "h2-2");
    }

    @Test
    void fiftyRunsLeaveNoClassNoDriverAndNoThread() throws Exception {
        compile("public class Mine implements dev.migrate.Migration { public void upgrade(dev.migrate.Operations op) {}"
                + " public void downgrade(dev.migrate.Operations op) {} }");
        List<URL> all = new ArrayList<>(classPath);
        all.add(directory.toUri().toURL());
        run(all); // what Java and the pool start once and keep
        Set<String> driversBefore = drivers();
        Set<String> threadsBefore = threads();
        ClassLoader contextBefore = Thread.currentThread().getContextClassLoader();

        List<WeakReference<ClassLoader>> loaders = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            loaders.add(run(all));
        }

        assertThat(drivers()).isEqualTo(driversBefore);
        assertThat(Thread.currentThread().getContextClassLoader()).isSameAs(contextBefore);
        // Fewer may be left: a thread that waited for some program to end goes after a minute.
        assertThat(waitFor(() -> threadsBefore.containsAll(threads())))
                .as("threads %s, before %s", threads(), threadsBefore)
                .isTrue();
        assertThat(waitFor(() -> {
                    System.gc();
                    return loaders.stream().allMatch(loader -> loader.get() == null);
                }))
                .as("loaders still reachable")
                .isTrue();
    }

    private static WeakReference<ClassLoader> run(List<URL> classPath) throws Exception {
        try (OpenProject project = OpenProject.of(classPath, PLUGIN_WITHOUT_DRIVERS);
                Connection connection =
                        project.database(connection("jdbc:h2:mem:leak")).getConnection()) {
            assertThat(connection.getMetaData().getDatabaseProductName()).isEqualTo("H2");
            assertThat(connection.unwrap(Connection.class).getClass().getName()).isNotEmpty();
            Migration mine = (Migration)
                    project.classes().loadClass("Mine").getDeclaredConstructor().newInstance();
            assertThat(mine.getClass().getClassLoader()).isSameAs(project.classes());
            return new WeakReference<>(project.classes());
        }
    }

    @Test
    void aProjectSeesMigrateButNothingElseOfThePlugin() throws Exception {
        try (OpenProject project = OpenProject.of(classPath, PLUGIN)) {
            assertThat(project.classes().loadClass("dev.migrate.Migration")).isSameAs(Migration.class);
            assertThatThrownBy(() -> project.classes().loadClass("org.apache.commons.dbcp2.BasicDataSource"))
                    .isInstanceOf(ClassNotFoundException.class);
            assertThatThrownBy(() -> project.classes().loadClass("dev.migrate.not.There"))
                    .isInstanceOf(ClassNotFoundException.class);
        }
    }

    @Test
    void theDriverOfTheProjectBeatsThatOfThePlugin() throws Exception {
        try (OpenProject project = OpenProject.of(classPath, PLUGIN)) {
            Driver own = new DriverFinder(project.classes(), PLUGIN).find(connection("jdbc:h2:mem:a"));

            assertThat(own.getClass().getClassLoader()).isSameAs(project.classes());
        }
    }

    @Test
    void theDriverOfThePluginIsTakenWhereTheProjectHasNone() throws Exception {
        try (OpenProject project = OpenProject.of(List.of(), PLUGIN)) {
            Driver own = new DriverFinder(project.classes(), PLUGIN).find(connection("jdbc:h2:mem:a"));

            assertThat(own.getClass().getClassLoader()).isSameAs(PLUGIN);
        }
    }

    @Test
    void aMissingDriverNamesBothPlaces() throws Exception {
        try (OpenProject project = OpenProject.of(List.of(), PLUGIN_WITHOUT_DRIVERS)) {
            assertThatThrownBy(() -> project.database(connection("jdbc:mariadb://app:geheim@db/shop")))
                    .hasMessage("""
                            [no-driver] there is no JDBC driver for jdbc:mariadb://app:***@db/shop, neither among the \
                            project's dependencies (compile and runtime) nor among the plugin's
                              where: user property migrate.url
                              next:  add it to the project's dependencies:
                                     <dependency>
                                       <groupId>org.mariadb.jdbc</groupId>
                                       <artifactId>mariadb-java-client</artifactId>
                                       <version>3.5.11</version>
                                       <scope>runtime</scope>
                                     </dependency>
                                     or to those of the plugin, inside <plugin> … <artifactId>migrate-maven-plugin</artifactId>:
                                     <dependencies>
                                       <dependency>
                                         <groupId>org.mariadb.jdbc</groupId>
                                         <artifactId>mariadb-java-client</artifactId>
                                         <version>3.5.11</version>
                                       </dependency>
                                     </dependencies>""");
        }
    }

    @Test
    void aDriverMayBeNamed() throws Exception {
        try (OpenProject project = OpenProject.of(classPath, PLUGIN)) {
            assertThatThrownBy(() -> project.database(connection("jdbc:h2:mem:a", "migrate.driver", "no.Driver")))
                    .hasMessageStartingWith(
                            "[no-driver] the driver no.Driver is neither among the project's dependencies "
                                    + "nor among the plugin's\n  where: user property migrate.driver");
            assertThatThrownBy(() ->
                            project.database(connection("jdbc:h2:mem:a", "migrate.driver", "com.mysql.cj.jdbc.Driver")))
                    .hasMessage("""
                            [no-driver] the driver com.mysql.cj.jdbc.Driver does not understand jdbc:h2:mem:a
                              where: user property migrate.driver
                              next:  leave migrate.driver out: the driver is found by the url""");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "mysql://db/shop | [bad-url] \"mysql://db/shop\" is no JDBC URL: those begin with jdbc:",
                "jdbc:h2:mem:a;NO_SUCH_SETTING=1 | [bad-url] the driver cannot read the url: Unsupported connection setting",
                "jdbc:mysql://no-such-host.invalid/shop | [cannot-connect] there is no host with that name",
                "jdbc:mysql://h:notaport/shop | [bad-url] the driver cannot read",
                "jdbc:h2:tcp://127.0.0.1:1/x | [cannot-connect] nothing answers at the address: Connection is broken",
            })
    void whatIsWrongWithAUrlIsSaidInWords(String url, String words) throws Exception {
        try (OpenProject project = OpenProject.of(classPath, PLUGIN)) {
            assertThatThrownBy(() -> project.database(connection(url)).getConnection())
                    .isInstanceOf(MigrateException.class)
                    .hasMessageStartingWith(words)
                    .hasMessageContaining("user property migrate.url");
        }
    }

    @Test
    void aServerThatIsDownIsToldFromOneThatRefuses() throws Exception {
        int port;
        try (ServerSocket socket = new ServerSocket(0)) {
            port = socket.getLocalPort();
        }
        String url = "jdbc:mysql://app:verysecret@127.0.0.1:" + port + "/shop";

        try (OpenProject project = OpenProject.of(classPath, PLUGIN)) {
            assertThatThrownBy(() -> project.database(connection(url)).getConnection())
                    .hasMessageStartingWith(
                            "[cannot-connect] nothing answers at the address: Communications link failure")
                    .hasMessageContaining("where: jdbc:mysql://app:***@127.0.0.1:" + port + "/shop")
                    .hasMessageContaining("next:  start the server, or correct host and port in the url");
        }
    }

    @Test
    void aWrongPasswordIsToldWithoutIt() throws Exception {
        Path file = directory.resolve("shop");
        try (OpenProject project = OpenProject.of(classPath, PLUGIN)) {
            project.database(connection("jdbc:h2:" + file, "migrate.username", "app", "migrate.password", "right one"))
                    .getConnection()
                    .close();
        }

        try (OpenProject project = OpenProject.of(classPath, PLUGIN)) {
            ConnectionSettings wrong = connection(
                    "jdbc:h2:" + file + ";IFEXISTS=TRUE",
                    "migrate.username",
                    "app",
                    "migrate.password",
                    "wrong-password");
            assertThatThrownBy(() -> project.database(wrong).getConnection())
                    .hasMessageStartingWith("[access-denied] the server refuses user \"app\" (user property "
                            + "migrate.username) with the password from user property migrate.password: Wrong user name or "
                            + "password")
                    .satisfies(e -> assertThat(stackTrace(e)).doesNotContain("wrong-password"));
        }
    }

    @Test
    void aDatabaseThatIsNotThereIsSaid() throws Exception {
        try (OpenProject project = OpenProject.of(classPath, PLUGIN)) {
            assertThatThrownBy(() -> project.database(
                                    connection("jdbc:h2:" + directory.resolve("none") + ";IFEXISTS=TRUE"))
                            .getConnection())
                    .hasMessageStartingWith("[cannot-connect] there is no such database: Database ");
        }
    }

    @Test
    void noCauseShowsAPasswordThatStandsInTheUrl() throws Exception {
        try (OpenProject project = OpenProject.of(classPath, PLUGIN)) {
            assertThatThrownBy(() -> project.database(
                                    connection("jdbc:h2:mem:a;PASSWORD=verysecret;NO_SUCH=1;X=verysecret"))
                            .getConnection())
                    .satisfies(e -> assertThat(stackTrace(e)).doesNotContain("verysecret"));
        }
    }

    private static String stackTrace(Throwable thrown) {
        StringWriter text = new StringWriter();
        thrown.printStackTrace(new PrintWriter(text));
        return text.toString();
    }

    private static ConnectionSettings connection(String url, String... more) {
        Map<String, String> properties = new HashMap<>(Map.of("migrate.url", url));
        for (int i = 0; i < more.length; i += 2) {
            properties.put(more[i], more[i + 1]);
        }
        return Settings.of(List.of(SettingSource.userProperties(properties)), Servers.NONE)
                .connection();
    }

    private void compile(String source) throws IOException {
        Path file = Files.writeString(directory.resolve("Mine.java"), source, StandardCharsets.UTF_8);
        int result = ToolProvider.getSystemJavaCompiler()
                .run(null, null, null, "-proc:none", "-cp", System.getProperty("java.class.path"), file.toString());
        assertThat(result).isZero();
    }

    private static List<URL> jars(String... names) {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(Path::of)
                .filter(path -> Arrays.stream(names)
                        .anyMatch(name -> path.getFileName().toString().startsWith(name)))
                .sorted(Collections.reverseOrder())
                .map(OpenProjectTest::url)
                .toList();
    }

    private static URL url(Path path) {
        try {
            return path.toUri().toURL();
        } catch (MalformedURLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Set<String> drivers() throws SQLException {
        return Collections.list(DriverManager.getDrivers()).stream()
                .map(driver -> driver.getClass().getName())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .map(Thread::getName)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static boolean waitFor(BooleanSupplier condition) throws InterruptedException {
        for (int i = 0; i < 100 && !condition.getAsBoolean(); i++) {
            Thread.sleep(50);
        }
        return condition.getAsBoolean();
    }
}
