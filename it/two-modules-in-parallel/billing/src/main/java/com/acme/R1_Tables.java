package com.acme;

import dev.migrate.*;

@Revision(id = "a1", message = "invoices")
public final class R1_Tables implements ReversibleMigration {

    @Override
    public void change(Operations op) {
        op.createTable("invoices", t -> {
            t.bigint("id").identity().primaryKey();
            t.decimal("total", 12, 2).notNull();
        });
    }
}
