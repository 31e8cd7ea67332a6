package com.acme.shop;

import dev.migrate.*;

@Revision(id = "a1", message = "users")
public final class R1_Users implements ReversibleMigration {

    @Override
    public void change(Operations op) {
        op.createTable("users", t -> t.bigint("id").identity().primaryKey());
    }
}
