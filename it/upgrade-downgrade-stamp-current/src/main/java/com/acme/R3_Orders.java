package com.acme;

import dev.migrate.*;

@Revision(id = "c3", downRevision = "b2", message = "orders")
public final class R3_Orders implements ReversibleMigration {

    @Override
    public void change(Operations op) {
        op.createTable("orders", t -> {
            t.bigint("id").identity().primaryKey();
            t.bigint("user_id").notNull().references("users", "id");
        });
    }
}
