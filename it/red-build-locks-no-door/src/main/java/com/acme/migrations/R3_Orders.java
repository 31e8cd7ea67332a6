package com.acme.migrations;

import dev.migrate.*;

@Revision(id = "c3", downRevision = "b2", message = "orders" + " and lines")
public final class R3_Orders implements ReversibleMigration {

    @Override
    public void change(Operations op) {
        op.createTable("orders", t -> t.bigint("id").identity().primaryKey());
    }
}
