package dev.migrate.execute;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * Brings a database to a point of its history. Immutable; each call opens its own connections, at most two at a time, and
 * closes them. Every failure that a person can mend is a {@code MigrateException} whose problem says what to do.
 */
public final class Migrator {

    private final DataSource dataSource;
    private final MigratorConfig config;

    private Migrator(DataSource dataSource, MigratorConfig config) {
        this.dataSource = requireNonNull(dataSource, "dataSource");
        this.config = requireNonNull(config, "config");
    }

    /**
     * A migrator of the unnamed history that the thread's class loader finds.
     *
     * @param dataSource gives connections to the database; two at a time
     * @return the migrator
     */
    public static Migrator on(DataSource dataSource) {
        return on(dataSource, MigratorConfig.defaults());
    }

    /**
     * A migrator with settings.
     *
     * @param dataSource gives connections to the database; two at a time
     * @param config how it works
     * @return the migrator
     */
    public static Migrator on(DataSource dataSource, MigratorConfig config) {
        return new Migrator(dataSource, config);
    }

    /**
     * Applies what is pending up to a revision.
     *
     * @param to an id, the beginning of one, {@code head}, {@code heads}, {@code +2}, {@code branch@head}
     * @return what was done; no steps when nothing was pending
     */
    public RunResult upgrade(String to) {
        throw new UnsupportedOperationException(to);
    }

    /**
     * Undoes what lies above a revision.
     *
     * @param to an id, the beginning of one, {@code base}, {@code -1}, {@code branch@base}
     * @return what was done; no steps when nothing was above it
     */
    public RunResult downgrade(String to) {
        throw new UnsupportedOperationException(to);
    }

    /**
     * Writes into the version table where the database stands, and runs nothing.
     *
     * @param to the revisions; {@code head}, {@code base} and ids as for an upgrade
     * @param purge whether to delete every row first, those that this history does not know included
     * @return what was changed
     */
    public StampResult stamp(List<String> to, boolean purge) {
        throw new UnsupportedOperationException(to + " " + purge);
    }

    /**
     * Tells where the database stands. Writes nothing, creates nothing and takes no lock.
     *
     * @return where it stands
     */
    public CurrentResult current() {
        throw new UnsupportedOperationException(config + " " + dataSource);
    }

    /**
     * Lists revisions without asking a database, unless the range names {@code current}.
     *
     * @param range {@code from:to}, where either end may be left out; empty for the whole history
     * @param indicateCurrent whether to ask the database where it stands and mark it
     * @return the revisions, newest first
     */
    public HistoryResult history(Optional<String> range, boolean indicateCurrent) {
        throw new UnsupportedOperationException(range + " " + indicateCurrent);
    }

    /**
     * Lists the heads. Asks no database.
     *
     * @return the heads
     */
    public HeadsResult heads() {
        throw new UnsupportedOperationException();
    }

    /**
     * Looks up revisions. Asks no database, unless {@code current} is looked up.
     *
     * @param revision an id, the beginning of one, {@code heads}, …
     * @return the revisions; empty for {@code base}
     */
    public ShowResult show(String revision) {
        throw new UnsupportedOperationException(revision);
    }
}
