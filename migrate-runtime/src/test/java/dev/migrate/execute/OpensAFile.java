package dev.migrate.execute;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/** A process of its own that has a database open until its input ends. */
final class OpensAFile implements AutoCloseable {

    private final Process process;

    private OpensAFile(Process process) {
        this.process = process;
    }

    /** Starts the process, and returns once it has the database open. */
    static OpensAFile at(String url) throws IOException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        OpensAFile.class.getName(),
                        url)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        if (process.getInputStream().read() != 'o') {
            throw new IOException("the other process did not open " + url);
        }
        return new OpensAFile(process);
    }

    @Override
    public void close() throws IOException {
        process.getOutputStream().close();
        process.onExit().join();
    }

    public static void main(String[] arguments) throws IOException, SQLException {
        try (Connection connection = DriverManager.getConnection(arguments[0])) {
            System.out.print(connection.isValid(1) ? 'o' : 'x');
            System.out.flush();
            while (System.in.read() >= 0) {
                Thread.onSpinWait();
            }
        }
    }
}
