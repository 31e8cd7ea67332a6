package com.acme.metrics;

import dev.migrate.*;

@Revision(id = "m1", message = "counters")
public final class R1_Counters implements ReversibleMigration {

    @Override
    public void change(Operations op) {
        op.createTable("counters", t -> t.bigint("id").identity().primaryKey());
    }
}
