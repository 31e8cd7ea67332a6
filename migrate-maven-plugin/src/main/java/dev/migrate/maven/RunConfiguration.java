package dev.migrate.maven;

import dev.migrate.config.Catalogue;
import dev.migrate.config.Resolved;
import dev.migrate.config.Settings;
import dev.migrate.execute.ChangedPolicy;
import dev.migrate.execute.MigratorConfig;
import dev.migrate.execute.RunListener;
import dev.migrate.execute.StatementId;
import dev.migrate.execute.TransactionMode;
import dev.migrate.index.IndexScope;
import java.util.Locale;

/** Says in the engine's words what the settings say. */
final class RunConfiguration {

    private RunConfiguration() {}

    static MigratorConfig of(
            Settings settings, ClassLoader classes, IndexScope scope, String tool, RunListener listener) {
        return of(ChosenHistory.inIndex(settings), settings, classes, scope, tool, listener);
    }

    /** The same for a history that the settings need not name. */
    static MigratorConfig of(
            String history,
            Settings settings,
            ClassLoader classes,
            IndexScope scope,
            String tool,
            RunListener listener) {
        MigratorConfig.Builder builder = MigratorConfig.builder()
                .history(history)
                .classLoader(classes)
                .scope(scope)
                .tool(tool)
                .listener(listener)
                .production(settings.get(Catalogue.PRODUCTION))
                .lockTimeout(settings.get(Catalogue.LOCK_TIMEOUT))
                .changed(ChangedPolicy.valueOf(settings.get(Catalogue.CHANGED).toUpperCase(Locale.ROOT)))
                .transactionMode(transactionMode(settings.get(Catalogue.TRANSACTION_MODE)));
        settings.find(Catalogue.SCHEMA).map(Resolved::value).ifPresent(builder::schema);
        settings.find(Catalogue.VERSION_TABLE).map(Resolved::value).ifPresent(builder::versionTable);
        settings.find(Catalogue.VERSION_TABLE_SCHEMA).map(Resolved::value).ifPresent(builder::versionTableSchema);
        settings.find(Catalogue.STATEMENT_TIMEOUT).map(Resolved::value).ifPresent(builder::statementTimeout);
        settings.find(Catalogue.ENVIRONMENT).map(Resolved::value).ifPresent(builder::environment);
        settings.find(Catalogue.RESUME)
                .ifPresent(given -> StatementId.parseDecisions(given.value()).forEach(builder::resume));
        settings.x().forEach(builder::x);
        return builder.build();
    }

    private static TransactionMode transactionMode(String word) {
        return TransactionMode.valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
