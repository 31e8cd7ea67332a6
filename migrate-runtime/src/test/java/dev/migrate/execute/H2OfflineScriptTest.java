package dev.migrate.execute;

import dev.migrate.testing.Client.Outcome;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.h2.tools.RunScript;

class H2OfflineScriptTest extends OfflineScriptContract {

    private static final AtomicInteger DATABASES = new AtomicInteger();

    @Override
    String dialect() {
        return "h2:2.4.240";
    }

    @Override
    Place fresh() {
        String url = "mem:offline" + DATABASES.incrementAndGet() + ";DB_CLOSE_DELAY=-1";
        return new Place() {
            @Override
            public DataSource dataSource() {
                return H2MigratorTest.h2(url);
            }

            @Override
            public Outcome run(String script) {
                return runScript("jdbc:h2:" + url, script);
            }
        };
    }

    /** H2's own client in this process, where the database is. */
    private static Outcome runScript(String url, String script) {
        try {
            Path file = Files.createTempFile("script", ".sql");
            ByteArrayOutputStream output = new ByteArrayOutputStream();
            try (PrintStream print = new PrintStream(output, true, StandardCharsets.UTF_8)) {
                Files.writeString(file, script);
                RunScript tool = new RunScript();
                tool.setOut(print);
                tool.runTool("-url", url, "-script", file.toString());
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
