package com.acme.migrations;

import dev.migrate.*;

@Revision(id = "r0", message = "change MySqlSequence")
public final class MySqlSequence implements Migration {

    @Override
    public void upgrade(Operations op) {
        op.createTable("invoice_seq", t -> {
            t.bigint("next_val");
        });
        op.insert("invoice_seq", r -> r.columns("next_val").row(1));
    }

    @Override
    public void downgrade(Operations op) {
        op.dropTable("invoice_seq");
    }
}
