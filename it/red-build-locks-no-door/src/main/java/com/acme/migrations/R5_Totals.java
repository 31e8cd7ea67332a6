package com.acme.migrations;

import dev.migrate.*;

<<<<<<< HEAD
@Revision(id = "d5", downRevision = "c3", message = "totals")
=======
@Revision(id = "d5", downRevision = "c4", message = "totals")
>>>>>>> feature
public final class R5_Totals implements ReversibleMigration {

    @Override
    public void change(Operations op) {
        op.createTable("totals", t -> t.bigint("id").identity().primaryKey());
    }
}
