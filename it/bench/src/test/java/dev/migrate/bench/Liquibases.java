package dev.migrate.bench;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import liquibase.Contexts;
import liquibase.Liquibase;
import liquibase.Scope;
import liquibase.UpdateSummaryOutputEnum;
import liquibase.analytics.configuration.AnalyticsArgs;
import liquibase.database.DatabaseFactory;
import liquibase.database.jvm.JdbcConnection;
import liquibase.resource.DirectoryResourceAccessor;
import liquibase.ui.LoggerUIService;

/** The migrations as Liquibase has them: the change sets of a changelog in SQL. It is told to call nobody. */
final class Liquibases implements AutoCloseable {

    private static final String CHANGELOG = "changelog.sql";

    private final MigrationFiles files;

    Liquibases(List<List<String>> migrations) throws IOException {
        files = MigrationFiles.create("liquibase");
        StringBuilder changelog = new StringBuilder("--liquibase formatted sql\n");
        for (int i = 0; i < migrations.size(); i++) {
            changelog.append("\n--changeset bench:").append(i + 1).append('\n');
            migrations.get(i).forEach(sql -> changelog.append(sql).append(";\n"));
        }
        files.write(CHANGELOG, changelog.toString());
    }

    void migrate(DataSource dataSource) throws Exception {
        Map<String, Object> quiet =
                Map.of(AnalyticsArgs.ENABLED.getKey(), false, Scope.Attr.ui.name(), new LoggerUIService());
        Scope.child(quiet, () -> {
            try (JdbcConnection connection = new JdbcConnection(dataSource.getConnection());
                    Liquibase liquibase = new Liquibase(
                            CHANGELOG,
                            new DirectoryResourceAccessor(files.directory()),
                            DatabaseFactory.getInstance().findCorrectDatabaseImplementation(connection))) {
                liquibase.setShowSummaryOutput(UpdateSummaryOutputEnum.LOG);
                liquibase.update(new Contexts());
            }
        });
    }

    @Override
    public void close() throws IOException {
        files.close();
    }
}
