package com.acme.migrations;

import dev.migrate.*;

@Revision(id = "r0", message = "change FilledColumn")
public final class FilledColumn implements Migration {

    @Override
    public void upgrade(Operations op) {
        op.addColumn("shop.orders", c -> c.bigint("total_cents"));
        op.backfill(
                "shop.orders", b -> b.set("total_cents = round(total * 100)").where("total_cents IS NULL"));
        op.alterColumn("shop.orders", "total_cents", c -> c.notNull());
    }

    @Override
    public void downgrade(Operations op) {
        op.dropColumn("shop.orders", "total_cents");
    }
}
