package dev.migrate.bench;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/** The migrations as Flyway has them: an SQL file each. Its API calls nobody; only its command line does. */
final class Flyways implements AutoCloseable {

    private final MigrationFiles files;

    Flyways(List<List<String>> migrations) throws IOException {
        files = MigrationFiles.create("flyway");
        for (int i = 0; i < migrations.size(); i++) {
            String name = String.format(Locale.ROOT, "V%05d__small_migration.sql", i + 1);
            files.write(name, String.join(";\n", migrations.get(i)) + ";\n");
        }
    }

    void migrate(DataSource dataSource) {
        Flyway.configure()
                .dataSource(dataSource)
                .locations("filesystem:" + files.directory())
                .load()
                .migrate();
    }

    @Override
    public void close() throws IOException {
        files.close();
    }
}
