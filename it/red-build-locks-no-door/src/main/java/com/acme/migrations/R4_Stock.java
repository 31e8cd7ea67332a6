package com.acme.migrations;

import dev.migrate.*;

@Revision(id = "c4", downRevision = "b2", message = "stock")
public final class R4_Stock implements ReversibleMigration {

    @Override
    public void change(Operations op) {
        op.createTable("stock", t -> t.bigint("id").identity().primaryKey());
    }
}
