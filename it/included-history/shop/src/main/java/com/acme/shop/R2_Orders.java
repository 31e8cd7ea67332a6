package com.acme.shop;

import dev.migrate.*;

@Revision(id = "b2", downRevision = "a1", dependsOn = "l1", message = "orders")
public final class R2_Orders implements ReversibleMigration {

    @Override
    public void change(Operations op) {
        op.createTable("orders", t -> t.bigint("id").identity().primaryKey());
    }
}
