package dev.migrate.maven;

import dev.migrate.maven.source.OperationSource;
import dev.migrate.maven.source.RevisionWriter;
import dev.migrate.maven.source.SourceHistory;
import java.nio.charset.Charset;
import java.time.Clock;
import java.time.ZoneId;
import java.util.UUID;

/**
 * The sources of a module while nobody else writes into them.
 *
 * @param history the history that something new joins, as it is at this moment
 * @param place where the module keeps new migrations
 * @param target where a new class goes
 */
record OpenSources(SourceHistory history, NewMigrations place, RevisionWriter.Target target) {

    /** Writes a revision. */
    RevisionWriter.Written write(RevisionWriter.Request request, OperationSource operations) {
        return writer().write(request, operations, history, place.template(charset()), target);
    }

    /** Writes a merge. */
    RevisionWriter.Written merge(RevisionWriter.Request request) {
        return writer().merge(request, history, place.mergeTemplate(charset()), target);
    }

    private static RevisionWriter writer() {
        return new RevisionWriter(Clock.system(ZoneId.systemDefault()), UUID::randomUUID);
    }

    private Charset charset() {
        return target.charset();
    }
}
