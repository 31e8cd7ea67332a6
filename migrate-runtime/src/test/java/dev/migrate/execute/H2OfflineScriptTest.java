package dev.migrate.execute;

import static dev.migrate.execute.TestHistory.history;
import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.testing.Client;
import dev.migrate.testing.Client.Outcome;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.h2.tools.RunScript;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class H2OfflineScriptTest extends GuardedScriptContract {

    private static final AtomicInteger DATABASES = new AtomicInteger();

    @Override
    String dialect() {
        return "h2:2.4.240";
    }

    @Override
    String leavingTheSchema() {
        return "SET SCHEMA INFORMATION_SCHEMA";
    }

    @Override
    String schema(Place place) {
        return "public";
    }

    @TempDir
    private static Path folder;

    /** A database, and a file that is there once a statement waits. */
    private record H2Place(String url, Path waits) implements Place {

        @Override
        public DataSource dataSource() {
            return H2MigratorTest.h2(url);
        }

        @Override
        public Outcome run(String script) {
            return runScript("jdbc:h2:" + url, script);
        }

        /** The client in a process of its own, which holds the database. */
        @Override
        public Outcome runAndKill(String script) {
            return new Client(
                            List.of(
                                    Path.of(System.getProperty("java.home"), "bin", "java")
                                            .toString(),
                                    "-XX:TieredStopAtLevel=1",
                                    "-cp",
                                    Path.of(URI.create(RunScript.class
                                                    .getProtectionDomain()
                                                    .getCodeSource()
                                                    .getLocation()
                                                    .toString()))
                                            .toString(),
                                    RunScript.class.getName(),
                                    "-url",
                                    "jdbc:h2:" + url,
                                    "-script",
                                    "{file}"),
                            Map.of())
                    .runAndKill(script, () -> {
                        boolean waiting = Files.exists(waits);
                        Thread.sleep(waiting ? 1000 : 0); // H2 is half a second late with what it writes to its file
                        return waiting;
                    });
        }
    }

    @Override
    Place fresh() {
        return new H2Place("mem:offline" + DATABASES.incrementAndGet() + ";DB_CLOSE_DELAY=-1", folder);
    }

    @Override
    Place freshForAKill() throws SQLException {
        Path file = folder.resolve("offline" + DATABASES.incrementAndGet());
        H2Place place = new H2Place("file:" + file, folder.resolve(file.getFileName() + ".waits"));
        Asked.run(place.dataSource(), "CREATE ALIAS sleep FOR 'java.lang.Thread.sleep(long)'");
        return place;
    }

    private static String waits(Place place) {
        return "FROM pause WHERE FILE_WRITE('x', '" + ((H2Place) place).waits() + "') > 0 AND sleep(millis) IS NULL";
    }

    @Override
    String slowInsert(Place place) {
        return "INSERT INTO t (id) SELECT 2 " + waits(place);
    }

    @Override
    String slowDefinition(Place place) {
        return "CREATE TABLE u AS SELECT 0 AS id " + waits(place);
    }

    /** A statement that failed counts as done then, and the head of the script says so; what it asks for itself still stops it. */
    @Test
    void whatAScriptStopsForStopsItUnderContinueOnErrorToo() throws SQLException {
        Place place = fresh();
        Place other = fresh();
        TestHistory wrong = history()
                .revision("a1", "", op -> op.verify("it is two", "SELECT 1", 2), op -> {})
                .revision(
                        "b2",
                        "a1",
                        op -> op.createTable("t", t -> t.bigint("id").primaryKey()),
                        op -> {});
        String script = offline(wrong).upgrade("head").text();

        assertThat(script).contains("-- Never with -continueOnError");
        runScript(url(place), script, "-continueOnError");
        runScript(url(other), offline(SHOP).upgrade("a1:head").text(), "-continueOnError");

        assertThat(Asked.rows(place.dataSource(), "SELECT version_num FROM migrate_version"))
                .isEmpty();
        assertThat(
                        Asked.rows(
                                other.dataSource(),
                                "SELECT table_name FROM information_schema.tables WHERE table_name = 'USERS' AND table_schema = 'PUBLIC'"))
                .isEmpty();
    }

    private static String url(Place place) throws SQLException {
        try (Connection connection = place.dataSource().getConnection()) {
            return connection.getMetaData().getURL();
        }
    }

    /** H2's own client in this process, where the database is. */
    private static Outcome runScript(String url, String script, String... options) {
        try {
            Path file = Files.createTempFile("script", ".sql");
            ByteArrayOutputStream output = new ByteArrayOutputStream();
            try (PrintStream print = new PrintStream(output, true, StandardCharsets.UTF_8)) {
                Files.writeString(file, script);
                RunScript tool = new RunScript();
                tool.setOut(print);
                List<String> arguments = new ArrayList<>(List.of("-url", url, "-script", file.toString()));
                arguments.addAll(List.of(options));
                tool.runTool(arguments.toArray(String[]::new));
                return new Outcome(0, output.toString(StandardCharsets.UTF_8));
            } catch (SQLException e) {
                return new Outcome(1, String.valueOf(e.getMessage()).replaceFirst("(?s); SQL statement:.*", ""));
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
