package dev.migrate;

/**
 * Stands for a named history. The annotation processor writes one final class of this type for each
 * {@link MigrationHistory}, in the annotated package: {@code BillingHistory} for {@code billing}. Nobody makes an
 * instance of it; its class literal is what another history includes, and what an application gives to
 * {@code Migrator.on(dataSource, BillingHistory.class)}.
 */
public interface HistoryAnchor {}
