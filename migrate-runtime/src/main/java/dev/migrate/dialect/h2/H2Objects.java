package dev.migrate.dialect.h2;

import dev.migrate.dialect.AnsiObjects;
import dev.migrate.dialect.SqlStatement;
import dev.migrate.operation.DropView;
import dev.migrate.operation.RenameSequence;
import dev.migrate.schema.SchemaModel;
import java.util.List;

/** Sequences, schemas and views as H2 has them. */
final class H2Objects extends AnsiObjects {

    static final long USUAL_CACHE = 32;

    H2Objects(H2Definitions sql, SchemaModel before) {
        super(sql, before);
    }

    @Override
    protected long usualCache() {
        return USUAL_CACHE;
    }

    @Override
    public List<SqlStatement> renameSequence(RenameSequence op) {
        throw sql.unsupported(
                "new names for sequences",
                asked(op),
                "create one of the new name that starts where the old one is, and drop the old one");
    }

    /** By itself H2 drops the views that read from it too. */
    @Override
    public List<SqlStatement> dropView(DropView op) {
        return ddl("DROP VIEW " + sql.name(op.view()) + " RESTRICT");
    }
}
