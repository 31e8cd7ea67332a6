package dev.migrate.scratch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.model.ModelReaders;
import dev.migrate.model.ModelRequest;
import dev.migrate.testing.ProjectLoader;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What Hibernate tells of connections and caches while a model is read is not for who runs a build. */
class QuietProviderTest {

    @ParameterizedTest
    @ValueSource(strings = {"6.4", "7.0", "newest"})
    void aModelIsReadWithoutAWord(String hibernate) throws IOException, SQLException {
        List<String> said = new ArrayList<>();
        Handler listener = new Listener(said);
        Logger root = Logger.getLogger("");
        root.addHandler(listener);
        try (ProjectLoader project = ProjectLoader.withHibernate(hibernate, Samples.classes())) {
            Samples.onH2(ModelReaders.open(
                    project,
                    new ModelRequest(
                            project.classPath(),
                            List.of(Samples.classes()),
                            List.of("samples.shop"),
                            Optional.empty(),
                            Map.of())));
        } finally {
            root.removeHandler(listener);
        }

        assertThat(said).isEmpty();
        assertThat(Logger.getLogger("org.hibernate").getLevel()).isNull();
        assertThat(System.getProperty("org.jboss.logging.provider")).isNull();
    }

    private static final class Listener extends Handler {
        private final List<String> said;

        Listener(List<String> said) {
            this.said = said;
            setLevel(Level.ALL);
        }

        @Override
        public void publish(LogRecord message) {
            said.add(message.getLoggerName() + " " + message.getMessage());
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
