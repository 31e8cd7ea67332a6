package com.acme.billing;

import dev.migrate.*;

@Revision(id = "a1", message = "invoices")
public final class R1_Invoices implements ReversibleMigration {

    @Override
    public void change(Operations op) {
        op.createTable("invoices", t -> t.bigint("id").identity().primaryKey());
    }
}
