package dev.migrate.maven;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.config.Origin;
import dev.migrate.config.Resolved;
import dev.migrate.dialect.Dialect;
import dev.migrate.dialect.Dialects;
import dev.migrate.dialect.ScratchDatabase;
import dev.migrate.dialect.ScratchNames;
import dev.migrate.maven.embedded.EmbeddedDatabase;
import dev.migrate.maven.embedded.EmbeddedServer;
import dev.migrate.maven.open.OpenProject;
import dev.migrate.testing.ChildJvm;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A scratch on a server that a goal has started for itself, when Maven is told to end. */
class EmbeddedExitTest {

    /** What a goal does, up to the middle of it. */
    static final class Trying {

        private Trying() {}

        /** The arguments: the name of a kind of server, and where it may put its files. */
        public static void main(String[] arguments) throws IOException, SQLException {
            PrintStream heard = System.out;
            System.setOut(System.err); // the libraries of the servers talk
            EmbeddedDatabase kind = EmbeddedDatabase.valueOf(arguments[0]);
            ClassLoader plugin = Trying.class.getClassLoader();
            try (OpenProject open = OpenProject.of(List.of(), plugin)) {
                EmbeddedServer server = open.keep(EmbeddedServer.start(
                        kind, new Resolved<>("embedded", Origin.DEFAULT, "here"), Path.of(arguments[1]), List.of()));
                ProjectSessions sessions = new ProjectSessions(open, Optional.of(server.connection()));
                String url = server.connection().url().value();
                try (ScratchDatabase scratch =
                                dialect(sessions, url).scratchDatabase(sessions, url, ScratchNames.random());
                        Connection busy = scratch.connect()) {
                    busy.setAutoCommit(false);
                    System.setOut(heard);
                    ChildJvm.stopInTheMiddle();
                }
            }
        }

        private static Dialect dialect(ProjectSessions sessions, String url) throws SQLException {
            try (Connection connection = sessions.connect(url)) {
                return Dialects.of(connection);
            }
        }
    }

    /** What a goal does first. */
    static final class Starting {

        private Starting() {}

        /** The arguments: the name of a kind of server, and where it may put its files. */
        public static void main(String[] arguments) throws IOException {
            ChildJvm.stopInTheMiddle();
            System.setOut(System.err); // the libraries of the servers talk
            EmbeddedServer.start(
                    EmbeddedDatabase.valueOf(arguments[0]),
                    new Resolved<>("embedded", Origin.DEFAULT, "here"),
                    Path.of(arguments[1]),
                    List.of());
            throw new IllegalStateException("it had started before it was told to end");
        }
    }

    @ParameterizedTest
    @EnumSource
    void nothingIsSaidOfAScratchThatVanishesWithItsServer(EmbeddedDatabase kind, @TempDir Path target)
            throws IOException {
        try (ChildJvm child = ChildJvm.start(Trying.class, kind.name(), target.toString())) {
            child.awaitTheMiddle();

            assertThat(child.terminate()).doesNotContain("scratch-left");
        }

        assertThatNothingOfTheRunStays(target);
    }

    /** Its library does not say what it has started before that has started. */
    @ParameterizedTest
    @EnumSource
    void aServerThatIsJustStartingEndsWithMaven(EmbeddedDatabase kind, @TempDir Path target)
            throws IOException, InterruptedException {
        for (int millis : List.of(0, 200, 800)) {
            try (ChildJvm child = ChildJvm.start(Starting.class, kind.name(), target.toString())) {
                child.awaitTheMiddle();
                child.goOn();
                awaitAProcessOf(child, target);
                Thread.sleep(millis);

                assertThat(child.terminate()).doesNotContain("something stays");
            }

            assertThatNothingOfTheRunStays(target);
        }
    }

    private static void awaitAProcessOf(ChildJvm child, Path target) throws InterruptedException {
        ProcessHandle itself = ProcessHandle.of(child.pid()).orElseThrow();
        while (itself.descendants().noneMatch(process -> mentions(process, target))) {
            assertThat(itself.isAlive()).isTrue();
            Thread.sleep(10);
        }
    }

    private static boolean mentions(ProcessHandle process, Path folder) {
        return Stream.of(process.info().arguments().orElse(new String[0]))
                .anyMatch(argument -> argument.contains(folder.toString()));
    }

    private static void assertThatNothingOfTheRunStays(Path target) throws IOException {
        assertThat(ProcessHandle.allProcesses().filter(process -> mentions(process, target)))
                .isEmpty();
        try (Stream<Path> files = Files.walk(target, 3)) {
            assertThat(files).noneMatch(file -> file.getFileName().toString().startsWith("run-"));
        }
    }
}
