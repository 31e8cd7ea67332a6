package dev.migrate.bench;

import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import liquibase.Scope;
import liquibase.analytics.configuration.AnalyticsArgs;
import liquibase.change.Change;
import liquibase.changelog.ChangeSet;
import liquibase.database.Database;
import liquibase.database.DatabaseFactory;
import liquibase.database.jvm.JdbcConnection;
import liquibase.diff.DiffGeneratorFactory;
import liquibase.diff.DiffResult;
import liquibase.diff.compare.CompareControl;
import liquibase.diff.output.DiffOutputControl;
import liquibase.diff.output.changelog.DiffToChangeLog;
import liquibase.resource.ClassLoaderResourceAccessor;
import liquibase.serializer.core.string.StringChangeLogSerializer;
import liquibase.ui.LoggerUIService;

/**
 * What {@code liquibase diffChangeLog} writes for a {@code hibernate:classic:} reference.
 *
 * @param loader the loader of the entities and of the file that names them
 * @param configuration that file
 */
record LiquibaseTool(ClassLoader loader, String configuration) implements Tool {

    @Override
    public List<String> changes(DataSource database) throws Exception {
        Map<String, Object> quiet = Map.of(
                AnalyticsArgs.ENABLED.getKey(),
                false,
                Scope.Attr.ui.name(),
                new LoggerUIService(),
                Scope.Attr.classLoader.name(),
                loader,
                Scope.Attr.resourceAccessor.name(),
                new ClassLoaderResourceAccessor(loader));
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(loader);
        try {
            return Scope.child(quiet, () -> compared(database));
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    private List<String> compared(DataSource database) throws Exception {
        DatabaseFactory databases = DatabaseFactory.getInstance();
        try (Database reference = databases.openDatabase(
                        "hibernate:classic:" + configuration, "", "", null, new ClassLoaderResourceAccessor(loader));
                JdbcConnection connection = new JdbcConnection(database.getConnection());
                Database compared = databases.findCorrectDatabaseImplementation(connection)) {
            DiffResult diff = DiffGeneratorFactory.getInstance().compare(reference, compared, CompareControl.STANDARD);
            return new DiffToChangeLog(diff, new DiffOutputControl(false, false, false, null))
                    .generateChangeSets().stream()
                            .map(ChangeSet::getChanges)
                            .flatMap(List::stream)
                            .map(LiquibaseTool::said)
                            .toList();
        }
    }

    private static String said(Change change) {
        return new StringChangeLogSerializer().serialize(change, false);
    }
}
